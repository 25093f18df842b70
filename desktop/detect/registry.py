"""The detectors. A new one is one file under ``kinds/`` and one line here."""

from typing import Final

from desktop.detect.detector import Detector
from desktop.detect.kinds import (
    account_number,
    card_number,
    customer_record,
    email,
    host_name,
    ip_address,
    my_number,
    phone,
    user_id,
)

DETECTORS: Final[tuple[Detector, ...]] = (
    my_number.DETECTOR,
    customer_record.DETECTOR,
    card_number.DETECTOR,
    account_number.DETECTOR,
    phone.DETECTOR,
    email.DETECTOR,
    host_name.DETECTOR,
    ip_address.DETECTOR,
    user_id.DETECTOR,
)

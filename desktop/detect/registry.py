"""The detectors. A new one is one file under ``kinds/`` and one line here."""

from typing import Final

from desktop.detect.detector import Detector
from desktop.detect.kinds import (
    account_number,
    address,
    birth_date,
    card_number,
    corporate_number,
    customer_record,
    email,
    host_name,
    iban,
    ip_address,
    my_number,
    password_assigned,
    password_cobol,
    password_host,
    password_login,
    password_markup,
    person_kana,
    person_name,
    phone,
    secret_key,
    undecoded,
    user_id,
)

DETECTORS: Final[tuple[Detector, ...]] = (
    my_number.DETECTOR,
    customer_record.DETECTOR,
    password_cobol.DETECTOR,
    password_host.DETECTOR,
    password_assigned.DETECTOR,
    password_login.DETECTOR,
    password_markup.DETECTOR,
    secret_key.DETECTOR,
    card_number.DETECTOR,
    account_number.DETECTOR,
    person_name.DETECTOR,
    person_kana.DETECTOR,
    birth_date.DETECTOR,
    address.DETECTOR,
    phone.DETECTOR,
    email.DETECTOR,
    corporate_number.DETECTOR,
    iban.DETECTOR,
    host_name.DETECTOR,
    ip_address.DETECTOR,
    user_id.DETECTOR,
    undecoded.DETECTOR,
)

"""A Zengin transfer record standing as a line of text: bank, branch, account, name and amount in their columns."""

from typing import Final

from desktop.detect.detector import Detector, Pattern, because
from desktop.domain.runs import MaskAction

DETECTOR: Final = Detector(
    "customer_record",
    "customer_record",
    MaskAction.NOT_SENT,
    (
        Pattern(
            r"^2\d{4}[^\n]{15}\d{3}[^\n]{15}[\d ]{4}[1249]\d{7}[^\n]{30}\d{10}[^\n]{0,40}$", because("zengin-columns")
        ),
    ),
)

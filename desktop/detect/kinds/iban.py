"""IBAN (ISO 13616): country, two check digits (modulo 97) and a length by country."""

from typing import Final

from stdnum import iban

from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, hit
from desktop.domain.runs import MaskAction


def _judge(candidate: Candidate) -> Verdict:
    return hit("check-digit") if iban.is_valid(candidate.value.replace(" ", "")) else DROP


DETECTOR: Final = Detector(
    "iban",
    "iban",
    MaskAction.MASKED,
    (
        Pattern(r"\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b", _judge),
        Pattern(r"\b[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){3,7}(?: [A-Z0-9]{1,3})?\b", _judge),
    ),
)

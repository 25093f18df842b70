"""A bank's own ledger numbers: LG- and eight digits."""

from typing import Final

from desktop.detect.detector import Candidate, Detector, Pattern, Verdict, hit
from desktop.domain.runs import MaskAction


def _judge(_candidate: Candidate) -> Verdict:
    return hit("form")


DETECTOR: Final = Detector(
    "ledger_number",
    "ledger_number",
    MaskAction.MASKED,
    (Pattern(r"\b(?P<v>LG-[0-9]{8})\b", _judge, ("lg-",)),),
)

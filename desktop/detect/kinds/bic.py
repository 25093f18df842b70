"""BIC (ISO 9362). A third of all eight-letter words is a valid one (FACTS-GATE §3): a label must say what it is."""

from typing import Final

from stdnum import bic

from desktop.detect.detector import DROP, Candidate, Column, Detector, Pattern, Verdict, hit
from desktop.detect.labelled import labelled
from desktop.domain.runs import MaskAction

_VALUE: Final = r"\b[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b"


def _judge(candidate: Candidate) -> Verdict:
    value = candidate.value
    return hit("label") if value.isupper() and bic.is_valid(value) else DROP


DETECTOR: Final = Detector(
    "bic",
    "bic",
    MaskAction.MASKED,
    (
        *labelled(
            _VALUE,
            _judge,
            (
                "SWIFTコード",
                "SWIFT code",
                "SWIFT/BIC",
                "BICコード",
                "BIC code",
                "銀行識別コード",
                "スイフトコード",
                "スウィフトコード",
            ),
            r"(?:\b|[\-_])(?:BIC|SWIFT)(?:[\-_]?(?:CODE|CD|ID))?\b|SWIFTCODE|BICCODE|BICFI",
            ("bic", "swift"),
        ),
        Pattern(rf":5[1-8][AD]:(?:/[^\n]{{0,35}}\n)?(?P<v>{_VALUE})", _judge, (":5",), lines=2),
    ),
    (Column(("bic", "swift"), _VALUE, bic.is_valid),),
)

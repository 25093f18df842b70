"""Japanese telephone numbers (電気通信番号計画): trunk 0 or +81 with hyphens or brackets, else only behind a label."""

from typing import Final

from desktop.detect.context import is_part_of_number
from desktop.detect.detector import DROP, Candidate, Column, Detector, Pattern, Verdict, hit
from desktop.domain.runs import MaskAction

_LABEL: Final = r"(?:電話(?:番号)?|TEL(?:EPHONE)?|FAX|携帯(?:番号|電話)?|PHONE|DENWA|デンワ|連絡先|ファックス|内線)"
_WORDS: Final = ("電話", "tel", "fax", "携帯", "phone", "denwa", "内線", "デンワ", "連絡先", "ファックス")


def _shaped(candidate: Candidate) -> Verdict:
    digits = "".join(c for c in candidate.value if c.isdigit())
    national = digits.removeprefix("81") if candidate.value.startswith("+") else digits.removeprefix("0")
    if is_part_of_number(candidate) or not 9 <= len(national) <= 10 or len(set(digits)) == 1:
        return DROP
    return hit("shape")


def _labelled(candidate: Candidate) -> Verdict:
    return DROP if len(set(candidate.value)) == 1 or is_part_of_number(candidate) else hit("label")


DETECTOR: Final = Detector(
    "phone",
    "phone",
    MaskAction.MASKED,
    (
        Pattern(r"\b0\d{1,4}-\d{1,4}-\d{3,4}\b", _shaped),
        Pattern(r"\b0[5789]0 \d{4} \d{4}\b", _shaped),
        Pattern(r"\b0[789]0[1-9]\d{7}\b", _shaped),
        Pattern(r"\b0\d{1,4}\(\d{1,4}\)[ ]?\d{3,4}\b|\(0\d{1,4}\)[ ]?\d{1,4}-\d{4}\b", _shaped),
        Pattern(rf"{_LABEL}[ :=(]{{0,4}}(?P<v>0\d{{1,4}}[\-(]\d{{1,4}}[\-)]\d{{3,4}}\b)", _shaped, _WORDS),
        Pattern(r"\+81[ \-]?(?:\(0\))?\d{1,4}[ \-]?\d{1,4}[ \-]?\d{3,4}\b", _shaped),
        Pattern(rf"{_LABEL}[\w\-]{{0,12}}[^\d\n]{{0,24}}(?P<v>\b0\d{{9,10}}\b)", _labelled, _WORDS),
        Pattern(
            rf"{_LABEL}[\w\-]{{0,12}}[^\d\n]{{0,12}}(?P<v>\b0\d{{1,4}}[ ./]\d{{1,4}}[ ./]\d{{3,4}}\b)",
            _labelled,
            _WORDS,
        ),
        Pattern(
            r"\bMOVE[ ]+['\"](?P<v>0\d{9,10})['\"][ ]+TO[ ]+[\w\-]{0,30}(?:TEL|DENWA|PHONE|FAX|KEITAI)",
            _labelled,
            _WORDS,
        ),
        Pattern(
            r"(?:内線(?:番号)?|\bEXT(?:ENSION)?\.?|ナイセン)[ :=(]{0,4}(?P<v>\d{3,6}\b)",
            _labelled,
            ("内線", "ext ", "ext.", "ext:", "ext=", "ext(", "extension", "ナイセン"),
        ),
    ),
    (
        Column(("電話", "tel", "phone", "携帯", "fax", "denwa", "連絡先"), r"\+?0?\d{1,4}[\-( ]?\d{1,4}[\-) ]?\d{3,4}"),
        Column(("内線", "extension"), r"\d{3,6}"),
    ),
)

"""Dates of birth: a date, western or wareki, behind a word that says birth."""

from typing import Final

from desktop.detect.detector import Column, Detector, Pattern, because
from desktop.domain.runs import MaskAction

_DATE: Final = (
    r"(?:(?:19|20)\d{2}[./\-年]\d{1,2}[./\-月]\d{1,2}日?|(?:19|20)\d{6}|[MTSHR]\d{1,2}[./]\d{1,2}[./]\d{1,2}"
    r"|(?:明治|大正|昭和|平成|令和|明|大|昭|平|令)[ ]?(?:\d{1,2}|元)[年./\-][ ]?\d{1,2}[月./\-][ ]?\d{1,2}日?"
    r"|[MTSHR][ ]?\d{2}[ ]?\d{2}[ ]?\d{2}|[1-5]\d{6}|\d{1,2}[/\-](?:\d{1,2}|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG"
    r"|SEP|OCT|NOV|DEC)[/\-](?:19|20)\d{2})"
)
"""Also the seven digits of host files: era (1 明治 … 5 令和), year, month, day."""

_LABEL: Final = "(?:生年月日|誕生日|出生日|セイネンガッピ|セイネンガツピ)"
_WORDS: Final = ("生年月日", "誕生日", "出生日", "セイネンガ")
_NAMED: Final = r"(?:BIRTH|SEINEN|\bDOB\b|[\-_]DOB\b|TANJO)"
_NAMES: Final = ("birth", "seinen", "dob", "tanjo")

DETECTOR: Final = Detector(
    "birth_date",
    "birth_date",
    MaskAction.MASKED,
    (
        Pattern(
            rf"{_LABEL}[^\d\n明大昭平令MTSHR]{{0,16}}(?:\n[ \t*/#]{{0,12}})?(?P<v>{_DATE})",
            because("label"),
            _WORDS,
            lines=2,
        ),
        Pattern(rf"\bMOVE[ ]+['\"]?(?P<v>{_DATE})['\"]?[ ]+TO[ ]+[\w\-]{{0,30}}{_NAMED}", because("label"), _NAMES),
        Pattern(rf"(?P<v>{_DATE})[ ]?(?:生まれ|うまれ|出生|生(?:$|[^\p{{Han}}]))", because("label"), ("生",)),
        Pattern(
            rf"{_NAMED}[\w\-]{{0,24}}[^\d\n]{{0,40}}?(?:PIC[ ]+[\w()]{{1,12}}[^\d\n]{{0,30}}?)?"
            rf"\b(?P<v>{_DATE}\b)",
            because("label"),
            _NAMES,
        ),
    ),
    (Column(("生年月日", "誕生日", "birth", "dob", "seinen"), _DATE),),
)

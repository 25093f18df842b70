"""Dates of birth: a date, western or wareki, behind a word that says birth."""

from typing import Final

from desktop.detect.detector import Detector, Pattern, because
from desktop.domain.runs import MaskAction

_DATE: Final = (
    r"(?:(?:19|20)\d{2}[./\-年]\d{1,2}[./\-月]\d{1,2}日?|(?:19|20)\d{6}|[MTSHR]\d{1,2}[./]\d{1,2}[./]\d{1,2}"
    r"|(?:明治|大正|昭和|平成|令和)(?:\d{1,2}|元)年\d{1,2}月\d{1,2}日)"
)

_LABEL: Final = "(?:生年月日|誕生日)"

DETECTOR: Final = Detector(
    "birth_date",
    "birth_date",
    MaskAction.MASKED,
    (
        Pattern(rf"{_LABEL}[^\d\n明大昭平令MTSHR]{{0,16}}(?P<v>{_DATE})", because("label"), ("生年月日", "誕生日")),
        Pattern(rf"(?P<v>{_DATE})[ ]?(?:生まれ|生\b|出生)", because("label"), ("生",)),
        Pattern(
            rf"(?:BIRTH|SEINEN)[\w\-]{{0,24}}[^\d\n]{{0,40}}?(?:PIC[ ]+[\w()]{{1,12}}[^\d\n]{{0,30}}?)?"
            rf"\b(?P<v>{_DATE}\b)",
            because("label"),
            ("birth", "seinen"),
        ),
    ),
)

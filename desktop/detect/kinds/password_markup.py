"""Passwords in XML: element content, and name and value as two attributes (Spring, web.config)."""

from typing import Final

from desktop.detect.detector import Detector, Pattern
from desktop.detect.secret_values import NAMES, WORDS, judge_value
from desktop.domain.runs import MaskAction

_NAME: Final = rf"[\w.:\-]{{0,40}}(?:{NAMES}|PASS)[\w.\-]{{0,20}}"

DETECTOR: Final = Detector(
    "password_markup",
    "password",
    MaskAction.STRUCK_OUT,
    (
        Pattern(rf"<{_NAME}(?:[ ][^>\n]{{0,120}})?>[ ]?(?P<v>[^<\n]{{1,128}})[ ]?</", judge_value, WORDS),
        Pattern(
            rf"\b(?:NAME|KEY|ID)=[\"']{_NAME}[\"'][^>\n]{{0,80}}?\bVALUE=[\"'](?P<v>[^\"'\n]{{1,128}})[\"']",
            judge_value,
            WORDS,
        ),
        Pattern(
            rf"<[^>\n]{{0,60}}\b(?:NAME|KEY|ID)=[\"']{_NAME}[\"'][^>\n]{{0,80}}>[ ]?(?P<v>[^<\n]{{1,128}})[ ]?</",
            judge_value,
            WORDS,
        ),
        Pattern(
            rf"<(?:NAME|KEY|PARAM-NAME)>{_NAME}</(?:NAME|KEY|PARAM-NAME)>[ \t]{{0,40}}\n?[ \t]{{0,40}}"
            rf"<(?:VALUE|PARAM-VALUE)>(?P<v>[^<\n]{{1,128}})<",
            judge_value,
            WORDS,
            lines=2,
        ),
    ),
)

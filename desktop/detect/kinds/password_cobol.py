"""Passwords in COBOL: VALUE of a field and of its level 88, MOVE, comparison; over two or three lines too."""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, hit
from desktop.detect.secret_values import NAMES, WORDS, judge_value
from desktop.domain.runs import MaskAction

_NAME: Final = rf"\b(?:[\w\-]{{0,28}}[\-_])?(?:{NAMES}[A-Z]{{0,8}}|PASS|PW)(?:[\-_][\w\-]{{0,28}}|\d{{1,3}})?\b"
_LITERAL: Final = r"[XNGZH]{0,2}(?:'(?P<v>[^'\n]{1,80})'|\"([^\"\n]{1,80})\")"
_WORDS: Final = (*WORDS, "pw")
_GAP: Final = r"[^'\".\n]{0,100}?(?:\n[^'\".\n]{0,100}?){0,2}?"
"""What may stand between the words of one sentence, over up to three lines."""

_PIN_NAME: Final = rf"\b(?:[\w\-]{{0,28}}[\-_])?(?:{NAMES}|PIN)(?:[\-_](?:NO|BANGO|CODE|CD|\d{{1,2}}))?(?:[ .,\n]|$)"
_PIN_WORDS: Final = (*WORDS, "pin")


def _digits(candidate: Candidate) -> Verdict:
    """A password of digits, without quotes."""
    return DROP if len(set(candidate.value)) == 1 else hit("password")


DETECTOR: Final = Detector(
    "password_cobol",
    "password",
    MaskAction.STRUCK_OUT,
    (
        Pattern(
            rf"{_NAME}{_GAP}\bVALUES?[ ]+(?:(?:IS" rf"|ARE)[ ]+)?[^'\".\n]{{0,60}}?{_LITERAL}",
            judge_value,
            _WORDS,
            lines=3,
        ),
        Pattern(rf"{NAMES}[=: ]{{1,3}}['\"][ ,]{{1,20}}{_LITERAL}", judge_value, _WORDS),
        Pattern(
            rf"{_NAME}{_GAP}\.{_GAP}\b88[ ]+[\w\-]{{1,30}}[ ]+VALUES?[ ]+[^'\".\n]{{0,60}}?{_LITERAL}",
            judge_value,
            _WORDS,
            lines=5,
        ),
        Pattern(
            rf"\bMOVE[ ]+(?:ALL[ ]+)?{_LITERAL}{_GAP}\bTO\b{_GAP}{_NAME}",
            judge_value,
            _WORDS,
            lines=5,
        ),
        Pattern(
            r"\bCALL[ ]+['\"][A-Z0-9]{0,6}(?:LOGIN|LOGON|SIGNON|AUTH)[A-Z0-9]{0,6}['\"][ ]+USING\b[^'\".\n]{0,60}"
            rf"['\"][^'\"\n]{{1,30}}['\"][^'\".\n]{{0,60}}(?:\n[^'\".\n]{{0,60}})?{_LITERAL}",
            judge_value,
            ("login", "logon", "signon", "auth"),
            lines=2,
        ),
        Pattern(rf"\bEVALUATE[ ]+{_NAME}{_GAP}\bWHEN[ ]+{_LITERAL}", judge_value, _WORDS, lines=3),
        Pattern(rf"\bSET[ ]+{_NAME}[ ]+TO[ ]+{_LITERAL}", judge_value, _WORDS),
        Pattern(rf"{_PIN_NAME}{_GAP}\bVALUES?[ ]+(?:IS[ ]+)?(?P<v>\d{{4,8}})\b", _digits, _PIN_WORDS, lines=3),
        Pattern(rf"\bMOVE[ ]+(?P<v>\d{{4,8}})[ ]+TO[ ]+{_PIN_NAME}", _digits, _PIN_WORDS),
        Pattern(
            rf"{_PIN_NAME}[ ]*(?:NOT[ ]*)?(?:=|<>|EQUALS?(?:[ ]+TO)?)[ ]*" rf"(?P<v>\d{{4,8}})\b", _digits, _PIN_WORDS
        ),
        Pattern(
            rf"{_NAME}[ ]*(?:\([^)'\n]{{0,20}}\))?[ ]*(?:IS[ ]+)?(?:NOT[ ]*)?(?:=|<>|EQUALS?(?:[ ]+TO)?)"
            rf"{_GAP}{_LITERAL}",
            judge_value,
            _WORDS,
            lines=3,
        ),
    ),
)

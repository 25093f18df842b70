"""Passwords in COBOL: VALUE of a field and of its level 88, MOVE, comparison; over two or three lines too."""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, hit
from desktop.detect.secret_values import NAMES, WORDS, judge_mixed, judge_value
from desktop.domain.runs import MaskAction

_NAME: Final = (
    rf"\b(?:(?:[\w\-]*[\-_])?(?:{NAMES}[A-Z]{{0,8}}|PASS|[A-Z]{{0,3}}PW)|[\w\-]+[\-_](?:PSW|PIN))"
    r"(?:[\-_][\w\-]*|\d{1,3})?\b"
)
"""PSW alone is the program status word of a dump, PIN alone a word; behind a prefix both are fields."""
_LITERAL: Final = r"[XNGZH]{0,2}(?:'(?P<v>[^'\n]{1,80})'|\"([^\"\n]{1,80})\")"
_WORDS: Final = (*WORDS, "pw", "psw", "-pin", "_pin")
_GAP: Final = r"[^'\".\n]{0,100}?(?:\n[^'\".\n]{0,100}?){0,3}?"
"""What may stand between the words of one sentence, over up to four lines."""
_IS: Final = r"[ ]*(?:IS[ ]+)?(?:NOT[ ]*)?(?:=|<>|EQUALS?(?:[ ]+TO)?)"
_BLANK: Final = r"[ ]+(?:[^'\".\n]{0,20}\n[\d ]{0,40})?"
"""Between words of which the second may stand on the next line."""

_PIN_NAME: Final = (
    rf"\b(?:[\w\-]{{0,28}}[\-_])?(?:{NAMES}U?|PIN)(?:[\-_](?:NO|BANGOU?|CODE|CD|NUM|\d{{1,2}}))?"
    r"(?:\([^)\n]{1,12}\))?(?:[ .,\n]|$)"
)
_PIN_WORDS: Final = (*WORDS, "pin")


def _digits(candidate: Candidate) -> Verdict:
    """A password of digits, without quotes."""
    return DROP if len(set(candidate.value)) == 1 else hit("password")


def _piece(candidate: Candidate) -> Verdict:
    """One of the literals that are put together or kept in a table: no separator and no heading."""
    return judge_value(candidate) if any(c.isalnum() for c in candidate.value) else DROP


DETECTOR: Final = Detector(
    "password_cobol",
    "password",
    MaskAction.STRUCK_OUT,
    (
        Pattern(
            rf"{_NAME}{_GAP}\bVALUES?\b(?:[ ]+(?:IS|ARE))?{_GAP}{_LITERAL}",
            judge_value,
            _WORDS,
            lines=7,
        ),
        Pattern(rf"{NAMES}[=: ]{{1,3}}['\"][ ,]{{1,20}}{_LITERAL}", judge_value, _WORDS),
        Pattern(
            rf"{_NAME}{_GAP}\.{_GAP}\b88[ ]+[\w\-]{{1,30}}[ ]+VALUES?[ ]+[^'\".\n]{{0,60}}?{_LITERAL}",
            judge_value,
            _WORDS,
            lines=7,
        ),
        Pattern(
            rf"^[^\n]{{0,12}}\b\d\d[ ]+{_NAME}[ ]*\.[^\n]*\n"
            r"(?P<v>(?:[^\n]*\b\d\d[ ]+(?:FILLER|PIC|PICTURE)\b[^\n]*\n?(?:[^\n.]*VALUE[^\n]*\n?)?){1,12})",
            _piece,
            _WORDS,
            lines=13,
            each=rf"\bVALUES?[ ]+(?:IS[ ]+)?{_LITERAL}",
        ),
        Pattern(
            rf"\bMOVE[ ]+(?:ALL[ ]+)?{_LITERAL}{_GAP}\bTO\b{_GAP}{_NAME}",
            judge_value,
            _WORDS,
            lines=7,
        ),
        Pattern(
            r"\bCALL[ ]+['\"][A-Z0-9]{0,6}(?:LOGIN|LOGON|SIGNON|AUTH|RACHECK|RACINIT|PASS|PSWD)[A-Z0-9]{0,6}['\"][ ]+"
            rf"USING\b[^'\".\n]{{0,60}}['\"][^'\"\n]{{1,30}}['\"][^'\".\n]{{0,60}}"
            rf"(?:\n[^'\".\n]{{0,60}})?{_LITERAL}",
            judge_value,
            ("login", "logon", "signon", "auth", "racheck", "racinit", "pass", "pswd"),
            lines=2,
        ),
        Pattern(
            r"\bCALL[ ]+['\"][A-Z0-9]{0,6}(?:LOGIN|LOGON|SIGNON|AUTH|RACHECK|RACINIT|PASS|PSWD)[A-Z0-9]{0,6}['\"][ ]+"
            rf"USING\b[^'\".\n]{{0,60}}(?:\n[^'\".\n]{{0,60}})?{_LITERAL}[^'\"\n]*$",
            judge_value,
            ("login", "logon", "signon", "auth", "racheck", "racinit", "pass", "pswd"),
            lines=2,
        ),
        Pattern(
            rf"\bEVALUATE[ ]+{_NAME}[^\n]*\n(?P<v>(?:[^\n]*\n){{0,40}}?)[^\n]*\bEND-EVALUATE",
            judge_value,
            ("evaluate",),
            lines=42,
            each=rf"\bWHEN[ ]+{_LITERAL}",
        ),
        Pattern(rf"\bEVALUATE[ ]+{_NAME}{_GAP}\bWHEN[ ]+{_LITERAL}", judge_value, _WORDS, lines=5),
        Pattern(
            rf"\bSTRING\b(?P<v>[^.\n]*(?:\n[^.\n]*){{0,6}}?)\bINTO\b{_GAP}{_NAME}",
            _piece,
            ("string",),
            lines=12,
            each=_LITERAL,
        ),
        Pattern(
            rf"\bINSPECT[ ]+{_NAME}{_GAP}\b(?:BY|TO)[ ]+{_LITERAL}",
            judge_value,
            ("inspect",),
            lines=5,
        ),
        Pattern(rf"\bSET[ ]+{_NAME}[ ]+TO[ ]+{_LITERAL}", judge_value, _WORDS),
        Pattern(
            rf"{_PIN_NAME}{_GAP}\bVALUES?[ ]+(?:IS[ ]+)?(?P<v>\d{{4,8}})\b",
            _digits,
            _PIN_WORDS,
            lines=5,
        ),
        Pattern(rf"\bMOVE[ ]+(?P<v>\d{{4,8}})[ ]+TO[ ]+{_PIN_NAME}", _digits, _PIN_WORDS),
        Pattern(rf"\b(?P<v>\d{{4,8}}){_IS}[ ]*{_PIN_NAME}", _digits, _PIN_WORDS),
        Pattern(rf"{_PIN_NAME}{_IS}[ ]*(?P<v>\d{{4,8}})\b", _digits, _PIN_WORDS),
        Pattern(
            rf"{_NAME}[ ]*(?:\([^)'\n]{{0,20}}\))?{_IS}{_GAP}"
            rf"(?P<v>(?:[XNGZ]?['\"][^'\"\n]+['\"](?:[ \n]+(?:OR|AND)(?:[ ]+NOT)?(?:[ ]*=)?[ \n\d]+)?){{1,8}})",
            judge_value,
            _WORDS,
            lines=7,
            each=_LITERAL,
        ),
        Pattern(rf"{_LITERAL}{_IS}{_BLANK.replace('+', '*', 1)}{_NAME}", judge_value, _WORDS, lines=2),
        Pattern(rf"\b{NAMES}[ ]+(?:IS|WAS|IS NOW|=|:)[ ]+(?P<v>[^\s'\",;]{{4,32}})", judge_mixed, WORDS),
    ),
)

"""個人番号 (My Number): twelve digits with a check digit (番号法施行規則 5条), called so by its surroundings.

The check digit alone passes 10 % of random numbers (FACTS-GATE §3), so a word must say what the number is.
"""

from typing import Final

from stdnum.jp import in_

from desktop.detect.context import is_called, is_part_of_number
from desktop.detect.detector import DROP, Candidate, Column, Detector, Pattern, Verdict, hit, near
from desktop.domain.runs import MaskAction

_CALLED: Final = (
    *("個人番号", "マイナンバー", "特定個人情報", "番号法", "individual number", "individual-number"),
    *("my number", "mynumber", "my-number", "my_number", "myno", "my-no", "my_no"),
    *("kojin-bango", "kojinbango", "kojin-no", "kojin_no", "kojin_bango", "kojinno", "mynum", "my_num", "my-num"),
    *("individual_number", "individualnumber", "コジンバンゴウ", "コジン バンゴウ", "personal number"),
    *("個人no", "個人ナンバー"),
)
_BREAK: Final = r"(?:[^0-9A-Z\n]{0,3}|-?[ \t]{0,40}\n[^0-9A-Z\n]{0,12})"
"""Between two digits behind a label: any signs; a line may end there."""
_KANJI: Final = str.maketrans("〇零一二三四五六七八九", "00123456789")
_NAMES: Final = r"(?:MY[\-_]?NUM(?:BER)?|MY[\-_]?NO|KOJIN[\-_]?(?:BANGOU?|NO)|INDIVIDUAL[\-_]NUMBER)"
_NAME_WORDS: Final = ("mynum", "my-num", "my_num", "myno", "my-no", "my_no", "kojin", "individual")
_FURTHER: Final = 12
"""Lines above in which a heading may stand."""


def _judge(candidate: Candidate) -> Verdict:
    digits = "".join(c for c in candidate.value.translate(_KANJI) if c.isdigit())
    if set(digits) == {"0"} or is_part_of_number(candidate):
        return DROP
    called = is_called(candidate, _CALLED)
    if in_.is_valid(digits):
        return hit("check-digit") if called or is_called(candidate, _CALLED, _FURTHER) else near("no-context")
    return near("check-digit-fails") if called else DROP


def _part(candidate: Candidate) -> Verdict:
    """Some of the digits, put into a field that is called so: no length and no year."""
    return hit("part") if len(set(candidate.value)) > 1 else DROP


DETECTOR: Final = Detector(
    "my_number",
    "my_number",
    MaskAction.NOT_SENT,
    (
        Pattern(r"\b\d{4}[ \-]?\d{4}[ \-]?\d{4}\b", _judge),
        Pattern(
            rf"(?:{'|'.join(_CALLED)})[^\d\n]{{0,40}}(?:\n[^\d\n]{{0,16}})?"
            rf"(?P<v>\b\d(?:{_BREAK}\d){{11}}\b)",
            _judge,
            _CALLED,
            lines=4,
        ),
        Pattern(
            rf"(?:{'|'.join(_CALLED)})[^\d\n]{{0,40}}?(?P<v>[〇零一二三四五六七八九]{{12}})",
            _judge,
            _CALLED,
        ),
        Pattern(
            rf"\bMOVE[ ]+['\"]?(?P<v>\d{{4,12}})['\"]?[ ]+(?:[^'\".\n]{{0,20}}\n[\d ]{{0,40}})?"
            rf"TO[ ]+[\w\-]{{0,20}}{_NAMES}\b",
            _part,
            _NAME_WORDS,
            lines=2,
        ),
        Pattern(
            rf"\b\d\d[ ]+[\w\-]{{0,20}}{_NAMES}[ ]*\.[^\n]*\n"
            r"(?P<v>(?:[^\n]*\b\d\d[ ]+(?:FILLER|PIC|PICTURE)\b[^\n]*\n?){1,12})",
            _part,
            _NAME_WORDS,
            lines=14,
            each=r"\bVALUES?[ ]+(?:IS[ ]+)?['\"]?(\d{3,12})\b",
        ),
    ),
    (
        Column(
            ("個人番号", "マイナンバー", "my_number", "mynumber", "individual_number", "kojin_bango"),
            r"\d{4}[ \-]?\d{4}[ \-]?\d{4}",
        ),
    ),
)

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
_BREAK: Final = r"(?:[ \-]|-?[ \t]{0,40}\n[ \t*/#]{0,12})?"
"""Between the groups of four; a line may end there."""


def _judge(candidate: Candidate) -> Verdict:
    digits = "".join(c for c in candidate.value if c.isdigit())
    if set(digits) == {"0"} or is_part_of_number(candidate):
        return DROP
    called = is_called(candidate, _CALLED)
    if in_.is_valid(digits):
        return hit("check-digit") if called else near("no-context")
    return near("check-digit-fails") if called else DROP


DETECTOR: Final = Detector(
    "my_number",
    "my_number",
    MaskAction.NOT_SENT,
    (
        Pattern(r"\b\d{4}[ \-]?\d{4}[ \-]?\d{4}\b", _judge),
        Pattern(
            rf"(?:{'|'.join(_CALLED)})[^\d\n]{{0,40}}(?:\n[^\d\n]{{0,16}})?"
            rf"(?P<v>\b\d{{4}}{_BREAK}\d{{4}}{_BREAK}\d{{4}}\b)",
            _judge,
            _CALLED,
            lines=4,
        ),
    ),
    (
        Column(
            ("個人番号", "マイナンバー", "my_number", "mynumber", "individual_number", "kojin_bango"),
            r"\d{4}[ \-]?\d{4}[ \-]?\d{4}",
        ),
    ),
)

"""法人番号 (corporate number): thirteen digits with a leading check digit; public, but it names a customer."""

from typing import Final

from stdnum.jp import cn

from desktop.detect.context import is_called, is_part_of_number
from desktop.detect.detector import DROP, Candidate, Column, Detector, Pattern, Verdict, hit, near
from desktop.domain.runs import MaskAction

_CALLED: Final = (
    *("法人番号", "インボイス", "登録番号", "corporate number", "corporate-no", "houjin", "hojin", "corp-no"),
    *("corp_no", "corporate_n", "corporaten", "corpno", "corp_num", "ホウジンバンゴウ", "ホウジン バンゴウ"),
    *("invoice",),
)


def _judge(candidate: Candidate) -> Verdict:
    digits = candidate.value.lstrip("Tt").replace("-", "")
    is_invoice = candidate.value.startswith("T")
    if len(set(digits)) == 1 or is_part_of_number(candidate) or not (is_invoice or is_called(candidate, _CALLED)):
        return DROP
    return hit("check-digit") if cn.is_valid(digits) else near("check-digit-fails")


DETECTOR: Final = Detector(
    "corporate_number",
    "corporate_number",
    MaskAction.MASKED,
    (Pattern(r"\bT?\d{13}\b|\bT?\d-\d{4}-\d{4}-\d{4}\b", _judge),),
    (Column(("法人番号", "登録番号", "corporate", "houjin", "hojin"), r"T?\d{13}"),),
)

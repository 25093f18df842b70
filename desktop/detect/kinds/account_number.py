"""Bank account numbers: seven digits in Japan, called so by a label, a data name or the head of a column.

Seven digits alone are anything; they are shown as near misses.
"""

from typing import Final

from desktop.detect.compiled import compiled
from desktop.detect.context import column_head, is_part_of_number, stands_in
from desktop.detect.detector import DROP, Candidate, Column, Detector, Pattern, Verdict, hit, near
from desktop.domain.runs import MaskAction

_NAMES: Final = ("koza", "kouza", "acct", "account", "acnt", "yokin-no", "furikomi-saki")
_CALLED: Final = ("口座", *_NAMES)
_NUMBER: Final = r"(?P<v>\b(?:\d{4}[\- ])?(?:\d{3}[\- ])?(?:[0-9][\- ])?\d{6,10}\b)"
_NOT_NUMBERS: Final = (
    *("残高", "金額", "手数料", "上限", "限度", "件数", "口座数", "利息", "日付", "開設日", "桁"),
    *("pic", "date", "-ymd", "_ymd", "-count", "_count", "-cnt", "_cnt", "length", "-len", "_len", "occurs", "size"),
    *("limit", "max", "-bal", "_bal", "balance", "zandaka", "-zan", "_zan", "-amt", "_amt", "amount"),
    *("kingaku", "kensu"),
)
"""A data name with one of these means something of an account that is not its number."""


_COUNTED: Final = ("件", "円", "名", "人", "口座", "%", "桁", "ドル")
"""Behind a number these say that it is an amount."""
_HOLDER: Final = ("名義", "人名")


def _labelled(candidate: Candidate) -> Verdict:
    digits = [c for c in candidate.value if c.isdigit()]
    if set(digits) <= {"0"} or set(digits) == {"9"} or is_part_of_number(candidate):
        return DROP
    name = candidate.matched.lower()
    is_defined = "value" in name
    if stands_in(name.replace("pic ", "") if is_defined else name, _NOT_NUMBERS):
        return near("name-of-something-else")
    behind = candidate.after.lstrip()
    is_amount = behind.startswith(_COUNTED) and not behind.startswith(_HOLDER)
    return near("name-of-something-else") if is_amount else hit("label")


_BETWEEN: Final = "、,・/ と"
_DIGITS: Final = 7
_BANKING: Final = (
    *("口座", "振込", "振替", "取引", "入金", "出金", "送金", "残高", "支店", "店番", "koza", "acct", "account"),
)


def _follows_account(before: str) -> bool:
    """Whether a number stands behind another one of a list of accounts."""
    listed = before.rstrip(_BETWEEN)
    return listed != before and listed[-_DIGITS:].isdigit() and stands_in(before, ("口座",))


def _bare(candidate: Candidate) -> Verdict:
    if len(set(candidate.value)) == 1 or is_part_of_number(candidate):
        return DROP
    heading, _, above = candidate.above(1).partition("\n")
    if stands_in(column_head(candidate, heading), _CALLED):
        return hit("column")
    is_literal = candidate.before.endswith(("'", '"')) and stands_in(candidate.after, _CALLED)
    if is_literal or _follows_account(candidate.before):
        return hit("label")
    if _KANA_NAME.search(candidate.before.encode()) is not None:
        return hit("beside-name")
    if "-" in candidate.value and stands_in(candidate.line, _BANKING):
        return hit("label")
    return near("context-above") if stands_in(above, _CALLED) else near("no-context")


_KANA_NAME: Final = compiled(r"[\p{Katakana}ー]{2,8}[ ][\p{Katakana}ー]{2,8}[ ]{2,40}$")
"""Behind a name in kana, in a fixed record."""
_IDENTIFIER: Final = rf"(?:{'|'.join(_NAMES)})[\w\-]{{0,30}}"

DETECTOR: Final = Detector(
    "account_number",
    "account_number",
    MaskAction.MASKED,
    (
        Pattern(rf"(?:口座|コウザ)[^\d\n]{{0,16}}{_NUMBER}", _labelled, ("口座", "コウザ")),
        Pattern(
            r"(?:口座|コウザ)[^\d\n]{0,16}\n[ \t*/#]{0,12}(?P<v>\d{7,8}\b)", _labelled, ("口座", "コウザ"), lines=2
        ),
        Pattern(
            r"(?:普通|当座|貯蓄|定期|別段|通知|普|当)(?:預金)?(?:口座)?(?:番号)?[ :/,|()\-]{0,6}"
            r"(?:NO\.?)?[ :]{0,3}(?P<v>\b\d{7}\b)",
            _labelled,
            ("普", "当", "貯蓄", "定期", "別段", "通知"),
        ),
        Pattern(
            rf"{_IDENTIFIER}[^\d\n]{{0,60}}?(?:PIC[ ]+[\w()]{{1,12}}[^\d\n]{{0,30}}?)?{_NUMBER}", _labelled, _NAMES
        ),
        Pattern(
            rf"\bMOVE[ ]+['\"]?{_NUMBER}['\"]?[ ]+(?:[^'\".\n]{{0,20}}\n[\d ]{{0,40}})?TO[ ]+"
            rf"(?:[\w\-]{{0,20}}\-)?{_IDENTIFIER}",
            _labelled,
            _NAMES,
            lines=2,
        ),
        Pattern(
            r"(?:口座|コウザ)(?:番号|バンゴウ|NO\.?)?[^\w\n]{0,6}(?P<v>\d(?:[ ]\d){6}\b)", _labelled, ("口座", "コウザ")
        ),
        Pattern(
            r"(?:普通|当座|貯蓄|普|当)(?:預金)?[ :/,|()]{1,4}(?P<v>\d{3}-\d{7}\b)",
            _labelled,
            ("普", "当", "貯蓄"),
        ),
        Pattern(r"(?P<v>\b\d{7}\b)[)\]」』]?[ ]?の?口座(?:番号|へ|に|から|を|が|は)", _labelled, ("口座",)),
        Pattern(r"\b\d{7}\b", _bare),
        Pattern(r"\b\d{3}-\d{7}\b", _bare),
    ),
    (Column((*_CALLED, "コウザ"), r"(?:\d{3}-)?\d{6,8}"),),
)

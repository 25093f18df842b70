"""The forms in which a label and its value stand in text and programs, from a list of labels: one way for all kinds.

In prose and listings: ``口座番号：1234567``. By the name of a field: ``acct_no=``, ``"accountNo": "…"``, ``<acctNo>…``,
``IF WS-ACCT-NO = …``; and as COBOL gives it a value: ``PIC 9(7) VALUE …``, ``MOVE … TO WS-ACCT-NO``.
"""

from collections.abc import Iterable
from typing import Final

from desktop.detect.context import is_part_of_number, stands_in
from desktop.detect.detector import DROP, Candidate, Judge, Pattern, Verdict, hit, near

_JOINED: Final = (
    r"(?:番号|コード|NO\.?|ID|名)?[ \t:=|/<>はがを「『(\[【\"'・、,)\]】』」.…*\-]{0,16}(?:\n[ \t*/#>「『(]{1,12})?"
)
"""What may stand between a label in prose and its value, which may begin on the next line, not in its first column."""
_ASSIGNED: Final = (
    r"[\w\-]{0,24}(?:[\"'\])]{1,2}|&quot;)?"
    r"(?:[ \t]{0,24}(?::=|={1,3}|<>|:|=>|->|>|,|#|\bIS\b|\bEQUALS?(?:[ ]TO)?)[ \t]{0,8}|[ \t]{1,2})"
    r"[XNBG]?[\"'(]{0,2}"
)
_GIVEN: Final = (
    r"[\w\-]{0,24}[ \t]{1,40}[^'\"\n]{0,60}?(?:\n[^'\"\n]{0,60}?)?\bVALUES?[ ]+(?:(?:IS|ARE)[ ]+)?[XNG]?['\"]?"
)
_MOVED: Final = r"['\"]?[ ]+(?:\n?[\d ]{0,16})TO[ ]+(?:[\w\-]{0,28}[\-_])?"
_OTHER_FIELDS: Final = (
    *("count", "cnt", "total", "-max", "_max", "-min", "_min", "-len", "_len", "length", "size", "flg", "flag", "date"),
    *(
        "-ymd",
        "_ymd",
        "kensu",
        "kingaku",
        "retry",
        "limit",
        "-sw",
        "_sw",
        "error",
        "-err",
        "_err",
        "昇順",
        "降順",
        "件数",
    ),
)
"""A name with one of these means something else of what it names."""
_COUNTED: Final = ("件", "円", "名", "人", "個", "回", "桁", "頁", "ページ", "店舗", "行目", "番目", "%")


def labelled(
    value: str, judge: Judge, said: Iterable[str] = (), named: str = "", words: tuple[str, ...] = ()
) -> tuple[Pattern, ...]:
    """Patterns for ``value`` (RE2, no group) behind one of the words ``said``, or given to a field that ``named`` (RE2)
    stands in the name of; one of the lower-case ``words`` stands in every such name.
    """
    found = f"(?P<v>{value})"
    patterns: list[Pattern] = []
    if labels := tuple(sorted(said, key=len, reverse=True)):
        prose = f"(?:{'|'.join(labels)}){_JOINED}{found}"
        patterns.append(Pattern(prose, judge, tuple(label.lower() for label in labels), lines=2))
    if named:
        patterns += [
            Pattern(f"(?:{named}){_ASSIGNED}{found}", judge, words),
            Pattern(f"(?:{named}){_GIVEN}{found}", judge, words, lines=2),
            Pattern(rf"\bMOVE[ ]+[XNG]?['\"]?{found}{_MOVED}(?:{named})", judge, words, lines=2),
        ]
    return tuple(patterns)


def _is_counted(behind: str) -> bool:
    return behind.startswith(_COUNTED) and not behind.startswith("名義")


def judge_number(candidate: Candidate) -> Verdict:
    """For digits behind a label: no filler such as 0000000, no part of a longer number, no count or length."""
    if (len(set(candidate.value)) == 1 and len(candidate.value) > 1) or is_part_of_number(candidate):
        return DROP
    is_other = stands_in(candidate.matched, _OTHER_FIELDS) or _is_counted(candidate.after.lstrip())
    return near("name-of-something-else") if is_other else hit("label")

"""A block is copied with a length from data that nothing bounds."""

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from desktop.analysis.rules.kit.c import array_size, calls, number
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_LENGTHS: Final = {"memcpy": 2, "memmove": 2, "strncpy": 2, "recv": 2, "read": 2, "bcopy": 2, "memset": 2}
_TARGETS: Final = {"recv": 1, "read": 1, "bcopy": 1}


def check(member: ParsedMember) -> Iterator[Found]:
    """Block copies into arrays of known size."""
    for call, name, given in calls(member, *_LENGTHS):
        if len(given) <= _LENGTHS[name]:
            continue
        target, length = given[_TARGETS.get(name, 0)], given[_LENGTHS[name]]
        room = array_size(member, target)
        if room is None or "sizeof" in member.of(length) or "strlen" in member.of(length):
            continue
        fixed = number(member, length)
        if fixed is not None:
            if fixed > room and name != "memset":
                yield Found(member.mark(call), name)
        elif _is_open(member, call, length):
            yield Found(member.mark(call), member.of(length))


def _is_open(member: ParsedMember, call: Node, length: Node) -> bool:
    scope = scope_of(member, call)
    names = {name for name in member.names(length) if not name.isupper()}
    fields = {member.of(one) for one in member.nodes("field_expression", under=length)}
    if not names or scope.checked(names, call, comparing=True):
        return False
    if fields:
        return True
    values = [value for name in names for value in scope.values(name)]
    return bool(names & scope.parameters()) or any(
        bool(member.nodes("call_expression", "field_expression", "subscript_expression", under=value))
        and "sizeof" not in member.of(value)
        for value in values
    )


RULE: Final = Rule(
    "c-unchecked-copy-length",
    (805, 787),
    Severity.HIGH,
    ja=Text(
        title="長さを検査していない複写",
        description="memcpy や recv などの長さに、電文などから来た値が、配列の大きさと比べられないまま使われる。",
        impact="配列の後ろの記憶域が壊れ、任意のコードの実行に至ることがある。",
        recommendation="長さを sizeof と比べてから複写する。",
        severity="任意のコードの実行につながるため「重要」。",
        silence="長さが先に比べられている、sizeof または収まる定数である。",
    ),
    en=Text(
        title="Copy with an unchecked length",
        description=(
            "The length of memcpy, recv or the like comes from data and was not compared with the size of the array."
        ),
        impact="Storage behind the array is spoilt, which may lead to running any code.",
        recommendation="Compare the length with sizeof before copying.",
        severity="High: may lead to running any code.",
        silence="The length is compared before, or is sizeof or a constant that fits.",
    ),
    look=Tree("c", check),
)

"""A loop over an array runs once too often."""

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from desktop.analysis.rules.kit.c import array_size, number
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_COUNTS: Final = frozenset({"n", "cnt", "count", "num", "size", "len", "length", "kensu", "max"})


def check(member: ParsedMember) -> Iterator[Found]:
    """for (i = 0; i <= count; …) with array[i] in its body."""
    for loop in member.nodes("for_statement"):
        start, test = loop.child_by_field_name("initializer"), loop.child_by_field_name("condition")
        body = loop.child_by_field_name("body")
        if start is None or test is None or body is None or test.type != "binary_expression":
            continue
        index, limit = test.child_by_field_name("left"), test.child_by_field_name("right")
        if index is None or limit is None or not any(child.type == "<=" for child in test.children):
            continue
        if not member.of(start).replace(" ", "").rstrip(";").endswith("=0"):
            continue
        for used in member.nodes("subscript_expression", under=body):
            inner, array = used.child_by_field_name("index"), used.child_by_field_name("argument")
            if inner is None or array is None or member.of(inner) != member.of(index):
                continue
            if _is_count(member, array, limit):
                yield Found(member.mark(test), member.of(index))
                break


def _is_count(member: ParsedMember, array: Node, limit: Node) -> bool:
    size = array_size(member, array)
    if size is not None:
        return number(member, limit) == size
    name = member.of(limit)
    parameters = scope_of(member, limit).parameters()
    return name in parameters and bool(member.names(array) & parameters) and name.lower() in _COUNTS


RULE: Final = Rule(
    "c-loop-runs-too-far",
    (193, 787),
    Severity.MEDIUM,
    ja=Text(
        title="一回多い繰返し",
        description="0 から始まる繰返しの条件が <= 要素数 で、配列の最後の次の要素に触れる。",
        impact="配列の外の記憶域を読み書きする。",
        recommendation="条件を < 要素数 にする。",
        severity="一要素に限られるため「警告」。",
        silence="条件が < である、添字が 1 から始まるか 1 を引いて使われる、上限が要素数でない。",
    ),
    en=Text(
        title="Loop that runs once too often",
        description="A loop from 0 has the condition <= count and touches the element after the last.",
        impact="Storage outside the array is read or written.",
        recommendation="Make the condition < count.",
        severity="Medium: one element only.",
        silence="The condition is <, the index starts at 1 or is used less 1, or the limit is not the count.",
    ),
    look=Tree("c", check),
)

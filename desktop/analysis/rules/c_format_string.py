"""A format string is not a constant."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.c import calls, is_text
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_POSITIONS: Final = {
    "printf": 0,
    "wprintf": 0,
    "fprintf": 1,
    "dprintf": 1,
    "sprintf": 1,
    "snprintf": 2,
    "syslog": 1,
    "vprintf": 0,
    "err": 1,
    "errx": 1,
    "warn": 0,
    "warnx": 0,
    "vsyslog": 1,
    "vfprintf": 1,
    "vsnprintf": 2,
}


def check(member: ParsedMember) -> Iterator[Found]:
    """The format argument of formatting functions."""
    for call, name, given in calls(member, *_POSITIONS):
        position = _POSITIONS[name]
        if len(given) <= position or is_text(member, given[position]):
            continue
        scope = scope_of(member, call)
        passes_on = "..." in member.of(scope.root.child_by_field_name("declarator"))
        if passes_on or (name.startswith("v") and member.names(given[position]) & scope.parameters()):
            continue
        if given[position].type == "call_expression" and member.of(given[position]).startswith(("_(", "gettext(")):
            continue
        yield Found(member.mark(call), member.of(given[position])[:40])


RULE: Final = Rule(
    "c-format-string",
    (134,),
    Severity.HIGH,
    ja=Text(
        title="定数でない書式文字列",
        description="printf、syslog などの書式に、定数でない文字列が使われている。",
        impact="% を含む値で記憶域を読まれ、%n で書き換えられる。",
        recommendation="書式を「%s」とし、文字列は引数で渡す。",
        severity="記憶域の読み書きにつながるため「重要」。",
        silence="書式が定数である、または可変引数を渡すだけの関数である。",
    ),
    en=Text(
        title="Format string that is not constant",
        description="The format of printf, syslog or the like is a string that is not constant.",
        impact="A value with % in it reads storage, and writes it by %n.",
        recommendation="Make the format %s and pass the string as an argument.",
        severity="High: leads to reading and writing storage.",
        silence="The format is constant, or the function only passes variable arguments on.",
    ),
    look=Tree("c", check),
)

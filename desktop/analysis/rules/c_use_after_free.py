"""Storage is used or freed after it was freed."""

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from desktop.analysis.rules.kit.c import calls
from desktop.analysis.rules.kit.found import Found, Role
from desktop.analysis.rules.kit.functions import statement_of
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity


def check(member: ParsedMember) -> Iterator[Found]:
    """Statements after ``free(name);`` in the same block, up to the next assignment."""
    for call, name, given in calls(member, "free"):
        if len(given) != 1 or given[0].type != "identifier":
            continue
        pointer = member.of(given[0])
        following = statement_of(call).next_named_sibling
        while following is not None:
            if _assigns(member, following, pointer):
                break
            if following.type != "comment" and pointer in member.names(following):
                yield Found(member.mark(following), f"{name}: {pointer}", (member.mark(call, Role.SOURCE),))
                break
            following = following.next_named_sibling


def _assigns(member: ParsedMember, node: Node, pointer: str) -> bool:
    return any(
        member.of(one.child_by_field_name("left")) == pointer
        for one in member.nodes("assignment_expression", under=node)
    )


RULE: Final = Rule(
    "c-use-after-free",
    (416, 415),
    Severity.HIGH,
    ja=Text(
        title="解放した領域の使用",
        description="free した領域が、同じ流れの後の文で使われるか、もう一度 free される。",
        impact="別のデータが入った領域を読み書きし、任意のコードの実行に至ることがある。",
        recommendation="free の後に NULL を代入し、使う順を見直す。",
        severity="任意のコードの実行につながるため「重要」。",
        silence="free の後に変数へ代入がある、または free した枝が return などで終わる。",
    ),
    en=Text(
        title="Use after free",
        description="Storage is used, or freed again, by a later statement after it was freed.",
        impact="Storage that holds other data by then is read or written, which may lead to running any code.",
        recommendation="Set the pointer to NULL after free, and put the uses before it.",
        severity="High: may lead to running any code.",
        silence="The pointer is assigned after free, or the branch with free leaves.",
    ),
    look=Tree("c", check),
)

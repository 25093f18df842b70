"""The result of an allocation or open is used without a test."""

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from desktop.analysis.rules.kit.c import calls
from desktop.analysis.rules.kit.found import Found, Role
from desktop.analysis.rules.kit.functions import scope_of, statement_of
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_FAILING: Final = ("malloc", "calloc", "realloc", "fopen", "strdup", "fdopen", "popen", "opendir")
_USES: Final = ("call_expression", "subscript_expression", "pointer_expression", "field_expression")


def check(member: ParsedMember) -> Iterator[Found]:
    """Variables that such a call sets, and their first use after it."""
    for call, name, _ in calls(member, *_FAILING):
        variable = _variable(member, call)
        if not variable:
            continue
        scope = scope_of(member, call)
        for use in member.nodes(*_USES, under=scope.root):
            if use.start_byte <= call.end_byte or not _dereferences(member, use, variable):
                continue
            if not _tested_between(member, scope.root, variable, call, use):
                yield Found(member.mark(call), f"{name}: {variable}", (member.mark(use, Role.MISSED),))
            break


def _variable(member: ParsedMember, call: Node) -> str:
    statement = statement_of(call)
    for node in member.nodes("init_declarator", "assignment_expression", under=statement):
        target = node.child_by_field_name("declarator") or node.child_by_field_name("left")
        if target is not None and target.end_byte <= call.start_byte:
            names = member.names(target)
            if len(names) == 1 and target.type in ("identifier", "pointer_declarator"):
                return names.pop()
    return ""


def _dereferences(member: ParsedMember, use: Node, variable: str) -> bool:
    if use.type == "call_expression":
        holder = use.child_by_field_name("arguments")
        passed = holder.named_children if holder is not None else []
        function = member.of(use.child_by_field_name("function"))
        return function != "free" and any(member.of(one) == variable for one in passed)
    holder = use.child_by_field_name("argument")
    is_address = use.type == "pointer_expression" and member.of(use).startswith("&")
    return holder is not None and member.of(holder) == variable and not is_address


def _tested_between(member: ParsedMember, root: Node, variable: str, call: Node, use: Node) -> bool:
    """Whether a condition names the variable after the call (or around it) and before or around its use."""
    for test in member.nodes("if_statement", "while_statement", "conditional_expression", "for_statement", under=root):
        condition = test.child_by_field_name("condition")
        if condition is None or test.start_byte > use.start_byte or condition.end_byte < call.start_byte:
            continue
        if variable in member.names(condition):
            return True
    return any(
        variable in member.names(one) and call.end_byte < one.start_byte < use.start_byte
        for one in member.calls.get("assert", [])
    )


RULE: Final = Rule(
    "c-unchecked-result",
    (252, 476, 690),
    Severity.MEDIUM,
    ja=Text(
        title="確かめずに使う結果",
        description="malloc や fopen などの結果が、NULL でないことを確かめられないまま使われる。",
        impact="記憶域の不足やファイルのないときに異常終了し、受付が止まる。",
        recommendation="使う前に NULL と比べ、誤りとして扱う。",
        severity="止まるのが主なため「警告」。",
        silence="結果の変数が、使う前に条件で調べられている、または呼出し元に返される。",
    ),
    en=Text(
        title="Result used without a test",
        description="The result of malloc, fopen or the like is used without a test for NULL.",
        impact="The program ends when storage runs out or a file is missing, and service stops.",
        recommendation="Compare with NULL before use, and treat it as an error.",
        severity="Medium: mostly a stop of service.",
        silence="The variable is tested before it is used, or returned to the caller.",
    ),
    look=Tree("c", check),
)

"""What is known of names within one function of C or Python: what they are set to, and whether they were checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tree_sitter import Node

from desktop.analysis.rules.kit.trees import ParsedMember, ancestor

_DEEPEST: Final = 3
_FUNCTIONS: Final = ("function_definition",)
_LEAVING: Final = (
    "return_statement",
    "raise_statement",
    "goto_statement",
    "continue_statement",
    "break_statement",
    "assert_statement",
)
_EXITS: Final = frozenset({"exit", "abort", "_exit", "die", "fatal"})
_ASSIGNING: Final = (
    "assignment",
    "assignment_expression",
    "init_declarator",
    "augmented_assignment",
    "named_expression",
)


@dataclass(frozen=True)
class Scope:
    """The function around a node, or the whole module."""

    member: ParsedMember
    root: Node

    def values(self, name: str) -> list[Node]:
        """Expressions that the name is set to, in order."""
        found: list[Node] = []
        for node in self.member.nodes(*_ASSIGNING, under=self.root):
            left = node.child_by_field_name("left") or node.child_by_field_name("declarator")
            left = left or node.child_by_field_name("name")
            right = node.child_by_field_name("right") or node.child_by_field_name("value")
            if left is not None and right is not None and name in self._targets(left):
                found.append(right)
        return found

    def _targets(self, node: Node) -> set[str]:
        if node.type == "identifier":
            return {self.member.of(node)}
        inner = node.child_by_field_name("declarator")
        if inner is not None:
            return self._targets(inner)
        return {self.member.of(child) for child in node.children if child.type == "identifier"}

    def parameters(self) -> set[str]:
        """Names of the function's parameters."""
        return self.member.names(_parameters(self.root))

    def checked(self, names: set[str], before: Node, comparing: bool = False, depth: int = 0) -> bool:
        """Whether one of the names is tested on the way to ``before``.

        A test counts when ``before`` is within what depends on it, or when its branch leaves. ``comparing``: only order
        comparisons count, also those of a function of this member that the test calls. A parameter counts as checked
        where every call in this member passes something that was checked before.
        """
        for test in self._tests(before):
            if names & self.member.names(test) and (not comparing or self._compares(test, names)):
                return True
        return depth < _DEEPEST and self._checked_by_callers(names, comparing, depth)

    def _checked_by_callers(self, names: set[str], comparing: bool, depth: int) -> bool:
        title = self.member.title(self.root)
        given = self._parameter_names(self.root)
        positions = [at for at, name in enumerate(given) if name in names]
        if not title or not positions:
            return False
        found = False
        for call in self.member.calls.get(title, []):
            passed = arguments(call)
            if len(passed) != len(given):
                continue
            for at in positions:
                used = value_names(self.member, passed[at])
                if used and not scope_of(self.member, call).checked(used, call, comparing, depth + 1):
                    return False
            found = True
        return found

    def _parameter_names(self, function: Node) -> list[str]:
        """Parameters in order; an empty text for one without a name."""
        holder = _parameters(function)
        found: list[str] = []
        for one in holder.named_children if holder is not None else []:
            names = [self.member.of(name) for name in self.member.nodes("identifier", under=one)]
            found.append(names[-1] if names and one.type == "parameter_declaration" else names[0] if names else "")
        return found

    def _tests(self, before: Node) -> Iterator[Node]:
        for node in self.member.nodes(
            "if_statement",
            "while_statement",
            "conditional_expression",
            "assert_statement",
            "for_statement",
            under=self.root,
        ):
            if node.start_byte >= before.start_byte:
                return
            condition = node.child_by_field_name("condition")
            if node.type == "assert_statement":
                yield node
            elif condition is None:
                continue
            elif node.end_byte >= before.end_byte or self._leaves(node):
                yield condition

    def _leaves(self, node: Node) -> bool:
        branch = node.child_by_field_name("consequence")
        if branch is None:
            return False
        if self.member.nodes(*_LEAVING, under=branch):
            return True
        return any(
            callee(self.member, call) in _EXITS for call in self.member.nodes("call_expression", "call", under=branch)
        )

    def _compares(self, test: Node, names: set[str]) -> bool:
        for node in self.member.nodes("binary_expression", "comparison_operator", under=test):
            operators = {child.type for child in node.children}
            if operators & {"<", ">", "<=", ">="} and names & self.member.names(node):
                return True
        return any(self._compared_in(call, names) for call in self.member.nodes("call_expression", "call", under=test))

    def _compared_in(self, call: Node, names: set[str]) -> bool:
        """Whether the function that is called, if it is of this member, compares the parameter that gets the name."""
        function = self.member.functions.get(callee(self.member, call))
        if function is None:
            return False
        for parameter, passed in zip(self._parameter_names(function), arguments(call), strict=False):
            if not names & self.member.names(passed):
                continue
            for node in self.member.nodes("binary_expression", "comparison_operator", under=function):
                operators = {child.type for child in node.children}
                if operators & {"<", ">", "<=", ">="} and parameter in self.member.names(node):
                    return True
        return False


def value_names(member: ParsedMember, node: Node) -> set[str]:
    """Identifiers that an expression takes its value from; those that only choose an element are left out."""
    if node.type == "identifier":
        return {member.of(node)}
    index = node.child_by_field_name("index") if node.type == "subscript_expression" else None
    found: set[str] = set()
    for child in node.named_children:
        if index is None or child != index:
            found |= value_names(member, child)
    return found


def _parameters(function: Node) -> Node | None:
    holder = function.child_by_field_name("parameters")
    declarator = function.child_by_field_name("declarator")
    while declarator is not None and holder is None:
        holder = declarator.child_by_field_name("parameters")
        declarator = declarator.child_by_field_name("declarator")
    return holder


def scope_of(member: ParsedMember, node: Node) -> Scope:
    """The scope that a node stands in."""
    return Scope(member, ancestor(node, *_FUNCTIONS) or member.root)


def callee(member: ParsedMember, call: Node) -> str:
    """The text of what is called, e.g. ``strcpy`` or ``subprocess.run``."""
    return member.of(call.child_by_field_name("function"))


def arguments(call: Node) -> list[Node]:
    """The arguments of a call, comments left out."""
    holder = call.child_by_field_name("arguments")
    return [child for child in holder.named_children if child.type != "comment"] if holder is not None else []


def statement_of(node: Node) -> Node:
    """The statement that a node is part of."""
    at = node
    while at.parent is not None and not (at.type.endswith("_statement") or at.type in ("declaration", "assignment")):
        at = at.parent
    return at if at.parent is not None else node

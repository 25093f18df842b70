"""C and Python as rules get them: the syntax tree, and what runs through one function.

The flow is simple on purpose: names that a function assigns, in the order of the text, without loops. What it
cannot follow it takes for data from outside only where a rule says so.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import tree_sitter_c
import tree_sitter_python
from tree_sitter import Language, Node, Parser

from desktop.analysis.rules.kit.found import Mark, Role
from desktop.analysis.rules.kit.member import TextMember

_GRAMMARS: Final = {"c": tree_sitter_c.language, "python": tree_sitter_python.language}
_FOREIGN: Final = b"\xaa"


@dataclass(frozen=True)
class ParsedMember:
    """A member with its tree. Positions in the tree are bytes of the evidence."""

    text: TextMember

    @cached_property
    def code(self) -> bytes:
        """The shape of the member as the parser sees it: letters stand for what is not ASCII."""
        return self.text.source.shape.encode("latin-1").replace(_FOREIGN, b"x")

    @cached_property
    def root(self) -> Node:
        """The root of the tree."""
        return Parser(Language(_GRAMMARS[self.text.language]())).parse(self.code).root_node

    def of(self, node: Node | None) -> str:
        """The text of a node."""
        return self.code[node.start_byte : node.end_byte].decode("ascii", "replace") if node is not None else ""

    def mark(self, node: Node, role: Role = Role.SINK) -> Mark:
        """A mark on a node."""
        return self.text.mark(node.start_byte, node.end_byte, role)

    @cached_property
    def _by_type(self) -> dict[str, tuple[list[int], list[Node]]]:
        """Nodes of each type with where they start, in order; read once, without recursion."""
        found: dict[str, tuple[list[int], list[Node]]] = {}
        cursor = self.root.walk()
        while True:
            node = cursor.node
            if node is not None:
                starts, nodes = found.setdefault(node.type, ([], []))
                starts.append(node.start_byte)
                nodes.append(node)
            if cursor.goto_first_child():
                continue
            while not cursor.goto_next_sibling():
                if not cursor.goto_parent():
                    return found

    def nodes(self, *types: str, under: Node | None = None) -> list[Node]:
        """All nodes of these types in order, those within ``under`` (itself included) where it is given."""
        found: list[Node] = []
        for one in types:
            starts, nodes = self._by_type.get(one, ([], []))
            if under is None:
                found.extend(nodes)
                continue
            first, last = bisect_left(starts, under.start_byte), bisect_right(starts, under.end_byte)
            found.extend(node for node in nodes[first:last] if node.end_byte <= under.end_byte)
        return found if len(types) == 1 else sorted(found, key=lambda node: (node.start_byte, -node.end_byte))

    @cached_property
    def calls(self) -> dict[str, list[Node]]:
        """Calls by the text of what they call, in order."""
        found: dict[str, list[Node]] = {}
        for call in self.nodes("call_expression", "call"):
            found.setdefault(self.of(call.child_by_field_name("function")), []).append(call)
        return found

    @cached_property
    def functions(self) -> dict[str, Node]:
        """Functions that the member defines, by name."""
        found: dict[str, Node] = {}
        for function in self.nodes("function_definition"):
            found.setdefault(self.title(function), function)
        return found

    def title(self, function: Node) -> str:
        """The name of a function; empty for what is none."""
        named = function.child_by_field_name("name")
        declarator = function.child_by_field_name("declarator")
        while named is None and declarator is not None and declarator.type != "identifier":
            declarator = declarator.child_by_field_name("declarator")
        return self.of(named if named is not None else declarator)

    def names(self, node: Node | None) -> set[str]:
        """Identifiers within a node."""
        return {self.of(found) for found in self.nodes("identifier", under=node)} if node is not None else set()


def ancestor(node: Node, *types: str) -> Node | None:
    """The nearest node around ``node`` of one of these types."""
    at = node.parent
    while at is not None and at.type not in types:
        at = at.parent
    return at

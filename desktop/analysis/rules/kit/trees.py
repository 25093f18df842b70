"""C and Python as rules get them: the syntax tree, and what runs through one function.

The flow is simple on purpose: names that a function assigns, in the order of the text, without loops. What it
cannot follow it takes for data from outside only where a rule says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import tree_sitter_c
import tree_sitter_python
from tree_sitter import Language, Node, Parser

from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Mark, Role

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
        """A mark on a node, at most to the end of its statement's third line."""
        return self.text.mark(node.start_byte, node.end_byte, role)

    def nodes(self, *types: str, under: Node | None = None) -> Iterator[Node]:
        """All nodes of these types, in order, without recursion."""
        cursor = (under if under is not None else self.root).walk()
        depth = 0
        while True:
            node = cursor.node
            if node is not None and node.type in types:
                yield node
            if cursor.goto_first_child():
                depth += 1
                continue
            while not cursor.goto_next_sibling():
                if depth == 0 or not cursor.goto_parent():
                    return
                depth -= 1

    def names(self, node: Node | None) -> set[str]:
        """Identifiers within a node."""
        return {self.of(found) for found in self.nodes("identifier", under=node)} if node is not None else set()


def ancestor(node: Node, *types: str) -> Node | None:
    """The nearest node around ``node`` of one of these types."""
    at = node.parent
    while at is not None and at.type not in types:
        at = at.parent
    return at

"""The control-flow graph of one program: a node a statement or simple test, edges for every way control may go.

Paragraphs have a start and an end node. PERFORM is a call of a range of paragraphs; the walk returns at the end node of
the range. Conditions are taken apart, so that each simple test has its own two ways out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from desktop.source.flow.conditions import Both, Compared, Either, Named, Not, Opaque, Simple, Test
from desktop.source.flow.effects import Effect
from desktop.source.flow.statements import Statement


class NodeKind(IntEnum):
    """What a node stands for."""

    STATEMENT = 0
    TEST = 1
    CALL = 2
    JOIN = 3
    """A place where ways meet or part without a test that is understood."""
    EXIT = 4
    """The program, or its part in the task, ends here."""
    PARAGRAPH = 5
    END = 6
    """End of a paragraph."""


class Loop(IntEnum):
    """What is known of the number of times that statements are repeated."""

    NONE = 0
    BOUNDED = 1
    UNBOUNDED = 2


@dataclass(slots=True)
class Node:
    """One node, for the tokens ``first`` to ``last`` (excluded). Targets are indexes of nodes, -1 for none."""

    index: int
    kind: NodeKind
    paragraph: int
    statement: Statement | None
    first: int
    last: int
    effects: tuple[Effect, ...] = ()
    next: int = -1
    """Where control goes; for a test, where it goes when the test holds."""
    otherwise: int = -1
    """Where control goes when the test does not hold."""
    more: tuple[int, ...] = ()
    test: Simple | None = None
    calls: tuple[int, int] = (-1, -1)
    """First and last paragraph of the range that is performed."""
    is_loop_test: bool = False
    loop: Loop = Loop.NONE

    @property
    def successors(self) -> tuple[int, ...]:
        """All targets but those of a call."""
        return tuple(target for target in (self.next, self.otherwise, *self.more) if target >= 0)


@dataclass(slots=True)
class Graph:
    """All nodes; ``starts`` and ``ends`` by paragraph."""

    nodes: list[Node] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    entry: int = -1
    handlers: list[tuple[int, int]] = field(default_factory=list)
    """Statement node that establishes a handler, and the node where the handler starts."""
    declaratives: list[int] = field(default_factory=list)
    altered: list[int] = field(default_factory=list)
    """First tokens of ALTER statements: GO TOs that this graph may have wrong."""

    def add(
        self,
        kind: NodeKind,
        paragraph: int,
        statement: Statement | None,
        first: int,
        last: int,
        following: int = -1,
        effects: tuple[Effect, ...] = (),
    ) -> Node:
        """A new node."""
        node = Node(len(self.nodes), kind, paragraph, statement, first, last, effects, following)
        self.nodes.append(node)
        return node

    def lower(self, test: Test, yes: int, no: int, paragraph: int, statement: Statement, is_loop: bool = False) -> int:
        """Take a condition apart into test nodes; gives the first of them."""
        if isinstance(test, Not):
            return self.lower(test.part, no, yes, paragraph, statement, is_loop)
        if isinstance(test, Both | Either):
            kind = type(test)
            parts: list[Test] = []
            rest: Test = test
            while isinstance(rest, Both | Either) and type(rest) is kind:
                parts.append(rest.right)
                rest = rest.left
            target = self.lower(parts[0], yes, no, paragraph, statement, is_loop)
            for part in (*parts[1:], rest):
                if kind is Both:
                    target = self.lower(part, target, no, paragraph, statement, is_loop)
                else:
                    target = self.lower(part, yes, target, paragraph, statement, is_loop)
            return target
        if isinstance(test, Opaque) and test.always is not None:
            return yes if test.always else no
        node = self.add(NodeKind.TEST, paragraph, statement, test.first, test.last, yes)
        node.test, node.otherwise, node.is_loop_test = test, no, is_loop
        return node.index


def loop_kind(test: Test, counters: Sequence[int]) -> Loop:
    """Whether UNTIL ``test`` ends a loop after a number of times that a constant or another item gives."""
    if isinstance(test, Either):
        return min(loop_kind(test.left, counters), loop_kind(test.right, counters))
    if isinstance(test, Both):
        return max(loop_kind(test.left, counters), loop_kind(test.right, counters))
    if isinstance(test, Compared):
        left = test.left.single
        counts = left is not None and left.item in counters
        if test.op in (">", ">=") or (test.op == "=" and counts and test.right.number is not None):
            return Loop.BOUNDED
    return Loop.UNBOUNDED


def reads(test: Simple) -> list[int]:
    """Items that a simple test looks at."""
    match test:
        case Compared(left=left, right=right):
            return [ref.item for ref in (*left.refs, *right.refs)]
        case Named(condition=condition):
            return [condition.item]
        case _:
            return [ref.item for ref in test.subject.refs]

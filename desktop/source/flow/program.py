"""One COBOL program, read whole: its data, its graph, and what the walk found may hold at each statement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop.source.flow.effects import Origin, SetConstant
from desktop.source.flow.files import Files
from desktop.source.flow.graph import Graph, Node, NodeKind
from desktop.source.flow.planes import Masks, Plane
from desktop.source.flow.references import Code, Ref, constant_of
from desktop.source.flow.statements import Procedure, Statement
from desktop.source.flow.transfer import Awaited
from desktop.source.flow.walk import Walk
from desktop.source.lang.cobol import Expanded
from desktop.source.tokens import Kind, Token

COMMAREA: Final = "DFHCOMMAREA"


@dataclass(frozen=True, slots=True)
class Entry:
    """Data that are there when the program starts."""

    item: int
    origin: Origin


@dataclass(slots=True)
class Program:
    """A program with everything that rules ask for. ``graph`` has no nodes where there is no procedure division."""

    name: str
    expanded: Expanded
    code: Code
    masks: Masks
    files: Files
    procedure: Procedure | None
    graph: Graph
    found: Walk
    awaited: tuple[Awaited, ...] = ()
    entries: tuple[Entry, ...] = ()
    fixed: dict[int, int] = field(default_factory=dict)
    """Numeric items that keep the number of their VALUE."""
    mentions: Sequence[Sequence[Ref]] = ()
    """All mentions of data in the tokens of each node, those in subscripts too."""
    looked_at: int = 0
    """Items that some test looks at, that a called program gets, or that go back to the caller."""
    _by_verb: dict[str, list[Node]] = field(default_factory=dict)

    @property
    def tokens(self) -> Sequence[Token]:
        return self.code.tokens

    def reached(self) -> Iterator[Node]:
        """Nodes that control may come to, in the order of the graph."""
        for node in self.graph.nodes:
            if self.found.seen[node.index] >= 0:
                yield node

    def statements(self, *verbs: str) -> list[Node]:
        """Reached nodes of statements with one of these verbs, each statement once, in the order of the text."""
        if not self._by_verb:
            self._index_statements()
        found = [node for verb in verbs for node in self._by_verb.get(verb, [])]
        return sorted(found, key=lambda node: node.first) if len(verbs) > 1 else found

    def _index_statements(self) -> None:
        first: dict[int, Node] = {}
        for node in self.reached():
            if node.statement is not None and node.kind in (NodeKind.STATEMENT, NodeKind.EXIT, NodeKind.CALL):
                first.setdefault(node.statement.first, node)
        for at in sorted(first):
            statement = first[at].statement
            assert statement is not None
            self._by_verb.setdefault(statement.verb, []).append(first[at])

    def may(self, node: Node, item: int, *planes: Plane) -> bool:
        """Whether one of the facts may hold of the item, or of something inside a group, on entry to a node."""
        bits = self.found.seen[node.index]
        if bits < 0:
            return False
        return any(self.masks.plane(bits, plane) & self.masks.leaves[item] for plane in planes)

    def untested_length(self, node: Node) -> bool:
        """Whether control may come here without EIBCALEN having been looked at."""
        bits = self.found.seen[node.index]
        return bits >= 0 and bool(bits >> self.masks.after & 1)

    def unmet(self) -> Iterator[tuple[Awaited, Node]]:
        """Results that nobody looks at on some way, with the node where it is too late: the next use, or the end."""
        seen = self.found.seen
        late: dict[int, list[Node]] = {}
        for node in self.reached():
            if node.kind is NodeKind.EXIT and not self._abends(node):
                late.setdefault(-1, []).append(node)
        for awaited in self.awaited:
            late.setdefault(awaited.node, []).append(self.graph.nodes[awaited.node])
        places = {awaited.node: awaited for awaited in self.awaited}
        for awaited in self.awaited:
            if seen[awaited.node] < 0:
                continue
            ends = late.get(-1, [])
            again = [
                self.graph.nodes[other]
                for other, next_one in places.items()
                if set(next_one.status) & set(awaited.status)
            ]
            for node in (*again, *ends):
                if seen[node.index] >= 0 and seen[node.index] & awaited.bit:
                    yield awaited, node
                    break

    def _abends(self, node: Node) -> bool:
        statement = node.statement
        return statement is not None and self.code.word(statement.first + 2) == "ABEND"

    def literals(self, item: int) -> set[str]:
        """Literals that may stand in an item (or in a part of it): its VALUE, and constants moved to it."""
        found: set[str] = set()
        overlapping = self.masks.overlapping[item]
        for declared in self.code.layout.items:
            if overlapping >> declared.index & 1:
                found.update(constant_of(token) or "" for token in declared.value if token.kind is Kind.LITERAL)
        for node in self.graph.nodes:
            for effect in node.effects:
                if isinstance(effect, SetConstant) and effect.value and overlapping >> effect.target.item & 1:
                    found.add(effect.value)
        return found

    def before(self, statement: Statement) -> list[Statement]:
        """The statements that stand before one in the same body."""
        waiting = [paragraph.body for paragraph in (self.procedure.paragraphs if self.procedure is not None else [])]
        while waiting:
            body = waiting.pop()
            for at, one in enumerate(body):
                if one is statement:
                    return body[:at]
                waiting.extend(phrase.body for phrase in one.phrases)
        return []

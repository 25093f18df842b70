"""What a range of paragraphs is concerned with: the facts and switches that it can look at, use or change.

A performed range is walked once for each different state of its concerns, so that a common paragraph (a status check,
a log record) does not mix up what its many callers know of other things.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.source.flow.effects import Await
from desktop.source.flow.flags import Flags
from desktop.source.flow.graph import Graph, NodeKind
from desktop.source.flow.planes import Masks


@dataclass(slots=True)
class Concerns:
    """Answers ``of`` for ranges, each found once."""

    graph: Graph
    masks: Masks
    flags: Flags
    mentions: Sequence[int]
    """Items that each node mentions, with all that overlaps them."""
    results: int
    """Bits of all awaited results."""
    looked: Sequence[int]
    """Bits of the results that each node looks at."""
    _known: dict[tuple[int, int], tuple[int, frozenset[int]]] = field(default_factory=dict)

    def of(self, calls: tuple[int, int]) -> tuple[int, frozenset[int]]:
        """Bits and switches that concern the range."""
        found = self._known.get(calls)
        if found is None:
            found = self._known[calls] = self._find(calls)
        return found

    def _find(self, calls: tuple[int, int]) -> tuple[int, frozenset[int]]:
        items, results, switches = 0, 0, set[int]()
        for index in self._reachable(calls):
            node = self.graph.nodes[index]
            items |= self.mentions[index]
            if index in self.flags.tests:
                switches.add(self.flags.tests[index][0])
            switches.update(flag for flag, _ in self.flags.sets.get(index, ()))
            results |= self.looked[index]
            if node.kind is NodeKind.EXIT or any(isinstance(effect, Await) for effect in node.effects):
                results = self.results
        status = self.masks.everywhere(items) | results | (1 << self.masks.after)
        return status, frozenset(switches)

    def _reachable(self, calls: tuple[int, int]) -> set[int]:
        """Nodes that control can come to before the range ends, ranges performed in it included."""
        graph = self.graph
        known: set[int] = set()
        waiting = [(graph.starts[calls[0]], graph.ends[calls[1]])]
        while waiting:
            entry, stop = waiting.pop()
            stack = [entry]
            while stack:
                at = stack.pop()
                if at in known:
                    continue
                known.add(at)
                node = graph.nodes[at]
                if node.kind is NodeKind.CALL:
                    waiting.append((graph.starts[node.calls[0]], graph.ends[node.calls[1]]))
                if at != stop:
                    stack.extend(node.successors)
        return known

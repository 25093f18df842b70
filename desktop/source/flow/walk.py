"""Carries facts along the graph until nothing changes: PERFORM as a remembered call, states kept apart by switches.

Time is bounded: when the budget is spent the walk stops and says so, and what it has not reached counts as not read.
"""

from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Final

from desktop.source.flow.concerns import Concerns
from desktop.source.flow.flags import Flags, Values
from desktop.source.flow.graph import Graph, NodeKind
from desktop.source.flow.transfer import Step

MOST_CONTEXTS: Final = 12
"""Different states in which a range of paragraphs is entered, before they are thrown together."""
MOST_APART: Final = 8
"""States kept apart by switches at one place."""
VISITS_PER_NODE: Final = 80
DEEPEST: Final = 100

State = dict[Values, int]


@dataclass(slots=True)
class Walk:
    """The result: for each node the union of all bits it may be entered with; -1 where it is never reached."""

    seen: list[int]
    is_complete: bool = True
    recursive: set[int] = field(default_factory=set)
    """CALL nodes that were not entered again because the range was being performed already."""


@dataclass(slots=True)
class Steps:
    """What nodes do, compiled. ``looked`` takes away the results that a node looks at."""

    effects: list[tuple[Step, ...]]
    holds: list[tuple[Step, ...]]
    fails: list[tuple[Step, ...]]
    looked: list[int]


@dataclass(slots=True)
class _Range:
    """What is remembered of one range of paragraphs."""

    known: dict[tuple[Values, int], State | None] = field(default_factory=dict)
    joined: dict[Values, int] = field(default_factory=dict)


def walk(graph: Graph, steps: Steps, flags: Flags, start: int, concerns: Concerns) -> Walk:
    """Walk from the program's entry with the bits ``start``, then from each handler with what holds where it is set."""
    walker = _Walker(graph, steps, flags, concerns)
    walker.enter(graph.entry, {flags.initial: start})
    unknown: Values = (None,) * len(flags.items)
    for section in graph.declaratives:
        walker.enter(section, {unknown: start})
    for _ in range(2):
        for setter, target in graph.handlers:
            bits = walker.result.seen[setter]
            if bits >= 0:
                walker.enter(target, {unknown: bits})
    return walker.result


class _Walker:
    def __init__(self, graph: Graph, steps: Steps, flags: Flags, concerns: Concerns) -> None:
        self.graph = graph
        self.steps = steps
        self.flags = flags
        self.concerns = concerns
        self.targets = [node.successors for node in graph.nodes]
        self.result = Walk([-1] * len(graph.nodes))
        self.ranges: dict[tuple[int, int], _Range] = {}
        self.active: list[tuple[int, int]] = []
        self.left = VISITS_PER_NODE * len(graph.nodes) + 2_000

    def enter(self, node: int, state: State) -> None:
        """Walk from a node with nothing to return to."""
        self._activation(node, -1, state)

    def _perform(self, node: int, calls: tuple[int, int], state: State) -> State | None:
        """The state after the range was performed; None where it never returns.

        The range only sees what it is concerned with; everything else goes past it unchanged.
        """
        if calls in self.active or len(self.active) >= DEEPEST:
            self.result.recursive.add(node)
            return state
        bits_in, flags_in = self.concerns.of(calls)
        out: State = {}
        for values, bits in state.items():
            inner = tuple(value if at in flags_in else None for at, value in enumerate(values))
            found = self._remembered(calls, inner, bits & bits_in)
            for after, held in (found or {}).items():
                outer = tuple(after[at] if at in flags_in else value for at, value in enumerate(values))
                out[outer] = out.get(outer, 0) | held | bits & ~bits_in
        if not out:
            return None
        return self._fewer(out) if len(out) > MOST_APART else out

    def _remembered(self, calls: tuple[int, int], values: Values, bits: int) -> State | None:
        remembered = self.ranges.setdefault(calls, _Range())
        if (values, bits) in remembered.known:
            return remembered.known[values, bits]
        if len(remembered.known) >= MOST_CONTEXTS:
            bits |= remembered.joined.get(values, 0)
            remembered.joined[values] = bits
            if (values, bits) in remembered.known:
                return remembered.known[values, bits]
        self.active.append(calls)
        found = self._activation(self.graph.starts[calls[0]], self.graph.ends[calls[1]], {values: bits})
        self.active.pop()
        remembered.known[values, bits] = found
        return found

    def _activation(self, entry: int, stop: int, state: State) -> State | None:
        nodes, seen = self.graph.nodes, self.result.seen
        held: dict[int, State] = {entry: dict(state)}
        waiting = [entry]
        queued = {entry}
        out: State | None = None
        while waiting:
            if self.left <= 0:
                self.result.is_complete = False
                return out
            self.left -= 1
            at = heappop(waiting)
            queued.discard(at)
            node, here = nodes[at], held[at]
            bits = max(seen[at], 0)
            for value in here.values():
                bits |= value
            seen[at] = bits
            if at == stop:
                if out is None:
                    out = {}
                _unite(out, here)
                continue
            for target, after in self._ways(at, node.kind, here):
                known = held.get(target)
                if known is None:
                    held[target] = dict(after)
                elif not _unite(known, after):
                    continue
                if len(held[target]) > MOST_APART:
                    held[target] = self._fewer(held[target])
                if target not in queued:
                    queued.add(target)
                    heappush(waiting, target)
        return out

    def _ways(self, at: int, kind: NodeKind, here: State) -> list[tuple[int, State]]:
        node, steps = self.graph.nodes[at], self.steps
        if kind is NodeKind.TEST:
            return self._test(at, node.next, node.otherwise, here)
        if kind is NodeKind.EXIT:
            return []
        if kind is NodeKind.CALL:
            after = self._perform(at, node.calls, here)
            return [] if after is None or node.next < 0 else [(node.next, after)]
        effects, looked = steps.effects[at], steps.looked[at]
        if effects or looked or at in self.flags.sets:
            moved: State = {}
            for values, bits in here.items():
                bits &= ~looked
                for step in effects:
                    bits = step(bits)
                values = self.flags.write(at, values)
                moved[values] = moved.get(values, 0) | bits
            here = moved
        return [(target, here) for target in self.targets[at]]

    def _test(self, at: int, yes: int, no: int, here: State) -> list[tuple[int, State]]:
        holds, fails = State(), State()
        steps, flags, looked = self.steps, self.flags, ~self.steps.looked[at]
        for values, bits in here.items():
            outcome = flags.outcome(at, values)
            bits &= looked
            if outcome is not False:
                after = bits
                for step in steps.holds[at]:
                    after = step(after)
                learned = flags.learn(at, values, True)
                holds[learned] = holds.get(learned, 0) | after
            if outcome is not True:
                after = bits
                for step in steps.fails[at]:
                    after = step(after)
                fails[values] = fails.get(values, 0) | after
        ways = []
        if holds and yes >= 0:
            ways.append((yes, holds))
        if fails and no >= 0:
            ways.append((no, fails))
        return ways

    def _fewer(self, state: State) -> State:
        """Forget the switch whose values keep most states apart, until few enough are left."""
        while len(state) > MOST_APART // 2:
            best, fewest = 0, len(state) + 1
            for flag in range(len(self.flags.items)):
                count = len({(*values[:flag], *values[flag + 1 :]) for values in state})
                if count < fewest and any(values[flag] is not None for values in state):
                    best, fewest = flag, count
            merged: State = {}
            for values, bits in state.items():
                less = (*values[:best], None, *values[best + 1 :])
                merged[less] = merged.get(less, 0) | bits
            if len(merged) == len(state):
                whole = 0
                for bits in state.values():
                    whole |= bits
                return {(None,) * len(self.flags.items): whole}
            state = merged
        return state


def _unite(known: State, added: State) -> bool:
    """Add states to known ones; whether anything is new."""
    changed = False
    for values, bits in added.items():
        before = known.get(values)
        if before is None:
            known[values] = bits
            changed = True
        elif bits | before != before:
            known[values] = bits | before
            changed = True
    return changed

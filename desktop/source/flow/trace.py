"""Where a dangerous value came from: goes back from a use along the assignments that the walk found to matter."""

from collections import deque
from dataclasses import dataclass
from typing import Final

from desktop.source.flow.effects import Assign, Effect, Enter, Origin, SetConstant
from desktop.source.flow.graph import Node
from desktop.source.flow.planes import OUTSIDE, STORED, Plane, each
from desktop.source.flow.program import Program

_CONSTANT: Final = (Plane.LITERAL, Plane.JOB, Plane.BROKEN, Plane.ZERO)


@dataclass(frozen=True, slots=True)
class Source:
    """One place on the way of a value. ``first`` to ``last`` are tokens; the first of a trace is where it came in."""

    item: int
    origin: Origin | None
    first: int
    last: int
    node: int
    """-1 for data that are there at the start: the tokens are those of the declaration."""


def trace(program: Program, node: Node, item: int, plane: Plane) -> tuple[Source, ...]:
    """The shortest way on which the fact can have come into ``item`` at ``node``; empty where none is found.

    Leaves the order of statements aside but for what the walk knows to hold at each, so the way is likely, not proven.
    """
    masks = program.masks
    writers = _writers(program)
    starts = [leaf for leaf in each(masks.leaves[item]) if program.may(node, leaf, plane)] or [item]
    queue: deque[tuple[int, tuple[Source, ...]]] = deque((start, ()) for start in starts)
    known = set(starts)
    while queue:
        at, path = queue.popleft()
        overlapping = masks.overlapping[at]
        for writer, effect in writers:
            target = effect.target.item
            if not (masks.touched[target] >> at & 1 or overlapping >> target & 1):
                continue
            if program.found.seen[writer.index] < 0:
                continue
            if isinstance(effect, Enter | SetConstant):
                if _fits(effect, plane):
                    origin = effect.origin if isinstance(effect, Enter) else None
                    return (Source(target, origin, writer.first, writer.last, writer.index), *path)
                continue
            step = Source(target, None, writer.first, writer.last, writer.index)
            for operand in effect.sources:
                for ref in operand.refs:
                    if ref.item not in known and program.may(writer, ref.item, plane):
                        known.add(ref.item)
                        leaves = [leaf for leaf in each(masks.leaves[ref.item]) if program.may(writer, leaf, plane)]
                        known.update(leaves)
                        queue.extend((leaf, (step, *path)) for leaf in leaves or [ref.item])
        for entry in program.entries:
            if masks.touched[entry.item] >> at & 1 and _stored(plane) is not True:
                return (_declared(program, at, entry.origin), *path)
    return ()


def _writers(program: Program) -> list[tuple[Node, Assign | Enter | SetConstant]]:
    found: list[tuple[Node, Assign | Enter | SetConstant]] = []
    for node in program.graph.nodes:
        for effect in node.effects:
            if isinstance(effect, Assign | Enter | SetConstant):
                found.append((node, effect))
    return found


def _stored(plane: Plane) -> bool | None:
    """Whether a fact is about stored data or about data handed in now; None where it is about neither."""
    return True if plane in STORED else False if plane in (*OUTSIDE, Plane.PROTECTED) else None


def _fits(effect: Effect, plane: Plane) -> bool:
    """Whether an effect can be the beginning of the fact."""
    stored = _stored(plane)
    if isinstance(effect, Enter):
        return stored is None or effect.origin.is_stored == stored
    return isinstance(effect, SetConstant) and plane in _CONSTANT


def _declared(program: Program, item: int, origin: Origin) -> Source:
    declared = program.code.item(item)
    if declared is None:
        return Source(item, origin, 0, 1, -1)
    return Source(item, origin, declared.first, declared.last, -1)

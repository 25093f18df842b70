"""From marks (here begins a unit) to units that know their bytes, lines, parents and qualified names."""

from bisect import bisect_right
from collections.abc import Container, Sequence
from typing import NamedTuple

from desktop.domain.places import Span
from desktop.source.members import SEPARATOR, Unit, UnitKind
from desktop.source.skeleton import Source

_UNNAMED = frozenset({UnitKind.DIVISION, UnitKind.CHUNK, UnitKind.INSTREAM})


class Mark(NamedTuple):
    """A unit begins at byte ``start``; it ends where the next mark of the same or a smaller ``depth`` begins."""

    kind: UnitKind
    name: str
    start: int
    depth: int


def tile(source: Source, marks: Sequence[Mark], comment_lines: Container[int] = ()) -> tuple[Unit, ...]:
    """Units of ascending ``marks``. A unit begins with its line, and with the comment lines directly above it.

    The first unit begins with the file, so that nothing lies before it.
    """
    starts = [_line_start(source, mark.start, comment_lines) for mark in marks]
    for at in range(1, len(starts)):
        # Two marks on one line: the second begins where it stands.
        if starts[at] <= starts[at - 1]:
            starts[at] = max(marks[at].start, starts[at - 1])
    if starts:
        starts[0] = 0
    ends = _ends(marks, starts, len(source.data))
    units: list[Unit] = []
    open_units: list[int] = []
    for at, mark in enumerate(marks):
        while open_units and marks[open_units[-1]].depth >= mark.depth:
            open_units.pop()
        parent = open_units[-1] if open_units else None
        above = units[parent].qualified if parent is not None else ""
        name = "" if mark.kind in _UNNAMED else mark.name
        qualified = SEPARATOR.join(part for part in (above, name) if part)
        first = source.line_at(starts[at])
        last = source.line_at(max(ends[at] - 1, starts[at]))
        units.append(Unit(mark.kind, mark.name, Span(starts[at], ends[at]), first, last, parent, qualified))
        open_units.append(at)
    return tuple(units)


def _ends(marks: Sequence[Mark], starts: Sequence[int], size: int) -> list[int]:
    ends = [size] * len(marks)
    open_marks: list[int] = []
    for at, mark in enumerate(marks):
        while open_marks and marks[open_marks[-1]].depth >= mark.depth:
            ends[open_marks.pop()] = starts[at]
        open_marks.append(at)
    return ends


def _line_start(source: Source, offset: int, comment_lines: Container[int]) -> int:
    starts = source.records.starts
    line = bisect_right(starts, offset)
    while line > 1 and line - 1 in comment_lines:
        line -= 1
    return starts[line - 1] if line else 0


def chunks(source: Source, lines: int) -> tuple[Unit, ...]:
    """A text without structure as stretches of ``lines`` lines each."""
    starts = source.records.starts
    marks = [Mark(UnitKind.CHUNK, str(at + 1), starts[at], 0) for at in range(0, len(starts), lines)]
    return tile(source, marks)

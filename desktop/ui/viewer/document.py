"""One evidence file, read for showing: bytes, lines, structure, coverage, quotes and notes. Made on the reading
thread."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from desktop.domain.coverage import Coverage, ReadBy
from desktop.domain.evidence import Decoding, Evidence, RecordFormat
from desktop.domain.findings import Annotation, FindingRow
from desktop.domain.places import BytePlace, Span
from desktop.text.cells import Cell, CellKind, cells
from desktop.text.records import Records
from desktop.ui.viewer.areas import areas_of

if TYPE_CHECKING:  # parsers come with it, which are loaded on the reading thread
    from desktop.source.members import Member

_HEX: Final = 16


@dataclass(frozen=True, slots=True)
class LineSpan:
    """Part of a line in host columns: ``left`` included, ``right`` excluded, both from 0."""

    line: int
    left: int
    right: int


@dataclass(frozen=True)
class Document:
    """Immutable; lines count from 1, columns from 0. ``places`` are the places of all findings in this file."""

    evidence: Evidence
    data: bytes
    records: Records
    member: "Member | None"
    coverage: Coverage | None
    places: Sequence[tuple[FindingRow, BytePlace]]
    annotations: Sequence[Annotation]
    alternatives: Sequence[Decoding] = ()
    columns: int = 80
    """Host columns of the longest line, an upper bound."""
    read: tuple[list[int], list[ReadBy], list[int]] = field(default=([], [], []))
    """First lines, by whom, last lines of the stretches that were read."""

    @property
    def lines(self) -> int:
        """Number of lines."""
        return len(self.records)

    @property
    def is_binary(self) -> bool:
        """Shown as rows of hexadecimal."""
        return self.evidence.decoding.record_format is RecordFormat.BINARY

    def cells(self, line: int) -> Sequence[Cell]:
        """The cells of ``line``; see ``desktop.text.cells``."""
        span = self.records.span(line)
        raw = self.data[span.start : span.end]
        return _hex_cells(raw) if self.is_binary else _cells_of(raw, self.evidence.decoding.encoding)

    def read_by(self, line: int) -> ReadBy:
        """Who has read ``line``."""
        firsts, by, lasts = self.read
        at = bisect_right(firsts, line) - 1
        return by[at] if at >= 0 and line <= lasts[at] else ReadBy.NOBODY

    def spans(self, span: Span) -> list[LineSpan]:
        """The parts of lines that ``span`` covers, blanks at both ends left out.

        Sequence numbers and the like are left out too, unless the span lies in nothing else: text may be hidden there.
        """
        aside = [(area.first - 1, area.last) for area in areas_of(self.evidence.language) if area.aside]
        return self._spans(span, aside) or self._spans(span, [])

    def _spans(self, span: Span, left_out: Sequence[tuple[int, int]]) -> list[LineSpan]:
        first, last = self.records.line_at(span.start), self.records.line_at(max(span.start, span.end - 1))
        found: list[LineSpan] = []
        for line in range(first, min(last, self.lines) + 1):
            base = self.records.span(line).start
            left, right, column = -1, -1, 0
            for cell in self.cells(line):
                inside = base + cell.start < span.end and base + max(cell.end, cell.start + 1) > span.start
                blank = cell.kind is CellKind.CHAR and cell.char.isspace()
                if inside and not blank and not any(start <= column < end for start, end in left_out):
                    left = column if left < 0 else left
                    right = column + cell.width
                column += cell.width
            if left >= 0:
                found.append(LineSpan(line, left, right))
        return found

    def offset_at(self, line: int, column: int) -> int:
        """Byte offset in the evidence of the cell at ``column`` of ``line``; the line's end for what lies behind it."""
        span = self.records.span(line)
        at = 0
        for cell in self.cells(line):
            if at + cell.width > column:
                return span.start + cell.start
            at += cell.width
        return span.end

    def text_between(self, start: int, end: int) -> str:
        """What copying these bytes gives, line by line."""
        if start >= end:
            return ""
        out: list[str] = []
        for line in range(self.records.line_at(start), self.records.line_at(end - 1) + 1):
            base = self.records.span(line).start
            out.append("".join(cell.char for cell in self.cells(line) if start <= base + cell.start < end))
        return "\n".join(out)


def read_ranges(coverage: Coverage | None) -> tuple[list[int], list[ReadBy], list[int]]:
    """The ranges of ``coverage`` as columns that are quick to search."""
    ranges = coverage.ranges if coverage else ()
    return [r.first for r in ranges], [r.by for r in ranges], [r.last for r in ranges]


@lru_cache(maxsize=4096)
def _cells_of(line: bytes, encoding: str) -> tuple[Cell, ...]:
    return tuple(cells(line, encoding))


def _hex_cells(raw: bytes) -> list[Cell]:
    """Sixteen bytes as hexadecimal digits, then as the ASCII that they might be."""
    out: list[Cell] = []
    for at, byte in enumerate(raw):
        out.append(Cell(f"{byte:02x}"[0], 1, at, at + 1, CellKind.CHAR))
        out.append(Cell(f"{byte:02x}"[1], 1, at, at + 1, CellKind.CHAR))
        out.append(Cell(" ", 1, at + 1, at + 1, CellKind.CHAR))
    out.extend(Cell(" ", 1, len(raw), len(raw), CellKind.CHAR) for _ in range(3 * (_HEX - len(raw)) + 1))
    out.extend(
        Cell(chr(byte) if 0x20 <= byte < 0x7F else "·", 1, at, at + 1, CellKind.CHAR) for at, byte in enumerate(raw)
    )
    return out

"""One evidence file, read for showing: bytes, lines, structure, coverage, quotes and notes. Made on the reading
thread."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from desktop.domain.coverage import Coverage, LineRange, ReadBy
from desktop.domain.evidence import Decoding, Evidence, RecordFormat
from desktop.domain.findings import Annotation, FindingRow
from desktop.domain.places import BytePlace, Span
from desktop.text.cells import Cell, CellKind, cells, hex_cells, text_of
from desktop.text.codecs import decode_record
from desktop.text.records import BINARY_ROW, Records
from desktop.ui.viewer.areas import areas_of

if TYPE_CHECKING:  # parsers come with it, which are loaded on the reading thread
    from desktop.source.members import Member

MOST: Final = 8192
"""Bytes of one line that are shown."""
_STEP: Final = 128
_CHARACTER: Final = 4
"""Bytes of the longest character."""
_FRAMED: Final = 500
"""Lines of a place that are looked at for its frame."""
_IN_NAMES: Final = frozenset("-_#@$")


@dataclass(frozen=True, slots=True)
class LineSpan:
    """Part of a line in host columns: ``left`` included, ``right`` excluded, both from 0."""

    line: int
    left: int
    right: int


@dataclass(frozen=True)
class Document:
    """Immutable; lines count from 1, columns from 0.

    ``stretches`` and ``places`` are what the overview shows: who read what, and the places of all findings in this
    file, as fine as can be told apart there.
    """

    evidence: Evidence
    data: bytes
    records: Records
    member: "Member | None"
    stretches: Sequence[LineRange]
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

    def cells(self, line: int, columns: int = MOST) -> Sequence[Cell]:
        """The cells of ``line`` up to host column ``columns``; see ``desktop.text.cells``.

        A line of more than ``MOST`` bytes ends in a cell that says how many are not shown.
        """
        span = self.records.span(line)
        if self.is_binary:
            return hex_cells(self.data[span.start : span.end], BINARY_ROW)
        size = span.end - span.start
        wanted = min(_longest(columns), MOST)
        shown = _cells_of(self.data[span.start : min(span.end, span.start + wanted + _CHARACTER)], self._encoding)
        if size <= wanted + _CHARACTER:
            return shown
        kept = [cell for cell in shown if cell.end <= wanted]
        if wanted < MOST:
            return kept
        rest = f"⟦+{span.end - span.start - wanted:,}⟧"
        return [*kept, Cell(rest, len(rest), wanted, size, CellKind.CUT)]

    @property
    def _encoding(self) -> str:
        return self.evidence.decoding.encoding

    def read_by(self, line: int) -> ReadBy:
        """Who has read ``line``."""
        firsts, by, lasts = self.read
        at = bisect_right(firsts, line) - 1
        return by[at] if at >= 0 and line <= lasts[at] else ReadBy.NOBODY

    def next_unread(self, line: int) -> int | None:
        """The next line after ``line`` that no person has read; None where all below is read."""
        firsts, by, lasts = self.read
        line += 1
        at = max(bisect_right(firsts, line) - 1, 0)
        while at < len(firsts) and firsts[at] <= line <= self.lines:
            if line <= lasts[at]:
                if not by[at] & ReadBy.PERSON:
                    return line
                line = lasts[at] + 1
            at += 1
        return line if line <= self.lines else None

    def word_at(self, line: int, column: int) -> str:
        """The name under a column, as programs write names."""
        by_column = [cell for cell in self.cells(line) for _ in range(cell.width)]
        if column >= len(by_column):
            return ""

        def is_part(at: int) -> bool:
            char = by_column[at].char if 0 <= at < len(by_column) else ""
            return char.isalnum() or char in _IN_NAMES

        left = right = column
        while is_part(left - 1):
            left -= 1
        while is_part(right):
            right += 1
        return "".join(cell.char for cell in by_column[left:right] if cell.width == 1)

    def spans(self, span: Span) -> list[LineSpan]:
        """The parts of lines that ``span`` covers, blanks at both ends left out.

        Sequence numbers and the like are left out too, unless the span lies in nothing else: text may be hidden there.
        Of a span over many lines only those at both ends are looked at: a frame needs no more.
        """
        aside = [(area.first - 1, area.last) for area in areas_of(self.evidence.language) if area.aside]
        return self._spans(span, aside) or self._spans(span, [])

    def _spans(self, span: Span, left_out: Sequence[tuple[int, int]]) -> list[LineSpan]:
        first, last = self.records.line_at(span.start), self.records.line_at(max(span.start, span.end - 1))
        last = min(last, self.lines)
        every = range(first, last + 1)
        ends = (every,) if len(every) <= _FRAMED else (every[: _FRAMED // 2], every[-_FRAMED // 2 :])
        found: list[LineSpan] = []
        for line in chain.from_iterable(ends):
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
        first, last = self.records.line_at(start), self.records.line_at(end - 1)
        within = (self.text_of_line(line) for line in range(first + 1, last))
        if first == last:
            return self._part_of_text(first, start, end)
        return "\n".join((self._part_of_text(first, start, end), *within, self._part_of_text(last, start, end)))

    def text_of_line(self, line: int) -> str:
        """The whole of a line as text."""
        span = self.records.span(line)
        raw = self.data[span.start : span.end]
        return text_of(self.cells(line)) if self.is_binary else decode_record(raw, self._encoding).text

    def _part_of_text(self, line: int, start: int, end: int) -> str:
        base = self.records.span(line).start
        return "".join(cell.char for cell in self.cells(line) if start <= base + cell.start < end)


def read_ranges(coverage: Coverage | None) -> tuple[list[int], list[ReadBy], list[int]]:
    """The ranges of ``coverage`` as columns that are quick to search."""
    ranges = coverage.ranges if coverage else ()
    return [r.first for r in ranges], [r.by for r in ranges], [r.last for r in ranges]


def _longest(columns: int) -> int:
    """Bytes that surely hold so many host columns, in steps, so that scrolling sideways finds lines that were read."""
    return (columns // _STEP + 1) * _STEP * _CHARACTER


@lru_cache(maxsize=512)
def _cells_of(line: bytes, encoding: str) -> tuple[Cell, ...]:
    return tuple(cells(line, encoding))

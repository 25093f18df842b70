"""Values in the columns of a table whose heading says what they are: CSV, TSV, Markdown, and the lists of an INSERT."""

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import ahocorasick_rs

from desktop.detect.compiled import Span, compiled
from desktop.detect.detector import Detector, Verdict, hit

_DELIMITERS: Final = (b"\t", b",", b";", b"|")
_LONGEST_HEAD: Final = 40
"""Bytes of a cell that may be a heading: a longer one is a sentence."""
_AROUND: Final = b" \"'`*"
_COLUMN: Final = hit("column")
_INSERT: Final = compiled(
    r"\bINSERT[ ]+INTO[ ]+[^\s(]{1,80}[ ]*\(([^()\n]{1,600})\)\s{0,20}VALUES[ ]*\(([^()\n]{1,1000})\)"
)
_Placed = tuple[int, int, Detector, Verdict]


@dataclass(frozen=True, slots=True)
class _Column:
    detector: Detector
    heads: tuple[bytes, ...]
    value: Any
    accepts: Callable[[str], bool]


class Tables:
    """The detectors' columns, ready to look for. Each row is looked at once."""

    def __init__(self, detectors: Iterable[Detector]) -> None:
        self._columns = [
            _Column(d, tuple(head.lower().encode() for head in column.heads), compiled(column.value), column.accepts)
            for d in detectors
            for column in d.columns
        ]
        heads = sorted({head for column in self._columns for head in column.heads})
        self._by_head = [[column for column in self._columns if head in column.heads] for head in heads]
        self._heads = ahocorasick_rs.BytesAhoCorasick(heads) if heads else None

    def found(self, data: bytes, low: bytes) -> Iterator[_Placed]:
        """Cells under a heading; ``low`` is ``data`` in lower case."""
        if self._heads is None:
            return
        at = 0
        for _, start, _ in self._heads.find_matches_as_indexes(low):
            if start < at:
                continue
            begin, end = data.rfind(b"\n", 0, start) + 1, _line_end(data, start)
            line = low[begin:end]
            at = end
            delimiter = max(_DELIMITERS, key=line.count)
            count = line.count(delimiter)
            is_table = count > 0 and low.count(delimiter, end + 1, _line_end(low, end + 1)) >= count
            if is_table and (wanted := self._wanted(line, delimiter)):
                at = yield from self._rows(data, end + 1, delimiter, count, wanted)
        if b"insert" in low:
            yield from self._inserted(data, low)

    def _wanted(self, heading: bytes, delimiter: bytes) -> dict[int, list[_Column]]:
        """By the number of a cell, the columns whose heading it is."""
        wanted: dict[int, list[_Column]] = {}
        if self._heads is None:
            return wanted
        cells = heading.split(delimiter)
        for head, start, _ in self._heads.find_matches_as_indexes(heading, overlapping=True):
            number = heading.count(delimiter, 0, start)
            if len(cells[number].strip(_AROUND)) <= _LONGEST_HEAD:
                columns = wanted.setdefault(number, [])
                columns += [column for column in self._by_head[head] if column not in columns]
        return wanted

    def _rows(
        self, data: bytes, at: int, delimiter: bytes, count: int, wanted: dict[int, list[_Column]]
    ) -> Generator[_Placed, None, int]:
        """What stands in the wanted columns, down to the first line that is no row; returns where that is."""
        while at < len(data):
            end = _line_end(data, at)
            row = data[at:end].rstrip(b"\r")
            cells = _cells(row, delimiter)
            if len(cells) != count + 1:
                break
            for number, columns in wanted.items():
                start, stop = cells[number]
                yield from _judged(data, at + start, at + stop, columns)
            at = end + 1
        return at

    def _inserted(self, data: bytes, low: bytes) -> Iterator[_Placed]:
        for match in _INSERT.finditer(data):
            (first, last), (start, stop) = match.span(1), match.span(2)
            cells = _cells(data[start:stop], b",")
            if low.count(b",", first, last) == len(cells) - 1:
                for number, columns in self._wanted(low[first:last], b",").items():
                    yield from _judged(data, start + cells[number][0], start + cells[number][1], columns)


def _judged(data: bytes, start: int, end: int, columns: Iterable[_Column]) -> Iterator[_Placed]:
    value = data[start:end]
    start += len(value) - len(value.lstrip(_AROUND))
    value = value.strip(_AROUND)
    for column in columns:
        if value and column.value.fullmatch(value) and column.accepts(value.decode(errors="ignore")):
            yield start, start + len(value), column.detector, _COLUMN


def _cells(row: bytes, delimiter: bytes) -> list[Span]:
    """Where the cells of a row stand; a delimiter between double quotes is none."""
    cells: list[Span] = []
    at = start = 0
    is_quoted = False
    for piece in row.split(delimiter):
        at += len(piece)
        is_quoted ^= piece.count(b'"') % 2 == 1
        if not is_quoted:
            cells.append((start, at))
            start = at + 1
        at += 1
    return cells


def _line_end(data: bytes, at: int) -> int:
    end = data.find(b"\n", at)
    return len(data) if end < 0 else end

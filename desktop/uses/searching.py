"""Words looked for in the lines of all sources of a case, folded as everywhere."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop.casefile import Query, Reader
from desktop.casefile.errors import BadQuery
from desktop.casefile.index.query import Words
from desktop.domain.evidence import Evidence, RecordFormat
from desktop.domain.ids import EvidenceId
from desktop.domain.places import Span
from desktop.text.fold import fold
from desktop.text.offsets import mapped_pieces
from desktop.text.records import split

_PIECE: Final = 500
"""Lines decoded and folded at a time: some milliseconds, so that the window's thread gets its turn."""


@dataclass(frozen=True, slots=True)
class LineHit:
    """A line of evidence that holds all words; ``line`` counts from 1."""

    evidence: EvidenceId
    path: str
    line: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Hits:
    """The first lines, by path; ``more`` says that there are others."""

    lines: tuple[LineHit, ...] = ()
    more: bool = False


def words_of(query: str, *, today: date) -> tuple[str, ...]:
    """The folded words of a query that lines can hold: no facets, none that is excluded; none of a mistyped query."""
    try:
        terms = Query.parse(query, today=today).terms
    except BadQuery:
        return ()
    return tuple(
        value for term in terms if isinstance(term, Words) and term.field == "any" and not term.no
        for value in term.values if value
    )  # fmt: skip


def lines_saying(
    reader: Reader, words: Sequence[str], *, most: int = 100, cancelled: Callable[[], bool] = lambda: False
) -> Hits:
    """The first ``most`` lines that hold every one of the folded ``words``; what was found so far where cancelled."""
    found: list[LineHit] = []
    if words:
        for evidence in reader.evidence():
            if evidence.decoding.record_format is RecordFormat.BINARY:
                continue
            for hit in _lines_of(reader, evidence, words, cancelled):
                if len(found) == most:
                    return Hits(tuple(found), more=True)
                found.append(hit)
            if cancelled():
                break
    return Hits(tuple(found))


def _lines_of(
    reader: Reader, evidence: Evidence, words: Sequence[str], cancelled: Callable[[], bool]
) -> Iterator[LineHit]:
    data = reader.blob(evidence.id)
    records = split(data, evidence.decoding)
    first = 1
    for _, piece in mapped_pieces(data, evidence.decoding, records, _PIECE):
        if cancelled():
            return
        whole = fold(piece.text)
        if all(word in whole for word in words):
            for line, text in enumerate(piece.text.split("\n"), first):
                folded = fold(text)
                if line <= len(records) and all(word in folded for word in words):
                    yield LineHit(evidence.id, evidence.path, line, records.span(line), text.strip())
        first += _PIECE

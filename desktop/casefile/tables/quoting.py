"""What stands in a span of an original, read from its bytes: lines, column and text."""

from typing import Final

from desktop.casefile.engine import Database
from desktop.casefile.errors import BadField, NoSuchEvidence
from desktop.casefile.tables.evidence import find_evidence, read_frames
from desktop.domain.evidence import RecordFormat
from desktop.domain.ids import EvidenceId
from desktop.domain.places import BytePlace, Span
from desktop.text.cells import cells, hex_cells
from desktop.text.records import BINARY_ROW, split

_LONGEST: Final = 64 * 1024
"""Bytes of a quote: a place is some lines, not a file."""


def read_place(db: Database, id: EvidenceId, span: Span, unit: str = "") -> BytePlace:
    """The place of ``span`` with the text that stands there.

    Raises NoSuchEvidence; BadField where the span lies outside the original, is too long, or holds nothing but blanks.
    """
    evidence = find_evidence(db, id)
    if evidence is None:
        raise NoSuchEvidence(str(id))
    if not 0 <= span.start < span.end <= min(evidence.size, span.start + _LONGEST):
        raise BadField("span", f"{span.start}-{span.end}")
    data = b"".join(read_frames(db, id))
    records = split(data, evidence.decoding)
    binary = evidence.decoding.record_format is RecordFormat.BINARY
    first, last = records.line_at(span.start), records.line_at(span.end - 1)
    texts = []
    for line in range(first, last + 1):
        whole = records.span(line)
        raw = data[whole.start : whole.end]
        shown = hex_cells(raw, BINARY_ROW) if binary else cells(raw, evidence.decoding.encoding)
        texts.append("".join(cell.char for cell in shown if span.start <= whole.start + cell.start < span.end))
    quote = "\n".join(texts)
    if not quote.strip():
        raise BadField("quote", "")
    column = span.start - records.span(first).start + 1
    return BytePlace(id, evidence.path, span, first, last, column, unit, quote)

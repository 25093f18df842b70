"""What counts as read by a person: lines marked read, annotated, or decided on one by one (UX §4).

A decision about many findings at once reads nothing.
"""

from desktop.casefile.rows import Rows
from desktop.casefile.tables.occurrences import read_occurrences, read_places
from desktop.casefile.tables.sources import Sources
from desktop.domain.coverage import ReadBy
from desktop.domain.ids import EvidenceId, FindingId
from desktop.domain.places import BytePlace, Span


def cover(rows: Rows, evidence: EvidenceId, first: int, last: int, by: ReadBy) -> None:
    """Add one range of lines read."""
    rows.insert("coverage", evidence=evidence, first=first, last=last, by=int(by), who=rows.who, at=rows.at)


def cover_span(rows: Rows, evidence: EvidenceId, span: Span) -> None:
    """A person has read the lines that hold these bytes."""
    place = Sources(rows.db).opened(evidence).place(span, "", "")
    cover(rows, evidence, place.line, place.end_line, ReadBy.PERSON)


def cover_places(rows: Rows, finding: FindingId) -> None:
    """A person has read what a finding points at."""
    sources = Sources(rows.db)
    units = read_occurrences(rows.db, [finding]).get(finding, [])
    for place in read_places(rows.db, units):
        there = sources.resolved(place)
        if isinstance(there, BytePlace):
            cover(rows, there.evidence, there.line, there.end_line, ReadBy.PERSON)

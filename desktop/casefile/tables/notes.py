"""Annotations, found again by their quote when their source came again."""

from dataclasses import replace
from typing import Any, Final

from desktop.casefile.engine import Database
from desktop.casefile.stored import moment
from desktop.casefile.tables.sources import Sources
from desktop.domain.findings import Annotation
from desktop.domain.ids import AnnotationId, EvidenceId, FindingId
from desktop.domain.places import Span

_SELECT: Final = "select id, finding, evidence, start, [end], quote, text, who, at from annotation"


def read_annotations(
    db: Database, sources: Sources, finding: FindingId | None, evidence: EvidenceId | None
) -> list[Annotation]:
    """Notes on a finding, on a file, or all; oldest first. Notes on a source's older versions are the newest's."""
    if finding is not None:
        rows = db.execute(f"{_SELECT} where finding = ? order by id", [finding])
    elif evidence is not None:
        versions = str([int(id) for id in sources.versions(evidence)])
        rows = db.execute(f"{_SELECT} where evidence in (select value from json_each(?)) order by id", [versions])
    else:
        rows = db.execute(f"{_SELECT} order by id")
    return [_in_newest(sources, _annotation(row)) for row in rows]


def _annotation(row: Any) -> Annotation:
    id, finding, evidence, start, end, quote, text, who, at = row
    return Annotation(
        id=AnnotationId(id),
        finding=FindingId(finding) if finding else None,
        evidence=EvidenceId(evidence) if evidence else None,
        span=Span(start, end) if end else None,
        quote=quote,
        text=text,
        who=who,
        when=moment(at),
        lost=False,
    )


def _in_newest(sources: Sources, note: Annotation) -> Annotation:
    """A note whose quote is gone, or stands there more than once, has no span any more: it is lost, and said to be."""
    if note.evidence is None or note.span is None or (newest := sources.newest(note.evidence)) == note.evidence:
        return note
    there = sources.opened(newest).only_place_of(note.quote)
    return replace(note, evidence=newest, span=there, lost=there is None)

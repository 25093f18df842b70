"""Annotations."""

from desktop.casefile.engine import Database
from desktop.casefile.stored import moment
from desktop.domain.findings import Annotation
from desktop.domain.ids import AnnotationId, EvidenceId, FindingId
from desktop.domain.places import Span


def read_annotations(db: Database, finding: FindingId | None, evidence: EvidenceId | None) -> list[Annotation]:
    """Notes on a finding, on a file, or all; oldest first."""
    where, values = ["1"], []
    if finding is not None:
        where.append("finding = ?")
        values.append(int(finding))
    if evidence is not None:
        where.append("evidence = ?")
        values.append(int(evidence))
    sql = f"""select id, finding, evidence, start, [end], quote, text, who, at from annotation
        where {" and ".join(where)} order by id"""
    return [
        Annotation(
            id=AnnotationId(id),
            finding=FindingId(on) if on else None,
            evidence=EvidenceId(at_evidence) if at_evidence else None,
            span=Span(start, end) if end else None,
            quote=quote,
            text=text,
            who=who,
            when=moment(at),
            lost=False,
        )
        for id, on, at_evidence, start, end, quote, text, who, at in db.execute(sql, values)
    ]

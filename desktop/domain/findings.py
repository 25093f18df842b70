"""A finding of a case as an analyst sees it, whole and as a row of the list."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.ids import AnnotationId, EvidenceId, FindingId, ImportId, OccurrenceId, RunId, Seq
from desktop.domain.levels import Anchor, CheckedHow, Origin, Severity, Status, Verification
from desktop.domain.places import Place, Span


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One native unit of the tool behind a finding.

    ``gone`` is set when a later run of the same tool had it no more.
    """

    id: OccurrenceId
    finding: FindingId
    place: Place | None
    import_id: ImportId
    raw: tuple[int, int]
    gone: bool
    evidence: EvidenceId | None = None
    """The tool's original that ``raw`` is a part of."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Who took the present status, when and why."""

    seq: Seq
    who: str
    when: datetime
    reason: str
    how: CheckedHow | None = None
    duplicate_of: FindingId | None = None
    until: date | None = None
    approver: str = ""
    """Second person, who is never the author; empty while ``needs_second`` is true."""
    needs_second: bool = False
    compensating: str = ""
    asked: str = ""
    """Whom the author asked to approve."""
    approval: str = ""
    """What the approver wrote."""


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A field that a person set, and the newer machine value kept beside it (human wins, DESIGN §3)."""

    field: str
    human: str
    who: str
    machine: str | None


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What the list paints for one finding; everything else is fetched when it is selected."""

    id: FindingId
    severity: Severity
    title: str
    cwe: int
    """First CWE number, 0 where there is none."""
    hits: int
    place: str
    """``program ▸ paragraph``, ``host:port``, package: short text without a line number."""
    origin: Origin
    source: str
    """Tool, model or person."""
    verification: Verification
    verified_by: str
    status: Status
    decided_by: str
    anchor: Anchor
    due: date | None
    needs_second: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with everything that is known of it."""

    row: FindingRow
    rule: str
    description: str
    impact: str
    root_cause: str
    steps: str
    recommendation: str
    system: str
    cwe: tuple[int, ...]
    cve: tuple[str, ...]
    cvss31: str
    cvss40: str
    severity_by: str
    """Who set the severity: a person's, tool's or model's name."""
    disclosure: str
    tags: tuple[str, ...]
    places: tuple[Place, ...]
    decision: Decision | None
    kept_beside: tuple[FieldValue, ...]
    import_id: ImportId | None
    run_id: RunId | None
    first_seen: datetime
    matched_why: str
    """Why the last import or run took this for the same finding (key name), empty for a new one."""

    @property
    def id(self) -> FindingId:
        return self.row.id


@dataclass(frozen=True, slots=True)
class Annotation:
    """A person's note on a finding, or on a span of evidence, anchored by its quote."""

    id: AnnotationId
    finding: FindingId | None
    evidence: EvidenceId | None
    span: Span | None
    quote: str
    text: str
    who: str
    when: datetime
    lost: bool
    """The quote is no longer where it was, nor found once elsewhere."""

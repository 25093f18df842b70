"""What a reader gives besides the domain's own values."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.ids import EvidenceId, ImportId, Seq, Sha256
from desktop.domain.levels import DataClass, Tlp
from desktop.domain.runs import Authorisation


@dataclass(frozen=True, slots=True)
class CaseInfo:
    """The case bar's and ``sekisho info``'s facts.

    ``findings`` and ``evidence`` count what is there, not what was undone.
    """

    case_id: str
    title: str
    path: str
    data_class: DataClass
    tlp: Tlp
    authorisation: Authorisation | None
    encrypted: bool
    schema: int
    head: Sha256
    entries: int
    findings: int
    evidence: int
    actor: str
    editable: bool
    created: datetime


@dataclass(frozen=True, slots=True)
class ImportNote:
    """Something about an import that somebody should know: a record that could not be read, a broken schema."""

    where: str
    why: str
    raw: tuple[int, int]
    fields: dict[str, object]


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """One import.

    ``units`` are the tool's own; new, same, moved, gone and asked count findings as the preview showed them.
    """

    id: ImportId
    seq: Seq
    when: datetime
    what: str
    format: str
    tool: str
    tool_version: str
    undone: bool
    units: int
    new: int
    same: int
    moved: int
    gone: int
    asked: int
    evidence: EvidenceId | None
    """The report's original; None for an import of sources."""
    notes: tuple[ImportNote, ...]

"""A person's own finding, and a quote brought back to its place."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.casefile.actions.base import Done
from desktop.casefile.actions.deciding import must_exist
from desktop.casefile.actions.evidence import evidence_must_exist
from desktop.casefile.errors import BadField
from desktop.casefile.rows import Rows
from desktop.casefile.stored import clean, digest
from desktop.casefile.tables.findings import NewFinding, place_columns, write_finding
from desktop.casefile.tables.quoting import read_place
from desktop.domain.changes import Kind
from desktop.domain.ids import EvidenceId, FindingId
from desktop.domain.levels import Anchor, Origin, Severity
from desktop.domain.places import BytePlace, Place, Span
from desktop.identity.units import flat_place, short_place


@dataclass(frozen=True, slots=True)
class AddFinding:
    """A finding that a person made. ``rule`` may name a checklist's item; all texts but the title may stay empty."""

    title: str
    severity: Severity
    places: tuple[Place, ...] = ()
    description: str = ""
    impact: str = ""
    recommendation: str = ""
    cwe: tuple[int, ...] = ()
    rule: str = ""

    KIND: ClassVar[str] = "add_finding"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.FINDING, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """A finding has a title, and its places lie in evidence of this case."""
        if not self.title.strip():
            raise BadField("title", "")
        for place in self.places:
            if isinstance(place, BytePlace):
                evidence_must_exist(rows, place.evidence)

    def apply(self, rows: Rows) -> Done:
        """Write it under the name of who adds it."""
        made = write_finding(
            rows,
            NewFinding(
                Origin.HUMAN,
                rows.who,
                self.title,
                self.severity,
                self.places,
                self.rule,
                self.description,
                self.impact,
                recommendation=self.recommendation,
                cwe=self.cwe,
            ),
        )
        return Done({"finding": made, "severity": self.severity.name.lower()}, made=made)


@dataclass(frozen=True, slots=True)
class Reanchor:
    """A person shows where the words stand that a finding is about; that becomes the finding's first place.

    What stands there is read from the original. The place that was claimed before stays, as another one.
    """

    finding: FindingId
    evidence: EvidenceId
    span: Span
    unit: str = ""
    """Paragraph or function that holds the span."""

    KIND: ClassVar[str] = "reanchor"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.FINDING, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """Finding and evidence must be there, and the span must lie in the original and hold words."""
        must_exist(rows, (self.finding,))
        evidence_must_exist(rows, self.evidence)
        read_place(rows.db, self.evidence, self.span)

    def apply(self, rows: Rows) -> Done:
        """Move the first occurrence there, and keep where it was."""
        place = flat_place(read_place(rows.db, self.evidence, self.span, self.unit))
        columns = place_columns(rows, place)
        names = tuple(columns)
        listed = ", ".join(f"[{name}]" for name in names)
        before = rows.one(f"select id, {listed} from occurrence where finding = ? order by id limit 1", self.finding)
        if before is None:
            rows.insert("occurrence", finding=self.finding, **columns)
        else:
            occurrence, *old = before
            rows.update("occurrence", occurrence, **columns)
            if old[names.index("kind")]:
                kept = dict(zip(names, old, strict=True))
                rows.insert("more_place", finding=self.finding, occurrence=occurrence, **kept)
        rows.update("finding", self.finding, anchor=int(Anchor.MOVED), file=columns["path"])
        rows.update("finding_text", self.finding, place=clean(short_place(place)))
        return Done(
            {
                "finding": self.finding,
                "evidence": self.evidence,
                "start": self.span.start,
                "end": self.span.end,
                "quote": digest(place.quote),
            },
            made=self.finding,
        )

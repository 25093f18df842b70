"""A person's own finding, and a quote brought back to its place."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.casefile.actions.base import Done
from desktop.casefile.actions.deciding import must_exist
from desktop.casefile.actions.evidence import evidence_must_exist
from desktop.casefile.errors import BadField
from desktop.casefile.rows import Rows
from desktop.casefile.stored import clean
from desktop.casefile.tables.findings import NewFinding, place_columns, write_finding
from desktop.domain.changes import Kind
from desktop.domain.ids import FindingId
from desktop.domain.levels import Anchor, Origin, Severity
from desktop.domain.places import BytePlace, Place
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
    """A person shows where a quote that was not found stands; the place becomes the finding's first."""

    finding: FindingId
    place: BytePlace

    KIND: ClassVar[str] = "reanchor"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.FINDING, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """Finding and evidence must be there, and the place must quote something."""
        must_exist(rows, (self.finding,))
        evidence_must_exist(rows, self.place.evidence)
        if not self.place.quote.strip():
            raise BadField("quote", "")

    def apply(self, rows: Rows) -> Done:
        """Move the first occurrence there."""
        place = flat_place(self.place)
        columns = place_columns(rows, place)
        row = rows.one("select id from occurrence where finding = ? order by id limit 1", self.finding)
        if row is None:
            rows.insert("occurrence", finding=self.finding, **columns)
        else:
            rows.update("occurrence", row[0], **columns)
        rows.update("finding", self.finding, anchor=int(Anchor.MOVED), file=columns["path"])
        rows.update("finding_text", self.finding, place=clean(short_place(place)))
        return Done(
            {"finding": self.finding, "evidence": self.place.evidence, "start": self.place.span.start},
            made=self.finding,
        )

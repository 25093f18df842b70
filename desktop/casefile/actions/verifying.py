"""Whether somebody saw a weakness happen."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.casefile.actions.base import Done
from desktop.casefile.actions.deciding import must_exist, takes_as_real
from desktop.casefile.errors import ReasonMissing
from desktop.casefile.rows import Rows, Value
from desktop.casefile.stored import clean, digest
from desktop.domain.changes import Kind
from desktop.domain.ids import FindingId
from desktop.domain.levels import Verification


@dataclass(frozen=True, slots=True)
class SetVerification:
    """A named person saw it happen, or saw that it does not. ``typed``: the note was typed, as a model's lead needs."""

    findings: tuple[FindingId, ...]
    verification: Verification
    note: str = ""
    typed: bool = False

    KIND: ClassVar[str] = "set_verification"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.FINDING, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """Who says so says what they saw. Reproduced follows the same rules as confirmed."""
        must_exist(rows, self.findings)
        if self.verification is not Verification.UNVERIFIED and not self.note.strip():
            raise ReasonMissing(len(self.findings))
        if self.verification is Verification.REPRODUCED:
            takes_as_real(rows, self.findings, typed=self.typed and bool(self.note.strip()))

    def apply(self, rows: Rows) -> Done:
        """Write it with the name of who says so; the note is kept as an annotation."""
        by = 0 if self.verification is Verification.UNVERIFIED else rows.name_id("source", rows.who)
        rows.update_many("finding", self.findings, verification=int(self.verification), verified_by=by)
        if self.note:
            note: dict[str, Value] = {"text": clean(self.note), "who": rows.who, "at": rows.at}
            rows.insert_many("annotation", [{**note, "finding": finding} for finding in self.findings])
        return Done(
            {"verification": self.verification.name.lower(), "count": len(self.findings), "note": digest(self.note)}
        )

"""How evidence is classed and read, and who has read it."""

from dataclasses import dataclass
from typing import ClassVar, Final

from desktop.casefile.actions.base import Done
from desktop.casefile.errors import BadField, ClassFallsWithoutReason, NoSuchEvidence
from desktop.casefile.rows import Rows, steps
from desktop.casefile.stored import clean
from desktop.casefile.tables.reading import cover
from desktop.domain.changes import Kind
from desktop.domain.coverage import ReadBy
from desktop.domain.evidence import Decoding
from desktop.domain.ids import EvidenceId
from desktop.domain.levels import DataClass

NAMED: Final = 100
"""Originals that an entry names; its count is of all."""


@dataclass(frozen=True, slots=True)
class SetDataClass:
    """The information class of originals: what the gate compares with a model's highest class.

    Where it falls, ``reason`` says why; so it is not undone either, but set again.
    """

    evidence: tuple[EvidenceId, ...]
    data_class: DataClass
    reason: str = ""

    KIND: ClassVar[str] = "set_data_class"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.EVIDENCE, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """The originals must be there, and a class does not fall without a reason."""
        for id in self.evidence:
            evidence_must_exist(rows, id)
        if self._before(rows) > self.data_class and not self.reason.strip():
            raise ClassFallsWithoutReason

    def apply(self, rows: Rows) -> Done:
        """Write the class."""
        before = self._before(rows)
        said: dict[str, object] = {
            "data_class": self.data_class.name.lower(),
            "count": len(self.evidence),
            "evidence": list(self.evidence[:NAMED]),
        }
        if before > self.data_class:
            said |= {"lowered_from": before.name.lower(), "reason_text": clean(self.reason)}
        rows.update_many("evidence", self.evidence, data_class=int(self.data_class))
        return Done(said)

    def _before(self, rows: Rows) -> DataClass:
        """The highest class that any of the originals had."""
        sql = "select max(data_class) from evidence where id in (select value from json_each(?))"
        return DataClass(max(int(rows.one(sql, str(some))[0]) for some in steps(self.evidence)))


@dataclass(frozen=True, slots=True)
class ReadAnew:
    """How one original is read now, and the lines, undecoded bytes and language that follow from it."""

    evidence: EvidenceId
    decoding: Decoding
    lines: int
    undecoded: int
    language: str


@dataclass(frozen=True, slots=True)
class SetDecoding:
    """An analyst reads the bytes of originals another way; the bytes never change."""

    originals: tuple[ReadAnew, ...]

    KIND: ClassVar[str] = "set_decoding"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.EVIDENCE, Kind.COVERAGE, Kind.FINDING, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """The originals must be there."""
        for one in self.originals:
            evidence_must_exist(rows, one.evidence)

    def apply(self, rows: Rows) -> Done:
        """Write how they are read now."""
        for one in self.originals:
            how = one.decoding
            rows.update(
                "evidence",
                one.evidence,
                encoding=how.encoding,
                record_format=str(how.record_format),
                record_length=how.record_length,
                confidence=round(how.confidence * 1000),
                why=" ".join(how.why),
                lines=one.lines,
                undecoded=one.undecoded,
                language=one.language,
            )
        return Done(
            {
                "encodings": sorted({one.decoding.encoding for one in self.originals}),
                "count": len(self.originals),
                "evidence": [one.evidence for one in self.originals[:100]],
            }
        )


@dataclass(frozen=True, slots=True)
class MarkRead:
    """A person says: I have read these lines (both included, from 1)."""

    evidence: EvidenceId
    first: int
    last: int

    KIND: ClassVar[str] = "mark_read"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.COVERAGE, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """The lines must be lines of the file."""
        lines_must_exist(rows, self.evidence, self.first, self.last)

    def apply(self, rows: Rows) -> Done:
        """Add the range."""
        cover(rows, self.evidence, self.first, self.last, ReadBy.PERSON)
        return Done({"evidence": self.evidence, "first": self.first, "last": self.last})


@dataclass(frozen=True, slots=True)
class MarkShown:
    """These lines stood on the screen for two seconds or more (UX §4).

    Never counted as read; not undone, because it happened.
    """

    evidence: EvidenceId
    first: int
    last: int

    KIND: ClassVar[str] = "mark_shown"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.COVERAGE})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """The lines must be lines of the file."""
        lines_must_exist(rows, self.evidence, self.first, self.last)

    def apply(self, rows: Rows) -> Done:
        """Add the range."""
        cover(rows, self.evidence, self.first, self.last, ReadBy.SHOWN)
        return Done({"evidence": self.evidence, "first": self.first, "last": self.last})


@dataclass(frozen=True, slots=True)
class MarkCovered:
    """A run has read lines: a model, or the built-in rules. ``ranges`` are (evidence, first, last)."""

    ranges: tuple[tuple[EvidenceId, int, int], ...]
    by: ReadBy
    part_of: int = 0

    KIND: ClassVar[str] = "mark_covered"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.COVERAGE})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """Only machines are written so."""
        if self.by not in (ReadBy.MODEL, ReadBy.RULES):
            raise BadField("by", str(self.by))

    def apply(self, rows: Rows) -> Done:
        """Add the ranges."""
        for evidence, first, last in self.ranges:
            cover(rows, evidence, first, last, self.by)
        return Done({"ranges": len(self.ranges), "by": int(self.by)}, part_of=self.part_of)


def evidence_must_exist(rows: Rows, evidence: EvidenceId) -> None:
    """Raise NoSuchEvidence."""
    sql = "select 1 from evidence where id = ? and import not in (select id from import where undone)"
    if rows.one(sql, evidence) is None:
        raise NoSuchEvidence(str(evidence))


def lines_must_exist(rows: Rows, evidence: EvidenceId, first: int, last: int) -> None:
    """Raise NoSuchEvidence or BadField."""
    evidence_must_exist(rows, evidence)
    lines = rows.one("select lines from evidence where id = ?", evidence)[0]
    if not 1 <= first <= last <= lines:
        raise BadField("lines", f"{first}-{last}")

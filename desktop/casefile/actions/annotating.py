"""Notes of people, on a finding or on a span of evidence."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.casefile.actions.base import Done
from desktop.casefile.actions.deciding import must_exist
from desktop.casefile.actions.evidence import evidence_must_exist
from desktop.casefile.errors import NoSuchEvidence, NoSuchThing, ReasonMissing
from desktop.casefile.rows import Rows
from desktop.casefile.stored import clean, digest
from desktop.casefile.tables.reading import cover_places, cover_span
from desktop.domain.changes import Kind
from desktop.domain.ids import AnnotationId, EvidenceId, FindingId
from desktop.domain.places import Span

_CHANGES = frozenset({Kind.ANNOTATION, Kind.FINDING, Kind.COVERAGE, Kind.JOURNAL})


@dataclass(frozen=True, slots=True)
class Annotate:
    """A note on a finding, or on a span of evidence, whose text as it reads now is ``quote``.

    By that it is found again.
    """

    text: str
    finding: FindingId | None = None
    evidence: EvidenceId | None = None
    span: Span | None = None
    quote: str = ""

    KIND: ClassVar[str] = "annotate"
    CHANGES: ClassVar[frozenset[Kind]] = _CHANGES
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """There must be something to say, and something to say it of."""
        if not self.text.strip():
            raise ReasonMissing(1)
        if self.finding is not None:
            must_exist(rows, (self.finding,))
        elif self.evidence is None:
            raise NoSuchEvidence("")
        else:
            evidence_must_exist(rows, self.evidence)

    def apply(self, rows: Rows) -> Done:
        """Write the note."""
        made = rows.insert(
            "annotation",
            finding=self.finding or 0,
            evidence=self.evidence or 0,
            start=self.span.start if self.span else 0,
            end=self.span.end if self.span else 0,
            quote=clean(self.quote),
            text=clean(self.text),
            who=rows.who,
            at=rows.at,
        )
        if self.finding is not None:
            cover_places(rows, self.finding)
        elif self.evidence is not None and self.span is not None:
            cover_span(rows, self.evidence, self.span)
        return Done({"annotation": made, "text": digest(self.text)}, made=made)


@dataclass(frozen=True, slots=True)
class EditAnnotation:
    """Another text for a note; the old one comes back by undo."""

    annotation: AnnotationId
    text: str

    KIND: ClassVar[str] = "edit_annotation"
    CHANGES: ClassVar[frozenset[Kind]] = _CHANGES
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """The note must be there, and not become empty."""
        _note_must_exist(rows, self.annotation)
        if not self.text.strip():
            raise ReasonMissing(1)

    def apply(self, rows: Rows) -> Done:
        """Write the text with who wrote it."""
        rows.update("annotation", self.annotation, text=clean(self.text), who=rows.who, at=rows.at)
        return Done({"annotation": self.annotation, "text": digest(self.text)}, made=self.annotation)


@dataclass(frozen=True, slots=True)
class RemoveAnnotation:
    """Take a note away; it comes back by undo."""

    annotation: AnnotationId

    KIND: ClassVar[str] = "remove_annotation"
    CHANGES: ClassVar[frozenset[Kind]] = _CHANGES
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """The note must be there."""
        _note_must_exist(rows, self.annotation)

    def apply(self, rows: Rows) -> Done:
        """Delete the row."""
        rows.delete_many("annotation", [self.annotation])
        return Done({"annotation": self.annotation})


def _note_must_exist(rows: Rows, annotation: AnnotationId) -> None:
    if rows.get("annotation", annotation) is None:
        raise NoSuchThing("annotation", str(annotation))

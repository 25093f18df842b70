"""Where the import page stands, and what the analyst has said so far: values without a widget."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Final

from desktop.domain.ids import FindingId
from desktop.domain.levels import DataClass
from desktop.intake.matching import Answers
from desktop.intake.previews import FileKind, FilePreview, Preview
from desktop.ui.pages.imports.changes import Row, answers_of, rows_of, unanswered
from desktop.uses.imports import Choices

TAKEN: Final = (FileKind.REPORT, FileKind.SOURCE, FileKind.OTHER)


class Stage(Enum):
    """Where the page is."""

    CHOOSE = auto()
    READ = auto()
    PREVIEW = auto()
    IMPORT = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class Totals:
    """What importing all that is taken would do to the list."""

    new: int
    moved: int
    gone: int
    open_questions: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A preview with the analyst's answers.

    ``answers`` name, by file, for older findings the new group that each is (0: none).
    """

    preview: Preview
    answers: Mapping[str, Mapping[FindingId, int]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    def answered(self, file: FilePreview, finding: FindingId, group: int) -> "Draft":
        """With one more answer."""
        given = {**self.answers.get(file.name, {}), finding: group}
        return replace(self, answers={**self.answers, file.name: given})

    def toggled(self, names: Iterable[str]) -> "Draft":
        """With these files left out, or taken in again where all of them were left out."""
        given = frozenset(names)
        return replace(self, left_out=self.left_out - given if self.leaves_out(given) else self.left_out | given)

    def leaves_out(self, names: Iterable[str]) -> bool:
        """Whether all of these files are left out."""
        return frozenset(names) <= self.left_out

    def seen_anew(self, preview: Preview) -> "Draft":
        """With sources read another way, or reports matched anew; answers stay."""
        return replace(self, preview=preview)

    @property
    def taken(self) -> list[FilePreview]:
        """Files that importing would bring in."""
        return [file for file in self.preview.files if file.kind in TAKEN and file.name not in self.left_out]

    def rows(self, file: FilePreview) -> Sequence[Row]:
        """What a report would change, row by row."""
        return rows_of(file, self.answers.get(file.name, {}))

    def answers_of(self, file: FilePreview) -> Answers:
        """What was answered about a report, as the matcher takes it."""
        return answers_of(file, self.answers.get(file.name, {}))

    def totals(self) -> Totals:
        """Over all that is taken."""
        taken = self.taken
        return Totals(
            new=sum(file.new for file in taken),
            moved=sum(file.moved for file in taken),
            gone=sum(file.gone for file in taken),
            open_questions=sum(unanswered(self.rows(file)) for file in taken if file.ask),
        )

    def choices(self, data_class: DataClass) -> Choices:
        """What is handed to the import."""
        given = {file.name: self.answers_of(file) for file in self.preview.files}
        return Choices(data_class, {name: answers for name, answers in given.items() if answers}, self.left_out)

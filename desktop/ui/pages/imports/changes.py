"""What an import would change in the list, row by row, as values: the preview's rows with its questions taken apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.casefile.tables.earlier import Stood
from desktop.domain.ids import FindingId
from desktop.intake.matching import Answers, Question, Spot
from desktop.intake.previews import ChangeKind, FilePreview, Ground, Place, PreviewRow, Side

MOST_CHOICES: Final = 8
"""Candidates that a question offers by digit; one more digit says that it is none of them."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One older finding, and which of the new ones it may be, nearest line first."""

    before: Stood
    candidates: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page. ``answer`` is the group that was chosen for an ``ask``, 0 for none of them."""

    kind: ChangeKind
    title: str
    before: Side
    after: Side
    ground: Ground
    finding: FindingId | None = None
    ask: Ask | None = None
    answer: int | None = None


def rows_of(file: FilePreview, answers: Mapping[FindingId, int]) -> list[Row]:
    """The preview's rows in their order; ``answers`` names for older findings the new group that each is (0: none).

    What a question is about does not stand among the new, moved and gone ones too; a new one does once all is answered
    and it was not chosen.
    """
    questions = [row.question for row in file.rows if row.question is not None]
    asked_old = {stood.finding for question in questions for stood in question.before}
    not_new = {group for question in questions for group in _taken(question, answers)}
    rows: list[Row] = []
    for row in file.rows:
        if row.question is not None:
            rows += [_asked(row, ask, answers) for ask in _asks(row.question)]
        elif not (row.group in not_new if row.change is ChangeKind.NEW else _is_asked(row, asked_old)):
            rows.append(Row(row.change, row.title, row.before, row.after, row.ground, row.finding))
    return rows


def answers_of(file: FilePreview, answers: Mapping[FindingId, int]) -> Answers:
    """What was answered about ``file``, as the matcher takes it: group of a new finding → the older one that it is."""
    asked = {stood.finding for row in file.rows if row.question is not None for stood in row.question.before}
    return {group: finding for finding, group in answers.items() if group and finding in asked}


def unanswered(rows: Sequence[Row]) -> int:
    """Questions that are still open."""
    return sum(row.ask is not None and row.answer is None for row in rows)


def _is_asked(row: PreviewRow, asked_old: set[FindingId]) -> bool:
    told = row.change is ChangeKind.GONE or row.ground is Ground.ASKED
    return told and row.finding in asked_old


def _taken(question: Question, answers: Mapping[FindingId, int]) -> set[int]:
    """New groups that are not simply new: all while something is unanswered, then those that were chosen."""
    given = [answers.get(stood.finding) for stood in question.before]
    if None in given:
        return {spot.group for spot in question.after}
    return {group for group in given if group}


def _asks(question: Question) -> list[Ask]:
    return [
        Ask(stood, tuple(sorted(question.after, key=lambda spot: abs(spot.line - stood.line))[:MOST_CHOICES]))
        for stood in question.before
    ]


def _asked(row: PreviewRow, ask: Ask, answers: Mapping[FindingId, int]) -> Row:
    answer = answers.get(ask.before.finding)
    chosen = next((spot for spot in ask.candidates if spot.group == answer), None)
    before = Place(ask.before.path, ask.before.unit, ask.before.line)
    if chosen is not None:
        after = Place(chosen.path, chosen.unit, chosen.line)
        return Row(ChangeKind.MOVED, row.title, before, after, Ground.ASKED, ask.before.finding, ask, answer)
    ground = Ground.SEVERAL if answer is None else Ground.ASKED
    return Row(ChangeKind.ASK, row.title, before, None, ground, ask.before.finding, ask, answer)

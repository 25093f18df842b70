"""Findings that the one at hand may repeat: those of the same rule, the same quote's place first, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.findings import FindingRow
from desktop.domain.levels import Status
from desktop.ui.decision.asking import MOST_CHOICES, Candidate
from desktop.ui.language import QT_TRANSLATE_NOOP

WHY = {
    "place-and-weakness": QT_TRANSLATE_NOOP("Candidates", "same place and weakness"),
    "place": QT_TRANSLATE_NOOP("Candidates", "same place"),
    "weakness": QT_TRANSLATE_NOOP("Candidates", "same weakness"),
    "title": QT_TRANSLATE_NOOP("Candidates", "same title"),
}


def why_words(code: str) -> str:
    """Why a candidate is offered, in the window's language."""
    return QCoreApplication.translate("Candidates", WHY[code])


def candidates(row: FindingRow, others: Sequence[FindingRow]) -> tuple[Candidate, ...]:
    """The likeliest of ``others``, at most seven, the best first; duplicates themselves are left out."""
    ranked: list[tuple[int, Candidate]] = []
    for other in others:
        if other.id == row.id or other.status is Status.DUPLICATE:
            continue
        place = bool(row.place) and other.place == row.place
        weakness = row.cwe > 0 and other.cwe == row.cwe
        if place and weakness:
            ranked.append((0, Candidate(other, "place-and-weakness")))
        elif other.title == row.title:
            ranked.append((1, Candidate(other, "title")))
        elif place:
            ranked.append((2, Candidate(other, "place")))
        elif weakness:
            ranked.append((3, Candidate(other, "weakness")))
    ranked.sort(key=lambda pair: (pair[0], pair[1].row.id))
    return tuple(candidate for _, candidate in ranked[:MOST_CHOICES])

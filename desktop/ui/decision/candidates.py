"""Findings that the one at hand may repeat: those at the same line first, then those of the same place, and why."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.findings import FindingRow
from desktop.domain.ids import FindingId
from desktop.domain.levels import Status
from desktop.ui.decision.asking import MOST_CHOICES, Candidate
from desktop.ui.language import QT_TRANSLATE_NOOP

WHY = {
    "line-and-weakness": QT_TRANSLATE_NOOP("Candidates", "same line and weakness"),
    "line": QT_TRANSLATE_NOOP("Candidates", "same line"),
    "place-and-weakness": QT_TRANSLATE_NOOP("Candidates", "same place and weakness"),
    "weakness-other-line": QT_TRANSLATE_NOOP("Candidates", "same weakness, another line"),
    "title": QT_TRANSLATE_NOOP("Candidates", "same title"),
    "place": QT_TRANSLATE_NOOP("Candidates", "same place"),
    "other-line": QT_TRANSLATE_NOOP("Candidates", "another line there"),
    "weakness": QT_TRANSLATE_NOOP("Candidates", "same weakness"),
}
"""By likelihood, the likeliest first."""
_ORDER = tuple(WHY)


def why_words(code: str) -> str:
    """Why a candidate is offered, in the window's language."""
    return QCoreApplication.translate("Candidates", WHY[code])


def candidates(
    row: FindingRow, others: Sequence[FindingRow], on_same_line: Collection[FindingId], *, has_line: bool
) -> tuple[Candidate, ...]:
    """The likeliest of ``others``, at most seven, the best first; duplicates themselves are left out.

    ``has_line`` tells a finding in a file from one of a host or package, whose place is all there is.
    """
    offered: list[Candidate] = []
    for other in others:
        if other.id != row.id and other.status is not Status.DUPLICATE:
            why = _why(row, other, other.id in on_same_line, has_line)
            offered += [Candidate(other, why)] if why else []
    offered.sort(key=lambda one: (_ORDER.index(one.why), one.row.id))
    return tuple(offered[:MOST_CHOICES])


def _why(row: FindingRow, other: FindingRow, same_line: bool, has_line: bool) -> str:
    place = bool(row.place) and other.place == row.place
    weakness = row.cwe > 0 and other.cwe == row.cwe
    if same_line:
        return "line-and-weakness" if weakness else "line"
    if place and weakness:
        return "weakness-other-line" if has_line else "place-and-weakness"
    if other.title == row.title:
        return "title"
    if place:
        return "other-line" if has_line else "place"
    return "weakness" if weakness else ""

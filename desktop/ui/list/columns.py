"""The eight columns of the list (UX §2), their words, widths and sort order."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from desktop.ui.language import QT_TRANSLATE_NOOP


class Column(IntEnum):
    """In the order in which they stand."""

    SEVERITY = 0
    FINDING = 1
    HITS = 2
    PLACE = 3
    ORIGIN = 4
    VERIFICATION = 5
    STATUS = 6
    DUE = 7


@dataclass(frozen=True, slots=True)
class Heading:
    """``width`` in pixels at 100 %, 0 for the column that takes what is left; ``sort`` is the word of the query."""

    words: str
    width: int
    sort: str
    right: bool = False


HEADINGS: Final = {
    Column.SEVERITY: Heading(QT_TRANSLATE_NOOP("Columns", "Severity"), 104, "severity"),
    Column.FINDING: Heading(QT_TRANSLATE_NOOP("Columns", "Finding"), 0, "title"),
    Column.HITS: Heading(QT_TRANSLATE_NOOP("Columns", "Hits"), 44, "hits", right=True),
    Column.PLACE: Heading(QT_TRANSLATE_NOOP("Columns", "Place"), 204, "path"),
    Column.ORIGIN: Heading(QT_TRANSLATE_NOOP("Columns", "Origin"), 112, "origin"),
    Column.VERIFICATION: Heading(QT_TRANSLATE_NOOP("Columns", "Verification"), 128, "verification"),
    Column.STATUS: Heading(QT_TRANSLATE_NOOP("Columns", "Status"), 88, "status"),
    Column.DUE: Heading(QT_TRANSLATE_NOOP("Columns", "Due"), 84, "due", right=True),
}

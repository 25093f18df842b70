"""A day, typed as people type it, and said back in the window's own way of writing days."""

import re
import unicodedata
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.language import long_date
from desktop.ui.widgets.lineedit import LineEdit

_DAY: Final = re.compile(r"(\d{4})\s*(?:[-/.年]\s*)?(\d{1,2})\s*(?:[-/.月]\s*)?(\d{1,2})\s*日?")


def parse_day(words: str) -> date | None:
    """The day in ``words`` (``2027-03-31``, ``2027/3/31``, ``20270331``, ``2027年3月31日``, full-width digits too)."""
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", words).strip())
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


class DayEdit(LineEdit):
    """``day_changed`` is sent with another day, or None while what stands there is none."""

    day_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("2027-03-31", parent)
        self._day: date | None = None
        self.textChanged.connect(self._on_text)

    @property
    def day(self) -> date | None:
        """The day that stands there."""
        return self._day

    def set_day(self, day: date) -> None:
        """Write ``day``."""
        self.setText(day.isoformat())

    def _on_text(self, words: str) -> None:
        day = parse_day(words)
        self.set_hint(long_date(day) if day else "")
        if day != self._day:
            self._day = day
            self.day_changed.emit(day)

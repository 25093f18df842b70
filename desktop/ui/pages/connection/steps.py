"""The steps of a connection check: which hold, which one does not and why, which were not reached."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.gate.connection import ConnectionStep
from desktop.gate.errors import Refused
from desktop.gate.reasons import sentences
from desktop.ui.labels import label
from desktop.ui.language import language
from desktop.ui.theme.type import px
from desktop.ui.widgets.label import Label, Tone
from desktop.uses.connection import Connection
from desktop.words import say_error


class _Mark(Enum):
    """How a step stands. The mark tells it without colour, and a word without the mark."""

    HOLDS = "✓"
    FAILS = "✕"
    NOT_REACHED = "–"
    IN_HAND = "…"


class Steps(QWidget):
    """One row a step; the reason stands under the step that fails."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(px(12))
        self._rows.setVerticalSpacing(px(8))
        self._rows.setColumnStretch(1, 1)
        outer.addLayout(self._rows)
        outer.addStretch(1)

    def show_nothing_known(self) -> None:
        """Nothing was checked yet."""
        self._show(dict.fromkeys(ConnectionStep, _Mark.NOT_REACHED), ())

    def show_in_hand(self) -> None:
        """A check is under way."""
        self._show(dict.fromkeys(ConnectionStep, _Mark.IN_HAND), ())

    def show_found(self, found: Connection) -> None:
        """What a check found."""
        marks = dict.fromkeys(ConnectionStep, _Mark.NOT_REACHED)
        marks |= dict.fromkeys(found.passed, _Mark.HOLDS)
        if found.failed is not None:
            marks[found.failed] = _Mark.FAILS
        self._show(marks, reasons_of(found))

    def _show(self, marks: dict[ConnectionStep, _Mark], why: Sequence[str]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        row = 0
        for step, mark in marks.items():
            fails = mark is _Mark.FAILS
            tone = Tone.BLOCKED if fails else Tone.TEXT if mark is _Mark.HOLDS else Tone.THIRD
            sign = Label(mark.value, tone=tone, bold=fails)
            sign.setAccessibleName(_spoken(mark))
            self._rows.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(Label(label(step), tone=tone, bold=fails, wrap=True), row, 1)
            row += 1
            for sentence in why if fails else ():
                self._rows.addWidget(Label(sentence, wrap=True), row, 1)
                row += 1


def reasons_of(found: Connection) -> list[str]:
    """Why the check failed, in the window's language; empty where it did not."""
    if isinstance(found.error, Refused):
        return sentences(found.error.objections, language())
    return [say_error(found.error, language())] if found.error is not None else []


def _spoken(mark: _Mark) -> str:
    translate = QCoreApplication.translate
    return {
        _Mark.HOLDS: translate("Steps", "holds"),
        _Mark.FAILS: translate("Steps", "fails"),
        _Mark.NOT_REACHED: translate("Steps", "not reached"),
        _Mark.IN_HAND: translate("Steps", "being checked"),
    }[mark]

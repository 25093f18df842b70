"""One of several: all choices side by side, the chosen one framed."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.type import px
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.flow import Flow

T = TypeVar("T")


class _Segment(Button):
    """Its owner says what is chosen; a click only asks."""

    def nextCheckState(self) -> None:
        """Stay."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # for the row, which knows what may be chosen
            return
        super().keyPressEvent(event)


class Segments(QWidget, Generic[T]):
    """``chosen`` is sent when the analyst picks another value; arrow keys move the choice."""

    chosen = Signal(object)

    def __init__(
        self, name: str, choices: Sequence[tuple[T, str]], value: T | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._values = [choice for choice, _ in choices]
        self._value = value
        row = Flow(px(8), self)
        self._buttons: list[_Segment] = []
        for choice, words in choices:
            button = _Segment(words)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {words}")
            button.clicked.connect(lambda _=False, choice=choice: self._pick(choice))
            row.addWidget(button)
            self._buttons.append(button)
        self._dress()

    @property
    def value(self) -> T | None:
        """What is chosen."""
        return self._value

    def set_value(self, value: T | None) -> None:
        """Choose ``value`` without saying so."""
        self._value = value
        self._dress()

    def offer(self, values: Sequence[T], why_not: str = "") -> None:
        """Leave only ``values`` to choose from; ``why_not`` is the tip of the others."""
        for value, button in zip(self._values, self._buttons, strict=True):
            button.setEnabled(value in values)
            button.setToolTip("" if value in values else why_not)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        focus = next((at for at, button in enumerate(self._buttons) if button.hasFocus()), None)
        at = focus if focus is not None else self._at()
        at += step
        while 0 <= at < len(self._buttons):
            if self._buttons[at].isEnabled():
                self._buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
                self._pick(self._values[at])
                return
            at += step

    def _at(self) -> int:
        return self._values.index(self._value) if self._value in self._values else -1

    def _pick(self, value: T) -> None:
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

    def _dress(self) -> None:
        at = self._at()
        for number, button in enumerate(self._buttons):
            button.setChecked(number == at)
            # One stop of the tab key for the whole row, as with any group of choices.
            stop = number == max(at, 0)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if stop else Qt.FocusPolicy.ClickFocus)
            button.updateGeometry()
        if self._buttons:
            self.setFocusProxy(self._buttons[max(at, 0)])

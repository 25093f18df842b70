"""The decision bar: eight digits in two rows. It never moves."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.levels import Status
from desktop.ui.decision.digits import DIGITS
from desktop.ui.labels import label
from desktop.ui.theme.type import px
from desktop.ui.widgets.keybutton import KeyButton
from desktop.ui.widgets.panel import Panel, Side


class DecisionBar(Panel):
    """``pressed`` is the digit that was clicked: the same as its key."""

    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Side.TOP, parent)
        self._buttons: dict[int, KeyButton] = {}
        grid = self._grid = QGridLayout(self)
        grid.setVerticalSpacing(px(6))
        for digit, status in DIGITS.items():
            button = KeyButton(str(digit), label(status), centred=True)
            button.clicked.connect(lambda _on=False, digit=digit: self.pressed.emit(digit))
            self._buttons[digit] = button
            grid.addWidget(button, (digit - 1) // 4, (digit - 1) % 4)
        for column in range(4):
            pair = (self._buttons[column + 1], self._buttons[column + 5])
            grid.setColumnStretch(column, max(button.sizeHint().width() for button in pair))
        self.setFixedHeight(px(84))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a narrow claim the words need the margins' room.
        side, gap = (px(20), px(7)) if self.width() >= px(440) else (px(10), px(5))
        self._grid.setContentsMargins(side, px(9), side, px(9))
        self._grid.setHorizontalSpacing(gap)

    def show_chosen(self, status: Status | None) -> None:
        """Which decision the strip asks about."""
        for digit, button in self._buttons.items():
            button.setChecked(DIGITS[digit] is status)

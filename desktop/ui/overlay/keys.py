"""The keys of this place, in columns; made of the declarations, so that it cannot lie."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.button import key_cap, key_width_of

_ROW = 24


class KeyHelp(QWidget):
    """Lies over ``parent``; any key or click puts it away."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._rows: Sequence[tuple[tuple[str, ...], str]] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def open(self, rows: Sequence[tuple[tuple[str, ...], str]]) -> None:
        """Show keys and what they do."""
        self._rows = rows
        self.setAccessibleDescription("; ".join(f"{' '.join(keys)}: {words}" for keys, words in rows))
        parent = self._over
        width = min(px(900), parent.width() - px(40))
        height = px(64) + px(_ROW) * ((len(rows) + 1) // 2)
        self.resize(width, min(height, parent.height() - px(40)))
        self.move((parent.width() - width) // 2, max(px(20), (parent.height() - height) // 2))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.panel)
        painter.setPen(c.text3)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setFont(theme_type.font(Size.TITLE, bold=True))
        painter.setPen(c.text)
        paint.text(painter, QRectF(px(20), px(10), self.width(), px(28)), self.tr("Keys of this place"))
        half = (len(self._rows) + 1) // 2
        for at, (keys, words) in enumerate(self._rows):
            column, row = divmod(at, half)
            x = px(20) + column * (self.width() - px(20)) / 2
            y = px(48) + row * px(_ROW)
            left = x
            for one in keys:
                key_cap(painter, left, y + px(_ROW) / 2, one, c)
                left += key_width_of(one) + px(5)
            painter.setFont(theme_type.font(Size.SECONDARY))
            painter.setPen(c.text)
            words_at = max(left + px(6), x + px(118))
            room = x + (self.width() - px(20)) / 2 - px(12) - words_at
            paint.text(painter, QRectF(words_at, y, room, px(_ROW)), words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            self._leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        del event
        self._leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._leave()

    def _leave(self) -> None:
        if self.isVisible():
            self.hide()
            self.left.emit()

"""The sheet of what leaves, in which a stretch can be chosen: with the mouse, or with arrows and Shift."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.egress.sheet import Sheet
from desktop.ui.theme import paint
from desktop.ui.theme.colours import colours_of

_MOVES = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class ChoosableSheet(Sheet):
    """``chose`` when another stretch is chosen, or none. Keys that choose nothing are left to the page."""

    chose = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._anchor = self._caret = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def chosen(self) -> tuple[int, int] | None:
        """First character of the stretch and the one after it; None where nothing is chosen."""
        low, high = sorted((self._anchor, self._caret))
        return (low, high) if low < high else None

    def put_caret(self, at: int) -> None:
        """Stand before character ``at``, with nothing chosen."""
        self._anchor = self._caret = min(at, len(self.text))
        self.viewport().update()
        self.chose.emit()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key not in _MOVES:
            event.ignore()
            return
        by_word = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._go(self._after_move(key, by_word), choosing=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def _after_move(self, key: Qt.Key, by_word: bool) -> int:
        text, at = self.text, self._caret
        row, column = self.row_of(at)
        match key:
            case Qt.Key.Key_Left:
                return self._word_start(at - 1) if by_word and at else max(at - 1, 0)
            case Qt.Key.Key_Right:
                return self._word_end(at) if by_word else min(at + 1, len(text))
            case Qt.Key.Key_Home:
                return self.start_of(row)
            case Qt.Key.Key_End:
                return self.start_of(row) + len(self.line(row))
        other = row + (1 if key == Qt.Key.Key_Down else -1)
        if not 0 <= other < self.line_count:
            return at
        return self.start_of(other) + min(column, len(self.line(other)))

    def _word_start(self, at: int) -> int:
        while at > 0 and _is_word(self.text[at]) == _is_word(self.text[at - 1]):
            at -= 1
        return at

    def _word_end(self, at: int) -> int:
        at = min(at + 1, len(self.text))
        while at < len(self.text) and _is_word(self.text[at]) == _is_word(self.text[at - 1]):
            at += 1
        return at

    def _go(self, at: int, *, choosing: bool) -> None:
        self._caret = at
        if not choosing:
            self._anchor = at
        self.bring_into_sight(at)
        self.viewport().update()
        self.chose.emit()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(self.character_at(event.position()), choosing=shift)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(self.character_at(event.position()), choosing=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = min(self.character_at(event.position()), max(len(self.text) - 1, 0))
        if self.text:
            self._anchor = self._word_start(at)
            self._go(self._word_end(at), choosing=True)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            paint.focus_frame(painter, QRectF(self.viewport().rect()), colours_of(self.palette()))

    def paint_under_line(self, painter: QPainter, box: QRectF, row: int, shown: str, metrics: QFontMetricsF) -> None:
        c = colours_of(self.palette())
        start = self.start_of(row)
        if self.chosen is not None:
            first, last = max(self.chosen[0] - start, 0), min(self.chosen[1] - start, len(shown))
            if first < last or self.chosen[0] <= start + len(shown) < self.chosen[1]:
                left = box.x() + metrics.horizontalAdvance(shown[:first])
                width = metrics.horizontalAdvance(shown[first:last]) if first < last else metrics.averageCharWidth()
                painter.fillRect(QRectF(left, box.y(), width, box.height()), c.accent_tint)
        if self.hasFocus() and self.row_of(self._caret)[0] == row:
            x = box.x() + metrics.horizontalAdvance(shown[: self._caret - start])
            painter.setPen(c.accent)
            painter.drawLine(QPointF(x, box.top() + 1), QPointF(x, box.bottom() - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def _is_word(character: str) -> bool:
    return character.isalnum() or character in "_-⟦⟧"

"""Progress, as a bar 8 px high."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import paint
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import px


class Bar(QWidget):
    """``done`` of ``total``; green where a person's own work is counted, accent for the machine's."""

    def __init__(
        self, done: int = 0, total: int = 0, parent: QWidget | None = None, *, by_person: bool = False
    ) -> None:
        super().__init__(parent)
        self._done, self._total, self._by_person = done, total, by_person
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, done: int, total: int) -> None:
        """Another state."""
        self._done, self._total = done, total
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(220), px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        box = QRectF(0, (self.height() - px(7)) / 2, self.width(), px(7))
        paint.rounded(painter, box, fill=c.sunken, line=c.line, radius=box.height() / 2)
        if self._total and self._done:
            part = QRectF(
                box.x(), box.y(), max(box.height(), box.width() * min(1.0, self._done / self._total)), box.height()
            )
            paint.rounded(painter, part, fill=c.person if self._by_person else c.accent, radius=box.height() / 2)

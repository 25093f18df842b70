"""A ground with a hairline on some of its sides: what the window is put together from."""

from enum import Flag, auto

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.colours import colours_of


class Side(Flag):
    """Where the line is."""

    NONE = 0
    TOP = auto()
    RIGHT = auto()
    BOTTOM = auto()
    LEFT = auto()


class Panel(QWidget):
    """A widget that paints a ground of the scheme (``panel``, ``window``, ``raised`` …) and its lines in ``edge``."""

    def __init__(
        self, lines: Side = Side.NONE, parent: QWidget | None = None, *, ground: str = "panel", edge: str = "line"
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._ground = ground
        self._edge = edge

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(event.rect(), getattr(c, self._ground))
        painter.setPen(getattr(c, self._edge))
        right, bottom = self.width() - 1, self.height() - 1
        if Side.TOP in self._lines:
            painter.drawLine(0, 0, right, 0)
        if Side.RIGHT in self._lines:
            painter.drawLine(right, 0, right, bottom)
        if Side.BOTTOM in self._lines:
            painter.drawLine(0, bottom, right, bottom)
        if Side.LEFT in self._lines:
            painter.drawLine(0, 0, 0, bottom)

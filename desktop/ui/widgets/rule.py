"""A hairline between two parts of a column."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import px


class Rule(QWidget):
    """One pixel of line, with room above and below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(60), px(25))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setPen(colours_of(self.palette()).line)
        painter.drawLine(0, self.height() // 2, self.width(), self.height() // 2)

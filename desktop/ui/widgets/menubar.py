"""The menu bar without the line that Fusion draws under its own words: the window has a line right across."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenuBar

from desktop.ui.theme.colours import colours_of


class MenuBar(QMenuBar):
    """Qt's own otherwise."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, colours_of(self.palette()).window)

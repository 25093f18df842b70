"""A scroll bar without arrows: a thumb on the page's own ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QStyle, QStyleOptionSlider, QWidget

from desktop.ui.theme import paint
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import px


class ScrollBar(QScrollBar):
    """Behaves as Qt's own; only its drawing is ours. ``ground`` is the scheme's colour of what it stands on."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget, ground: str = "panel") -> None:
        super().__init__(orientation, parent)
        self._ground = ground

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return (
            QSize(px(12), hint.height())
            if self.orientation() is Qt.Orientation.Vertical
            else QSize(hint.width(), px(12))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), getattr(c, self._ground))
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        thumb = QRectF(
            self.style().subControlRect(
                QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
            )
        ).adjusted(3, 3, -3, -3)
        paint.rounded(painter, thumb, fill=c.text3 if self.isSliderDown() or self.underMouse() else c.line, radius=3)


def plain_scroll_bars(area: QAbstractScrollArea, ground: str = "panel") -> None:
    """Give ``area`` our scroll bars."""
    area.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical, area, ground))
    area.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal, area, ground))

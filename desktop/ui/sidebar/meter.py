"""The coverage meter and its legend."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import Colours, colours_of
from desktop.ui.theme.type import Size, px


def meter(painter: QPainter, box: QRectF, person: float, model: float, c: Colours) -> None:
    """Solid for a person, hatched for a model only, empty for nobody; shares of 1."""
    paint.rounded(painter, box, fill=c.sunken, line=c.line, radius=2)
    solid = QRectF(box.x(), box.y(), box.width() * person, box.height())
    hatched = QRectF(solid.right(), box.y() + 0.5, box.width() * model, box.height() - 1)
    if model:
        paint.hatched(painter, hatched, c.model)
    if person:
        paint.rounded(painter, solid, fill=c.person, radius=min(2.0, solid.width() / 2))


class Legend(QWidget):
    """What the meter means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(180), px(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        painter.setFont(theme_type.font(Size.CAPTION))
        painter.setPen(c.text2)
        paint.text(painter, QRectF(0, 0, self.width(), px(18)), self.tr("Read by"))
        x = 0.0
        entries = ((self.tr("person"), 1.0, 0.0), (self.tr("AI"), 0.0, 1.0), (self.tr("nobody"), 0.0, 0.0))
        for words, person, model in entries:
            meter(painter, QRectF(x, px(24), px(14), px(6)), person, model, c)
            x += px(19)
            painter.setPen(c.text2)
            width = painter.fontMetrics().horizontalAdvance(words)
            paint.text(painter, QRectF(x, px(18), width + 2, px(18)), words)
            x += width + px(14)

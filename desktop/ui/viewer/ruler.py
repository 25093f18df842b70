"""The ruler over the text: areas of a line as bands, ticks, numbers at the tens, and the caret's column."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import Size, px
from desktop.ui.viewer.areas import areas_of
from desktop.ui.viewer.view import EvidenceView


class Ruler(QWidget):
    """Follows a view; true on a line with kanji, because a cell of the view is a host column."""

    def __init__(self, view: EvidenceView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        view.caret_moved.connect(self.update)
        view.scrolled.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.panel)
        painter.setPen(c.line)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        document = self._view.document
        if document is None:
            return
        now = self._view.geometry_now
        left, cell, gutter = now.text_left, now.grid.cell, now.gutter
        painter.setFont(theme_type.font(Size.CAPTION))
        painter.setPen(c.text2)
        paint.text(painter, QRectF(px(10), px(15), gutter - px(16), px(16)), self.tr("byte"))
        painter.setClipRect(QRectF(gutter - px(10), 0, self.width(), self.height()))
        for area in areas_of(document.evidence.language):
            band = QRectF(left + (area.first - 1) * cell, 1, (area.last - area.first + 1) * cell, px(14))
            if area.words and (area.aside or area.last - area.first < 8):
                painter.fillRect(band, c.sunken)
            painter.setPen(c.text2)
            words = QCoreApplication.translate("Areas", area.words) if area.words else ""
            painter.drawText(band.adjusted(-px(12), 0, px(12), 0), int(Qt.AlignmentFlag.AlignCenter), words)
        self._ticks(painter, left, cell, document.columns)
        _, caret = self._view.caret
        x = left + (caret + 0.5) * cell
        tip = QPolygonF([QPointF(x - 4, px(26)), QPointF(x + 4, px(26)), QPointF(x, px(32))])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.accent)
        painter.drawPolygon(tip)

    def _ticks(self, painter: QPainter, left: float, cell: float, columns: int) -> None:
        c = colours_of(self.palette())
        last = min(columns, int((self.width() - left) // cell) + 1)
        first = max(1, int(-left // cell))
        for column in range(first, last + 1):
            x = round(left + column * cell) - 0.5
            tall = 6 if column % 10 == 0 else 4 if column % 5 == 0 else 0
            if tall:
                painter.setPen(QPen(c.text3 if tall == 6 else c.line, 1))
                painter.drawLine(QPointF(x, self.height() - 1 - tall), QPointF(x, self.height() - 2))
            if column % 10 == 0:
                painter.setPen(c.text2)
                box = QRectF(x - px(20) - cell / 2, px(14), px(40), px(14))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(column))

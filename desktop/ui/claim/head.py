"""The claim's first lines: severity in its standing, standing in words, number; painted, so that the list's ink is
ours too.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.findings import FindingRow
from desktop.domain.standing import Standing, standing
from desktop.ui.labels import label
from desktop.ui.list.delegate import ORIGIN_ICONS
from desktop.ui.standing import ink
from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import Colours, colours_of
from desktop.ui.theme.type import Size, px

TONES = {
    Standing.UNANCHORED: "warn",
    Standing.LEAD: "model",
    Standing.REPORTED: "text2",
    Standing.DECIDED: "text",
    Standing.REPRODUCED: "person",
    Standing.DISMISSED: "text3",
}


class StandingLine(QWidget):
    """Badge, standing, number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: FindingRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: FindingRow) -> None:
        """Another finding, or the same in another standing."""
        self._row = row
        self.setAccessibleName(f"{label(row.severity)} {label(standing(row))}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._row is None:
            return
        c: Colours = colours_of(self.palette())
        painter = QPainter(self)
        row, drawn, kind = self._row, ink(self._row), standing(self._row)
        height = float(self.height())
        width = paint.badge_width(label(row.severity))
        paint.badge(painter, QRectF(0, 0.5, width, height - 1), row.severity, label(row.severity), drawn.badge, c)
        colour = getattr(c, TONES[kind])
        x = width + px(12)
        icons.draw(painter, ORIGIN_ICONS[row.origin], colour, x, (height - px(16)) / 2, px(16))
        painter.setFont(theme_type.font(bold=True))
        painter.setPen(colour)
        number = f"#{row.id}"
        number_width = QFontMetricsF(theme_type.font(Size.SECONDARY)).horizontalAdvance(number)
        paint.text(painter, QRectF(x + px(22), 0, self.width() - x - px(30) - number_width, height), label(kind))
        painter.setFont(theme_type.font(Size.SECONDARY))
        painter.setPen(c.text2)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        paint.text(painter, QRectF(self.width() - number_width - 1, 0, number_width + 1, height), number, align=right)


class SaidBox(QWidget):
    """Who says so: a ground with the standing's rail at its left. The words are a child label, so that they can
    wrap.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Standing.REPORTED

    def show_kind(self, kind: Standing) -> None:
        """Another standing."""
        self._kind = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        box = QRectF(self.rect())
        ground = {
            Standing.LEAD: c.model_tint,
            Standing.UNANCHORED: c.warn_tint,
            Standing.REPRODUCED: c.person_tint,
            Standing.DECIDED: c.person_tint,
        }.get(self._kind, c.sunken)
        paint.rounded(painter, box, fill=ground)
        rail = {Standing.LEAD: c.model, Standing.UNANCHORED: c.warn}.get(self._kind)
        if rail is not None:
            step = 7.0
            y = 3.0
            while y < box.height() - 3:
                painter.fillRect(QRectF(0, y, 3, min(4.5, box.height() - 3 - y)), rail)
                y += step
        elif self._kind in (Standing.DECIDED, Standing.REPRODUCED):
            painter.fillRect(QRectF(0, 0, 3, box.height()), c.person)

"""Where in a page's course one is: ticked, present, to come."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px


class Steps(QWidget):
    """The steps of a page, numbered, in its head."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[str, ...] = ()
        self._step = 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[str, ...], step: int) -> None:
        """Show ``steps`` with the one at index ``step`` as the present one."""
        self._steps, self._step = steps, step
        self.setAccessibleName(" ".join(steps[step : step + 1]))
        self.setVisible(bool(steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme_type.font(bold=True))
        return QSize(round(sum(metrics.horizontalAdvance(step) + px(44) for step in self._steps)), px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        x, side = 0.0, float(px(19))
        for at, words in enumerate(self._steps):
            ring = QRectF(x, (self.height() - side) / 2, side, side)
            present = at == self._step
            if present:
                paint.rounded(painter, ring, fill=c.accent, radius=side / 2)
            elif at < self._step:
                paint.rounded(painter, ring, fill=c.person_tint, radius=side / 2)
                icons.draw(painter, Icon.CHECK, c.person, ring.x() + px(4), ring.y() + px(4), px(12))
            else:
                paint.rounded(painter, ring, line=c.line, radius=side / 2)
            if at >= self._step:
                painter.setFont(theme_type.font(Size.CAPTION, bold=True))
                painter.setPen(c.on_accent if present else c.text2)
                painter.drawText(ring, int(Qt.AlignmentFlag.AlignCenter), str(at + 1))
            painter.setFont(theme_type.font(bold=present))
            painter.setPen(c.text if present else c.text2)
            advance = QFontMetricsF(painter.font()).horizontalAdvance(words)
            paint.text(painter, QRectF(x + side + px(6), 0, advance + 1, self.height()), words)
            x += side + advance + px(24)

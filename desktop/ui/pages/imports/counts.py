"""What an import would do, as five figures side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.label import Tone


@dataclass(frozen=True, slots=True)
class Count:
    """A figure, its name above it and what it means below it. Zero is drawn quietly."""

    name: str
    figure: str
    meaning: str
    tone: Tone = Tone.TEXT


class Counts(QWidget):
    """A row of figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[Count, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Sequence[Count]) -> None:
        """Show ``counts``."""
        self._counts = tuple(counts)
        self.setAccessibleName(", ".join(f"{count.name} {count.figure}" for count in counts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(86))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        edge = px(20)
        width = (self.width() - edge) / max(1, len(self._counts))
        for at, count in enumerate(self._counts):
            left = edge + at * width
            if at:
                painter.setPen(c.line)
                painter.drawLine(round(left - px(4)), px(8), round(left - px(4)), px(74))
                left += px(14)
            room = width - px(22)
            painter.setPen(c.text)
            painter.setFont(theme_type.font(Size.SECONDARY, bold=True))
            paint.text(painter, QRectF(left, px(4), room, px(20)), count.name)
            painter.setFont(theme_type.font(Size.COUNT))
            painter.setPen(c.text3 if count.figure == "0" else getattr(c, count.tone.value))
            paint.text(painter, QRectF(left, px(24), room, px(32)), count.figure)
            painter.setFont(theme_type.font(Size.CAPTION))
            painter.setPen(c.text2)
            paint.text(painter, QRectF(left, px(58), room, px(18)), count.meaning)

"""Words in several colours on one line: what a painted row or cell is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import Colours
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.label import Tone


@dataclass(frozen=True, slots=True)
class Ink:
    """One stretch of a line. ``ground`` is a role of the scheme behind it, underlined in the tone's own colour."""

    text: str = ""
    tone: Tone = Tone.TEXT
    bold: bool = False
    code: bool = False
    icon: Icon | None = None
    ground: str = ""
    struck: bool = False
    size: Size = Size.TEXT
    gap: int = 0
    """Pixels at 100 % before it."""

    def colour(self, c: Colours) -> QColor:
        """Its colour in ``c``."""
        colour: QColor = getattr(c, self.tone.value)
        return colour

    def font(self) -> QFont:
        """Its font."""
        if self.code:
            return theme_type.code(self.size, bold=self.bold)
        return theme_type.font(self.size, bold=self.bold, struck=self.struck)

    def width(self) -> float:
        """What it takes up, its icon and gap included."""
        icon = px(16) + (px(6) if self.text else 0) if self.icon else 0
        return px(self.gap) + icon + (QFontMetricsF(self.font()).horizontalAdvance(self.text) if self.text else 0.0)


Line = Sequence[Ink]
"""Inks from left to right."""


def plain(line: Line) -> str:
    """The words of ``line``, for screen reader, tool tip and search."""
    return " ".join(ink.text for ink in line if ink.text)


def one_line(text: str) -> str:
    """Text that is not ours on one line: control and bidi characters would break the row or hide what it says."""
    return text if text.isprintable() else "".join(char if char.isprintable() else "·" for char in text)


def width_of(line: Line) -> float:
    """What ``line`` takes up."""
    return sum(ink.width() for ink in line)


def paint_line(painter: QPainter, box: QRectF, line: Line, c: Colours, *, right: bool = False) -> None:
    """Paint ``line`` in the middle of ``box``; what does not fit is elided at its end."""
    x = max(box.x(), box.right() - width_of(line)) if right else box.x()
    for ink in line:
        room = box.right() - x
        if room <= px(4):
            return
        painter.save()
        _paint_ink(painter, QRectF(x, box.y(), min(room, ink.width()), box.height()), ink, c)
        painter.restore()
        x += ink.width()


def _paint_ink(painter: QPainter, box: QRectF, ink: Ink, c: Colours) -> None:
    left = box.x() + px(ink.gap)
    colour = ink.colour(c)
    if ink.icon:
        icons.draw(painter, ink.icon, colour, left, box.center().y() - px(8), px(16))
        left += px(16) + px(6)
    if not ink.text:
        return
    font = ink.font()
    painter.setFont(font)
    words = QRectF(left, box.y(), box.right() - left + 1, box.height())
    if ink.ground:
        metrics = QFontMetricsF(font)
        height = metrics.height() + px(2)
        ground = QRectF(left - px(1), box.center().y() - height / 2, words.width() + px(1), height)
        painter.fillRect(ground, getattr(c, ink.ground))
        painter.setPen(QPen(colour, 1.2))
        painter.drawLine(QPointF(ground.left(), ground.bottom()), QPointF(ground.right(), ground.bottom()))
        painter.setPen(c.text if ink.ground == "warn_tint" else colour)
    else:
        painter.setPen(colour)
    paint.text(painter, words, one_line(ink.text), align=Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

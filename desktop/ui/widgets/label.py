"""Text on a panel in one of the type sizes and colours; plain text only, so that evidence can never become markup."""

import math
from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import Size, px

_LEADING: Final = 1.42
"""Height of a line of running text, in ems."""
_MEASURE: Final = 460
"""A wrapping label asks for no more than this width."""
_ENDLESS: Final = 1e6


class Tone(Enum):
    """Which colour of the scheme."""

    TEXT = "text"
    SECOND = "text2"
    THIRD = "text3"
    ACCENT = "accent"
    MODEL = "model"
    PERSON = "person"
    MASKED = "masked"
    WARN = "warn"
    BLOCKED = "blocked"


class Label(QLabel):
    """One or more lines of plain text; ``elided`` keeps it on one line that never pushes its neighbours away."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: Size = Size.TEXT,
        bold: bool = False,
        tone: Tone = Tone.TEXT,
        wrap: bool = False,
        elided: bool = False,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._bold = bold
        self._tone = tone
        self._elided = elided
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if elided:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._dress()
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        """Another colour of the scheme."""
        self._tone = tone
        self._dress()

    def sizeHint(self) -> QSize:
        if not self._breaks:
            return super().sizeHint()
        width = min(px(_MEASURE), round(max(self._lines(_ENDLESS)[1], 1.0)) + 1)
        around = self.contentsMargins()
        width += around.left() + around.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if self._breaks:
            return QSize(px(60), round(self._line_height()))
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elided else hint

    def heightForWidth(self, width: int) -> int:
        if not self._breaks:
            return super().heightForWidth(width)
        around = self.contentsMargins()
        layout, _ = self._lines(width - around.left() - around.right())
        return math.ceil(layout.lineCount() * self._line_height()) + around.top() + around.bottom()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._breaks:
            self._paint_lines()
            return
        if not self._elided:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)

    @property
    def _breaks(self) -> bool:
        """Whether lines are broken here: text that can be selected is left to Qt, which paints the selection."""
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        return self.wordWrap() and not self.textInteractionFlags() & selectable

    def _line_height(self) -> float:
        # Some Japanese fonts leave no room between lines, others plenty: a line is as high everywhere.
        metrics = QFontMetricsF(self.font())
        return max(metrics.height(), metrics.horizontalAdvance("口") * _LEADING)

    def _lines(self, width: float) -> tuple[QTextLayout, float]:
        """The text broken into lines of ``width``, and how wide the widest is."""
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        widest, top, height = 0.0, 0.0, self._line_height()
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (height - line.height()) / 2))
            widest = max(widest, line.naturalTextWidth())
            top += height
        layout.endLayout()
        return layout, widest

    def _paint_lines(self) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        box = self.contentsRect()
        layout, _ = self._lines(box.width())
        spare = box.height() - layout.lineCount() * self._line_height()
        middle = bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)
        layout.draw(painter, QPointF(box.x(), box.y() + (max(0.0, spare / 2) if middle else 0.0)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange):
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        font = theme_type.font(self._size, bold=self._bold)
        if font != self.font():
            self.setFont(font)
        ink: QColor = getattr(colours_of(self.palette()), self._tone.value)
        if ink != self.palette().color(QPalette.ColorRole.WindowText):
            own = QPalette()
            own.setColor(QPalette.ColorRole.WindowText, ink)
            self.setPalette(own)

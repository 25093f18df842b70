"""Text on a panel in one of the type sizes and colours; plain text only, so that evidence can never become markup."""

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import Size


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

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elided else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elided:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)

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

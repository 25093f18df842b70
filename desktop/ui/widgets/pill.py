"""A rounded choice with a chevron: order, grouping, decoding."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px


class Pill(QAbstractButton):
    """``pressed_open`` asks the owner to open its menu. ``closable`` shows a cross, for a filter that can go."""

    pressed_open = Signal()

    def __init__(
        self, words: str, parent: QWidget | None = None, *, quiet: bool = False, closable: bool = False
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._quiet = quiet
        self._closable = closable
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.pressed_open)

    def set_words(self, words: str) -> None:
        """Show another choice."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(theme_type.font(Size.SECONDARY)).horizontalAdvance(self._words)
        return QSize(round(width) + px(20 if self._quiet else 36), px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0, 0.5, 0, -0.5)
        pad = px(4) if self._quiet else px(11)
        if not self._quiet:
            fill = c.accent_tint if self._closable else c.raised if self.underMouse() else c.panel
            paint.rounded(painter, box, fill=fill, line=c.line, radius=box.height() / 2)
        painter.setFont(theme_type.font(Size.SECONDARY))
        painter.setPen(c.text2 if self._quiet else c.text)
        paint.text(painter, box.adjusted(pad, 0, -px(14), 0), self._words)
        icon = Icon.CLOSE if self._closable else Icon.DOWN
        icons.draw(painter, icon, c.text2, box.right() - pad - px(11), box.center().y() - px(6), px(12))
        if self.hasFocus():
            paint.focus_frame(painter, box, c, box.height() / 2)

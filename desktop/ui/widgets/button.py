"""Push buttons: one filled button a page says what is needed next, all others are outlined."""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import Colours, colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px


class Kind(Enum):
    """How much a button asks for."""

    PLAIN = auto()
    MAIN = auto()
    """Filled; at most one a page."""
    QUIET = auto()
    """No frame until the pointer is on it."""
    LINK = auto()
    """Words in the accent's colour."""


class Button(QAbstractButton):
    """A word, perhaps an icon before it and its key after it. Never an icon alone without an accessible name."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        kind: Kind = Kind.PLAIN,
        icon: Icon | None = None,
        keys: str = "",
        tall: bool = False,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._tall = tall or kind is Kind.MAIN
        self._icon = icon
        self._keys = keys
        self._hovered = False
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_keys(self, keys: str) -> None:
        """Show another key on the button; the key itself belongs to an action."""
        self._keys = keys
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: Icon) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._font()).horizontalAdvance(self.text()) if self.text() else 0.0
        if self._icon:
            width += px(16) + (px(7) if self.text() else 0)
        if self._keys:
            width += px(8) + key_width_of(self._keys)
        pad = px(40) if self._kind is Kind.MAIN else px(24) if self.text() else px(14)
        return QSize(round(width) + pad, px(38 if self._tall else 30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        box = QRectF(self.rect())
        ink = self._ground(painter, box, c)
        painter.setFont(self._font())
        words = self.text()
        advance = QFontMetricsF(painter.font()).horizontalAdvance(words) if words else 0.0
        icon_width = float(px(16) + (px(7) if words else 0)) if self._icon else 0.0
        key_width = px(8) + key_width_of(self._keys) if self._keys else 0.0
        left = max(px(6), (box.width() - advance - icon_width - key_width) / 2)
        if self._icon:
            size = px(16)
            icons.draw(painter, self._icon, ink, left, (box.height() - size) / 2, size)
            left += icon_width
        painter.setPen(ink)
        if words:
            paint.text(painter, QRectF(left, 0, min(advance + 1, box.width() - left - key_width), box.height()), words)
        if self._keys:
            key_cap(
                painter, left + advance + px(8), box.center().y(), self._keys, c, ink if self._is_filled() else None
            )
        if self.hasFocus():
            paint.focus_frame(painter, box, c, paint.RADIUS_LARGE)

    def _ground(self, painter: QPainter, box: QRectF, c: Colours) -> QColor:
        """Paint the button's ground; returns the colour of what stands on it."""
        enabled = self.isEnabled()
        lit = enabled and (self._hovered or self.isDown())
        if self._is_filled():
            fill = c.accent.darker(112) if lit and not c.dark else c.accent.lighter(108) if lit else c.accent
            paint.rounded(painter, box, fill=fill, radius=paint.RADIUS_LARGE)
            return c.on_accent
        if self._kind in (Kind.QUIET, Kind.LINK):
            if lit:
                paint.rounded(painter, box, fill=c.sunken, radius=paint.RADIUS_LARGE)
            return c.text3 if not enabled else c.accent if self._kind is Kind.LINK else c.text
        if self.isChecked():
            paint.rounded(painter, box, fill=c.accent_tint, line=c.accent, radius=paint.RADIUS_LARGE, width=1.4)
        else:
            fill = c.sunken if self.isDown() else c.raised if lit else c.panel
            paint.rounded(painter, box, fill=fill, line=c.line, radius=paint.RADIUS_LARGE)
        return c.text if enabled else c.text3

    def _is_filled(self) -> bool:
        return self._kind is Kind.MAIN and self.isEnabled()

    def _font(self) -> QFont:
        return theme_type.font(Size.TEXT, bold=self._kind is Kind.MAIN or self.isChecked())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()
        super().changeEvent(event)


def key_width_of(keys: str) -> float:
    """Width of a key cap that holds ``keys``."""
    return max(QFontMetricsF(theme_type.font(Size.CAPTION, bold=True)).horizontalAdvance(keys) + px(10), px(18))


def key_cap(
    painter: QPainter, x: float, middle: float, keys: str, c: Colours, ink: QColor | None = None, *, lit: bool = False
) -> None:
    """A key as printed on a keyboard, from ``x``, centred on ``middle``; ``lit`` fills it with the accent."""
    height = float(px(18))
    box = QRectF(round(x), round(middle - height / 2), round(key_width_of(keys)), height)
    if lit:
        paint.rounded(painter, box, fill=c.accent)
    else:
        paint.rounded(painter, box, fill=None if ink else c.panel, line=ink or c.line)
    painter.save()
    painter.setFont(theme_type.font(Size.CAPTION, bold=True))
    painter.setPen(c.on_accent if lit else ink or c.text2)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), keys)
    painter.restore()

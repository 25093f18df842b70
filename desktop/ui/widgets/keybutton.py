"""A choice with its digit before it: the decisions, the reasons, the candidates."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.inert import plain_tip
from desktop.ui.theme import paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.button import key_cap, key_width_of

_SHARES = (1.0, Size.SECONDARY / Size.TEXT, Size.CAPTION / Size.TEXT, 0.75, 0.66)
"""Of the text size: a decision's word is made smaller rather than cut. Choices are cut, and told whole by a tip."""


class KeyButton(QAbstractButton):
    """``keys`` on the left, the words after it (or in the middle of what is left); checked = chosen."""

    def __init__(self, keys: str, text: str, parent: QWidget | None = None, *, centred: bool = False) -> None:
        super().__init__(parent)
        self._keys = keys
        self._centred = centred
        self._words = text  # not setText: an ampersand in it would become a shortcut
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if centred else QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed
        )
        self.setAccessibleName(f"{keys} {text}")

    def nextCheckState(self) -> None:
        """A click chooses; only the owner says what is chosen."""

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme_type.font(bold=True)).horizontalAdvance(self._words)
        return QSize(round(words + key_width_of(self._keys)) + px(26), px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(key_width_of(self._keys)) + px(40), px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self._left() - px(4)
        cut = not self._centred and QFontMetricsF(theme_type.font(bold=True)).horizontalAdvance(self._words) > room
        self.setToolTip(plain_tip(self._words) if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            paint.rounded(painter, box, fill=c.accent_tint, line=c.accent, width=1.4)
        else:
            paint.rounded(
                painter, box, fill=c.raised if self.underMouse() and self.isEnabled() else c.panel, line=c.line
            )
        key_cap(painter, px(5), box.center().y(), self._keys, c, lit=chosen)
        left = self._left()
        painter.setPen(c.text if self.isEnabled() else c.text3)
        words = QRectF(left, 0, box.width() - left - px(4), box.height())
        painter.setFont(self._fitting_font(words.width(), chosen) if self._centred else theme_type.font(bold=chosen))
        align = (
            Qt.AlignmentFlag.AlignCenter
            if self._centred
            else Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        )
        paint.text(painter, words, self._words, align=align)
        if self.hasFocus():
            paint.focus_frame(painter, box, c)

    def _left(self) -> float:
        return px(5) + key_width_of(self._keys) + px(5)

    def _fitting_font(self, room: float, bold: bool) -> QFont:
        """Text size, or the next smaller one in which the words are not cut."""
        font = theme_type.font(bold=bold)
        for share in _SHARES:
            font.setPointSizeF(theme_type.font().pointSizeF() * share)
            if QFontMetricsF(font).horizontalAdvance(self._words) <= room:
                break
        return font

"""A line editor that knows whether an input method is composing, so that Return then belongs to the input method."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.button import key_cap, key_width_of


class LineEdit(QLineEdit):
    """``entered`` is Return outside a composition, ``left`` is Escape outside one; QLineEdit's own come even then."""

    entered = Signal()
    left = Signal()

    def __init__(
        self,
        placeholder: str,
        parent: QWidget | None = None,
        *,
        icon: Icon | None = None,
        hint: str = "",
        keys: str = "",
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._hint = hint
        self._keys = keys
        self._preedit = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setFrame(False)
        self._make_room()

    @property
    def composing(self) -> bool:
        """Whether an input method holds text that is not in the line yet."""
        return bool(self._preedit)

    def set_hint(self, hint: str) -> None:
        """Small words at the right end, such as ``Enter 決定``."""
        self._hint = hint
        self._make_room()
        self.update()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composing:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self.entered.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours_of(self.palette())
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint.rounded(painter, box, fill=c.panel, line=c.line, radius=paint.RADIUS_LARGE)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self)
        if self._icon:
            size = px(16)
            icons.draw(painter, self._icon, c.text3, px(10), (box.height() - size) / 2, size)
        right = box.right() - px(10)
        if self._keys:
            right -= key_width_of(self._keys)
            key_cap(painter, right, box.center().y(), self._keys, c)
        if self._hint:
            painter.setFont(theme_type.font(Size.CAPTION))
            painter.setPen(c.text2)
            width = painter.fontMetrics().horizontalAdvance(self._hint)
            paint.text(painter, QRectF(right - width, 0, width + 1, box.height()), self._hint)
        if self.hasFocus():
            paint.focus_frame(painter, box, c, paint.RADIUS_LARGE)

    def _make_room(self) -> None:
        own = QPalette()  # everything else stays the window's
        own.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(own)
        hint_width = QFontMetrics(theme_type.font(Size.CAPTION)).horizontalAdvance(self._hint) if self._hint else 0
        keys_width = round(key_width_of(self._keys)) if self._keys else 0
        left = px(34) if self._icon else px(9)
        self.setTextMargins(left, 0, px(12) + hint_width + keys_width, 0)

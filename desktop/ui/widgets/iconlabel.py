"""An icon and a few words, as the status line has them."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px


class IconLabel(QWidget):
    """``tone`` is a colour of the scheme. ``whole`` words are never cut, however narrow the line."""

    def __init__(
        self, icon: Icon, words: str = "", parent: QWidget | None = None, *, bold: bool = False, whole: bool = False
    ) -> None:
        super().__init__(parent)
        self._whole = whole
        self._icon, self._words, self._bold, self._tone = icon, words, bold, "text2"
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_words(self, words: str, *, tone: str = "text2") -> None:
        """Other words."""
        self._words, self._tone = words, tone
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: Icon) -> None:
        """Another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme_type.font(Size.SECONDARY, bold=self._bold))
        return QSize(round(metrics.horizontalAdvance(self._words)) + px(22), px(22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._whole else QSize(px(40), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        ink = getattr(c, self._tone)
        icons.draw(painter, self._icon, ink, 0, (self.height() - px(15)) / 2, px(15))
        painter.setFont(theme_type.font(Size.SECONDARY, bold=self._bold))
        painter.setPen(ink)
        paint.text(painter, QRectF(px(20), 0, self.width() - px(20), self.height()), self._words)

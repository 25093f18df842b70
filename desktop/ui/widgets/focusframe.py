"""Shows that a pane has the keys, over a pane whose own painting other widgets cover."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import paint
from desktop.ui.theme.colours import colours_of


class FocusFrame(QWidget):
    """Lies over ``pane``, which gives it its size; clicks go through it."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setVisible(event.type() is QEvent.Type.FocusIn)
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint.focus_frame(QPainter(self), QRectF(self.rect()), colours_of(self.palette()), 0)

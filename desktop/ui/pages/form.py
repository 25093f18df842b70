"""A page of questions: fields in one column of a readable width, what they mean in a second one at the right."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme.type import px
from desktop.ui.widgets.banner import Banner, Mood
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.scroll import Scroll

COLUMN = 640
BESIDE = 306


class Form(QWidget):
    """``add`` puts a field below the others, ``add_beside`` something into the right column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._main(), 1)
        self._side = Beside()
        self._side.hide()
        row.addWidget(self._side)

    def add(self, widget: QWidget) -> None:
        """Another field."""
        self._fields.insertWidget(self._fields.count() - 1, widget)

    def add_beside(self, widget: QWidget) -> None:
        """Something to read beside the questions."""
        self._side.add(widget)
        self._side.show()

    def _main(self) -> QWidget:
        ground = Panel()
        stack = QVBoxLayout(ground)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        self.banner = Banner(Mood.REFUSED)
        stack.addWidget(self.banner)
        column = QWidget()
        column.setMaximumWidth(px(COLUMN))
        self._fields = QVBoxLayout(column)
        self._fields.setContentsMargins(0, px(24), 0, px(24))
        self._fields.setSpacing(px(20))
        self._fields.addStretch(1)
        holder = QWidget()
        middle = QHBoxLayout(holder)
        middle.setContentsMargins(px(48), 0, px(48), 0)
        middle.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        middle.addStretch(0)
        stack.addWidget(Scroll(holder), 1)
        return ground


class Beside(Panel):
    """The right column of a page, on the window's own ground."""

    SHARE: ClassVar[float] = 0.3
    """Of the page's width, at most."""

    def __init__(self, width: int = BESIDE, parent: QWidget | None = None) -> None:
        super().__init__(Side.LEFT, parent, ground="window")
        self._wanted = width
        self.fit(px(width) * 4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        inside = QWidget()
        self._stack = QVBoxLayout(inside)
        self._stack.setContentsMargins(px(16), px(16), px(16), px(16))
        self._stack.setSpacing(0)
        self._stack.addStretch(1)
        outer.addWidget(Scroll(inside, ground="window"))

    def fit(self, page: int) -> None:
        """Take the wanted width, but no more than ``SHARE`` of a page that is ``page`` pixels wide."""
        self.setFixedWidth(min(px(self._wanted), round(page * self.SHARE)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (page := self.parentWidget()) is not None:
            page.installEventFilter(self)
            self.fit(page.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        page = self.parentWidget()
        if page is not None and watched is page and event.type() is QEvent.Type.Resize:
            self.fit(page.width())
        return super().eventFilter(watched, event)

    def add(self, widget: QWidget) -> None:
        """Something below what is there."""
        self._stack.insertWidget(self._stack.count() - 1, widget)

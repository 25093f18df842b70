"""A column that scrolls when it is taller than the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from desktop.ui.theme.type import px
from desktop.ui.widgets.scrollbar import plain_scroll_bars


class Scroll(QScrollArea):
    """Holds ``content`` at its own width; what gets the focus inside is scrolled into view. ``ground`` is the
    colour that it stands on."""

    def __init__(self, content: QWidget, parent: QWidget | None = None, *, ground: str = "panel") -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plain_scroll_bars(self, ground)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget has just switched it on
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        content = self.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            self.ensureWidgetVisible(now, px(8), px(24))

    def show_top(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)

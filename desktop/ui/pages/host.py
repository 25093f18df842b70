"""Shows one page: back and steps above, what happens next below. Ctrl+Enter is the filled button, Esc goes back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.pages.foot import Foot
from desktop.ui.pages.page import Page
from desktop.ui.pages.steps import Steps
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side


class PageHost(QWidget):
    """Holds the page at hand. ``emptied`` when the last page was put away."""

    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._title = Label(size=Size.PAGE, bold=True, elided=True)
        self._subtitle = Label(size=Size.SECONDARY, tone=Tone.SECOND, elided=True)
        self._steps = Steps()
        self._back = Button("", icon=Icon.BACK)
        self._back.setAccessibleName(self.tr("Back"))
        self._back.setToolTip(self.tr("Back"))
        self._back.clicked.connect(self.back)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._foot = Foot()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addLayout(self._body, 1)
        layout.addWidget(self._foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._foot.go_on)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.back)

    @property
    def page(self) -> Page | None:
        """The page at hand."""
        return self._page

    def open(self, page: Page) -> None:
        """Show ``page``; the one before it is put away."""
        self._put_away()
        self._page = page
        page.updated.connect(self._refresh)
        page.left.connect(self.leave)
        self._body.addWidget(page)
        self._refresh()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> None:
        """Esc and the arrow: the page may use it itself."""
        if self._page is not None and not self._page.escape():
            self.leave()

    def close_page(self) -> None:
        """Put the page away without asking it."""
        self._put_away()

    def leave(self) -> None:
        """Go back to where the analyst was, where a page is open."""
        if self._page is not None:
            self._put_away()
            self.emptied.emit()

    def _put_away(self) -> None:
        if self._page is None:
            return
        page, self._page = self._page, None
        self._body.removeWidget(page)
        page.hide()
        page.closed()
        page.deleteLater()

    def _head(self) -> QWidget:
        head = Panel(Side.BOTTOM)
        row = QHBoxLayout(head)
        row.setContentsMargins(px(16), px(10), px(24), px(10))
        row.setSpacing(px(12))
        row.addWidget(self._back)
        words = QVBoxLayout()
        words.setSpacing(px(3))
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        row.addLayout(words, 1)
        row.addWidget(self._steps)
        return head

    def _refresh(self) -> None:
        if self._page is None:
            return
        heading = self._page.heading()
        self._title.setText(heading.title)
        self._subtitle.setText(heading.subtitle)
        self._subtitle.setVisible(bool(heading.subtitle))
        self._steps.show_steps(heading.steps, heading.step)
        self._foot.show_footing(self._page.footing())

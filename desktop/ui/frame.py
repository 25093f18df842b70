"""What stands round the bench on every screen: menu row, case bar, page or bench, status line."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.actions.build import ActionSet
from desktop.ui.casebar import CaseBar
from desktop.ui.nocase import NoCase
from desktop.ui.pages.host import PageHost
from desktop.ui.statusline import StatusLine
from desktop.ui.theme.type import px
from desktop.ui.widgets.menubar import MenuBar
from desktop.ui.widgets.panel import Panel, Side


class Frame(QWidget):
    """Shows one of three: the page, else the bench, else the way to a case. A new text size makes a new frame."""

    def __init__(self, open_page: Callable[[str], None], pages: frozenset[str]) -> None:
        super().__init__()
        self.case_bar = CaseBar()
        self.status = StatusLine()
        self.host = PageHost()
        self.no_case = NoCase(open_page, pages)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.no_case)
        self._stack.addWidget(self.host)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.case_bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status)

    def seat(self, bench: QWidget) -> None:
        """Give the bench of an open case its place."""
        self._stack.addWidget(bench)

    def unseat(self, bench: QWidget) -> None:
        """Take it away again."""
        self._stack.removeWidget(bench)
        bench.hide()

    def show_center(self, bench: QWidget | None) -> None:
        """Show what belongs in the middle now; the case bar stands over the bench only."""
        center = self.host if self.host.page is not None else bench if bench is not None else self.no_case
        self._stack.setCurrentWidget(center)
        self.case_bar.setVisible(center is bench)
        if center is self.no_case:
            center.setFocus(Qt.FocusReason.OtherFocusReason)


def menu_row(actions: ActionSet) -> QWidget:
    """The menu bar, upright in the middle of its 26 px, which the style's own margins do not give."""
    bar = MenuBar()
    bar.setNativeMenuBar(False)
    actions.fill(bar)
    holder = Panel(Side.BOTTOM, ground="window")
    holder.setFixedHeight(px(26))
    row = QHBoxLayout(holder)
    row.setContentsMargins(px(6), 0, 0, 1)
    row.addWidget(bar, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    return holder

"""What stands in the window while no case is open: one sentence, and the ways to one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.button import Button, Kind
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel


class NoCase(Panel):
    """Open is the filled button; making one and the sample bank stand beside it."""

    def __init__(self, open_page: Callable[[str], None], pages: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        words = Label(self.tr("Open or make a case, or try the sample bank."), size=Size.TITLE, wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._problem = Label(tone=Tone.BLOCKED, wrap=True)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._problem.hide()
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addStretch(1)
        ways = (
            ("first_run", Button(self.tr("Sample bank"), icon=Icon.DATABASE, tall=True)),
            ("new_case", Button(self.tr("New case"), icon=Icon.NEW, keys="Ctrl N", tall=True)),
            ("open_case", Button(self.tr("Open a case"), kind=Kind.MAIN, icon=Icon.OPEN, keys="Ctrl O")),
        )
        for page, button in ways:
            if page in pages:
                button.clicked.connect(lambda _on=False, page=page: open_page(page))
                row.addWidget(button)
                self.setFocusProxy(button)  # the last one, which is the filled button
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._problem)
        column.addSpacing(px(12))
        column.addWidget(words)
        column.addSpacing(px(20))
        column.addLayout(row)
        column.addStretch(3)

    @property
    def problem(self) -> str:
        """What is said of the case that was closed last; empty where all of it was written."""
        return "" if self._problem.isHidden() else self._problem.text()

    def say_problem(self, words: str) -> None:
        """Something of the case just closed was not written; empty words take that away."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

"""What happens next, under a page: progress, what will happen, the other ways out, and the one filled button."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.pages.page import Footing, PageButton
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.bar import Bar
from desktop.ui.widgets.button import Button, Kind
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side


class Foot(Panel):
    """Shows a ``Footing``. Widgets stay while their words change, so that a ticking page never takes the focus away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Side.TOP, parent)
        self._shown: Footing | None = None
        self._progress = Label(bold=True)
        self._bar = Bar(by_person=True)
        self._note = Label(bold=True, elided=True)
        self._detail = Label(size=Size.SECONDARY, tone=Tone.SECOND, elided=True)
        self._others = QHBoxLayout()
        self._others.setSpacing(px(12))
        self._buttons: list[Button] = []
        self._main = Button("", kind=Kind.MAIN)
        self._main.clicked.connect(self._go_on)
        self._left = QWidget()
        self._left.setFixedWidth(px(264))
        _stack(self._left, self._progress, self._bar)
        words = QWidget()
        _stack(words, self._note, self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(11), px(18), px(11))
        row.setSpacing(px(12))
        row.addWidget(self._left)
        row.addWidget(words, 1)
        row.addLayout(self._others)
        row.addWidget(self._main)

    def show_footing(self, footing: Footing | None) -> None:
        """Show ``footing``; None hides the foot."""
        before, self._shown = self._shown, footing
        self.setVisible(footing is not None)
        if footing is None:
            return
        self._left.setVisible(bool(footing.progress))
        self._progress.setText(footing.progress)
        self._bar.show_progress(footing.done, footing.total)
        self._note.setText(footing.note)
        self._detail.setText(footing.detail)
        self._detail.setVisible(bool(footing.detail))
        if before is None or [(o.text, o.keys) for o in before.others] != [(o.text, o.keys) for o in footing.others]:
            self._fill_others(footing.others)
        for button, other in zip(self._buttons, footing.others, strict=True):
            button.setEnabled(other.enabled)
        self._main.setVisible(footing.main is not None)
        if footing.main is not None:
            self._main.setText(footing.main.text)
            self._main.set_keys(footing.main.keys)
            self._main.setEnabled(footing.main.enabled)

    def go_on(self) -> None:
        """What Ctrl+Enter does: the filled button, where it is enabled."""
        if self._main.isVisible() and self._main.isEnabled():
            self._main.click()

    def _go_on(self) -> None:
        if self._shown is not None and self._shown.main is not None:
            self._shown.main.run()

    def _go_elsewhere(self, at: int) -> None:
        if self._shown is not None:
            self._shown.others[at].run()

    def _fill_others(self, others: tuple[PageButton, ...]) -> None:
        for old in self._buttons:
            self._others.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for at, other in enumerate(others):
            button = Button(other.text, keys=other.keys, tall=True)
            button.clicked.connect(lambda _=False, at=at: self._go_elsewhere(at))
            self._others.addWidget(button)
            button.show()
            self._buttons.append(button)


def _stack(holder: QWidget, *widgets: QWidget) -> None:
    stack = QVBoxLayout(holder)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(px(4))
    for widget in widgets:
        stack.addWidget(widget)

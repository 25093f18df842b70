"""Own words for a stretch of what leaves, typed in a line under it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.pages.egress.stretch import Stretch
from desktop.ui.theme.type import px
from desktop.ui.widgets.ink import one_line
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.widgets.panel import Panel, Side


class Rewriting(Panel):
    """Hidden until ``begin``. ``written`` sends the stretch and the words, ``ended`` comes after that or after Esc."""

    written = Signal(object, str)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Side.TOP, parent, ground="raised")
        self._stretch: Stretch | None = None
        self.line = LineEdit(self.tr("Own words"), hint=self.tr("Enter: scan again"))
        self.line.entered.connect(self._write)
        self.line.left.connect(self.end)
        words = Label(self.tr("Own words"), tone=Tone.SECOND)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(6), px(16), px(6))
        row.setSpacing(px(12))
        row.addWidget(words)
        row.addWidget(self.line, 1)
        self.hide()

    def begin(self, stretch: Stretch) -> None:
        """Offer the words that stand there now."""
        self._stretch = stretch
        self.line.setText(one_line(stretch.text))
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def end(self) -> None:
        """Put the line away."""
        if self._stretch is not None:
            self._stretch = None
            self.hide()
            self.ended.emit()

    def _write(self) -> None:
        stretch, words = self._stretch, self.line.text()
        self.end()
        if stretch is not None:
            self.written.emit(stretch, words)

"""What stands where there is nothing yet: one sentence and one action (UX §2)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.type import px
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.label import Label, Tone


class Empty(QWidget):
    """``sentence`` says what is; the button does what can be done."""

    def __init__(
        self, sentence: str, action: str = "", run: Callable[[], None] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(24), px(24), px(24))
        layout.setSpacing(px(16))
        layout.addStretch(2)
        self._sentence = Label(sentence, tone=Tone.SECOND, wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._sentence)
        self._button = Button(action)
        self._run = run
        self._button.clicked.connect(self._go)
        if not action:
            self._button.hide()
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, sentence: str, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Another sentence, another action."""
        self.setAccessibleName(sentence)
        self._sentence.setText(sentence)
        self._run = run
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._button.updateGeometry()

    def _go(self) -> None:
        if self._run is not None:
            self._run()

"""One question of a form: its name above the editor, and below it what may be entered, or what is wrong with it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.label import Label, Tone


class Field(QWidget):
    """Holds ``editor``. ``help`` stands below it until ``show_error`` says something more urgent."""

    def __init__(self, name: str, editor: QWidget, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._help = help
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        caption = Label(name, bold=True)
        caption.setBuddy(editor)
        editor.setAccessibleName(name)
        self._below = Label(help, size=Size.SECONDARY, tone=Tone.SECOND, wrap=True)
        if not help:
            self._below.hide()
        layout.addWidget(caption)
        layout.addWidget(editor)
        layout.addWidget(self._below)

    def show_help(self, help: str) -> None:
        """Other words below the editor, in the quiet colour."""
        self._help = help
        self._say(help, Tone.SECOND)

    def show_error(self, words: str) -> None:
        """What is wrong and what to do; empty brings the help back."""
        self._say(words or self._help, Tone.BLOCKED if words else Tone.SECOND)

    def _say(self, words: str, tone: Tone) -> None:
        self._below.set_tone(tone)
        self._below.setText(words)
        self._below.setVisible(bool(words))

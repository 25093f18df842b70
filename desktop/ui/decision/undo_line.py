"""One line above the decision bar: what was done, and its undoing; or what stopped it."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.inert import plain_tip
from desktop.ui.language import joined
from desktop.ui.theme import icons
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import px
from desktop.ui.widgets.button import Button, Kind
from desktop.ui.widgets.label import Label, Tone


class Mood(Enum):
    """What kind of thing is said."""

    DONE = auto()
    SAID = auto()
    REFUSED = auto()


class UndoLine(QWidget):
    """``pressed`` when its one button was clicked. What stopped something is said on as many lines as it takes."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mood = Mood.SAID
        self._words = Label(elided=True)
        self._problem = Label(tone=Tone.BLOCKED, wrap=True)
        self._button = Button("", kind=Kind.LINK)
        self._button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(44), px(4), px(12), px(4))
        row.addWidget(self._words, 1)
        row.addWidget(self._problem, 1)
        row.addWidget(self._button)
        self._problem.hide()
        self.setMinimumHeight(px(34))
        self.hide()

    def say(self, words: str, mood: Mood, button: str = "", keys: str = "") -> None:
        """Show ``words``; with ``button`` there is something to press."""
        self._mood = mood
        refused = mood is Mood.REFUSED
        self._words.setText("" if refused else words)
        self._words.setToolTip("" if refused else plain_tip(words))
        self._words.setVisible(not refused)
        self._problem.setText(words if refused else "")
        self._problem.setVisible(refused)
        self._button.setText(button)
        self._button.set_keys(keys)
        self._button.setVisible(bool(button))
        self.setAccessibleName(words)
        self.show()
        self.update()

    def say_also(self, words: str) -> None:
        """Add ``words`` to what was done; alone where nothing was."""
        if self.isVisible() and self._mood is Mood.DONE:
            both = joined(self._words.text(), words)
            self._words.setText(both)
            self.setAccessibleName(both)
        else:
            self.say(words, Mood.SAID)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        ground = {Mood.DONE: c.person_tint, Mood.SAID: c.raised, Mood.REFUSED: c.warn_tint}[self._mood]
        painter.fillRect(self.rect(), ground)
        icon, ink = {
            Mood.DONE: (Icon.CHECK, c.person),
            Mood.SAID: (Icon.INFO, c.text2),
            Mood.REFUSED: (Icon.WARN, c.blocked),
        }[self._mood]
        icons.draw(painter, icon, ink, px(20), (self.height() - px(16)) / 2, px(16))

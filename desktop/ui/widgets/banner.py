"""A strip of the page that says one thing that must not be overlooked."""

from enum import Enum

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import icons
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import px
from desktop.ui.widgets.label import Label, Tone


class Mood(Enum):
    """What kind of thing: icon, colour of the icon, and ground."""

    WARN = (Icon.WARN, "warn", "warn_tint")
    REFUSED = (Icon.BARRED, "blocked", "raised")
    DONE = (Icon.CHECK, "person", "person_tint")
    NOTE = (Icon.INFO, "text2", "raised")


class Banner(QWidget):
    """Hidden while it has nothing to say. Several sentences stand below each other."""

    def __init__(self, mood: Mood = Mood.WARN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mood = mood
        self._said: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(px(48), px(10), px(20), px(10))
        row.setSpacing(px(12))
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(px(6))
        row.addLayout(self._sentences, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return "\n".join(self._said)

    def say(self, *sentences: str, mood: Mood | None = None) -> None:
        """Say ``sentences``; none hides it."""
        self._mood = mood or self._mood
        self._said = sentences
        while (item := self._sentences.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in sentences:
            label = Label(sentence, wrap=True, tone=Tone.BLOCKED if self._mood is Mood.REFUSED else Tone.TEXT)
            self._sentences.addWidget(label)
        self.setAccessibleName(" ".join(sentences))
        self.setVisible(any(sentences))
        self.update()

    def put_beside(self, widget: QWidget) -> None:
        """A button at the right end, for the one thing that can be done about it."""
        self.layout().addWidget(widget)  # type: ignore[union-attr]

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours_of(self.palette())
        icon, ink, ground = self._mood.value
        painter = QPainter(self)
        painter.fillRect(event.rect(), getattr(c, ground))
        painter.setPen(c.line)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        icons.draw(painter, icon, getattr(c, ink), px(20), px(12), px(16))

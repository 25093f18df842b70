"""A short question above the decision bar: a few choices by digit, a line of words, or both. Used for tag, severity,
note.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.ids import FindingId
from desktop.ui.drafting import About
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.keybutton import KeyButton
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.widgets.panel import Panel, Side


@dataclass(frozen=True, slots=True)
class Question:
    """``done`` gets the index of the choice (-1 without choices) and the words; ``line`` is the placeholder, or
    none.
    """

    title: str
    done: Callable[[int, str], None]
    choices: tuple[str, ...] = ()
    line: str = ""
    prefill: str = ""
    may_be_empty: bool = False
    about: tuple[FindingId, ...] = ()
    """The findings that it asks about; it is put away with them."""
    draft: About | None = None
    """Under what the words are kept while they are being typed."""


class QuestionStrip(Panel):
    """``left`` when it closed, answered or not."""

    left = Signal()
    typed = Signal(str)
    """The line holds these words now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Side.TOP, parent, edge="accent")
        self._question: Question | None = None
        self._chosen = -1
        self._buttons: list[KeyButton] = []
        self._title = Label(bold=True, elided=True)
        self._hint = Label(self.tr("Esc cancels"), size=Size.CAPTION, tone=Tone.SECOND)
        self._choices = QWidget()
        self._flow = Flow(px(8), self._choices)
        self._line = LineEdit("", hint=self.tr("Enter to keep"))
        self._line.entered.connect(self.enter)
        self._line.left.connect(self.left)
        self._line.textEdited.connect(self.typed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(8), px(20), px(10))
        column.setSpacing(px(7))
        column.addLayout(head)
        column.addWidget(self._choices)
        column.addWidget(self._line)
        self.hide()

    def ask(self, question: Question) -> None:
        """Show ``question``; the line takes the keys at once only where there is nothing to choose."""
        self._question = question
        self._chosen = -1
        self._title.setText(question.title)
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._buttons = []
        for at, words in enumerate(question.choices):
            button = KeyButton(str(at + 1), words)
            button.clicked.connect(lambda _on=False, at=at: self.digit(at + 1))
            self._buttons.append(button)
            self._flow.addWidget(button)
        self._choices.setVisible(bool(question.choices))
        self._line.setVisible(bool(question.line))
        self._line.setPlaceholderText(question.line)
        self._line.setText(question.prefill)
        self.show()
        if question.line and not question.choices:
            self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._line.selectAll()

    @property
    def question(self) -> Question | None:
        """The question that waits."""
        return self._question

    @property
    def is_open(self) -> bool:
        """Whether a question waits."""
        return self._question is not None

    def digit(self, number: int) -> None:
        """Choose; where no words are wanted, that answers."""
        question = self._question
        if question is None or not 1 <= number <= len(question.choices):
            return
        self._chosen = number - 1
        for at, button in enumerate(self._buttons):
            button.setChecked(at == self._chosen)
        if question.line:
            self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.enter()

    def enter(self) -> None:
        """Answer, where nothing is missing."""
        question = self._question
        if question is None:
            return
        words = self._line.text().strip() if question.line else ""
        if (question.choices and self._chosen < 0) or (question.line and not words and not question.may_be_empty):
            return
        self.left.emit()
        question.done(self._chosen, words)

    def type(self) -> None:
        """Tab: the line takes the keys."""
        if self._question is not None and self._question.line:
            self._line.setFocus(Qt.FocusReason.TabFocusReason)

    def close_question(self) -> None:
        """Put it away."""
        self._question = None
        self.hide()

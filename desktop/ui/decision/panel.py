"""The desk where decisions are taken: strip, undo line and bar, and the keys of the two-key loop (UX §3)."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.casefile.actions import SetStatus, Tag
from desktop.domain.changes import Change, Entry
from desktop.domain.errors import SekishoError
from desktop.domain.ids import FindingId, Seq
from desktop.domain.levels import Status
from desktop.ui.decision.asking import Asking, Candidate, Streak, Targets
from desktop.ui.decision.bar import DecisionBar
from desktop.ui.decision.candidates import why_words
from desktop.ui.decision.digits import DIGITS
from desktop.ui.decision.presets import usual
from desktop.ui.decision.question import Question, QuestionStrip
from desktop.ui.decision.strip import ReasonStrip
from desktop.ui.decision.undo_line import Mood, UndoLine
from desktop.ui.drafting import About
from desktop.ui.history_words import about_words, entry_words
from desktop.ui.labels import label
from desktop.ui.language import language, number
from desktop.ui.queues import RECHECK, RECHECK_TAG
from desktop.ui.session import Session
from desktop.ui.widgets.lineedit import LineEdit
from desktop.words import say_error

_NONE: Final[Mapping[Status, str]] = {}


class DecisionPanel(QWidget):
    """Knows which findings are meant; asks, decides, says what was done. Where the cursor goes is the bench's
    business."""

    decided = Signal(object)
    """Ids of the findings that were just decided."""
    returned = Signal(object)
    """Ids of the findings that an undo or a redo changed."""
    opened = Signal(bool)
    """Whether a strip is open."""
    keys_free = Signal()
    """A line that had the keys was closed: they belong to the pane they came from."""

    def __init__(
        self, session: Session, presets: Callable[[Status], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._presets = presets
        self._targets = Targets((), 0, 0)
        self._turning = False
        self._early = 0
        """A digit that was pressed while turning to another finding."""
        self._asking: Asking | None = None
        self._candidates: tuple[Candidate, ...] = ()
        self._last_reasons: dict[tuple[Status, str], str] = {}
        self._streak = Streak()
        self._pressed: Callable[[], None] = self.undo
        self._strip = ReasonStrip()
        self._line = UndoLine()
        self._bar = DecisionBar()
        self._question = QuestionStrip()
        self._strip.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._strip, self._question, self._line, self._bar):
            layout.addWidget(widget)
        self._bar.pressed.connect(self.choose)
        self._strip.picked.connect(self.digit)
        self._strip.repeated.connect(self.space)
        self._strip.entered.connect(self.enter)
        self._strip.left.connect(self.escape)
        self._strip.changed.connect(self._edited)
        self._question.left.connect(self.escape)
        self._question.typed.connect(self._question_typed)
        self._line.pressed.connect(self.take_offer)
        session.failed.connect(self._refused)
        self.setEnabled(session.case.editable)

    # What is meant

    def aim(self, targets: Targets, candidates: tuple[Candidate, ...] = (), last: Mapping[Status, str] = _NONE) -> None:
        """Another finding (or several marked ones) is at hand; ``last`` are the reasons last given for its rule."""
        self._leave_behind(targets.ids)
        self._targets = targets
        self._bar.setEnabled(bool(targets.ids))
        self._candidates = candidates
        self._last_reasons |= {(status, targets.rule): reason for status, reason in last.items()}
        early, self._early, self._turning = self._early, 0, False
        if early:
            self.choose(early)

    def turn_to(self, ids: tuple[FindingId, ...] = ()) -> None:
        """Others are meant from now on, which are still being read or counted: nothing is decided about those before.

        A digit that is pressed meanwhile waits for :meth:`aim`.
        """
        self._early = 0
        if not ids or ids != self._targets.ids:
            self._leave_behind(ids)
            self._targets = Targets((), 0, 0)
            self._turning = True

    @property
    def targets(self) -> Targets:
        """The findings that the next decision is about."""
        return self._targets

    @property
    def said(self) -> str:
        """What the line above the bar says."""
        return self._line.accessibleName() if self._line.isVisible() else ""

    @property
    def asked(self) -> str:
        """The question that waits for a line or a choice, empty where none does."""
        question = self._question.question
        return question.title if question is not None else ""

    def remember(self, status: Status, reason: str) -> None:
        """The reason that Space repeats for ``status`` and the rule of the finding at hand."""
        self._last_reasons[status, self._targets.rule] = reason

    @property
    def is_open(self) -> bool:
        """Whether a strip is open, so that digits, Space, Tab, Enter and Esc are its."""
        return self._asking is not None or self._question.is_open

    @property
    def typing(self) -> bool:
        """Whether one of the lines here has the keys."""
        focused = QApplication.focusWidget()
        return isinstance(focused, LineEdit) and self.isAncestorOf(focused)

    def ask(self, question: Question) -> None:
        """Ask something short in the strip's place."""
        self.escape()
        self._line.hide()
        if question.draft is not None:
            question = replace(question, prefill=self._session.drafts.words(question.draft) or question.prefill)
        self._question.ask(question)
        self.opened.emit(True)

    # Keys

    def digit(self, number_: int) -> None:
        """A digit: which decision; with the strip open, which answer."""
        if self._question.is_open:
            self._question.digit(number_)
            return
        if self._asking is None:
            self.choose(number_)
            return
        before = self._asking
        self._show(before.digit(number_))
        if self._asking != before and self._asking.status not in (Status.CONFIRMED, Status.DUPLICATE):
            self.enter()

    def choose(self, number_: int) -> None:
        """A decision was chosen by its digit or by a click: open the strip, or take it back to review at once."""
        if number_ not in DIGITS or not self._session.case.editable:
            return
        if not self._targets.ids:
            if self._turning and not self._early:
                self._early = number_
            return
        status = DIGITS[number_]
        if status is Status.IN_REVIEW:
            self.escape()
            self._write(SetStatus(self._targets.ids, status))
            return
        if self._targets.bulk and status is Status.DUPLICATE:
            self._line.say(self.tr("Duplicates are named one by one"), Mood.REFUSED)
            return
        self.escape()
        words = self._session.drafts.words(about) if (about := _about(self._targets.ids, status)) is not None else ""
        self._show(
            Asking(
                status=status,
                targets=self._targets,
                presets=tuple(self._presets(status)) or usual(status),
                last_reason=self._last_reasons.get((status, self._targets.rule), ""),
                candidates=self._candidates if status is Status.DUPLICATE else (),
                line=words,
                typed=bool(words),
            )
        )
        self._strip.show()
        self._line.hide()
        self.opened.emit(True)

    def space(self) -> bool:
        """Space: the last reason for this decision and this rule, where the strip offers it. True while the strip is
        open."""
        if self._asking is None:
            return self._question.is_open
        if self._asking.offers_last:
            self._show(replace(self._asking, line=self._asking.last_reason, typed=False))
            self.enter()
        return True

    def tab(self) -> None:
        """Tab: type, with the input method on."""
        if self._asking is not None:
            self._strip.start_typing()
        self._question.type()

    def enter(self) -> None:
        """Enter: decide, where nothing is missing."""
        self._question.enter()
        if self._asking is None:
            return
        action = self._asking.decision(self._fallback(self._asking))
        if action is not None:
            self.escape()
            self._write(action)

    def escape(self) -> bool:
        """Esc: as before. True where a strip was open."""
        self._early = 0
        if not self.is_open:
            return False
        typing = self.typing
        self._asking = None
        self._question.close_question()
        self._strip.hide()
        self._strip.forget()
        self._bar.show_chosen(None)
        self.opened.emit(False)
        if typing:
            self.keys_free.emit()
        return True

    def say(self, words: str) -> None:
        """A sentence in the line above the bar."""
        self._line.say(words, Mood.SAID)

    def say_also(self, words: str) -> None:
        """A sentence beside what was just done, so that its undoing stays in sight; alone where nothing was."""
        self._line.say_also(words)

    def say_problem(self, words: str) -> None:
        """Something that stands against trusting the case."""
        self._line.say(words, Mood.REFUSED)

    def offer(self, words: str, button: str, pressed: Callable[[], None]) -> None:
        """A sentence with one thing to do about it."""
        self._pressed = pressed
        self._line.say(words, Mood.SAID, button)

    def take_offer(self) -> None:
        """What the line's button does: undo, redo, or what was offered."""
        self._pressed()

    def undo(self) -> None:
        """Take the last entry back, and say which."""
        self._session.undo(self._went_back)

    def redo(self) -> None:
        """Do again what was taken back last, and say what."""
        self._session.redo(self._went_back)

    def say_entry(self, seq: Seq) -> None:
        """What an entry did or took back and to which findings, with the way back."""
        self._session.reading.ask("said", lambda reader: reader.entry(seq), self._say_entry, self._session.say)

    # Within

    def _went_back(self, change: Change) -> None:
        self.returned.emit(change.ids)
        self.say_entry(change.seq)

    def _leave_behind(self, ids: tuple[FindingId, ...]) -> None:
        """Put a strip away that asks about other findings than these; typed words are kept as drafts."""
        question = self._question.question
        left = question is not None and question.about not in ((), ids)
        if left or (self._asking is not None and ids != self._asking.targets.ids):
            self.escape()

    def _say_entry(self, entry: Entry | None) -> None:
        if entry is None:
            return
        did, about = entry_words(entry), about_words(entry)
        if entry.action == "undo":
            self._pressed = self.redo
            self._line.say(" ".join((did, about)).rstrip(), Mood.SAID, self.tr("Redo"), "Ctrl Y")
        else:
            words = " ".join((did, about)).rstrip() if entry.action == "redo" else ": ".join(filter(None, (about, did)))
            self._pressed = self.undo
            self._line.say(words, Mood.DONE, self.tr("Undo"), "Ctrl Z")

    def _show(self, asking: Asking) -> None:
        self._asking = asking
        self._strip.show_asking(asking)
        self._bar.show_chosen(asking.status)

    def _edited(self, asking: Asking) -> None:
        about = _about(asking.targets.ids, asking.status)
        if about is not None and asking.typed:
            self._session.drafts.typed(about, asking.line)
        self._show(asking)

    def _question_typed(self, words: str) -> None:
        question = self._question.question
        if question is not None and question.draft is not None:
            self._session.drafts.typed(question.draft, words)

    def _fallback(self, asking: Asking) -> str:
        if asking.how is not None:
            return label(asking.how)
        chosen = next((one for one in asking.candidates if one.row.id == asking.candidate), None)
        return why_words(chosen.why) if chosen is not None else ""

    def _write(self, action: SetStatus) -> None:
        if action.reason:
            self.remember(action.status, action.reason)
        draft = _about(action.findings, action.status)
        if draft is not None and action.reason:  # until it is written: it may wait behind something long
            self._session.drafts.typed(draft, action.reason)
        self._session.do(action, lambda change: self._written(action, change), draft)

    def _written(self, action: SetStatus, _change: Change) -> None:
        self._streak = self._streak.after(action.reason, action.findings[0], time.monotonic())
        if action.reason and not len(action.findings) > 1 and self._streak.asks:
            self._offer_recheck()
        else:
            self._pressed = self.undo
            self._line.say(self._what_was_done(action), Mood.DONE, self.tr("Undo"), "Ctrl Z")
        self.decided.emit(action.findings)

    def _what_was_done(self, action: SetStatus) -> str:
        count = len(action.findings)
        if count > 1:
            words = self.tr("{n} findings are now: {status}", "", count)
            return words.format(n=number(count), status=label(action.status))
        return self.tr("#{id} is now: {status}").format(id=action.findings[0], status=label(action.status))

    def _offer_recheck(self) -> None:
        ids = self._streak.ids
        sample: tuple[FindingId, ...] = (ids[0], ids[len(ids) // 2], ids[-1])
        self._streak = Streak()
        self._pressed = lambda: self._session.do(Tag(sample, add=(RECHECK_TAG,)), self._show_recheck)
        words = self.tr("{n} quick decisions with one reason. Look at three of them again?", "", len(ids))
        self._line.say(words.format(n=number(len(ids))), Mood.SAID, self.tr("Show them"))

    def _show_recheck(self, _change: Change) -> None:
        self._session.queue_wanted.emit(RECHECK.query)

    def _refused(self, error: SekishoError) -> None:
        self._line.say(say_error(error, language()), Mood.REFUSED)


def _about(ids: Sequence[FindingId], status: Status) -> About | None:
    """Under what the reason for a single finding is kept while it is being typed."""
    return About("reason", (ids[0], int(status))) if len(ids) == 1 else None

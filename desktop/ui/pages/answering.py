"""The second person's desk: a request is looked at, and answered with one's own key. It needs no case."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.errors import SekishoError
from desktop.domain.ids import Sha256
from desktop.gate.errors import Refused
from desktop.gate.reasons import sentences
from desktop.ui.choosing import choose_files
from desktop.ui.language import language
from desktop.ui.pages.form import Form
from desktop.ui.pages.page import Footing, Heading, Page, PageButton
from desktop.ui.threads import Working
from desktop.ui.widgets.banner import Mood
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.empty import Empty
from desktop.ui.widgets.facts import Fact, Facts
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.widgets.rule import Rule
from desktop.uses.second_person import Asked, answer_request, look_at_request, request_in_words
from desktop.uses.workstation import Workstation
from desktop.words import say_error

T = TypeVar("T")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


def make(station: Workstation, argument: object) -> Page:
    """``argument`` is the request's Path, or None: then the page asks for a file."""
    return AnsweringPage(station, argument if isinstance(argument, Path) else None)


class AnsweringPage(Page):
    """Reads and signs in a thread. The answer is written beside the request."""

    def __init__(self, station: Workstation, path: Path | None) -> None:
        super().__init__()
        self._station = station
        self._path = path
        self._asked: Asked | None = None
        self._key: Path | None = None
        self._answered = self._busy = False
        self._working = Working("answering", self)
        self._facts = Facts(self.tr("What is asked"))
        self._key_button = Button(self.tr("Choose the key file"))
        self._key_button.clicked.connect(self._choose_key)
        self._key_field = Field(
            self.tr("Your signing key"), self._key_button, self.tr("Made by “sekisho policy keygen”.")
        )
        self._reason = LineEdit(self.tr("Only where you say no"))
        self._reason.textChanged.connect(lambda _: self.updated.emit())
        self._form = Form()
        self._form.add(self._facts)
        means = self.tr(
            "Your signature lets exactly this plan leave, once. Look at the evidence with the sender where these "
            "figures do not tell enough."
        )
        self._form.add_beside(Label(means, tone=Tone.SECOND, wrap=True))
        self._form.add_beside(Rule())
        self._form.add_beside(self._key_field)
        self._form.add_beside(Field(self.tr("Reason of a no"), self._reason))
        self._form.hide()
        self._empty = Empty(self.tr("Choose a request."), self.tr("Choose the request"), self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._form)
        layout.addWidget(self._empty)
        self.setFocusProxy(self._key_button)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Look at the request at ``path``."""
        self._path, self._asked, self._answered = path, None, False
        self._form.hide()
        self._empty.show()
        self._do(lambda: look_at_request(self._station, path), self._show)

    def take_key(self, path: Path) -> None:
        """Sign with the key at ``path``."""
        self._key = path
        self._key_button.setText(path.name)
        self.updated.emit()

    def _choose(self) -> None:
        choose_files(self, self.tr("Request for a second person"), lambda paths: self.take(paths[0]), "*.json")

    def _choose_key(self) -> None:
        choose_files(self, self.tr("Signing key"), lambda paths: self.take_key(paths[0]), "*.pem")

    def _show(self, asked: Asked) -> None:
        self._busy, self._asked = False, asked
        self._facts.show_facts([_fact(name, value) for name, value in request_in_words(asked, language())])
        self._form.banner.say()
        self._empty.hide()
        self._form.show()
        self._key_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updated.emit()

    def _do(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._busy = True
        self.updated.emit()
        self._working.do(work, then, self._failed)

    def _answer(self, refuse: str | None) -> None:
        asked, key, path = self._asked, self._key, self._path
        if asked is None or key is None or path is None or self._busy:
            return
        out = path.with_suffix(".answer.json")
        self._do(
            lambda: answer_request(self._station, asked, key, out, refuse=refuse),
            lambda digest: self._done(out, digest),
        )

    def _done(self, out: Path, digest: Sha256) -> None:
        self._busy, self._answered = False, True
        words = self.tr("{name} is written (SHA-256 {digest}…). Hand it back to the sender.")
        self._form.banner.say(words.format(name=out.name, digest=digest[:12]), mood=Mood.DONE)
        self.updated.emit()

    def _failed(self, error: SekishoError) -> None:
        self._busy = False
        said = sentences(error.objections, language()) if isinstance(error, Refused) else [say_error(error, language())]
        if self._asked is None:
            self._empty.say(" ".join(said), self.tr("Choose another"), self._choose)
        else:
            self._form.banner.say(*said, mood=Mood.REFUSED)
        self.updated.emit()

    def heading(self) -> Heading:
        return Heading(self.tr("Second person's check"), self._path.name if self._path else "")

    def footing(self) -> Footing:
        leave = PageButton(self.tr("Leave"), self.left.emit, "Esc")
        other = PageButton(self.tr("Choose another"), self._choose)
        if self._asked is None:
            return Footing(others=(leave,))
        if self._answered:
            return Footing(self.tr("Answered."), others=(other,), main=PageButton(self.tr("Leave"), self.left.emit))
        reason = self._reason.text().strip()
        ready = self._key is not None and not self._busy
        refuse = PageButton(self.tr("Say no"), lambda: self._answer(reason), enabled=ready and bool(reason))
        approve = PageButton(self.tr("Approve"), lambda: self._answer(None), "Ctrl Enter", enabled=ready and not reason)
        if self._key is None:
            note = self.tr("Choose the key that you sign with.")
        elif reason:
            note = self.tr("Nothing of this plan leaves, and the sender is told why.")
        else:
            note = self.tr("You approve: this plan may be sent once.")
        return Footing(note, main=approve, others=(leave, other, refuse))

    def closed(self) -> None:
        self._working.close()


def _fact(name: str, value: str) -> Fact:
    """A digest is shown by its ends."""
    if _DIGEST.fullmatch(value):
        return Fact(name, f"{value[:8]}…{value[-4:]}", tip=value)
    return Fact(name, value)

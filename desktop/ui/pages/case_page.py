"""A page of an open case: questions and work end with it, so that no answer reaches a page that was put away."""

from collections.abc import Callable
from typing import TypeVar

from desktop.casefile import Reader
from desktop.domain.changes import Change
from desktop.domain.errors import SekishoError
from desktop.ui.jobs import Job, Ticks
from desktop.ui.pages.page import Page
from desktop.ui.session import Session

T = TypeVar("T")


class CasePage(Page):
    """Override ``case_changed`` and ``failed``."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._alive = True
        self._channels: set[tuple[int, str]] = set()
        session.changed.connect(self._on_change)

    def case_changed(self, change: Change) -> None:
        """Something in the case changed, by this page or by somebody else."""

    def failed(self, error: SekishoError) -> None:
        """A question or a piece of work of this page failed; the window says it where the page does not."""
        self.session.say(error)

    def ask(self, name: str, work: Callable[[Reader], T], then: Callable[[T], None]) -> None:
        """Read on the reading thread; an older question of this name is forgotten."""
        channel = (id(self), name)
        self._channels.add(channel)
        self.session.reading.ask(channel, work, self._while_open(then), self._while_open(self.failed))

    def write(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Change the case on the writing thread."""
        self.session.writing.do(work, self._while_open(then), self._while_open(self.failed))

    def start(
        self, title: str, work: Callable[[Ticks], T], then: Callable[[T], None], *, pausable: bool = False
    ) -> Job:
        """Begin a long piece of work that the status line shows; it goes on when the page is put away."""
        return self.session.jobs.start(
            title, work, self._while_open(then), self._while_open(self.failed), pausable=pausable
        )

    def closed(self) -> None:
        self._alive = False
        self.session.changed.disconnect(self._on_change)
        for channel in self._channels:
            self.session.reading.forget(channel)

    def _on_change(self, change: Change) -> None:
        if self._alive:
            self.case_changed(change)

    def _while_open(self, then: Callable[[T], None]) -> Callable[[T], None]:
        def guarded(value: T) -> None:
            if self._alive:
                then(value)

        return guarded

"""One long piece of work at a time, with progress, pause, cancel and an estimate in the status line."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import SekishoError
from desktop.ui.threads import Working

T = TypeVar("T")


class Ticks:
    """What a use is given: it reports progress and asks whether to go on. Used on the working thread."""

    def __init__(self, said: Callable[[int, int], None]) -> None:
        self._said = said
        self._cancelled = threading.Event()
        self._paused = threading.Event()

    def progress(self, done: int, total: int) -> None:
        """``done`` of ``total``; total 0 where it is not known."""
        self._said(done, total)

    def cancelled(self) -> bool:
        """Whether the analyst asked to stop."""
        return self._cancelled.is_set()

    def paused(self) -> bool:
        """Whether the analyst asked to hold on; the use finishes what is in the air."""
        return self._paused.is_set()

    def cancel(self) -> None:
        """Ask to stop; what came is kept."""
        self._cancelled.set()

    def pause(self, hold: bool) -> None:
        """Ask to hold on, or to go on."""
        if hold:
            self._paused.set()
        else:
            self._paused.clear()


class Job(QObject):
    """A running piece of work as the status line shows it."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, title: str, *, pausable: bool, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.pausable = pausable
        self.done = 0
        self.total = 0
        self.ticks = Ticks(self.progressed.emit)
        self._started = time.monotonic()
        self.progressed.connect(self._note)

    @property
    def seconds_left(self) -> float | None:
        """Estimate, after the first second and once something is done."""
        elapsed = time.monotonic() - self._started
        if not self.total or not self.done or elapsed < 1:
            return None
        return elapsed / self.done * (self.total - self.done)

    def _note(self, done: int, total: int) -> None:
        self.done, self.total = done, total


class Jobs(QObject):
    """The job at hand. ``changed`` when one starts or ends."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.current: Job | None = None
        self._working = Working("job", self)

    def start(
        self,
        title: str,
        work: Callable[[Ticks], T],
        then: Callable[[T], None],
        failed: Callable[[SekishoError], None],
        *,
        pausable: bool = False,
    ) -> Job:
        """Begin ``work`` on the job thread. One at a time: ask ``current`` first; a second one waits for the first."""
        job = Job(title, pausable=pausable, parent=self)
        self.current = job
        self.changed.emit()

        def end() -> None:
            if self.current is job:
                self.current = None
            job.ended.emit()
            self.changed.emit()
            job.deleteLater()

        def done(value: T) -> None:
            end()
            then(value)

        def broke(error: SekishoError) -> None:
            end()
            failed(error)

        self._working.do(lambda: work(job.ticks), done, broke)
        return job

    def close(self) -> None:
        """Cancel the job at hand and wait for it."""
        if self.current is not None:
            self.current.ticks.cancel()
        self._working.close()

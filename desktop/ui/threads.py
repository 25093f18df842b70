"""Work off the window's thread, its results delivered on it: the newest question of each kind, or every task in order.

A result that nobody waits for any more is dropped before it reaches a widget (a backlog of stale answers froze the
window for 150 ms: FACTS-LIST). A failure that a user can meet is handed to the asker; any other is raised on the
window's thread.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from math import inf
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.errors import SekishoError

T = TypeVar("T")
R = TypeVar("R")
Failed = Callable[[SekishoError], None]


@dataclass(frozen=True, slots=True)
class _Answer:
    then: Callable[..., None]
    value: object
    fresh: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class _Raised:
    error: BaseException
    failed: Failed | None
    fresh: Callable[[], bool]


class _Delivery(QObject):
    """Lives in the window's thread; its signal carries answers there."""

    arrived = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.closed = False
        self.arrived.connect(self._hand_over)

    @Slot(object)
    def _hand_over(self, message: _Answer | _Raised) -> None:
        if self.closed or not message.fresh():
            return
        if isinstance(message, _Answer):
            message.then(message.value)
        elif isinstance(message.error, SekishoError) and message.failed is not None:
            message.failed(message.error)
        else:
            raise message.error


@dataclass(frozen=True, slots=True)
class _Question:
    ticket: int
    work: Callable[..., object]
    then: Callable[..., None]
    failed: Failed | None
    until: float
    """Monotonic time after which nobody cares for the answer unless it was begun."""


def _always() -> bool:
    return True


class Reading(QObject, Generic[R]):
    """One thread with one reader. ``ask`` replaces an older question on the same channel; the newest is answered
    first.
    """

    def __init__(self, open_reader: Callable[[], AbstractContextManager[R]], parent: QObject) -> None:
        super().__init__(parent)
        self._open_reader = open_reader
        self._delivery = _Delivery(self)
        self._wake = threading.Condition()
        self._asked: dict[Hashable, _Question] = {}
        self._latest: dict[Hashable, int] = {}
        self._ticket = 0
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="reading", daemon=True)

    def ask(
        self,
        channel: Hashable,
        work: Callable[[R], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        within: float = inf,
    ) -> None:
        """Run ``work`` on the reading thread and hand its result to ``then`` here.

        Nothing comes when ``channel`` is asked again first, or when ``work`` could not begin ``within`` seconds.
        """
        with self._wake:
            if self._thread.ident is None:  # a reader is opened when it is first needed
                self._thread.start()
            self._ticket += 1
            self._latest[channel] = self._ticket
            self._asked.pop(channel, None)
            self._asked[channel] = _Question(self._ticket, work, then, failed, time.monotonic() + within)
            self._wake.notify()

    def forget(self, channel: Hashable) -> None:
        """Nobody waits for the answer on ``channel`` any more."""
        with self._wake:
            self._asked.pop(channel, None)
            self._latest.pop(channel, None)

    def forget_all(self) -> None:
        """Nobody who asked is there any more."""
        with self._wake:
            self._asked.clear()
            self._latest.clear()

    def close(self) -> None:
        """Stop after the question at hand and wait for the thread."""
        with self._wake:
            self._closing = True
            self._asked.clear()
            self._wake.notify()
        self._delivery.closed = True
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        with self._open_reader() as reader:
            while True:
                with self._wake:
                    while not self._asked and not self._closing:
                        self._wake.wait()
                    if self._closing:
                        return
                    channel, question = self._asked.popitem()
                if time.monotonic() <= question.until:
                    self._answer(channel, question, reader)

    def _answer(self, channel: Hashable, question: _Question, reader: R) -> None:
        def fresh() -> bool:
            return self._latest.get(channel) == question.ticket

        try:
            message: _Answer | _Raised = _Answer(question.then, question.work(reader), fresh)
        except BaseException as error:  # noqa: BLE001  # raised again on the window's thread
            message = _Raised(error, question.failed, fresh)
        if fresh():
            self._delivery.arrived.emit(message)


class Working(QObject):
    """One thread that does tasks in the order in which they were given; none is dropped."""

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._delivery = _Delivery(self)
        self._wake = threading.Condition()
        self._tasks: deque[tuple[Callable[[], object], Callable[..., None] | None, Failed | None]] = deque()
        self._untold: list[SekishoError] = []
        self._closing = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def do(self, work: Callable[[], T], then: Callable[[T], None] | None = None, failed: Failed | None = None) -> None:
        """Run ``work`` on the thread; hand its result to ``then``, or its failure to ``failed``, on the window's
        thread.
        """
        with self._wake:
            self._tasks.append((work, then, failed))
            self._wake.notify()

    def close(self) -> tuple[SekishoError, ...]:
        """Finish what was given, then end the thread; returns the failures that reached nobody any more."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join()
        self._delivery.closed = True
        return tuple(self._untold)

    def _tell(self, failed: Failed | None, error: SekishoError) -> None:
        self._untold.remove(error)
        if failed is None:
            raise error
        failed(error)

    def _run(self) -> None:
        while True:
            with self._wake:
                while not self._tasks and not self._closing:
                    self._wake.wait()
                if not self._tasks:
                    return
                work, then, failed = self._tasks.popleft()
            try:
                value = work()
            except BaseException as error:  # noqa: BLE001  # raised again on the window's thread
                if isinstance(error, SekishoError):
                    self._untold.append(error)
                self._delivery.arrived.emit(_Raised(error, partial(self._tell, failed), _always))
                continue
            if then is not None:
                self._delivery.arrived.emit(_Answer(then, value, _always))

"""One open case in the window: what every dock and page is given, instead of the window.

The case's changes arrive as one Qt signal; reading has its own thread, writing another, long work a third.
"""

from collections import deque
from collections.abc import Callable, Hashable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.casefile import Case, Reader
from desktop.casefile.actions import Action
from desktop.domain.changes import Change
from desktop.domain.errors import SekishoError
from desktop.ui.drafting import About, Drafting
from desktop.ui.jobs import Jobs
from desktop.ui.threads import Reading, Working
from desktop.uses.workstation import Workstation

if TYPE_CHECKING:  # numpy comes with it, on the searching thread
    from desktop.casefile import FindingIndex
    from desktop.source.apart import StructureReader

T = TypeVar("T")


class Session(QObject):
    """A case, its threads and its one signal. ``editable`` is false where another opener holds the case."""

    changed = Signal(object)
    """A ``Change``, on the window's thread: each dock refreshes its own rows. Quick changes come as one."""
    _written = Signal(object)
    failed = Signal(object)
    """A ``SekishoError`` that nobody else takes."""
    page_wanted = Signal(str, object)
    """Open the page of this id with this argument (see ``pages.registry``)."""
    finding_wanted = Signal(int)
    """Show this finding on the bench."""
    evidence_wanted = Signal(int, object)
    """Show this evidence, at a ``Span`` or None."""
    queue_wanted = Signal(str)
    """Show this queue or query in the list."""

    def __init__(self, case: Case, station: Workstation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self.station = station
        self.reading: Reading[Reader] = Reading(case.reader, self)
        self.paging: Reading[Reader] = Reading(case.reader, self)
        """For the list's pages alone, so that nothing slower stands before them."""
        self.seeking: Reading[Reader] = Reading(case.reader, self)
        """For reading through evidence, which takes long."""
        self._searching: Reading[FindingIndex] = Reading(lambda: closing(case.index()), self)
        self.structure: Reading[StructureReader] = Reading(self._structure_reader, self)
        """What reads the structure of files, in a process of its own."""
        self._not_indexed: deque[Change] = deque()
        self._closing = False
        self._gathered: list[Change] = []
        self._closed = False
        self._pass_on = QTimer(self)
        self._pass_on.setSingleShot(True)
        self._pass_on.timeout.connect(self._say_changed)
        self._written.connect(self._gather)
        self.writing = Working("writing", self)
        self.jobs = Jobs(self)
        self.drafts = Drafting(case, self)
        self.drafts.failed.connect(self.failed)
        self._stop_listening = case.listen(self.take)

    def ask_index(
        self,
        channel: Hashable,
        work: Callable[["FindingIndex"], T],
        then: Callable[[T], None],
        failed: Callable[[SekishoError], None] | None = None,
    ) -> None:
        """Ask the columns in memory, on the searching thread, after they have taken over every change made so far."""

        def after_news(index: "FindingIndex") -> T:
            while self._not_indexed:
                index.apply(self._not_indexed.popleft())
            return work(index)

        self._searching.ask(channel, after_news, then, failed)

    def forget_index(self, channel: Hashable) -> None:
        """Nobody waits for the answer on ``channel`` any more."""
        self._searching.forget(channel)

    def take(self, change: Change) -> None:
        """A change was written, here or by another opener. May be called on any thread."""
        self._not_indexed.append(change)
        self._written.emit(change)

    def do(self, action: Action, then: Callable[[Change], None] | None = None, draft: About | None = None) -> None:
        """Change the case on the writing thread; a refusal goes to ``failed``.

        The words of ``draft`` are forgotten when they stand in the case, not before.
        """

        def work() -> Change:
            change = self.case.do(action)
            if draft is not None:
                self.drafts.settle(draft)
            return change

        self.writing.do(work, then, self.say)

    def undo(self, then: Callable[[Change], None] | None = None) -> None:
        """Undo the last entry."""
        self.writing.do(self.case.undo, then, self.say)

    def redo(self, then: Callable[[Change], None] | None = None) -> None:
        """Do again what was undone last."""
        self.writing.do(self.case.redo, then, self.say)

    def forget_questions(self) -> None:
        """Those who asked are put away: their answers are dropped. What keeps the index true goes on."""
        self.reading.forget_all()
        self.paging.forget_all()
        self.seeking.forget_all()
        self.structure.forget_all()
        for channel in ("list", "texts", "counts", "marked", "palette"):
            self._searching.forget(channel)

    def close(self) -> tuple[SekishoError, ...]:
        """Finish what is being written, end the threads, close the case.

        Returns what could not be written and was told nobody yet.
        """
        self._closing = True
        self._stop_listening()
        self.jobs.close()
        failures = self.writing.close()
        self._closed = True
        self._pass_on.stop()
        self.drafts.close()
        for reading in (self.reading, self.paging, self.seeking, self._searching, self.structure):
            reading.close()
        self.case.close()
        return failures

    def _structure_reader(self) -> "StructureReader":
        from desktop.source.apart import StructureReader  # late: the first window needs none of it

        return StructureReader(cancelled=lambda: self._closing)

    def say(self, error: SekishoError) -> None:
        """Show a failure that the asker does not handle itself."""
        self.failed.emit(error)

    def _gather(self, change: Change) -> None:
        if not self._closed:  # what was on its way meanwhile still arrives, and nobody is there who could be told
            self._gathered.append(change)
            self._pass_on.start(0)

    def _say_changed(self) -> None:
        changes, self._gathered = self._gathered, []
        if changes:
            self.changed.emit(changes[0] if len(changes) == 1 else together(changes))


def together(changes: Sequence[Change]) -> Change:
    """Several changes as one: all kinds, each finding once, the newest seq."""
    return Change(
        kinds=frozenset().union(*(change.kinds for change in changes)),
        ids=tuple(dict.fromkeys(one for change in changes for one in change.ids)),
        seq=max(change.seq for change in changes),
        bulk=any(change.bulk for change in changes),
        made=changes[-1].made,
    )

"""Words that are being typed are kept half a second later, so that neither a kill nor an Esc loses them.

They are forgotten when what they were for stands in the case, or when the line is emptied.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.casefile import Case
from desktop.casefile.errors import DraftsNotKept
from desktop.domain.errors import SekishoError
from desktop.ui.threads import Working

_PAUSE = 300
"""Milliseconds without a key after which the words are written down."""


@dataclass(frozen=True, slots=True)
class About:
    """What words are for: a kind of line, and the numbers that say which one."""

    kind: str
    of: tuple[int, ...] = ()

    def __str__(self) -> str:
        return " ".join((self.kind, *map(str, self.of)))

    @classmethod
    def parse(cls, text: str) -> "About":
        """The inverse of ``str``."""
        kind, *numbers = text.split(" ")
        return cls(kind, tuple(int(number) for number in numbers))


class Drafting(QObject):
    """``found`` says once which words an earlier session left, as ``About`` of the newest, and how many there are."""

    found = Signal(object, int)
    failed = Signal(object)
    """``DraftsNotKept``, once: from then on nothing is kept."""

    def __init__(self, case: Case, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts = case.drafts()
        self._known: dict[About, str] = {}
        self._unwritten: dict[About, str] = {}
        self._settled: set[About] = set()
        self._works = case.editable
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._write)
        self._working = Working("drafts", self)
        if self._works:
            self._working.do(self._drafts.all, self._take, self._give_up)

    def words(self, about: About) -> str:
        """What was typed for ``about`` and is not in the case; empty where nothing was."""
        return "" if about in self._settled else self._known.get(about, "")

    def typed(self, about: About, words: str) -> None:
        """The line for ``about`` holds these words now."""
        if words == self.words(about):
            return
        self._settled.discard(about)
        self._known[about] = self._unwritten[about] = words
        self._pause.start()

    def settle(self, about: About) -> None:
        """The words stand in the case. May be called on any thread."""
        if about in self._known:
            self._settled.add(about)
            self._working.do(partial(self._drafts.keep, str(about), ""), None, self._give_up)

    def close(self) -> None:
        """Write down what is still to be written, and end the thread."""
        self._write()
        self._working.close()
        self._drafts.close()

    def _take(self, kept: Mapping[str, str]) -> None:
        left = {About.parse(about): words for about, words in kept.items()}
        self._known = left | self._known
        if left:
            self.found.emit(list(left)[-1], len(left))

    def _write(self) -> None:
        self._pause.stop()
        words, self._unwritten = self._unwritten, {}
        if not self._works:
            return
        for about in words.keys() - self._settled:
            self._working.do(partial(self._drafts.keep, str(about), words[about]), None, self._give_up)

    def _give_up(self, _error: SekishoError) -> None:
        if self._works:
            self._works = False
            self.failed.emit(DraftsNotKept())

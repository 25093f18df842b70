"""The parent's view of one file being read: what it is, then its units as the case takes them, with what should be
known."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BufferedReader
from types import TracebackType
from typing import IO, Final, Self

from desktop.casefile.summaries import ImportNote
from desktop.domain.reported import Tool
from desktop.identity.units import FlatPlace, UnitRow
from desktop.intake.child import Worker
from desktop.intake.errors import CannotOpen, FileChanged, FormatError, TooBig
from desktop.intake.walking import Chosen
from desktop.intake.worker.frames import (
    SOURCE,
    Begun,
    Done,
    Found,
    FoundBlock,
    Job,
    Message,
    NotRead,
    Remarked,
    Source,
    ToolSaid,
)
from desktop.worker.child import Patience
from desktop.worker.errors import WorkerLied

SMALL: Final = 4 << 20
"""Bytes up to which a file goes through a batch worker's pipe; a larger report is read from its own descriptor."""
MOST_SOURCE: Final = 64 << 20
"""Bytes of a file that is read as source; a larger one is evidence of unknown content."""
MOST: Final = 64 << 30
"""Bytes of any file."""
_NOWHERE: Final = FlatPlace()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the analyst chose for a file instead of letting it be found out; empty means: find out."""

    format: str = ""
    encoding: str = ""
    columns: dict[str, str] = field(default_factory=dict)


Item = Tool | list[UnitRow] | ImportNote | Source


class Workers:
    """The batch worker that small files share. It is replaced when one file has been its undoing."""

    def __init__(self, patience: Patience | None = None) -> None:
        self._patience = patience
        self._batch: Worker | None = None
        self._reports: list[Worker] = []
        self.missing_isolation: tuple[str, ...] = ()
        """What this system could not hold of the last worker's lock."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every worker, also those of reports that nobody read to their end."""
        for worker in self._reports:
            worker.close()
        self._reports.clear()
        if self._batch is not None:
            self._batch.close()
            self._batch = None

    def messages(self, chosen: Chosen, asked: Asked, cancelled: Callable[[], bool]) -> Iterator[Message]:
        """Checked messages of one file, ``Begun`` first, ``Done`` last. Raises ``IntakeError`` leaves and
        ``Cancelled``."""
        if chosen.size > MOST:
            raise TooBig(chosen.name, chosen.size, MOST)
        job = Job(chosen.name, chosen.size, asked.format, asked.encoding, asked.columns)
        with opened(chosen) as file:
            if chosen.size <= SMALL or asked.format == SOURCE:
                yield from self._small(file, job, cancelled)
                return
            worker = Worker(file, job, self._patience)
            self._reports.append(worker)
            try:
                answers = worker.answers(job, cancelled)
                begun = next(answers)
                self._note(worker)
                if begun != UNKNOWN:
                    yield begun
                    yield from answers
                    return
            finally:
                worker.close()
                if worker in self._reports:
                    self._reports.remove(worker)
            if chosen.size > MOST_SOURCE:
                yield Begun("other", "", "")
                yield Done(0, 0)
            else:
                yield from self._small(file, job, cancelled)

    def _small(self, file: IO[bytes], job: Job, cancelled: Callable[[], bool]) -> Iterator[Message]:
        if job.size > MOST_SOURCE:
            raise TooBig(job.name, job.size, MOST_SOURCE)
        file.seek(0)
        data = file.read(job.size + 1)
        if len(data) != job.size:
            raise FileChanged(job.name)
        if self._batch is None:
            self._batch = Worker(patience=self._patience)
        worker, sound = self._batch, False
        try:
            worker.give(job, data)
            for message in worker.answers(job, cancelled):
                self._note(worker)
                sound = isinstance(message, Done)
                yield message
        except FormatError:
            sound = True
            raise
        finally:
            if not sound:  # crashed, hung, lied, or left in the middle of a file
                self.close()

    def _note(self, worker: Worker) -> None:
        self.missing_isolation = worker.ready.missing if worker.ready else ()


UNKNOWN: Final = Begun("unknown", "", "")


def shared(workers: Workers | None) -> AbstractContextManager[Workers]:
    """The caller's workers, which stay open, or new ones that end with the block."""
    return nullcontext(workers) if workers else Workers()


def opened(chosen: Chosen) -> BufferedReader:
    """The file, to read; never a device or a folder that took its place since. Raises ``CannotOpen``,
    ``FileChanged``."""
    try:
        file = chosen.path.open("rb")
    except OSError as refusal:
        reason = refusal.strerror or ""
    else:
        if os.fstat(file.fileno()).st_size == chosen.size:
            return file
        file.close()
        raise FileChanged(chosen.name)
    raise CannotOpen(chosen.name, reason)


def items(messages: Iterator[Message], name: str) -> Iterator[Item]:
    """What comes after ``Begun``: tools, units, notes, how a source was read. Raises ``WorkerLied`` where counts
    disagree."""
    texts: list[str] = []
    found = unread = 0
    for message in messages:
        match message:
            case FoundBlock():
                texts.extend(message.texts)
                found += len(message.rows)
                yield [_unit(row, texts, name) for row in message.rows]
            case ToolSaid():
                started = None if message.started is None else datetime.fromtimestamp(message.started, UTC)
                yield Tool(message.name, message.version, started)
            case Source():
                yield message
            case Done():
                if (found, unread) != (message.found, message.unread):
                    raise WorkerLied(name)
            case tuple():
                for note in message:
                    unread += isinstance(note, NotRead)
                    yield _note(note)


def _unit(row: Found, texts: list[str], name: str) -> UnitRow:
    recommendation = row.recommendation
    if isinstance(recommendation, int):
        if recommendation >= len(texts):
            raise WorkerLied(name)
        recommendation = texts[recommendation]
    place = _NOWHERE if row.place is None else FlatPlace(*row.place)
    more = tuple([FlatPlace(*other) for other in row.more]) if row.more else ()
    return UnitRow._make((*row[:3], place, row.description, recommendation, *row[6:14], more, row.extra))


def _note(note: "NotRead | Remarked") -> ImportNote:
    if isinstance(note, NotRead):
        return ImportNote(note.where, note.why, (note.start, note.length), {})
    return ImportNote("", note.code, (note.at, 0), {"count": note.count, "at": note.at, "detail": note.detail})

"""The program's side of reading structure: it is read in a locked-down process, which a broken file can only end."""

from collections.abc import Callable
from types import TracebackType
from typing import Final, Self

import msgspec

from desktop.domain.evidence import Decoding
from desktop.domain.places import Span
from desktop.source.exchange import MEMBER, SERVICE, Frame, Given, is_sound
from desktop.source.members import Gap, Member
from desktop.worker.child import Child, Patience, Waiting
from desktop.worker.errors import WorkerError, WorkerLied
from desktop.worker.frames import READY, packed

NOT_READ: Final = "structure-ended"
"""Kind of the gap that a whole file is, where reading it ended the process, took too long, or gave nonsense."""


class StructureReader:
    """Reads files, one at a time. Use as a context manager; the process starts with the first file."""

    def __init__(self, patience: Patience | None = None, cancelled: Callable[[], bool] = lambda: False) -> None:
        """``cancelled``, asked while the process is waited for, gives the file at hand up."""
        self._patience = patience or Patience()
        self._cancelled = cancelled
        self._child: Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process; the next file starts another."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def start(self) -> None:
        """Start the process before the first file is there; raises ``CannotStartWorker``."""
        self._started()

    def _started(self) -> Child:
        if self._child is None:
            self._child = Child([SERVICE])
        return self._child

    def read(self, data: bytes, decoding: Decoding, path: str, language: str = "") -> Member:
        """What ``reading.read`` makes of ``data``.

        A file that cannot be read so is one gap of kind ``NOT_READ``, without units. Raises ``CannotStartWorker``.
        """
        fresh = self._child is None
        while True:
            try:
                return self._asked(self._started(), data, decoding, path, language)
            except WorkerError:
                self.close()
            if fresh or self._cancelled():
                break
            fresh = True  # the last one may have been worn out by the files before
        return Member(path, language, 0.0, NOT_READ, 0, (), (Gap(NOT_READ, Span(0, len(data)), ""),), ())

    def _asked(self, child: Child, data: bytes, decoding: Decoding, path: str, language: str) -> Member:
        given = Given(path, language, len(data), decoding.encoding, decoding.record_format, decoding.record_length)
        waiting = Waiting(path, self._patience.for_size(len(data)))
        child.give(path, packed(given), data)
        kind, untrusted_body = child.hear(waiting, self._cancelled)
        if kind == READY:
            kind, untrusted_body = child.hear(waiting, self._cancelled)
        if kind == Frame.MEMBER:
            try:
                member = MEMBER.decode(untrusted_body)
            except msgspec.DecodeError:
                member = None
            if member is not None and is_sound(member, len(data)):
                return member
        raise WorkerLied(path)

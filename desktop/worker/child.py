"""The program's side of a worker: starts it, bounds its time, takes its frames off the pipe, ends it.

No code of a format or a rule runs in this process, and no step here holds the interpreter for longer than a frame.
"""

import contextlib
import queue
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import IO, Final

from desktop.worker.command import environment, worker_command
from desktop.worker.errors import Cancelled, CannotStartWorker, TookTooLong, WorkerCrashed
from desktop.worker.frames import HEADER, MOST

_QUEUED: Final = 4
_POLL: Final = 0.2
_LIE: Final = 255
"""Stands for a frame that is too long to be one; no service has this kind."""
_NO_WINDOW: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # a constant of Windows only


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds that a worker may keep the program waiting for one file: a base, and more for its size in bytes."""

    base: float = 60.0
    bytes_a_second: int = 2 << 20

    def for_size(self, size: int) -> float:
        return self.base + size / self.bytes_a_second


class Waiting:
    """How long one answer may still take. Only waiting counts, not what the program does in between."""

    def __init__(self, name: str, seconds: float) -> None:
        self.name = name
        self.seconds = seconds
        self.left = seconds


class Child:
    """One worker process. Use as a context manager: leaving ends the process, however it went."""

    def __init__(self, service: Sequence[str], stdin: IO[bytes] | None = None, command: Sequence[str] = ()) -> None:
        """Start ``service`` (its name and arguments) on an open file, or on a pipe that :meth:`give` writes to.

        Raises ``CannotStartWorker``.
        """
        try:
            self._process = subprocess.Popen(
                [*(command or worker_command()), *service],
                stdin=stdin if stdin else subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=dict(environment()),
                creationflags=_NO_WINDOW,
            )
        except OSError as refusal:
            reason = refusal.strerror or type(refusal).__name__
        else:
            reason = ""
        if reason:
            raise CannotStartWorker(reason)
        self._untrusted: queue.Queue[tuple[int, bytes]] = queue.Queue(_QUEUED)
        self._closing = threading.Event()
        self._reader = threading.Thread(target=self._listen, name="worker-frames", daemon=True)
        self._reader.start()

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """Of the process."""
        return self._process.pid

    def close(self) -> None:
        """End the process and wait for it."""
        self._closing.set()
        self._process.kill()
        self._process.wait()
        while self._reader.is_alive():
            with contextlib.suppress(queue.Empty):
                self._untrusted.get(timeout=_POLL)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()

    def give(self, name: str, *parts: bytes) -> None:
        """Write to the worker's stdin what it is to do about ``name``; raises ``WorkerCrashed`` where it is gone."""
        pipe = self._process.stdin
        gone = pipe is None
        if pipe is not None:
            try:
                for part in parts:
                    pipe.write(part)
                pipe.flush()
            except (BrokenPipeError, OSError):
                gone = True
        if gone:
            raise WorkerCrashed(name, self._process.wait())

    def hear(self, waiting: Waiting, cancelled: Callable[[], bool]) -> tuple[int, bytes]:
        """The next frame: its kind and its body, which nobody has looked at yet.

        Raises ``WorkerCrashed``, ``TookTooLong`` or ``Cancelled``; after each the worker is of no more use.
        """
        asked = monotonic()
        while True:
            try:
                kind, body = self._untrusted.get(timeout=_POLL)
            except queue.Empty:
                kind, body = -1, b""
            if cancelled():
                raise Cancelled
            if kind > 0:
                waiting.left -= monotonic() - asked
                return kind, body
            if kind == 0:
                raise WorkerCrashed(waiting.name, self._process.wait())
            if monotonic() - asked > waiting.left:
                raise TookTooLong(waiting.name, int(waiting.seconds))

    def _listen(self) -> None:
        """Take frames off the pipe as they come; kind 0 says that no more will. Runs in its own thread."""
        pipe = self._process.stdout
        while pipe is not None and not self._closing.is_set():
            header = pipe.read(HEADER.size)
            if len(header) < HEADER.size:
                break
            length, kind = HEADER.unpack(header)
            if length > MOST:
                kind, body = _LIE, b""
            else:
                body = pipe.read(length)
            if len(body) < length and kind != _LIE:
                break
            self._put((kind or _LIE, body))
            if kind == _LIE:
                return
        self._put((0, b""))

    def _put(self, entry: tuple[int, bytes]) -> None:
        while not self._closing.is_set():
            with contextlib.suppress(queue.Full):
                self._untrusted.put(entry, timeout=_POLL)
                return

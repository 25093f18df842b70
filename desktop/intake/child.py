"""The parent's side of a worker: starts it, bounds its time, believes nothing that does not decode, ends it.

No Python code of a format runs in this process, and no step here holds the interpreter for longer than a frame.
"""

import contextlib
import queue
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import IO, Final

import msgspec

from desktop.intake import errors
from desktop.intake.worker.command import BATCH, REPORT, encoded, environment, worker_command
from desktop.intake.worker.frames import DECODERS, HEADER, MOST, Failed, Frame, Job, Message, Ready

_QUEUED: Final = 4
_POLL: Final = 0.2
_NO_WINDOW: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # a constant of Windows only


class Cancelled(Exception):
    """Reading was given up because ``cancelled()`` said so; nothing was written."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds that a worker may keep the parent waiting for one file: a base, and more for its size."""

    base: float = 60.0
    bytes_a_second: int = 2 << 20

    def for_size(self, size: int) -> float:
        return self.base + size / self.bytes_a_second


class Worker:
    """One worker process. Use as a context manager: leaving ends the process, however it went."""

    def __init__(
        self,
        report: IO[bytes] | None = None,
        job: Job | None = None,
        patience: Patience | None = None,
        command: Sequence[str] = (),
    ) -> None:
        """Start for one report file with its ``job``, or (both ``None``) for a batch. Raises ``CannotStartWorker``."""
        self._patience = patience or Patience()
        mode = [REPORT, encoded(job)] if job else [BATCH]
        try:
            self._process = subprocess.Popen(
                [*(command or worker_command()), *mode],
                stdin=report if report else subprocess.PIPE,
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
            raise errors.CannotStartWorker(reason)
        self._untrusted: queue.Queue[tuple[int, bytes]] = queue.Queue(_QUEUED)
        self._closing = threading.Event()
        self._reader = threading.Thread(target=self._listen, name="worker-frames", daemon=True)
        self._reader.start()
        self.ready: Ready | None = None

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

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

    def give(self, job: Job, data: bytes) -> None:
        """Hand a batch worker its next file; raises ``WorkerCrashed`` where it is gone."""
        body = msgspec.msgpack.encode(job)
        pipe = self._process.stdin
        gone = pipe is None
        if pipe is not None:
            try:
                pipe.write(HEADER.pack(len(body), 0) + body)
                pipe.write(data)
                pipe.flush()
            except (BrokenPipeError, OSError):
                gone = True
        if gone:
            raise errors.WorkerCrashed(job.name, self._process.wait())

    def answers(self, job: Job, cancelled: Callable[[], bool]) -> Iterator[Message]:
        """Checked messages of one file up to and with ``Done``.

        Raises the worker's own ``FormatError`` leaf, ``WorkerCrashed``, ``WorkerLied``, ``TookTooLong`` or
        ``Cancelled``; after the last
        four the worker is of no more use.
        """
        left = self._patience.for_size(job.size)
        while True:
            asked = monotonic()
            kind, untrusted_body = self._next(job, asked + left, cancelled)
            left -= monotonic() - asked
            try:
                frame = Frame(kind)
                message = DECODERS[frame].decode(untrusted_body)
            except (ValueError, msgspec.DecodeError):  # a ValidationError is a DecodeError
                message = None
            if message is None:
                raise errors.WorkerLied(job.name)
            if isinstance(message, Ready):
                self.ready = message
                continue
            if isinstance(message, Failed):
                raise _failure(message, job)
            yield message
            if frame is Frame.DONE:
                return

    def _next(self, job: Job, deadline: float, cancelled: Callable[[], bool]) -> tuple[int, bytes]:
        while True:
            try:
                kind, body = self._untrusted.get(timeout=_POLL)
            except queue.Empty:
                kind, body = -1, b""
            if cancelled():
                raise Cancelled
            if kind > 0:
                return kind, body
            if kind == 0:
                raise errors.WorkerCrashed(job.name, self._process.wait())
            if monotonic() > deadline:
                raise errors.TookTooLong(job.name, int(self._patience.for_size(job.size)))

    def _listen(self) -> None:
        """Take frames off the pipe as they come; kind 0 says that no more will. Runs in its own thread."""
        pipe = self._process.stdout
        while pipe is not None and not self._closing.is_set():
            header = pipe.read(HEADER.size)
            if len(header) < HEADER.size:
                break
            length, kind = HEADER.unpack(header)
            if length > MOST:
                kind, body = 255, b""
            else:
                body = pipe.read(length)
            if len(body) < length and kind != 255:
                break
            self._put((kind or 255, body))
            if kind == 255:
                return
        self._put((0, b""))

    def _put(self, entry: tuple[int, bytes]) -> None:
        while not self._closing.is_set():
            with contextlib.suppress(queue.Full):
                self._untrusted.put(entry, timeout=_POLL)
                return


def _failure(untrusted: Failed, job: Job) -> errors.IntakeError:
    """The worker's failure as the exception that it names; one that is none of ours, or does not fit, is a lie."""
    leaf = next((kind for kind in errors.FormatError.__subclasses__() if kind.__name__ == untrusted.code), None)
    if leaf is None:
        return errors.WorkerLied(job.name)
    fields = {name: value for name, value in untrusted.fields.items() if name in leaf.__dataclass_fields__}
    try:
        return leaf(**{**fields, "name": job.name})  # type: ignore[arg-type]
    except TypeError:
        return errors.WorkerLied(job.name)

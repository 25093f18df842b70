"""The program's side of the worker that reads reports and sources: hands it jobs, believes nothing that does not
decode."""

from collections.abc import Callable, Iterator, Sequence
from typing import IO

import msgspec

from desktop.intake import errors
from desktop.intake.worker.frames import DECODERS, Failed, Frame, Job, Message
from desktop.intake.worker.jobs import BATCH, REPORT, encoded
from desktop.worker.child import Child, Patience, Waiting
from desktop.worker.errors import WorkerError, WorkerLied
from desktop.worker.frames import Ready, packed


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
        self._child = Child([REPORT, encoded(job)] if job else [BATCH], report, command)
        self.ready: Ready | None = None

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """Of the process."""
        return self._child.pid

    def close(self) -> None:
        """End the process and wait for it."""
        self._child.close()

    def give(self, job: Job, data: bytes) -> None:
        """Hand a batch worker its next file; raises ``WorkerCrashed`` where it is gone."""
        self._child.give(job.name, packed(job), data)

    def answers(self, job: Job, cancelled: Callable[[], bool]) -> Iterator[Message]:
        """Checked messages of one file up to and with ``Done``.

        Raises the worker's own ``FormatError`` leaf, ``WorkerCrashed``, ``WorkerLied``, ``TookTooLong`` or
        ``Cancelled``; after the last four the worker is of no more use.
        """
        waiting = Waiting(job.name, self._patience.for_size(job.size))
        while True:
            kind, untrusted_body = self._child.hear(waiting, cancelled)
            try:
                frame = Frame(kind)
                message = DECODERS[frame].decode(untrusted_body)
            except (ValueError, msgspec.DecodeError):  # a ValidationError is a DecodeError
                message = None
            if message is None:
                raise WorkerLied(job.name)
            if isinstance(message, Ready):
                self.ready = message
                continue
            if isinstance(message, Failed):
                raise _failure(message, job)
            yield message
            if frame is Frame.DONE:
                return


def _failure(untrusted: Failed, job: Job) -> errors.IntakeError | WorkerError:
    """The worker's failure as the exception that it names; one that is none of ours, or does not fit, is a lie."""
    leaf = next((kind for kind in errors.FormatError.__subclasses__() if kind.__name__ == untrusted.code), None)
    if leaf is None:
        return WorkerLied(job.name)
    fields = {name: value for name, value in untrusted.fields.items() if name in leaf.__dataclass_fields__}
    try:
        return leaf(**{**fields, "name": job.name})  # type: ignore[arg-type]
    except TypeError:
        return WorkerLied(job.name)

"""What can go wrong with a process that reads untrusted bytes."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.errors import ExitCode, SekishoError


class WorkerError(SekishoError):
    """Base of every failure of a worker; nothing that it said of the file in hand is used."""


@dataclass(eq=False)
class CannotStartWorker(WorkerError):
    """The operating system refuses to start the reading process (allow-listing, for instance)."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    reason: str


@dataclass(eq=False)
class WorkerCrashed(WorkerError):
    """The reading process ended without an answer: ``status`` is its exit status, negative for a signal."""

    exit_code: ClassVar[ExitCode] = ExitCode.WRONG_CALL
    name: str
    status: int


@dataclass(eq=False)
class TookTooLong(WorkerError):
    """The reading process was ended after ``seconds``."""

    name: str
    seconds: int


@dataclass(eq=False)
class WorkerLied(WorkerError):
    """The reading process answered with something outside the agreed bounds; nothing of it was taken."""

    name: str


@dataclass(eq=False)
class Cancelled(WorkerError):
    """Reading was given up because ``cancelled()`` said so; nothing was written."""

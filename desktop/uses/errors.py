"""Failures of what window and command line ask for."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.errors import ExitCode, SekishoError


class UseError(SekishoError):
    """Base of this room's failures."""


@dataclass(eq=False)
class CannotRead(UseError):
    """A file that was named cannot be read; ``why`` is the operating system's own short word."""

    name: str
    why: str


@dataclass(eq=False)
class NotAFileToMask(UseError):
    """What was named is a pipe, a device, an empty folder or a case: nothing that masking could be shown on."""

    name: str


@dataclass(eq=False)
class CannotWrite(UseError):
    """A file that was named cannot be written."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    name: str
    why: str


@dataclass(eq=False)
class NotPlainJson(UseError):
    """A file that should be JSON is not."""

    name: str


@dataclass(eq=False)
class CaseKeyMissing(UseError):
    """The case is encrypted and this machine's keyring has no key for it."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    name: str


@dataclass(eq=False)
class NoEvidenceMatches(UseError):
    """No evidence of the case has such a path."""

    pattern: str


@dataclass(eq=False)
class NothingAsked(UseError):
    """The call would change nothing."""


@dataclass(eq=False)
class Contradicting(UseError):
    """Confirmed because it was reproduced, and another verification in the same breath."""

    verification: str


@dataclass(eq=False)
class NoSuchModel(UseError):
    """The policy that holds has no entry of this id; ``known`` are those that it has."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED
    model: str
    known: tuple[str, ...]


@dataclass(eq=False)
class MustBeEncrypted(UseError):
    """The policy wants every case encrypted, and this one was to be plain."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED


@dataclass(eq=False)
class DemoModelDown(UseError):
    """The demo's tiny model did not start on this machine."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE


@dataclass(eq=False)
class SentElsewhere(UseError):
    """The answer is a redirect. None is followed: only the policy says where evidence goes."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    host: str
    status: int


@dataclass(eq=False)
class AnsweredWithStatus(UseError):
    """The model's server answers with an HTTP status that says no more than that it does not answer now."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    host: str
    status: int

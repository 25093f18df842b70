"""What can go wrong on the way in. A record that cannot be read is no error but an ``Unread``; these end the reading
of a file."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.errors import ExitCode, SekishoError


class IntakeError(SekishoError):
    """Base of every failure on the way in."""


@dataclass(eq=False)
class FormatError(IntakeError):
    """A file that a format cannot read at all; raised in the worker, told by its code. A format leaves ``name``
    empty."""

    name: str


@dataclass(eq=False)
class EmptyFile(FormatError):
    """No byte in it."""


@dataclass(eq=False)
class NotThisFormat(FormatError):
    """The file is not what was asked for: its shape differs at byte ``at``."""

    format: str
    at: int


@dataclass(eq=False)
class UnknownFormat(IntakeError):
    """No format of this name."""

    format: str
    known: str


@dataclass(eq=False)
class TooDeep(FormatError):
    """Nested deeper than any tool writes; reading on would exhaust the stack."""

    at: int


@dataclass(eq=False)
class EntitiesRefused(FormatError):
    """XML that declares entities or names an external DTD's: they could read files or multiply (CWE-611, CWE-776)."""

    at: int


@dataclass(eq=False)
class OwnExport(FormatError):
    """A report that this program wrote: its findings have a standing that no report format carries."""


@dataclass(eq=False)
class BrokenXml(FormatError):
    """XML that is not well-formed before its first record."""

    line: int
    column: int


@dataclass(eq=False)
class TooBig(IntakeError):
    """Larger than this program takes in."""

    name: str
    size: int
    most: int


@dataclass(eq=False)
class TooManyFiles(IntakeError):
    """A folder with more files than one import takes."""

    folder: str
    most: int


@dataclass(eq=False)
class CannotOpen(IntakeError):
    """The file cannot be opened; ``reason`` is the system's own word."""

    exit_code: ClassVar[ExitCode] = ExitCode.WRONG_CALL
    name: str
    reason: str


@dataclass(eq=False)
class FileChanged(IntakeError):
    """The file is not the one that was previewed, or changed while it was read."""

    name: str


@dataclass(eq=False)
class OutOfMemory(FormatError):
    """Reading would take more memory than the worker may have."""

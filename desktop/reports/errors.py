"""Failures of writing a report."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.errors import ExitCode, SekishoError


class ReportError(SekishoError):
    """Base of this room's failures."""


@dataclass(eq=False)
class CannotWriteReport(ReportError):
    """The file could not be written; ``why`` is the operating system's own short word."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    name: str
    why: str


@dataclass(eq=False)
class ReportExists(ReportError):
    """There is a file of this name, and nobody said that it may be replaced."""

    exit_code: ClassVar[ExitCode] = ExitCode.WRONG_CALL
    name: str


@dataclass(eq=False)
class ReportOverCase(ReportError):
    """The name is that of a case, or of what belongs to one."""

    exit_code: ClassVar[ExitCode] = ExitCode.WRONG_CALL
    name: str


@dataclass(eq=False)
class TypesettingFailed(ReportError):
    """The typesetting process ended without a PDF (out of memory, killed)."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE

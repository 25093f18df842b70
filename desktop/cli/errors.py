"""Failures of the call itself."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.errors import ExitCode, SekishoError


class CliError(SekishoError):
    """Base of this room's failures."""


@dataclass(eq=False)
class WrongCall(CliError):
    """The words of the call are off; ``detail`` says which, in the caller's language."""

    detail: str


@dataclass(eq=False)
class NotADay(CliError):
    """A date that is none; ``text`` is what was given."""

    text: str


@dataclass(eq=False)
class NotANumber(CliError):
    """What should be the number of a finding or a run is none."""

    text: str


@dataclass(eq=False)
class NothingTyped(CliError):
    """A key, name or password was asked for and the input ended, or was empty."""


@dataclass(eq=False)
class NotAFilter(CliError):
    """``--filter`` names facets; ``word`` is a bare word, which belongs into ``--query``."""

    word: str


@dataclass(eq=False)
class NothingToResume(CliError):
    """The run came to its end, or sent nothing to begin with."""

    run: int


@dataclass(eq=False)
class PlanUnderWay(CliError):
    """A run of this plan did not come to its end; another one would send again what was answered."""

    exit_code: ClassVar[ExitCode] = ExitCode.PROBLEMS
    run: int


@dataclass(eq=False)
class TerminalNeeded(CliError):
    """A person must look at what would leave, and there is no terminal to show it on and to be answered from."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED

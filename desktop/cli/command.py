"""What a sub-command is."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from desktop.cli.console import Console
from desktop.domain.errors import ExitCode
from desktop.uses.workstation import Workstation
from desktop.words import Lang


@dataclass(frozen=True, slots=True)
class Command:
    """``arguments`` declares the command's own; ``run`` does it.

    Its help stands in the words as ``help.<name>``, that of its arguments as ``help.<name>.<argument>``.
    """

    name: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Workstation, Console], ExitCode]
    more: Callable[[Lang], str] | None = None
    """What its help says below the arguments."""

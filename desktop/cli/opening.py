"""How a command comes by its case."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.casefile import Case
from desktop.cli.asking import ask_secret
from desktop.cli.console import Console
from desktop.uses.cases import open_case
from desktop.uses.workstation import Workstation


def add_case(parser: ArgumentParser) -> None:
    """The positional CASE, and how to open one whose key is not on this machine."""
    parser.add_argument("case", type=Path, metavar="CASE")
    parser.add_argument("--recover", action="store_true")


@contextmanager
def opened(asked: Namespace, station: Workstation, console: Console, *, to_write: bool) -> Iterator[Case]:
    """The case of ``asked``, closed afterwards; a reading command opens beside a writer.

    The recovery key is asked for on the terminal: an argument would show in the list of processes.
    """
    recovery = ask_secret(console, "cli.ask-recovery-key") if asked.recover else None
    case = open_case(station, asked.case, read_only=not to_write, recovery_key=recovery)
    try:
        yield case
    finally:
        case.close()

"""Undo the last change, or redo it."""

from argparse import ArgumentParser, Namespace

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.uses.workstation import Workstation


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("--redo", action="store_true")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=True) as case:
        change = case.redo() if asked.redo else case.undo()
        console.value({"seq": change.seq, "kinds": sorted(change.kinds), "findings": list(change.ids)})
    return ExitCode.DONE


COMMAND = Command("undo", _arguments, _run)

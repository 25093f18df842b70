"""Formats that can be read."""

from argparse import ArgumentParser, Namespace

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.domain.errors import ExitCode
from desktop.intake.formats import FORMATS
from desktop.uses.workstation import Workstation


def _arguments(_: ArgumentParser) -> None:
    """Takes none of its own."""


def _run(_: Namespace, __: Workstation, console: Console) -> ExitCode:
    for known in FORMATS:
        console.value({"name": known.NAME, "title": known.TITLE}, f"{known.NAME:<12} {known.TITLE}")
    return ExitCode.DONE


COMMAND = Command("formats", _arguments, _run)

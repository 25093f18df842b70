"""Make a case."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.domain.errors import ExitCode
from desktop.uses.cases import new_case
from desktop.uses.workstation import Workstation
from desktop.words import say


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("case", type=Path, metavar="CASE")
    parser.add_argument("--title", default="", metavar="TITLE")
    parser.add_argument("--encrypt", action="store_true")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    made = new_case(station, asked.case, title=asked.title or asked.case.stem, encrypt=asked.encrypt)
    with made.case as case, case.reader() as reader:
        info = reader.info()
        console.value(
            {
                "case": str(asked.case),
                "title": info.title,
                "encrypted": info.encrypted,
                "recovery_key": made.recovery_key,
            },
            say("cli.new", console.lang, {"title": info.title, "path": str(asked.case)}),
        )
    if made.recovery_key:
        console.say("cli.recovery-key", key=made.recovery_key)
        if not made.key_is_kept:
            console.say("cli.key-not-kept")
    return ExitCode.DONE


COMMAND = Command("new", _arguments, _run)

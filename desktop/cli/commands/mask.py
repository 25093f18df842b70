"""What masking would do to a file; sends nothing."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.domain.errors import ExitCode, SekishoError
from desktop.uses.masking import mask_record, words_of
from desktop.uses.workstation import Workstation


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", nargs="+", type=Path)
    parser.add_argument("--profile", default="")
    parser.add_argument("--words", type=Path)


def _run(asked: Namespace, _: Workstation, console: Console) -> ExitCode:
    try:
        words = words_of(asked.words) if asked.words else ()
    except SekishoError as error:
        console.error(error)
        return ExitCode.PROBLEMS
    failed = 0
    for path in asked.file:
        try:
            record = mask_record(path, asked.profile, words)
        except SekishoError as error:
            console.error(error)
            failed += 1
            continue
        console.value(record)
    return ExitCode.PROBLEMS if failed else ExitCode.DONE


COMMAND = Command("mask", _arguments, _run)

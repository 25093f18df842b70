"""List evidence, set its class or encoding."""

from argparse import ArgumentParser, Namespace

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.domain.levels import DataClass
from desktop.uses.evidence import evidence_records, set_class, set_encoding
from desktop.uses.workstation import Workstation
from desktop.words import Lang, label, say


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("glob", nargs="?", default="*")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--set-class", choices=[level.name.lower() for level in DataClass])
    change.add_argument("--set-encoding", metavar="NAME")
    parser.add_argument("--reason", default="", metavar="TEXT")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    changing = bool(asked.set_class or asked.set_encoding)
    with opened(asked, station, console, to_write=changing) as case:
        if asked.set_class:
            set_class(case, asked.glob, DataClass[asked.set_class.upper()], asked.reason)
        elif asked.set_encoding:
            set_encoding(case, asked.glob, asked.set_encoding)
        with case.reader() as reader:
            for record in evidence_records(reader, asked.glob):
                console.value(record, _line(record, console.lang))
    return ExitCode.DONE


def _line(record: dict[str, object], lang: Lang) -> str:
    report = record["kind"] == "report"
    words = {
        "what": say("cli.report", lang) if report else record["language"] or record["kind"],
        "data_class": label(DataClass[str(record["class"]).upper()], lang),
    }
    return say("cli.evidence-report" if report else "cli.evidence", lang, record | words)


COMMAND = Command("evidence", _arguments, _run)

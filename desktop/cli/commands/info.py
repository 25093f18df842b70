"""What a case holds."""

from argparse import ArgumentParser, Namespace

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.uses.workstation import Workstation


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=False) as case, case.reader() as reader:
        info = reader.info()
        allowed = info.authorisation
        console.value(
            {
                "title": info.title,
                "class": info.data_class.name.lower(),
                "tlp": str(info.tlp),
                "encrypted": info.encrypted,
                "schema": info.schema,
                "findings": info.findings,
                "evidence": info.evidence,
                "entries": info.entries,
                "head": info.head,
                "authorised_by": allowed.by if allowed else None,
                "authorised_until": allowed.until.isoformat() if allowed else None,
            }
        )
    return ExitCode.DONE


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)


COMMAND = Command("info", _arguments, _run)

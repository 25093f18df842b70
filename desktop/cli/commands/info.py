"""What a case holds, and which runs of it can be gone on with."""

from argparse import ArgumentParser, Namespace

from desktop.casefile import CaseInfo
from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.opening import add_case, opened
from desktop.cli.runs import say_unfinished, unfinished
from desktop.domain.errors import ExitCode
from desktop.uses.workstation import Workstation
from desktop.words import Lang, label, say


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)


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
                "unfinished": [run.id for run in unfinished(reader, case)],
            },
            _lines(info, console.lang),
        )
        say_unfinished(reader, case, console)
    return ExitCode.DONE


def _lines(info: CaseInfo, lang: Lang) -> str:
    allowed = info.authorisation
    fields = {
        "title": info.title,
        "data_class": label(info.data_class, lang),
        "tlp": info.tlp,
        "encryption": say("cli.encrypted" if info.encrypted else "cli.not-encrypted", lang),
        "findings": info.findings,
        "evidence": info.evidence,
        "allowed": say("cli.allowed", lang, {"by": allowed.by, "until": allowed.until})
        if allowed
        else say("cli.not-allowed", lang),
        "entries": info.entries,
        "head": info.head,
    }
    return say("cli.info", lang, fields)


COMMAND = Command("info", _arguments, _run)

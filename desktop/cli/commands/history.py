"""The journal, newest first."""

from argparse import ArgumentParser, Namespace

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.given import number
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.domain.ids import FindingId
from desktop.uses.workstation import Workstation

_PAGE = 500


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("--finding", type=number, metavar="FINDING")
    parser.add_argument("--limit", type=number, default=0, metavar="N")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    finding = FindingId(asked.finding) if asked.finding else None
    left = asked.limit or None
    with opened(asked, station, console, to_write=False) as case, case.reader() as reader:
        before = None
        while entries := reader.history(before=before, limit=min(_PAGE, left or _PAGE), finding=finding):
            for entry in entries:
                console.value(
                    {
                        "seq": entry.seq,
                        "when": entry.when.isoformat(),
                        "who": entry.who,
                        "device": entry.device,
                        "action": entry.action,
                        "fields": entry.fields,
                        "undoes": entry.undoes,
                        "undone": entry.undone,
                        "hash": entry.hash,
                    },
                    f"{entry.seq:>6}  {entry.when.astimezone():%Y-%m-%d %H:%M}  {entry.who}  {entry.action}",
                )
            before = entries[-1].seq
            if left is not None and (left := left - len(entries)) <= 0:
                break
    return ExitCode.DONE


COMMAND = Command("history", _arguments, _run)

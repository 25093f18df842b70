"""Search and list findings."""

from argparse import ArgumentParser, Namespace

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.uses.listing import finding_records, listed
from desktop.uses.workstation import Workstation


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("--query", default="", metavar="Q")
    parser.add_argument("--filter", default="", metavar="EXPR")
    parser.add_argument("--count", action="store_true")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=False) as case:
        found = listed(case, f"{asked.query} {asked.filter}", today=station.today())
        if asked.count:
            console.value({"count": found.count})
            return ExitCode.DONE
        with case.reader() as reader:
            for record in finding_records(reader, found.ids.tolist()):
                console.value(
                    record,
                    f"#{record['id']}  [{record['standing']}] {record['severity'] or '—'}"
                    f"  {record['title']}  {record['place']}",
                )
    return ExitCode.DONE


COMMAND = Command("findings", _arguments, _run)

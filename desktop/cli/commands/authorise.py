"""Record the authorisation of the work."""

from argparse import ArgumentParser, Namespace

from desktop.casefile.actions import Authorise
from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.given import day
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.domain.runs import Authorisation
from desktop.uses.workstation import Workstation
from desktop.words import say


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("--owner", required=True)
    parser.add_argument("--by", required=True)
    parser.add_argument("--scope", required=True)
    parser.add_argument("--until", required=True, type=day, metavar="YYYY-MM-DD")
    parser.add_argument("--reference", default="")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=True) as case:
        change = case.do(Authorise(Authorisation(asked.owner, asked.by, asked.scope, asked.until, asked.reference)))
        console.value(
            {"seq": change.seq, "until": asked.until.isoformat()},
            say("cli.authorised", console.lang, {"until": asked.until}),
        )
    return ExitCode.DONE


COMMAND = Command("authorise", _arguments, _run)

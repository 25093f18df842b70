"""What left the building."""

import base64
from argparse import ArgumentParser, Namespace

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.given import number
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.domain.ids import FindingId
from desktop.uses.listing import exchange_record
from desktop.uses.workstation import Workstation


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("--finding", type=number, metavar="FINDING")
    parser.add_argument("--bodies", action="store_true")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=False) as case, case.reader() as reader:
        for exchange in reader.exchanges(finding=FindingId(asked.finding) if asked.finding else None):
            record = exchange_record(exchange)
            if asked.bodies:
                record["body"] = base64.b64encode(reader.body(exchange.id)).decode("ascii")
                record["reply"] = base64.b64encode(reader.reply(exchange.id)).decode("ascii")
            console.value(
                record,
                f"{exchange.when.astimezone():%Y-%m-%d %H:%M}  {exchange.model_asked}  {exchange.unit}"
                f"  {exchange.outcome}  {exchange.bytes_sent:,} B  {exchange.body_digest[:12]}",
            )
    return ExitCode.DONE


COMMAND = Command("ledger", _arguments, _run)

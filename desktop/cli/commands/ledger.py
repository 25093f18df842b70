"""What left the building."""

import base64
from argparse import ArgumentParser, Namespace

from desktop.casefile import Reader
from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.given import number
from desktop.cli.opening import add_case, opened
from desktop.cli.runs import outcome_now, say_unfinished
from desktop.domain.errors import ExitCode
from desktop.domain.ids import ExchangeId, FindingId
from desktop.uses.listing import exchange_record
from desktop.uses.workstation import Workstation
from desktop.words import label


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("--finding", type=number, metavar="FINDING")
    parser.add_argument("--bodies", action="store_true")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=False) as case, case.reader() as reader:
        for exchange in reader.exchanges(finding=FindingId(asked.finding) if asked.finding else None):
            outcome = outcome_now(exchange, case)
            record = exchange_record(exchange) | {"outcome": str(outcome)}
            if asked.bodies:
                record["body"] = base64.b64encode(reader.body(exchange.id)).decode("ascii")
                record["reply"] = base64.b64encode(reader.reply(exchange.id)).decode("ascii")
            console.value(
                record,
                f"{exchange.when.astimezone():%Y-%m-%d %H:%M}  {exchange.model_asked}  {exchange.unit}"
                f"  {label(outcome, console.lang)}  {exchange.bytes_sent:,} B  {exchange.body_digest[:12]}"
                + (_bodies(reader, exchange.id) if asked.bodies else ""),
            )
        if asked.finding is None:
            say_unfinished(reader, case, console)
    return ExitCode.DONE


def _bodies(reader: Reader, exchange: ExchangeId) -> str:
    """What left and what came back, as text below the line."""
    left, came = (data.decode("utf-8", "replace") for data in (reader.body(exchange), reader.reply(exchange)))
    return f"\n> {left}\n< {came}"


COMMAND = Command("ledger", _arguments, _run)

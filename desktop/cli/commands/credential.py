"""Set, clear or check a model's key.

The key itself is asked for on the terminal or read from stdin, never an argument.
"""

from argparse import ArgumentParser, Namespace

from desktop.cli.asking import ask_secret
from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.domain.errors import ExitCode
from desktop.secrets import Secret
from desktop.uses.credentials import KeptWhere, clear_credential, set_credential, where_kept
from desktop.uses.workstation import Workstation, utc_now
from desktop.words import say


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["set", "clear", "check"])
    parser.add_argument("model")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    now = utc_now()
    match asked.what:
        case "set":
            kept = set_credential(station, asked.model, Secret(ask_secret(console, "cli.ask-key")), now)
            console.value({"model": asked.model, "kept": str(kept)}, say(f"cli.key-{kept}", console.lang))
        case "clear":
            console.value({"model": asked.model, "cleared": clear_credential(station, asked.model, now)})
        case _:
            kept = where_kept(station, asked.model, now)
            console.value({"model": asked.model, "kept": str(kept)}, say(f"cli.key-{kept}", console.lang))
            return ExitCode.DONE if kept is not KeptWhere.NOWHERE else ExitCode.PROBLEMS
    return ExitCode.DONE


COMMAND = Command("credential", _arguments, _run)

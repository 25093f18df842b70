"""Parse the call, run one command, show one error."""

import argparse
import io
import keyword
import signal
import sys
from dataclasses import replace
from importlib import import_module
from typing import NoReturn

from desktop.cli.command import Command
from desktop.cli.commands import COMMANDS
from desktop.cli.console import Console
from desktop.cli.errors import WrongCall
from desktop.domain.errors import ExitCode, SekishoError
from desktop.uses.workstation import this_workstation
from desktop.words import Lang, say


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise WrongCall(message)


def run(arguments: list[str]) -> int:
    """Run ``sekisho <arguments>`` and return its exit code; never raises for what a user can meet."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a lone surrogate becomes \udXXX, which JSON reads back
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    station = this_workstation()
    console = Console(_asked_language(arguments) or station.lang, "--json" in arguments)
    try:
        parser = parser_for(console.lang, only=arguments[0] if arguments else None)
        asked = parser.parse_args(arguments)
        station = replace(station, lang=console.lang, actor=asked.actor or station.actor)
        command: Command = asked.command
        return command.run(asked, station, console)
    except SekishoError as error:
        console.error(error)
        return error.exit_code
    except KeyboardInterrupt:
        console.say("cli.cancelled")
        return ExitCode.CANCELLED
    except BrokenPipeError:
        sys.stdout = None  # the reader went away: nothing more can be said there
        return ExitCode.PROBLEMS


def parser_for(lang: Lang, only: str | None = None) -> argparse.ArgumentParser:
    """The parser of all commands; where ``only`` is one of them, just that one is loaded."""
    parser = _Parser(prog="sekisho", description=say("help.sekisho", lang))
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name in (only,) if only in COMMANDS else COMMANDS:
        command = _load(name)
        text = say(f"help.{name}", lang)
        sub = commands.add_parser(name, help=text, description=text)
        sub.add_argument("--json", action="store_true", help=say("help.--json", lang))
        sub.add_argument("--lang", choices=[str(known) for known in Lang], help=say("help.--lang", lang))
        sub.add_argument("--actor", metavar="NAME", help=say("help.--actor", lang))
        sub.set_defaults(command=command)
        command.arguments(sub)
    return parser


def _load(name: str) -> Command:
    module = f"{name}_" if keyword.iskeyword(name) else name
    command: Command = import_module(f"desktop.cli.commands.{module}").COMMAND
    return command


def _asked_language(arguments: list[str]) -> Lang | None:
    """What ``--lang`` says, also for what goes wrong before the call is understood."""
    for at, word in enumerate(arguments):
        value = word.removeprefix("--lang=") if word != "--lang" else "".join(arguments[at + 1 : at + 2])
        if value in (Lang.JA, Lang.EN):
            return Lang(value)
    return None

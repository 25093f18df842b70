"""Parse the call, run one command, show one error."""

import io
import signal
import sys
from dataclasses import replace

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.parsing import command_in, language_in, parser_for
from desktop.domain.errors import ExitCode, SekishoError
from desktop.uses.workstation import this_workstation


def run(arguments: list[str]) -> int:
    """Run ``sekisho <arguments>`` and return its exit code; never raises for what a user can meet."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a lone surrogate becomes \udXXX, which JSON reads back
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    station = this_workstation()
    console = Console(language_in(arguments) or station.lang, "--json" in arguments)
    try:
        parser = parser_for(console.lang, only=command_in(arguments))
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

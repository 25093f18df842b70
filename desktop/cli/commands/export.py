"""Write results for others."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.reports import FORMATS
from desktop.uses.exports import export
from desktop.uses.workstation import Workstation
from desktop.words import Lang


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("--format", required=True, choices=sorted(FORMATS))
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--profile", choices=["full", "redacted"], default="full")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=False) as case:
        written = export(
            case,
            station,
            asked.format,
            asked.out,
            profile=asked.profile,
            lang=Lang(console.lang),
            replace=asked.force,
            progress=console.progress,
        )
        console.value(
            {
                "file": str(written.path),
                "bytes": written.size,
                "findings": written.findings,
                "leads": written.leads,
                "left_out": written.left_out,
                "dismissed": written.dismissed,
                "unanchored": written.unanchored,
                "sha256": written.sha256,
            }
        )
    return ExitCode.DONE


COMMAND = Command("export", _arguments, _run)

"""The main job on the sample bank; opens the window on the result where there is a display."""

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.domain.errors import ExitCode
from desktop.uses.demo import run_demo
from desktop.uses.workstation import Workstation
from desktop.worker.command import own_command


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, metavar="DIR", default=Path("sekisho-demo"))
    parser.add_argument("--model-file", type=Path, metavar="FILE")
    parser.add_argument("--no-window", action="store_true")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    done = run_demo(station, asked.out, asked.model_file, console.say)
    console.value(
        {
            "case": str(done.case),
            "refused": [objection.code for objection in done.refused.objections],
            "answered": done.run.answered if done.run else 0,
            "unanchored": done.run.unanchored if done.run else 0,
            "exports": [str(written.path) for written in done.exports],
            "entries": done.entries,
            "head": done.head,
            "verified": done.verified,
        },
        "",
    )
    if not asked.no_window and _has_display():
        return ExitCode(subprocess.call(own_command("open", str(done.case))))
    return ExitCode.DONE if done.verified else ExitCode.PROBLEMS


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


COMMAND = Command("demo", _arguments, _run)

"""Check that nothing was tampered with."""

from argparse import ArgumentParser, Namespace

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.uses.workstation import Workstation


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=False) as case:
        report = case.verify(progress=console.progress)
        console.value(
            {
                "ok": report.ok,
                "entries": report.entries,
                "head": report.head,
                "remembered": report.remembered,
                "problems": [{"code": problem.code, **problem.fields} for problem in report.problems],
            },
            "",
        )
        for problem in report.problems:
            console.say(problem.code, **problem.fields)
        if report.ok:
            code = "cli.verified" if report.remembered else "cli.verified-unknown-head"
            console.say(code, entries=report.entries, head=report.head[:12])
    return ExitCode.DONE if report.ok else ExitCode.PROBLEMS


COMMAND = Command("verify", _arguments, _run)

"""Approve a plan as its sender, and write the request that a second person answers."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.casefile import Case
from desktop.cli.calls import pasted
from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.domain.ids import Sha256
from desktop.domain.runs import PlanSummary
from desktop.gate.errors import Refused
from desktop.gate.preview import Looked
from desktop.gate.second_person import MOST_DAYS, USUAL_DAYS
from desktop.gate.second_reasons import SecondPersonMissing
from desktop.uses.second_person import ask_second
from desktop.uses.sending import against_unlooked
from desktop.uses.workstation import Workstation
from desktop.words import say


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("plan", metavar="PLAN_DIGEST")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--days", type=int, default=USUAL_DAYS, choices=range(1, MOST_DAYS + 1), metavar="N")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=True) as case:
        with case.reader() as reader:
            plan = reader.plan(Sha256(asked.plan))
        if not plan.approved_by:
            _must_be_clear(case, station, plan)
        looked = [Looked(*look) for look in plan.looked]
        made = ask_second(case, station, plan, looked, asked.out, days=asked.days)
    console.value(
        {"request": str(asked.out), "plan": plan.digest, "until": made.until.isoformat()},
        "\n".join(
            (
                say("cli.request", console.lang, {"name": asked.out.name, "until": made.until}),
                f"  {_with_answer(asked.case, plan, asked.out)}",
            )
        ),
    )
    return ExitCode.DONE


def _with_answer(case: Path, plan: PlanSummary, request: Path) -> str:
    """The call that sends, once the answer has come back beside the request."""
    answer = request.with_suffix(".answer.json")
    return pasted("analyse", case, "--model", plan.entry, "--approve", plan.digest, "--second", answer)


def _must_be_clear(case: Case, station: Workstation, plan: PlanSummary) -> None:
    """Asking approves the plan: that is refused where anything but the second person is missing; raises Refused."""
    found = against_unlooked(case, station, plan)
    if found := tuple(one for one in found if not isinstance(one, SecondPersonMissing)):
        raise Refused(found)


COMMAND = Command("request", _arguments, _run)

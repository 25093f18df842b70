"""Send an approved plan to its model, go on with an interrupted run, or run the built-in rules."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.casefile import Case
from desktop.cli.asking import ask_secret
from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.given import number
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.domain.ids import RunId, Sha256
from desktop.domain.runs import Run, RunState
from desktop.gate.errors import Refused
from desktop.secrets import Secret
from desktop.uses.credentials import KeptWhere, set_credential, where_kept
from desktop.uses.rules import run_rules
from desktop.uses.second_person import take_answer
from desktop.uses.sending import against, analyse, approve, make_plan, preview_of, resume
from desktop.uses.workstation import Workstation, utc_now
from desktop.words import say

_RULES = "rules"


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--model", metavar="ID")
    what.add_argument("--resume", type=number, metavar="RUN")
    parser.add_argument("--evidence", default="*", metavar="GLOB")
    parser.add_argument("--approve", default="", metavar="PLAN_DIGEST")
    parser.add_argument("--second", type=Path, metavar="ANSWER")
    parser.add_argument("--again-unknown", action="store_true")
    parser.add_argument("--key-from-stdin", action="store_true")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=True) as case:
        if asked.model == _RULES:
            return _rules(case, console)
        if asked.resume:
            again = asked.again_unknown
            run = resume(case, station, RunId(asked.resume), again_unknown=again, progress=console.progress)
            return _told(run, console)
        if not asked.approve:
            return _only_planned(case, asked, station, console)
        with case.reader() as reader:
            plan = reader.plan(Sha256(asked.approve))
            looked = preview_of(reader, station, plan).all_looked(station.actor)
        if asked.key_from_stdin and where_kept(station, plan.entry, utc_now()) is KeptWhere.NOWHERE:
            set_credential(
                station, plan.entry, Secret(ask_secret(console, "cli.ask-key")), utc_now(), session_only=True
            )
        if not plan.approved_by:
            approve(case, plan, looked)
        if asked.second is not None:
            take_answer(case, station, plan, asked.second)
        return _told(analyse(case, station, plan.id, progress=console.progress), console)


def _rules(case: Case, console: Console) -> ExitCode:
    run = run_rules(case, lang=console.lang, progress=console.progress)
    console.value(
        {
            "model": _RULES,
            "rules": run.rules,
            "files": run.files,
            "findings": run.findings,
            "new": run.new,
            "same": run.same,
            "moved": run.moved,
            "gone": run.gone,
            "not_followed": run.gaps,
            "not_looked_at": [one.fields for one in run.failures],
        },
        say(
            "cli.rules" if run.files else "cli.rules-no-sources",
            console.lang,
            {"findings": run.findings, "rules": run.rules, "files": run.files},
        ),
    )
    for failure in run.failures:
        console.error(failure)
    return ExitCode.DONE


def _only_planned(case: Case, asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    """Nothing is sent without an approval: make the plan, say its digest, and be refused with every reason."""
    plan = make_plan(case, station, asked.model, pattern=asked.evidence, progress=console.progress)
    if plan is None:
        return ExitCode.CANCELLED
    console.value(
        {"plan": plan.digest},
        say("cli.plan", console.lang, {"digest": plan.digest, "cost": plan.cost, "currency": plan.currency}),
    )
    raise Refused(against(case, station, plan))


def _told(run: Run, console: Console) -> ExitCode:
    console.value(
        {
            "run": run.id,
            "state": str(run.state),
            "planned": run.planned,
            "answered": run.answered,
            "unknown": run.unknown,
            "leads": run.leads,
            "unanchored": run.unanchored,
        },
        say(
            "cli.run",
            console.lang,
            {"answered": run.answered, "planned": run.planned, "leads": run.leads, "unanchored": run.unanchored},
        ),
    )
    if run.unknown:
        print(say("cli.run-unknown", console.lang, {"run": run.id, "unknown": run.unknown}), file=sys.stderr)
    return ExitCode.DONE if run.state is RunState.DONE and not run.unknown else ExitCode.PROBLEMS


COMMAND = Command("analyse", _arguments, _run)

"""Send an approved plan to its model, go on with an interrupted run, or run the built-in rules."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.casefile import Case
from desktop.cli.asking import ask_secret
from desktop.cli.calls import pasted
from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.errors import NothingToResume, PlanUnderWay
from desktop.cli.given import number
from desktop.cli.opening import add_case, opened
from desktop.cli.runs import is_through, outcome_words, outcomes
from desktop.domain.errors import ExitCode
from desktop.domain.ids import RunId, Sha256
from desktop.domain.runs import Outcome, PlanSummary, Run, RunState
from desktop.gate.errors import Refused
from desktop.gate.reasons import Objection, PreviewMissing
from desktop.gate.second_reasons import SecondPersonMissing
from desktop.secrets import Secret
from desktop.uses.credentials import KeptWhere, set_credential, where_kept
from desktop.uses.rules import run_rules
from desktop.uses.second_person import take_answer
from desktop.uses.sending import against, against_unlooked, analyse, approve, make_plan, resume
from desktop.uses.workstation import Workstation, utc_now
from desktop.words import label, say

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
            return _resume(case, asked, station, console)
        if not asked.approve:
            return _only_planned(case, asked, station, console)
        return _send(case, asked, station, console)


def _send(case: Case, asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with case.reader() as reader:
        plan = reader.plan(Sha256(asked.approve))
        before = next((run for run in reader.runs() if run.plan == plan.id), None)
    if before is not None:
        if not is_through(before):
            raise PlanUnderWay(before.id)
        console.value(
            {"run": before.id, "state": str(before.state), "sent": 0},
            say("cli.answered-before", console.lang, {"run": before.id}),
        )
        return ExitCode.DONE
    _take_key(asked, station, console, plan.entry)
    if not plan.approved_by:
        _approve_unlooked(case, asked, station, console, plan)
    if asked.second is not None:
        take_answer(case, station, plan, asked.second)
    return _told(case, analyse(case, station, plan.id, progress=console.progress), console)


def _resume(case: Case, asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with case.reader() as reader:
        run = reader.run(RunId(asked.resume))
        if run.plan is None or (is_through(run) and not (run.unknown and asked.again_unknown)):
            raise NothingToResume(run.id)
        entry = reader.plan(run.plan).entry
    _take_key(asked, station, console, entry)
    again = asked.again_unknown
    return _told(case, resume(case, station, run.id, again_unknown=again, progress=console.progress), console)


def _take_key(asked: Namespace, station: Workstation, console: Console, entry: str) -> None:
    """Read the model's key from stdin where that was asked for and no keyring has it; it ends with this call."""
    if asked.key_from_stdin and where_kept(station, entry, utc_now()) is KeptWhere.NOWHERE:
        set_credential(station, entry, Secret(ask_secret(console, "cli.ask-key")), utc_now(), session_only=True)


def _approve_unlooked(case: Case, asked: Namespace, station: Workstation, console: Console, plan: PlanSummary) -> None:
    """Approve a plan that nobody looked at, which only a policy without a preview allows; nothing else is recorded."""
    found = against_unlooked(case, station, plan)
    if asked.second is not None:
        found = tuple(one for one in found if not isinstance(one, SecondPersonMissing))
    if found:
        _say_how_to_look(case, plan, found, console)
        raise Refused(found)
    approve(case, station, plan, ())


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
    console.value({"plan": plan.digest}, say("cli.plan-made", console.lang, {"digest": plan.digest}))
    unlooked = against_unlooked(case, station, plan)
    _say_how_to_look(case, plan, unlooked, console)
    left = tuple(one for one in unlooked if isinstance(one, PreviewMissing))
    raise Refused((*against(case, station, plan), *left))


def _say_how_to_look(case: Case, plan: PlanSummary, found: tuple[Objection, ...], console: Console) -> None:
    if any(isinstance(one, PreviewMissing) for one in found):
        call = pasted("plan", case.path, "--model", plan.entry, "--show")
        console.warn((say("cli.plan-look", console.lang), f"  {call}"))


def _told(case: Case, run: Run, console: Console) -> ExitCode:
    with case.reader() as reader:
        counted = outcomes(reader.exchanges(run=run.id))
    console.value(
        {
            "run": run.id,
            "state": str(run.state),
            "planned": run.planned,
            "answered": run.answered,
            "unknown": run.unknown,
            "leads": run.leads,
            "unanchored": run.unanchored,
            "outcomes": {str(outcome): count for outcome, count in counted.items()},
        },
        "\n".join(
            (
                say(
                    "cli.run",
                    console.lang,
                    {
                        "run": run.id,
                        "left": counted.total(),
                        "planned": run.planned,
                        "answered": counted[Outcome.ANSWERED],
                        "leads": run.leads,
                        "unanchored": run.unanchored,
                    },
                ),
                *outcome_words(counted, console.lang),
            )
        ),
    )
    if run.unknown:
        call = pasted("analyse", case.path, "--resume", run.id, "--again-unknown")
        console.warn((say("cli.run-unknown", console.lang, {"unknown": run.unknown}), f"  {call}"))
    elif not is_through(run):
        call = pasted("analyse", case.path, "--resume", run.id)
        console.warn((say("cli.run-unfinished", console.lang, {"state": label(run.state, console.lang)}), f"  {call}"))
    whole = run.state is RunState.DONE and counted.total() == counted[Outcome.ANSWERED]
    return ExitCode.DONE if whole else ExitCode.PROBLEMS


COMMAND = Command("analyse", _arguments, _run)

"""What would be sent, what not, what masking did, what is near a miss, and the cost; ends with the plan's digest.

With ``--show`` a person looks at it on the terminal and approves it; nothing else records that somebody looked.
"""

from argparse import ArgumentParser, Namespace

from desktop.casefile import Case
from desktop.cli.calls import pasted
from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.looking import Looking, must_be_a_terminal
from desktop.cli.opening import add_case, opened
from desktop.cli.outgoing import group_lines, group_name, unit_lines
from desktop.domain.errors import ExitCode
from desktop.domain.levels import DataClass
from desktop.domain.runs import PlanSummary
from desktop.gate.errors import Refused
from desktop.gate.preview import PreviewUnit, proves
from desktop.gate.reasons import Objection, PreviewMissing, kind_name, sentences
from desktop.gate.second_reasons import SecondPersonMissing
from desktop.uses.sending import PlanPreview, against, against_unlooked, approve, make_plan, preview_of
from desktop.uses.workstation import Workstation
from desktop.words import Lang, label, say

_BY_PEOPLE = (PreviewMissing, SecondPersonMissing)
"""What is still to be done by people and then stands in the way no longer."""


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("--model", required=True, metavar="ID")
    parser.add_argument("--evidence", default="*", metavar="GLOB")
    parser.add_argument("--bodies", action="store_true")
    parser.add_argument("--show", action="store_true")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    if asked.show:
        must_be_a_terminal(console)
    with opened(asked, station, console, to_write=True) as case:
        plan = make_plan(case, station, asked.model, pattern=asked.evidence, progress=console.progress)
        if plan is None:
            return ExitCode.CANCELLED
        with case.reader() as reader:
            shown = preview_of(reader, station, plan)
        first = against_unlooked(case, station, plan)
        if asked.show:
            return _look(case, station, shown, first, console)
        _show(shown, console, bodies=asked.bodies)
        _sum_up(shown, first, against(case, station, plan), console)
    return _next(case, plan, first, console)


def _look(
    case: Case, station: Workstation, shown: PlanPreview, first: tuple[Objection, ...], console: Console
) -> ExitCode:
    """The terminal's counterpart of the window's check: page by page, then yes or no to exactly this plan."""
    plan = shown.plan
    if in_the_way := tuple(one for one in first if not isinstance(one, _BY_PEOPLE)):
        raise Refused(in_the_way)
    looking = Looking(console, station.actor)
    looked = looking.through(shown)
    _say_terms(plan, console)
    fields = {"units": _sent(plan), "cost": plan.cost, "currency": plan.currency}
    if looked is None or not looking.agrees("cli.approve-plan", **fields):
        console.say("cli.not-approved")
        return ExitCode.CANCELLED
    approve(case, station, plan, looked)
    left = tuple(one for one in first if isinstance(one, SecondPersonMissing))
    return _next(case, plan, left, console)


def _say_terms(plan: PlanSummary, console: Console) -> None:
    """Where to and what, which a person reads before they say yes."""
    console.say(
        "cli.terms",
        host=plan.facts["endpoint"],
        model=plan.model,
        data_class=label(DataClass[plan.facts["data_class"].upper()], console.lang),
        tokens=plan.tokens_in,
    )


def _show(shown: PlanPreview, console: Console, *, bodies: bool) -> None:
    """Near misses first, then every unit."""
    lang = console.lang
    if not console.json_lines:
        for group in (one for one in shown.asked.groups if one.name == "near"):
            console.value({}, "\n".join((group_name(group, lang), *group_lines(shown, group, lang))))
    for number, unit in enumerate(shown.units):
        lines = unit_lines(unit, shown.plan.units[number]) if bodies and not unit.masked.blocked else ()
        console.value(
            _unit(shown, number, unit, bodies=bodies), "\n".join((_unit_line(shown, number, unit, lang), *lines))
        )


def _unit_line(shown: PlanPreview, number: int, unit: PreviewUnit, lang: Lang) -> str:
    planned = shown.plan.units[number]
    where = f"{planned.path}:{planned.first_line}-{planned.last_line}  {unit.name}"
    if planned.blocked_by:
        kinds = tuple(kind_name(kind, lang) for kind in planned.blocked_by)
        return f"{where}  {say('cli.unit-kept', lang, {'kinds': kinds})}"
    if not planned.tokens:
        return f"{where}  {say('cli.unit-answered', lang)}"
    counts = {"tokens": planned.tokens, "masked": len(unit.masked.spans), "near": len(unit.masked.near)}
    return f"{where}  {say('cli.unit-sent', lang, counts)}"


def _unit(shown: PlanPreview, number: int, unit: PreviewUnit, *, bodies: bool) -> dict[str, object]:
    planned = shown.plan.units[number]
    record: dict[str, object] = {
        "file": planned.path,
        "unit": unit.name,
        "start": planned.span.start,
        "end": planned.span.end,
        "tokens": planned.tokens,
        "body_sha256": planned.body_digest,
        "not_sent": list(planned.blocked_by),
        "masked": [
            {"kind": span.kind, "action": str(span.action), "start": span.start, "end": span.end, "token": span.token}
            for span in unit.masked.spans
        ],
        "near": [
            {"kind": miss.kind, "why": miss.why, "start": miss.start, "end": miss.end} for miss in unit.masked.near
        ],
    }
    if bodies:
        record["text"] = unit.masked.text
    return record


def _sum_up(
    shown: PlanPreview, first: tuple[Objection, ...], objections: tuple[Objection, ...], console: Console
) -> None:
    plan, sent, answered = shown.plan, _sent(shown.plan), _answered(shown.plan)
    console.value(
        {
            "plan": plan.digest,
            "model": plan.model,
            "units": len(plan.units),
            "sent": sent,
            "answered_before": answered,
            "tokens_in": plan.tokens_in,
            "tokens_out_max": plan.tokens_out_max,
            "cost": plan.cost,
            "currency": plan.currency,
            "sample": list(shown.asked.sample),
            "clean_sample_proves": round(proves(shown.asked.random), 3),
            "objections": sentences(objections, console.lang),
            "in_the_way": [one.code for one in first if not isinstance(one, _BY_PEOPLE)],
        },
        say(
            "cli.plan",
            console.lang,
            {
                "digest": plan.digest,
                "sent": sent,
                "kept": len(plan.units) - sent - answered,
                "answered": answered,
                "cost": plan.cost,
                "currency": plan.currency,
            },
        ),
    )


def _next(case: Case, plan: PlanSummary, first: tuple[Objection, ...], console: Console) -> ExitCode:
    """What stands in the way of sending, or the call that comes next."""
    if in_the_way := [one for one in first if not isinstance(one, _BY_PEOPLE)]:
        console.say("cli.plan-in-the-way", count=len(in_the_way))
        console.warn(f"- {sentence}" for sentence in sentences(in_the_way, console.lang))
        return ExitCode.PROBLEMS
    if console.json_lines:
        return ExitCode.DONE
    kinds = {type(one) for one in first}
    if PreviewMissing in kinds:
        console.say("cli.plan-look")
        console.value({}, f"  {pasted('plan', case.path, '--model', plan.entry, '--show')}")
    elif SecondPersonMissing in kinds:
        console.say("cli.plan-second")
        console.value({}, f"  {pasted('request', case.path, plan.digest, '--out', 'request.json')}")
    else:
        console.say("cli.plan-send")
        console.value({}, f"  {pasted('analyse', case.path, '--model', plan.entry, '--approve', plan.digest)}")
    return ExitCode.DONE


def _sent(plan: PlanSummary) -> int:
    """Units that would leave: what the case holds an answer to already has no tokens to be paid for."""
    return sum(unit.body_digest is not None and unit.tokens > 0 for unit in plan.units)


def _answered(plan: PlanSummary) -> int:
    return sum(unit.body_digest is not None and not unit.tokens for unit in plan.units)


COMMAND = Command("plan", _arguments, _run)

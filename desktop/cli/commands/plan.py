"""What would be sent, what not, what masking did, what is near a miss, and the cost; ends with the plan's digest."""

from argparse import ArgumentParser, Namespace

from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.gate.preview import PreviewUnit, proves
from desktop.gate.reasons import sentences
from desktop.uses.sending import PlanPreview, against, make_plan, preview_of
from desktop.uses.workstation import Workstation
from desktop.words import say


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("--model", required=True)
    parser.add_argument("--evidence", default="*", metavar="GLOB")
    parser.add_argument("--bodies", action="store_true")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    with opened(asked, station, console, to_write=True) as case:
        plan = make_plan(case, station, asked.model, pattern=asked.evidence, progress=console.progress)
        if plan is None:
            return ExitCode.CANCELLED
        with case.reader() as reader:
            shown = preview_of(reader, station, plan)
        objections = sentences(against(case, station, plan), console.lang)
    for number, unit in enumerate(shown.units):
        record = _unit(shown, number, unit, bodies=asked.bodies)
        blocked = f"  ✕ {', '.join(unit.masked.blocked)}" if unit.masked.blocked else f"  {record['tokens']:,} tokens"
        console.value(record, f"{record['file']}  {unit.name}{blocked}  masked {len(unit.masked.spans)}")
    console.value(
        {
            "plan": plan.digest,
            "model": plan.model,
            "units": len(plan.units),
            "sent": sum(unit.body_digest is not None for unit in plan.units),
            "tokens_in": plan.tokens_in,
            "tokens_out_max": plan.tokens_out_max,
            "cost": plan.cost,
            "currency": plan.currency,
            "sample": list(shown.asked.sample),
            "clean_sample_proves": round(proves(shown.asked.random), 3),
            "objections": objections,
        },
        say("cli.plan", console.lang, {"digest": plan.digest, "cost": plan.cost, "currency": plan.currency}),
    )
    return ExitCode.DONE


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


COMMAND = Command("plan", _arguments, _run)

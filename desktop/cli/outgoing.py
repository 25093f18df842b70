"""What would leave, in lines for a terminal: groups as the gate asks for them, each hit before and after masking."""

from collections.abc import Iterator
from typing import Final

from desktop.detect import NearMiss
from desktop.domain.runs import MaskAction, PlannedUnit
from desktop.gate.edits import places
from desktop.gate.masking import MaskSpan
from desktop.gate.preview import Group, Look, PreviewUnit
from desktop.gate.reasons import kind_name
from desktop.uses.sending import PlanPreview
from desktop.words import Lang, label, say

_MASKED: Final = "masked:"


def group_name(group: Group, lang: Lang) -> str:
    """The heading of a group."""
    if group.name.startswith(_MASKED):
        return say("group.masked", lang, {"kind": kind_name(group.name.removeprefix(_MASKED), lang)})
    return say(f"group.{group.name}", lang)


def group_lines(shown: PlanPreview, group: Group, lang: Lang) -> Iterator[str]:
    """Everything that there is to look at in a group: hits with their lines, and units of the sample whole."""
    units = {unit.number: unit for unit in shown.units}
    planned = {unit.number: unit for unit in shown.plan.units}
    for look in group.looks:
        yield from _look_lines(look, units[look.unit], planned[look.unit], lang)


def unit_lines(unit: PreviewUnit, planned: PlannedUnit) -> Iterator[str]:
    """The whole text of a unit as it would leave, with the numbers that its lines have in the file."""
    for number, line in enumerate(unit.masked.text.split("\n"), planned.first_line):
        yield f"  {number:>6}  {line}"


def _look_lines(look: Look, unit: PreviewUnit, planned: PlannedUnit, lang: Lang) -> Iterator[str]:
    span = look.span
    first = planned.first_line + (unit.original.count("\n", 0, span.start) if span else 0)
    yield f"{planned.path}:{first}  {unit.name}  {_why(span, planned, lang)}"
    if span is None and not planned.blocked_by:
        yield from unit_lines(unit, planned)
    elif span is not None:
        yield f"  - {_line_at(unit.original, span.start, span.end)}"
        if not planned.blocked_by:
            yield f"  + {_line_at(unit.masked.text, *_place_after(span, unit))}"


def _why(span: MaskSpan | NearMiss | None, planned: PlannedUnit, lang: Lang) -> str:
    match span:
        case NearMiss():
            return f"{kind_name(span.kind, lang)}: {say(f'near.{span.why}', lang)}"
        case MaskSpan() if span.action is MaskAction.NOT_SENT:
            return kind_name(span.kind, lang)
        case MaskSpan():
            return f"{label(span.action, lang)} → {span.token}"
    return say("cli.kinds", lang, {"kinds": tuple(kind_name(kind, lang) for kind in planned.blocked_by)})


def _place_after(span: MaskSpan | NearMiss, unit: PreviewUnit) -> tuple[int, int]:
    """Where ``span`` of the original stands in the text that would leave."""
    spans = unit.masked.spans
    if isinstance(span, MaskSpan):
        return next(there for one, there in zip(spans, places(spans), strict=True) if one == span)
    shift = sum(len(one.token) - (one.end - one.start) for one in spans if one.end <= span.start)
    return span.start + shift, span.end + shift


def _line_at(text: str, start: int, end: int) -> str:
    """The line or lines around characters ``start`` to ``end``, which stand in brackets."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    after = text[end : len(text) if last < 0 else last]
    return f"{text[first:start]}【{text[start:end]}】{after}".replace("\n", "\n    ")

"""What of a preview has been looked at. A group is ticked by going through it to its end, never by one click."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop.detect import NearMiss
from desktop.domain.runs import PlannedUnit
from desktop.gate.masking import MaskSpan
from desktop.gate.preview import Group, Look, Looked, PreviewUnit
from desktop.uses.sending import PlanPreview

Signature = tuple[tuple[int, int, int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of a group: what it is about, and in which unit. ``line`` counts in the whole file."""

    look: Look
    unit: PreviewUnit
    planned: PlannedUnit
    line: int
    before: str
    text: str
    after: str
    """The line of evidence around ``text``; all three empty where the whole unit is meant."""

    @property
    def span(self) -> MaskSpan | NearMiss | None:
        return self.look.span


def hits_of(shown: PlanPreview, group: Group) -> list[Hit]:
    """The lines of ``group``, in its order."""
    units = {unit.number: unit for unit in shown.units}
    planned = {unit.number: unit for unit in shown.plan.units}
    return [_hit(look, units[look.unit], planned[look.unit]) for look in group.looks]


def _hit(look: Look, unit: PreviewUnit, planned: PlannedUnit) -> Hit:
    span, text = look.span, unit.original
    if span is None:
        return Hit(look, unit, planned, planned.first_line, "", "", "")
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    line = planned.first_line + text.count("\n", 0, span.start)
    return Hit(look, unit, planned, line, text[start : span.start], text[span.start : span.end], text[span.end : end])


@dataclass(slots=True)
class _State:
    seen: set[int] = field(default_factory=set)
    seconds: float = 0.0
    ticked: bool = False


class Looking:
    """Which lines of which groups were on the screen, for how long, and which groups are done."""

    def __init__(self, shown: PlanPreview) -> None:
        self.shown = shown
        self._states = {group.name: _State() for group in shown.asked.groups}

    @property
    def groups(self) -> Sequence[Group]:
        """All groups, in the order in which they are asked for."""
        return self.shown.asked.groups

    def group(self, name: object) -> Group | None:
        """The group called ``name``."""
        return next((group for group in self.groups if group.name == name), None)

    def is_ticked(self, name: str) -> bool:
        """Whether somebody went through the group to its end."""
        return self._states[name].ticked

    @property
    def done(self) -> int:
        """Groups that are done."""
        return sum(state.ticked for state in self._states.values())

    @property
    def left(self) -> list[Group]:
        """Groups that are not done."""
        return [group for group in self.groups if not self.is_ticked(group.name)]

    def saw(self, name: str, lines: Iterable[int], seconds: float) -> None:
        """These lines of a group were on the screen for so long."""
        state = self._states[name]
        state.seen.update(lines)
        state.seconds += seconds

    def unseen(self, name: str) -> int:
        """Lines of a group that were not on the screen yet."""
        group = self.group(name)
        return len(group.looks) - len(self._states[name].seen) if group is not None else 0

    def reach_end(self, name: str) -> bool:
        """The end of a group was reached; it is ticked if each of its lines was on the screen."""
        state = self._states[name]
        state.ticked = state.ticked or self.unseen(name) == 0
        return state.ticked

    def records(self, who: str) -> tuple[Looked, ...]:
        """What is kept with the approval."""
        return tuple(
            Looked(group.name, who, round(self._states[group.name].seconds, 1), len(group.looks))
            for group in self.groups
            if self.is_ticked(group.name)
        )

    def restore(self, looked: Iterable[tuple[str, str, float, int]]) -> None:
        """Groups that were looked at before the plan was approved, as they are kept with it."""
        for name, _, seconds, lines in looked:
            if name in self._states:
                self._states[name] = _State(set(range(lines)), seconds, ticked=True)

    def take_over(self, older: "Looking") -> None:
        """After a change to the plan: groups that ask for the very same as before stay as they were."""
        for group in self.groups:
            before = older.group(group.name)
            if before is not None and _signature(self.shown, group) == _signature(older.shown, before):
                self._states[group.name] = older._states[group.name]


def _signature(shown: PlanPreview, group: Group) -> Signature:
    planned = {unit.number: unit for unit in shown.plan.units}
    units = {unit.number: unit for unit in shown.units}
    return tuple(
        (
            planned[look.unit].evidence,
            planned[look.unit].first_line,
            look.span.start if look.span else -1,
            look.span.end if look.span else -1,
            _as_seen(look, units[look.unit]),
        )
        for look in group.looks
    )


def _as_seen(look: Look, unit: PreviewUnit) -> str:
    """What would leave there: a whole unit's text, or what stands for a hit."""
    match look.span:
        case None:
            return unit.masked.text
        case MaskSpan() as span:
            return span.token
    return ""

"""What a person is asked to look at before bytes leave: nobody reads 300 units (UX §5).

Groups: not sent, masked by kind, near misses, and a sample: units with most masks, units changed since last time, and
a random choice. Each item is one line; the window shows before and after for the one that is selected.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from desktop.detect import NearMiss
from desktop.domain.runs import MaskAction
from desktop.gate.masking import Masked, MaskSpan

_MOST_MASKED: Final = 4
_CHANGED: Final = 4
_CONFIDENCE: Final = 0.95


@dataclass(frozen=True, slots=True)
class PreviewUnit:
    """One unit of a plan as the preview needs it."""

    number: int
    name: str
    original: str
    masked: Masked
    changed: bool
    """Not sent like this to this model before."""


@dataclass(frozen=True, slots=True)
class Look:
    """One line: something in a unit to look at. ``span`` is None where the whole unit is meant."""

    unit: int
    span: MaskSpan | NearMiss | None


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that are looked at together. ``name``: not_sent, masked:kind, near, sample."""

    name: str
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """All groups, in the order in which they are shown: near misses first."""

    groups: tuple[Group, ...]
    sample: tuple[int, ...]
    random: int
    """How many of the sample were drawn at random."""

    @property
    def looks(self) -> int:
        """Lines in all groups."""
        return sum(len(group.looks) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Looked:
    """Who looked at which group, for how long: kept with the approval."""

    group: str
    who: str
    seconds: float
    looks: int


def preview(units: Sequence[PreviewUnit], size: int, seed: str) -> Preview:
    """Group what ``units`` hold; the same ``seed`` (the plan's digest) draws the same random sample of ``size``."""
    sent = [u for u in units if not u.masked.blocked]
    blocked = [u for u in units if u.masked.blocked]
    kinds = Counter(s.kind for u in sent for s in u.masked.spans)
    drawn = sorted(u.number for u in Random(seed).sample(sent, min(size, len(sent))))  # noqa: S311 - no secret
    sample = tuple(dict.fromkeys((*_most_masked(sent), *_changed(sent), *drawn)))
    groups = (
        Group("near", tuple(Look(u.number, miss) for u in sent for miss in u.masked.near)),
        Group("not_sent", tuple(Look(u.number, _blocking(u)) for u in blocked)),
        *(
            Group(f"masked:{kind}", tuple(Look(u.number, s) for u in sent for s in u.masked.spans if s.kind == kind))
            for kind, _ in kinds.most_common()
        ),
        Group("sample", tuple(Look(number, None) for number in sample)),
    )
    return Preview(tuple(group for group in groups if group.looks), sample, len(drawn))


def proves(clean: int) -> float:
    """The highest share of leaking units that ``clean`` random ones without a leak leave possible, at 95 %.

    From (1 − p)^n = 0.05; 12 give 0.22, 30 give 0.095, 59 give 0.05.
    """
    return 1.0 if clean == 0 else 1 - math.pow(1 - _CONFIDENCE, 1 / clean)


def left_to_look(asked: Preview, looked: Iterable[Looked]) -> int:
    """How many lines of ``asked`` stand in groups that nobody has gone through to the end."""
    done = {group.group for group in looked}
    return sum(len(group.looks) for group in asked.groups if group.name not in done)


def _blocking(unit: PreviewUnit) -> MaskSpan | None:
    return next((s for s in unit.masked.spans if s.action is MaskAction.NOT_SENT), None)


def _most_masked(units: Sequence[PreviewUnit]) -> list[int]:
    most = sorted((u for u in units if u.masked.spans), key=lambda u: (-len(u.masked.spans), u.number))
    return [u.number for u in most[:_MOST_MASKED]]


def _changed(units: Sequence[PreviewUnit]) -> list[int]:
    return [u.number for u in units if u.changed][:_CHANGED]

"""What a rule finds: the bytes that take part, each in its role, and how severe it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.levels import Severity


class Role(StrEnum):
    """What a place has to do with a finding."""

    SINK = "sink"
    """Where it goes wrong: the place to look at first."""
    SOURCE = "source"
    """Where the data come in, or the value is set."""
    STEP = "step"
    """Where they pass on."""
    DECLARATION = "declaration"
    """What sets the limit: a table, a field, a SELECT."""
    MISSED = "missed"
    """Where the check should have been by the latest."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Bytes ``start`` to ``end`` (excluded) of a file that takes part in a finding."""

    path: str
    start: int
    end: int
    role: Role = Role.SINK


@dataclass(frozen=True, slots=True)
class Found:
    """One finding of a rule. ``about`` is the name of what it is about (an item, a user id, a transaction)."""

    at: Mark
    about: str = ""
    more: tuple[Mark, ...] = ()
    severity: Severity | None = None
    """Set where it differs from the rule's."""


def once(found: Iterable[Found]) -> Iterator[Found]:
    """The findings without those that mark the same bytes for the same thing again."""
    known: set[tuple[str, int, int, str]] = set()
    for one in found:
        key = (one.at.path, one.at.start, one.at.end, one.about)
        if key not in known:
            known.add(key)
            yield one


def lower(severity: Severity) -> Severity:
    """One step less severe, but never none."""
    return Severity(max(severity - 1, Severity.LOW))

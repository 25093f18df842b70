"""Whether two claims of models tell of one weakness: by place, CWE family and how much of their quotes is the same."""

from dataclasses import dataclass
from typing import Final

from desktop.domain.places import Span
from desktop.identity.weaknesses import are_kin

_HALF: Final = 0.5
"""Part of the shorter quote that both must share where their CWE numbers are kin."""
_APART: Final = 10
"""How many times as long as the other a quote may be: a whole program embraces all that is told of it."""
_NEARLY_ALL: Final = 0.9
"""The same where one of them has no CWE number: the words alone must do, of both quotes."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim by what it is compared by; both of one evidence."""

    cwe: int
    """0 where there is none."""
    span: Span
    """Bytes of its first quote."""


def likeness(one: Told, other: Told) -> float:
    """0.0 where the two are not one weakness; else how much of both quotes is the same, up to 1.0."""
    shared = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    if shared <= 0:
        return 0.0
    shorter, longer = sorted((one.span.end - one.span.start, other.span.end - other.span.start))
    if not one.cwe or not other.cwe:
        same = shared >= _NEARLY_ALL * longer
    else:
        same = shared >= _HALF * shorter and longer <= _APART * shorter and are_kin(one.cwe, other.cwe)
    return shared / (shorter + longer - shared) if same else 0.0

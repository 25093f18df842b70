"""Who has read which lines of evidence. Reported beside every count of what was found."""

from dataclasses import dataclass
from enum import IntFlag

from desktop.domain.ids import EvidenceId


class ReadBy(IntFlag):
    """Read by a person means: marked read, annotated or decided there; merely shown is kept apart (UX §4)."""

    NOBODY = 0
    PERSON = 1
    MODEL = 2
    RULES = 4
    SHOWN = 8


@dataclass(frozen=True, slots=True)
class LineRange:
    """Lines ``first`` to ``last``, both included, from 1."""

    first: int
    last: int
    by: ReadBy


@dataclass(frozen=True, slots=True)
class Coverage:
    """Coverage of one evidence file; ``ranges`` ascend and do not overlap; lines not named are read by nobody."""

    evidence: EvidenceId
    path: str
    lines: int
    undecoded: int
    ranges: tuple[LineRange, ...]

    def count(self, by: ReadBy) -> int:
        """Lines whose flags contain any of ``by``."""
        return sum(r.last - r.first + 1 for r in self.ranges if r.by & by)

    @property
    def unread(self) -> int:
        """Lines that neither a person, a model nor a rule has read."""
        return self.lines - self.count(ReadBy.PERSON | ReadBy.MODEL | ReadBy.RULES)

"""What a decision still needs, as a value: no widget, no case. The rules themselves live in the case file's actions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import ClassVar, Final

from desktop.casefile.actions import SetStatus
from desktop.domain.findings import FindingRow
from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, Severity, Status
from desktop.domain.standing import Standing, standing

MOST_CHOICES: Final = 7
HOWS: Final = tuple(CheckedHow)
TAKES_AS_REAL: Final = frozenset({Status.CONFIRMED, Status.RISK_ACCEPTED, Status.FIXED, Status.CLOSED})
"""Mirrors the action's rule, so that the strip asks for what the action will demand."""


@dataclass(frozen=True, slots=True)
class Targets:
    """The findings that a decision is about, and what the strip says of them."""

    ids: tuple[FindingId, ...]
    leads: int
    critical: int
    rule: str = ""
    """The rule of a single finding: the last reason is remembered for decision and rule."""

    @classmethod
    def of(cls, rows: Sequence[FindingRow], rule: str = "") -> "Targets":
        """Count what the strip names."""
        return cls(
            ids=tuple(row.id for row in rows),
            leads=sum(standing(row) is Standing.LEAD for row in rows),
            critical=sum(row.severity is Severity.CRITICAL for row in rows),
            rule=rule,
        )

    @property
    def bulk(self) -> bool:
        """More than one finding."""
        return len(self.ids) > 1


class Need(Enum):
    """What the strip waits for before Enter can decide."""

    HOW = auto()
    LINE = auto()
    """A typed line: a model's lead is taken as real."""
    REASON = auto()
    CANDIDATE = auto()
    UNTIL = auto()
    APPROVER = auto()
    COMPENSATING = auto()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finding that the one at hand may repeat, and the code of why."""

    row: FindingRow
    why: str


@dataclass(frozen=True, slots=True)
class Asking:
    """An open reason strip. Every key gives another ``Asking``; ``decision`` is what Enter would do."""

    status: Status
    targets: Targets
    presets: tuple[str, ...] = ()
    last_reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    how: CheckedHow | None = None
    candidate: FindingId | None = None
    line: str = ""
    typed: bool = False
    """Whether the line is in the analyst's own words: typed, not a preset and not repeated."""
    until: date | None = None
    approver: str = ""
    compensating: str = ""

    @property
    def must_type(self) -> bool:
        """A lead that is taken as real needs a line in the analyst's own words."""
        return self.targets.leads > 0 and self.status in TAKES_AS_REAL

    @property
    def refuses_bulk(self) -> bool:
        """Leads are never taken as real in bulk."""
        return self.targets.bulk and self.must_type

    @property
    def offers_last(self) -> bool:
        """Whether Space has something to repeat."""
        if self.must_type or not self.last_reason:
            return False
        return self.status is not Status.CONFIRMED or self.how is not None

    def needs(self) -> tuple[Need, ...]:
        """What is still missing."""
        missing: list[Need] = []
        if self.status is Status.CONFIRMED and self.how is None:
            missing.append(Need.HOW)
        if self.status is Status.DUPLICATE and self.candidate is None:
            missing.append(Need.CANDIDATE)
        if self.status is Status.RISK_ACCEPTED:
            missing += [Need.UNTIL] if self.until is None else []
            missing += [Need.APPROVER] if not self.approver.strip() else []
            missing += [Need.COMPENSATING] if not self.compensating.strip() else []
        if self.must_type and not (self.typed and self.line.strip()):
            missing.append(Need.LINE)
        elif not self.line.strip() and self.status is not Status.CONFIRMED and self.status is not Status.DUPLICATE:
            missing.append(Need.REASON)
        return tuple(missing)

    def digit(self, number: int) -> "Asking":
        """A digit in the strip: how it was checked, which candidate, or which preset reason."""
        if self.status is Status.CONFIRMED:
            return replace(self, how=HOWS[number - 1]) if number <= len(HOWS) else self
        if self.status is Status.DUPLICATE:
            return (
                replace(self, candidate=self.candidates[number - 1].row.id) if number <= len(self.candidates) else self
            )
        if self.must_type or number > len(self.presets):
            return self
        return replace(self, line=self.presets[number - 1], typed=False)

    def decision(self, fallback: str = "") -> SetStatus | None:
        """The action that Enter writes, or None while something is missing.

        ``fallback`` is the reason where none was typed: how a finding was checked, or why two are the same.
        """
        if self.needs() or self.refuses_bulk:
            return None
        return SetStatus(
            findings=self.targets.ids,
            status=self.status,
            reason=self.line.strip() or fallback,
            how=self.how,
            typed=self.typed and bool(self.line.strip()),
            duplicate_of=self.candidate,
            until=self.until,
            approver=self.approver.strip(),
            compensating=self.compensating.strip(),
        )


@dataclass(frozen=True, slots=True)
class Streak:
    """How many decisions were taken in a row with one reason, each in under two seconds (UX §3)."""

    reason: str = ""
    ids: tuple[FindingId, ...] = ()
    last: float = 0.0

    LIMIT: ClassVar[int] = 20
    FAST: ClassVar[float] = 2.0

    def after(self, reason: str, finding: FindingId, now: float) -> "Streak":
        """The streak with one more decision at monotonic second ``now``."""
        if reason == self.reason and now - self.last < self.FAST:
            return replace(self, ids=(*self.ids, finding), last=now)
        return Streak(reason, (finding,), now)

    @property
    def asks(self) -> bool:
        """Whether it is time to offer some of them for another look."""
        return len(self.ids) >= self.LIMIT

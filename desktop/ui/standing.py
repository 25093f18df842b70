"""How each standing is drawn: rail, badge, title and verification (UX §2, the table). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from desktop.domain.findings import FindingRow
from desktop.domain.levels import Status, Verification
from desktop.domain.standing import Standing, shows_severity, standing


class Rail(Enum):
    """The 3 px mark at a row's left edge."""

    NONE = auto()
    LEAD = auto()
    """Violet dashes."""
    REPRODUCED = auto()
    """Solid green."""


class Badge(Enum):
    """How the severity is drawn."""

    DASHED = auto()
    """Dashed outline, hollow shape, light word."""
    OUTLINED = auto()
    """Solid outline, solid shape."""
    FILLED = auto()
    STRUCK = auto()
    """Grey and struck through."""
    ABSENT = auto()
    """A dash instead of a severity."""


class Seal(Enum):
    """How the verification is drawn."""

    RING = auto()
    """Dashed ring: unverified."""
    NOT_REPRODUCED = auto()
    """Decided to be real, but nobody saw it happen."""
    REPRODUCED = auto()
    """Seal and name."""
    REFUTED = auto()
    """Barred ring and name."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Everything that tells one standing from another, without colour too."""

    rail: Rail
    badge: Badge
    bold: bool
    struck: bool
    seal: Seal
    who: str
    """The person behind the seal, empty for a ring."""


_DRAWN: Final[Mapping[Standing, tuple[Rail, Badge]]] = {
    Standing.UNANCHORED: (Rail.NONE, Badge.ABSENT),
    Standing.LEAD: (Rail.LEAD, Badge.DASHED),
    Standing.REPORTED: (Rail.NONE, Badge.OUTLINED),
    Standing.DECIDED: (Rail.NONE, Badge.FILLED),
    Standing.REPRODUCED: (Rail.REPRODUCED, Badge.FILLED),
    Standing.DISMISSED: (Rail.NONE, Badge.STRUCK),
}


def ink(row: FindingRow) -> Ink:
    """How ``row`` is drawn, everywhere."""
    kind = standing(row)
    rail, badge = _DRAWN[kind]
    seal, who = _seal(row, kind)
    return Ink(
        rail=rail,
        badge=badge if shows_severity(row) else Badge.ABSENT,
        bold=kind in (Standing.DECIDED, Standing.REPRODUCED),
        struck=kind is Standing.DISMISSED,
        seal=seal,
        who=who,
    )


def _seal(row: FindingRow, kind: Standing) -> tuple[Seal, str]:
    if kind is Standing.DISMISSED:
        refuted = row.verification is Verification.REFUTED
        return Seal.REFUTED, row.verified_by if refuted else row.decided_by
    if row.verification is Verification.REPRODUCED:
        return Seal.REPRODUCED, row.verified_by
    if kind is Standing.DECIDED:
        return Seal.NOT_REPRODUCED, ""
    return Seal.RING, ""


def waits_for_second(row: FindingRow) -> bool:
    """Whether an accepted risk still needs its second person."""
    return row.needs_second and row.status is Status.RISK_ACCEPTED

"""How each standing is drawn: rail, badge, title and verification (UX §2, the table). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from desktop.domain.findings import FindingRow
from desktop.domain.levels import Status
from desktop.domain.standing import Proof, Standing, proof, shows_severity, standing


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


@dataclass(frozen=True, slots=True)
class Ink:
    """Everything that tells one standing from another, without colour too."""

    rail: Rail
    badge: Badge
    bold: bool
    struck: bool
    seal: Proof
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
    seal, who = proof(row)
    return Ink(
        rail=rail,
        badge=badge if shows_severity(row) else Badge.ABSENT,
        bold=kind in (Standing.DECIDED, Standing.REPRODUCED),
        struck=kind is Standing.DISMISSED,
        seal=seal,
        who=who,
    )


def waits_for_second(row: FindingRow) -> bool:
    """Whether an accepted risk still needs its second person."""
    return row.needs_second and row.status is Status.RISK_ACCEPTED

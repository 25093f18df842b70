"""The standing of a finding: how far its claim may be believed. The same in window, search and reports (UX §2).

Ink is earned: only what a named person decided is drawn solid, and a model's loudest claim stays a lead.
"""

from enum import Enum

from desktop.domain.findings import FindingRow
from desktop.domain.levels import Anchor, Origin, Status, Verification


class Standing(Enum):
    """From least to most believed, but for ``DISMISSED``, which a person judged to be no weakness here."""

    UNANCHORED = "unanchored"
    """The quote was not found: no severity is shown, and it must be re-anchored before it can be decided."""
    LEAD = "lead"
    """A model says so; nobody has decided."""
    REPORTED = "reported"
    """A tool or a person says so; nobody has decided."""
    DECIDED = "decided"
    """A named person decided that it is real."""
    REPRODUCED = "reproduced"
    """A named person decided that it is real, and somebody saw it happen."""
    DISMISSED = "dismissed"
    """Refuted, false positive, duplicate or not affected."""


def standing(row: FindingRow) -> Standing:
    """The one rule of standing."""
    if row.status.is_dismissal or row.verification is Verification.REFUTED:
        return Standing.DISMISSED
    if row.anchor is Anchor.NOT_FOUND:
        return Standing.UNANCHORED
    if row.status.is_decision:
        return Standing.REPRODUCED if row.verification is Verification.REPRODUCED else Standing.DECIDED
    return Standing.LEAD if row.origin is Origin.MODEL else Standing.REPORTED


class Proof(Enum):
    """Whether somebody saw it happen, as it is said everywhere (UX §2): it depends on the standing too."""

    UNVERIFIED = "unverified"
    NOT_REPRODUCED = "not_reproduced"
    """Decided to be real, but nobody saw it happen."""
    REPRODUCED = "reproduced"
    REFUTED = "refuted"
    """Refuted, or judged to be no weakness here."""


def proof(row: FindingRow) -> tuple[Proof, str]:
    """The one rule of what is said of its verification, and the person behind it (empty where there is none)."""
    kind = standing(row)
    if kind is Standing.DISMISSED:
        return Proof.REFUTED, row.verified_by if row.verification is Verification.REFUTED else row.decided_by
    if row.verification is Verification.REPRODUCED:
        return Proof.REPRODUCED, row.verified_by
    return (Proof.NOT_REPRODUCED if kind is Standing.DECIDED else Proof.UNVERIFIED), ""


def shows_severity(row: FindingRow) -> bool:
    """Whether a severity may be shown at all (DESIGN §3: not for a finding whose quote was not found)."""
    return row.anchor is not Anchor.NOT_FOUND


def is_open(row: FindingRow) -> bool:
    """Whether a person still has to decide: new or in review."""
    return row.status in (Status.NEW, Status.IN_REVIEW)

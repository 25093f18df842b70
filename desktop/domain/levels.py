"""The closed sets of values that findings, evidence and cases are described with.

Integer values are what the case file stores: never renumber them.
"""

from enum import IntEnum, StrEnum


class Severity(IntEnum):
    """CVSS v3 qualitative rating scale (CVSS 3.1 specification, section 5)."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4


class Status(IntEnum):
    """Where an analyst's work on a finding stands."""

    NEW = 0
    IN_REVIEW = 1
    CONFIRMED = 2
    FALSE_POSITIVE = 3
    DUPLICATE = 4
    NOT_AFFECTED = 5
    RISK_ACCEPTED = 6
    FIXED = 7
    CLOSED = 8

    @property
    def is_decision(self) -> bool:
        """Whether taking this status is a decision, which needs a reason."""
        return self not in (Status.NEW, Status.IN_REVIEW)

    @property
    def is_dismissal(self) -> bool:
        """Whether the finding was judged not to be a weakness of this system."""
        return self in (Status.FALSE_POSITIVE, Status.DUPLICATE, Status.NOT_AFFECTED)


class Verification(IntEnum):
    """Whether somebody saw the weakness happen; never a model's to give."""

    UNVERIFIED = 0
    REPRODUCED = 1
    REFUTED = 2


class Origin(IntEnum):
    """Who says so. Built-in rules are scanners."""

    HUMAN = 0
    SCANNER = 1
    MODEL = 2


class Anchor(IntEnum):
    """Whether the quote of a finding stands in the evidence at its place."""

    NOT_QUOTED = 0
    FOUND = 1
    MOVED = 2
    NOT_FOUND = 3


class CheckedHow(IntEnum):
    """How a confirming person checked (UX §3, key 2)."""

    REPRODUCED = 1
    READ_THE_CODE = 2
    TOOL_AGREES = 3


class DataClass(IntEnum):
    """Information class, ordered from what may be shown to anyone."""

    PUBLIC = 0
    INTERNAL = 1
    CONFIDENTIAL = 2
    RESTRICTED = 3


class Tlp(StrEnum):
    """Traffic Light Protocol 2.0 (FIRST); labels are never translated."""

    RED = "TLP:RED"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    AMBER = "TLP:AMBER"
    GREEN = "TLP:GREEN"
    CLEAR = "TLP:CLEAR"

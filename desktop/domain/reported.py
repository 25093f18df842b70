"""What a scanner (or a built-in rule) says, one value for each of the tool's own units; not yet a finding of a case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.domain.levels import Anchor, Severity
from desktop.domain.places import BytePlace, Place


@dataclass(frozen=True, slots=True)
class Tool:
    """Who reports. ``started`` is when the tool says that it ran, UTC."""

    name: str
    version: str = ""
    started: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """One native unit of a tool (a SARIF result, a Nessus ReportItem, an open port …): one occurrence, losslessly.

    ``raw`` is offset and length of its record in the original's bytes, so that the original stays the only copy.
    """

    rule: str
    title: str
    severity: Severity
    place: Place | None
    description: str = ""
    recommendation: str = ""
    cwe: tuple[int, ...] = ()
    cve: tuple[str, ...] = ()
    cvss: tuple[str, ...] = ()
    """CVSS vectors, 3.1 or 4.0, as written."""
    fingerprints: tuple[tuple[str, str], ...] = ()
    """The tool's own, verbatim: (name, value)."""
    more_places: tuple[Place, ...] = ()
    native_severity: str = ""
    raw: tuple[int, int] = (0, 0)
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unread:
    """A record that could not be read; its bytes stay in the original. ``why`` is a code of ``desktop.words``."""

    where: str
    why: str
    raw: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the evidence that a model claims to cite, as it wrote them, and where they were found."""

    text: str
    anchor: Anchor
    place: BytePlace | None
    """None where they stand nowhere in what was sent, or at several places and nothing says at which."""
    shift: int = 0
    """Lines from where the model said that they stand to where they do; 0 where it named no line."""


class LeadFlag(StrEnum):
    """What a program noticed about a model's answer; shown as tags, for a person to look at."""

    FOREIGN_TOKEN = "token-not-sent"  # noqa: S105 - a masking token
    """Its text holds a masking token that its request did not hold."""
    INSTRUCTION = "text-commands"
    """Its text tells a reader or an AI what to do or to conclude."""
    LINK = "text-has-link"
    MARKUP = "text-has-markup"
    HIDDEN = "text-hides-characters"
    """Bidi controls, zero-width characters and the like."""
    PERSONAL = "text-has-personal-data"
    """A detector of the gate found something in it that would have been masked."""
    UNKNOWN_CWE = "cwe-does-not-exist"


@dataclass(frozen=True, slots=True)
class Lead:
    """What a model claims, checked as far as a program can; a finding of origin MODEL that nobody has decided on.

    All texts are the model's own, with masking tokens in them: hostile input, shown as inert text only.
    """

    title: str
    severity: Severity
    cwe: int
    """0 where the model named none, or none that exists."""
    description: str
    impact: str
    recommendation: str
    quotes: tuple[Quote, ...]
    """The first one is the finding's place."""
    anchor: Anchor
    """FOUND or MOVED if every quote was found, NOT_FOUND (quarantined) if any was not or there is none."""
    unit: str = ""
    """Qualified name of the unit that was asked about."""
    path: str = ""
    """Path of its evidence."""
    flags: tuple[LeadFlag, ...] = ()
    shift: int = 0
    """Of the first quote."""

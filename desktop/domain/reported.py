"""What a scanner (or a built-in rule) says, one value for each of the tool's own units; not yet a finding of a case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.domain.levels import Severity
from desktop.domain.places import Place


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

"""Fields of a finding that people set, where they are stored, and how a value given as text becomes what is stored.

Human wins (DESIGN §3): a field that a person set has a row in ``kept``; whatever a machine says later goes to that
row, not to the field.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desktop.casefile.errors import BadField
from desktop.casefile.stored import clean, days
from desktop.domain.levels import Severity

Stored = int | str


@dataclass(frozen=True, slots=True)
class Field:
    """``column`` of ``table``; ``parse`` makes the stored value of the text, or raises ValueError."""

    name: str
    table: str
    column: str
    parse: Callable[[str], Stored]


def _text(value: str) -> str:
    return clean(value)


def _title(value: str) -> str:
    if not value.strip():
        raise ValueError(value)
    return clean(" ".join(value.split()))


def _severity(value: str) -> int:
    try:
        return int(Severity[value.upper()])
    except KeyError:
        raise ValueError(value) from None


def _due(value: str) -> int:
    return days(date.fromisoformat(value)) if value else 0


def _cwe(value: str) -> str:
    numbers = re.findall(r"\d+", value)
    if value.strip() and not numbers:
        raise ValueError(value)
    return " ".join(numbers)


_FIELDS: Final = (
    Field("title", "finding_text", "title", _title),
    Field("severity", "finding", "severity", _severity),
    Field("description", "finding_text", "description", _text),
    Field("impact", "finding_text", "impact", _text),
    Field("root_cause", "finding_text", "root_cause", _text),
    Field("steps", "finding_text", "steps", _text),
    Field("recommendation", "finding_text", "recommendation", _text),
    Field("system", "finding_text", "system", _text),
    Field("cwe", "finding_text", "cwe", _cwe),
    Field("cve", "finding_text", "cve", _text),
    Field("cvss31", "finding_text", "cvss31", _text),
    Field("cvss40", "finding_text", "cvss40", _text),
    Field("disclosure", "finding_text", "disclosure", _text),
    Field("due", "finding", "due", _due),
)
FIELDS: Final[Mapping[str, Field]] = {field.name: field for field in _FIELDS}


def parse(name: str, value: str) -> Stored:
    """The stored form of ``value``; raises BadField."""
    field = FIELDS.get(name)
    stored: Stored | None = None
    if field is not None:
        with suppress(ValueError):
            stored = field.parse(value)
    if stored is None:
        raise BadField(name, value[:40])
    return stored


def shown(name: str, stored: Any) -> str:
    """The text form of what is stored."""
    if name == "severity":
        return Severity(stored).name.lower()
    if name == "due":
        return date.fromordinal(date(1970, 1, 1).toordinal() + stored).isoformat() if stored else ""
    return str(stored)

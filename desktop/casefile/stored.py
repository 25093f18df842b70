"""How values of the domain are written in columns: dates as days, times as seconds, lists as words."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import Final

from desktop.identity.units import well_formed

FLAG_SECOND: Final = 1
"""``finding.flags``: the decision waits for a second person."""
FLAG_KEPT: Final = 2
"""A person set a field; see ``kept``."""
FLAG_GONE: Final = 4
"""The tool's latest run had it no more."""
FLAG_MORE_CWE: Final = 8
"""``finding_text.cwe`` names more than the one number that ``finding.cwe`` holds."""

_EPOCH: Final = date(1970, 1, 1)


def days(day: date | None) -> int:
    """Days since 1970-01-01; 0 for none."""
    return 0 if day is None else (day - _EPOCH).days


def day(stored: int) -> date | None:
    """The inverse of :func:`days`."""
    return _EPOCH + timedelta(days=stored) if stored else None


def seconds(moment: datetime | None) -> int:
    """Seconds since 1970-01-01 UTC; 0 for none."""
    return 0 if moment is None else int(moment.timestamp())


def moment(stored: int) -> datetime:
    """The inverse of :func:`seconds`, in UTC."""
    return datetime.fromtimestamp(stored, UTC)


def maybe_moment(stored: int) -> datetime | None:
    """As :func:`moment`, None for 0."""
    return moment(stored) if stored else None


def with_more_cwe(flags: int, cwe: str) -> int:
    """``flags`` for a finding with these CWE numbers."""
    return flags | FLAG_MORE_CWE if " " in cwe else flags & ~FLAG_MORE_CWE


def digest(text: str) -> str:
    """SHA-256 of what somebody typed, for the journal; empty for nothing.

    A lone surrogate is written as its three bytes.
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() if text else ""


clean: Final = well_formed
"""What every text goes through on its way into a column."""

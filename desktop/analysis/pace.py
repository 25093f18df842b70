"""How fast and how patiently a run asks."""

import email.utils
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

LONGEST_WAIT: Final = 120.0
"""Seconds that a server may ask us to wait; for longer the run stops and can be resumed."""


@dataclass(frozen=True, slots=True)
class Pace:
    """``at_once`` requests in the air; a request that failed is asked ``tries`` times in all."""

    at_once: int = 4
    tries: int = 5
    first_wait: float = 0.5
    """Seconds before the second try; doubles with each further one."""
    most_wait: float = 30.0
    read_seconds: float = 300.0
    """How long a model may be silent."""

    def wait(self, tried: int, asked: float | None, chance: float) -> float:
        """Seconds to wait after ``tried`` tries.

        What the server ``asked`` for, else exponential backoff with full jitter (``chance`` from 0 to 1), so that many
        waiting requests do not come back all at once.
        """
        if asked is not None:
            return asked
        return chance * min(self.most_wait, self.first_wait * 2.0 ** (tried - 1))


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that a server asks us to wait, in ``retry-after-ms`` or ``retry-after`` (RFC 9110, 10.2.3), or None."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        value = headers.get(name, "").strip()
        if value.isascii() and value.replace(".", "", 1).isdigit():
            return float(value) * unit
    try:
        until = email.utils.parsedate_to_datetime(headers.get("retry-after", ""))
    except ValueError:
        return None
    return max(0.0, (until - now).total_seconds()) if until.tzinfo else None

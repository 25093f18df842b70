"""How much more a provider says may be asked, so that a run slows down before it is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from desktop.analysis.pace import LONGEST_WAIT
from desktop.analysis.providers.capabilities import RateHeaders

_NAMES: Final = {
    RateHeaders.OPENAI: ("x-ratelimit-{part}-{name}", {"requests": "requests", "tokens": "tokens"}),
    RateHeaders.ANTHROPIC: ("anthropic-ratelimit-{name}-{part}", {"requests": "requests", "tokens": "input-tokens"}),
}
_SPAN: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)(ms|s|m|h|d)")
_UNITS: Final = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3_600.0, "d": 86_400.0}


@dataclass(frozen=True, slots=True)
class Window:
    """One limit as of one answer: ``remaining`` of ``limit``, which is full again after ``seconds``."""

    limit: int | None
    remaining: int
    seconds: float

    def wait(self, needed: int) -> float:
        """Seconds until ``needed`` will be there, if the limit fills evenly."""
        if needed <= self.remaining:
            return 0.0
        if self.limit is None or self.limit <= self.remaining:
            return self.seconds
        missing = min(needed, self.limit) - self.remaining
        return self.seconds * missing / (self.limit - self.remaining)


@dataclass(frozen=True, slots=True)
class _Known:
    """A window, when it was told, and what was asked since."""

    window: Window
    told: float
    taken: int = 0

    def wait(self, needed: int, at: float) -> float:
        return max(0.0, self.window.wait(self.taken + needed) - (at - self.told))


class Allowance:
    """What is left of a provider's limits. Not for several threads at once."""

    def __init__(self, family: RateHeaders) -> None:
        self._family = family
        self._known: dict[str, _Known] = {}

    def learn(self, headers: Mapping[str, str], now: datetime, at: float) -> None:
        """Take in what an answer's ``headers`` say; ``at`` is the same moment on the clock of :meth:`take`."""
        self._known |= {kind: _Known(window, at) for kind, window in read(headers, self._family, now).items()}

    def take(self, tokens: int, at: float) -> float:
        """Seconds to wait before a request of ``tokens``; 0.0 where it may go now, and then it is counted.

        Nobody waits longer than LONGEST_WAIT: then the server is asked, whose answer can end the run.
        """
        needs = {"requests": 1, "tokens": tokens}
        wait = max((known.wait(needs[kind], at) for kind, known in self._known.items()), default=0.0)
        if 0 < wait <= LONGEST_WAIT:
            return wait
        self._known = {kind: replace(one, taken=one.taken + needs[kind]) for kind, one in self._known.items()}
        return 0.0


def read(headers: Mapping[str, str], family: RateHeaders, now: datetime) -> dict[str, Window]:
    """The limits that ``headers`` tell, by what they limit (``requests``, ``tokens``); what cannot be read is none."""
    if family is RateHeaders.NONE:
        return {}
    template, kinds = _NAMES[family]
    found: dict[str, Window] = {}
    for kind, name in kinds.items():
        limit, remaining, reset = (template.format(name=name, part=part) for part in ("limit", "remaining", "reset"))
        left, seconds = _number(headers.get(remaining, "")), _seconds(headers.get(reset, ""), now)
        if left is not None and seconds is not None:
            found[kind] = Window(_number(headers.get(limit, "")), left, seconds)
    return found


def _number(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 12 else None


def _seconds(value: str, now: datetime) -> float | None:
    """A span (``1s``, ``6m0s``, ``120ms``, plain seconds) or a moment of RFC 3339."""
    value = value.strip()
    if value.isascii() and value.replace(".", "", 1).isdigit() and len(value) <= 12:
        return float(value)
    parts = list(_SPAN.finditer(value))
    if parts and "".join(part.group() for part in parts) == value:
        return sum(float(part[1]) * _UNITS[part[2]] for part in parts)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return max(0.0, (moment - now).total_seconds()) if moment.tzinfo else None

"""This workstation's own record of what was sent, whatever becomes of the cases; it carries the budgets.

``egress.jsonl``: one RFC 8785 line an event, each with the SHA-256 of the line before, written through to the disk
before any byte leaves. A sending counts at its highest cost until it is settled, so that requests in the air, another
case or a killed process cannot overrun a budget. Lines hold digests and figures, never evidence.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, fields
from datetime import datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from secrets import token_hex
from threading import Lock
from typing import Final

from desktop.domain.ids import Sha256
from desktop.domain.runs import Outcome
from desktop.gate import reasons
from desktop.gate.errors import EgressLogUnusable, Refused
from desktop.gate.filelock import locked
from desktop.gate.objections import Spent
from desktop.gate.policy import Limits, canonical
from desktop.gate.second_reasons import AnswerUsed

_FIRST: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class Sending:
    """What the log says of one sending. ``cost`` is the most it can cost."""

    time: datetime
    case: str
    user: str
    entry: str
    model: str
    host: str
    body: Sha256
    size: int
    cost: Decimal
    currency: str
    policy: Sha256
    approved_by: str
    plan: Sha256 | None = None
    """Digest of the plan that it is of; what is of none has no limits of a run."""
    second: Sha256 | None = None
    """Digest of the request to a second person under which it leaves, where the policy wants one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a log: how many lines there were, and the SHA-256 of the last one, which stands for all of them.

    Each sending leaves one in its case; a log that does not hold it has forgotten what was spent.
    """

    lines: int
    head: str


@dataclass(slots=True)
class _Sum:
    """Of a day or a month of one entry, or of a run."""

    requests: int = 0
    cost: Decimal = Decimal(0)


_Key = tuple[str | int | None, ...]


@dataclass(slots=True)
class _Counted:
    cost: Decimal
    body: str
    second: str | None
    keys: tuple[_Key, ...]
    """Of the sums that it is in."""
    answered: bool = False


@dataclass(slots=True)
class _State:
    """What was read so far. Sums are kept, not made: a log of years must not slow down a run."""

    offset: int = 0
    lines: int = 0
    head: str = _FIRST
    sendings: dict[str, _Counted] = field(default_factory=dict)
    sums: dict[_Key, _Sum] = field(default_factory=dict)

    def add(self, number: str, counted: _Counted) -> None:
        self.sendings[number] = counted
        for key in counted.keys:
            total = self.sums.setdefault(key, _Sum())
            total.requests += 1
            total.cost += counted.cost

    def settle(self, number: str, cost: Decimal, outcome: str) -> None:
        counted = self.sendings[number]
        for key in counted.keys:
            self.sums[key].cost += cost - counted.cost
        counted.cost, counted.answered = cost, outcome == Outcome.ANSWERED

    def sum(self, key: _Key) -> _Sum:
        return self.sums.get(key, _Sum())


class EgressLog:
    """The log in ``folder``; shared by threads and processes."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "egress.jsonl"
        self._lockfile = folder / "egress.lock"
        self._state = _State()
        self._reserved = Mark(0, _FIRST)
        self._mutex = Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise EgressLogUnusable(str(self._path), 0) from None

    def reserve(self, sending: Sending, limits: Limits) -> str:
        """Write that ``sending`` is about to leave and return its id.

        Raises Refused where it would overrun a run, day or month, or where a second person's leave was used for this
        very body before; EgressLogUnusable where the log is broken. What is sent under one plan is one run, whatever
        copy of a case it is sent from and however often that goes on with it.
        """
        with self._mutex, _held(self._lockfile, self._path):
            self._read_on()
            if against := self._over(sending, limits):
                raise Refused(against)
            number = token_hex(8)
            self._append({"event": "sending", "id": number, **_plain(sending)})
            self._reserved = Mark(self._state.lines, self._state.head)
            return number

    def mark(self) -> Mark:
        """Where the last reservation stands, which is on the disk; what ends a sending may not be yet."""
        with self._mutex:
            return self._reserved

    def holds(self, mark: Mark) -> bool:
        """Whether the log is one that went on from ``mark``, and not one that was emptied or begun anew since."""
        with self._mutex, _held(self._lockfile, self._path):
            self._read_on()
            if not 0 < mark.lines <= self._state.lines:
                return False
            try:
                with self._path.open("rb") as file:
                    line = next(islice(file, mark.lines - 1, None), b"")
            except OSError:
                raise EgressLogUnusable(str(self._path), 0) from None
            return hashlib.sha256(line).hexdigest() == mark.head

    def settle(self, number: str, time: datetime, cost: Decimal, outcome: str) -> None:
        """Write what the sending did cost in the end.

        Not through to the disk: the next sending takes it along, and a sending whose end is lost counts in full.
        """
        with self._mutex, _held(self._lockfile, self._path):
            self._read_on()
            ended = {"event": "settled", "id": number, "time": time.isoformat(), "cost": str(cost), "outcome": outcome}
            self._append(ended, through=False)

    def used(self, second: Sha256) -> bool:
        """Whether anything left here under this request to a second person, from whatever copy of a case."""
        with self._mutex, _held(self._lockfile, self._path):
            self._read_on()
            return any(one.second == second for one in self._state.sendings.values())

    def spent(self, entry: str, now: datetime) -> Spent:
        """What ``entry`` has used up today and this month (UTC)."""
        with self._mutex, _held(self._lockfile, self._path):
            self._read_on()
            return self._spent(entry, now)

    def _spent(self, entry: str, now: datetime) -> Spent:
        day, month = self._state.sum(_day(entry, now)), self._state.sum(_month(entry, now))
        return Spent(day.requests, day.cost, month.cost)

    def _over(self, sending: Sending, limits: Limits) -> tuple[reasons.Objection, ...]:
        spent = self._spent(sending.entry, sending.time)
        of_plan = sending.plan is not None
        run = self._state.sum(_run(sending.plan))
        against: list[reasons.Objection] = []
        for name, limit, used in (
            ("run", limits.requests_run if of_plan else None, run.requests),
            ("day", limits.requests_day, spent.requests_day),
        ):
            if limit is not None and used + 1 > limit:
                against.append(reasons.TooManyRequests(name, 1, 0))
        for per, most, gone in (
            ("run", limits.cost_run if of_plan else None, run.cost),
            ("day", limits.cost_day, spent.cost_day),
            ("month", limits.cost_month, spent.cost_month),
        ):
            if most is not None and gone + sending.cost > most:
                left = max(most - gone, Decimal(0))
                against.append(reasons.BudgetExceeded(per, sending.cost, left, sending.currency))
        if sending.second is not None and any(
            one.answered and (one.second, one.body) == (sending.second, sending.body)
            for one in self._state.sendings.values()
        ):
            against.append(AnswerUsed(sending.second))
        return tuple(against)

    def _read_on(self) -> None:
        """Take in what other processes wrote; a last line without its end was never acknowledged and is cut off."""
        state = self._state
        try:
            if not self._path.exists() and state.offset == 0:
                return
            with self._path.open("r+b") as file:
                if file.seek(0, os.SEEK_END) < state.offset:
                    raise EgressLogUnusable(str(self._path), state.lines)
                file.seek(state.offset)
                for line in file:
                    if not line.endswith(b"\n"):
                        file.truncate(state.offset)
                        return
                    self._take(line)
        except OSError:
            raise EgressLogUnusable(str(self._path), 0) from None

    def _take(self, line: bytes) -> None:
        state = self._state
        state.lines += 1
        try:
            row = json.loads(line)
            if row["prev"] != state.head:
                raise EgressLogUnusable(str(self._path), state.lines)
            if row["event"] == "sending":
                time, entry, plan = datetime.fromisoformat(row["time"]), row["entry"], row.get("plan")
                keys = (_day(entry, time), _month(entry, time), *(() if plan is None else (_run(plan),)))
                state.add(row["id"], _Counted(Decimal(row["cost"]), row["body"], row.get("second"), keys))
            else:
                state.settle(row["id"], Decimal(row["cost"]), row["outcome"])
        except (ValueError, KeyError, TypeError, ArithmeticError):
            raise EgressLogUnusable(str(self._path), state.lines) from None
        state.offset += len(line)
        state.head = hashlib.sha256(line).hexdigest()

    def _append(self, event: Mapping[str, object], *, through: bool = True) -> None:
        line = canonical({**event, "prev": self._state.head}) + b"\n"
        try:
            with self._path.open("ab") as file:
                file.write(line)
                file.flush()
                if through:
                    os.fsync(file.fileno())
        except OSError:
            raise EgressLogUnusable(str(self._path), 0) from None
        self._take(line)


@contextmanager
def _held(lockfile: Path, path: Path) -> Iterator[None]:
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(lockfile))
        except OSError:
            raise EgressLogUnusable(str(path), 0) from None
        yield


def _plain(sending: Sending) -> dict[str, object]:
    values = {f.name: value for f in fields(sending) if (value := getattr(sending, f.name)) is not None}
    return {**values, "time": sending.time.isoformat(), "cost": str(sending.cost)}


def _day(entry: str, time: datetime) -> _Key:
    return "day", entry, time.date().toordinal()


def _month(entry: str, time: datetime) -> _Key:
    return "month", entry, time.year, time.month


def _run(plan: str | None) -> _Key:
    return "run", plan

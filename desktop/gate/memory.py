"""What this workstation has seen of policies: the highest serial of each, and the latest time.

A policy whose serial falls, or whose serial comes again with other content, is refused; so is a clock that stands
before what was seen by more than ``SLACK``.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from desktop.domain.ids import Sha256
from desktop.gate import reasons
from desktop.gate.errors import MemoryUnreadable
from desktop.gate.filelock import locked
from desktop.gate.policy import Policy
from desktop.gate.reasons import Objection

SLACK: Final = timedelta(hours=24)
"""How far a clock may fall back without a word: time zones set wrong, a battery that ran out."""


_FRESH: Final = timedelta(minutes=1)
"""How exactly the latest time is kept: it is asked again before each request."""


class _Seen(msgspec.Struct, frozen=True):
    serial: int
    digest: str


class _Memory(msgspec.Struct, frozen=True):
    latest: datetime
    policies: dict[str, _Seen]


class PolicyMemory:
    """A small file in the state folder; written to a new file and put in its place."""

    def __init__(self, state_dir: Path) -> None:
        self._path = state_dir / "policies.json"

    def against(self, policy: Policy, digest: Sha256, now: datetime) -> Iterator[Objection]:
        """What was seen before speaks against ``policy`` now; else remember it. Raises MemoryUnreadable."""
        with ExitStack() as stack:
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                stack.enter_context(locked(self._path.with_suffix(".lock")))
            except OSError:
                raise MemoryUnreadable(str(self._path)) from None
            yield from self._against(policy, digest, now)

    def _against(self, policy: Policy, digest: Sha256, now: datetime) -> Iterator[Objection]:
        memory = self._read()
        name = f"{policy.issuer}\n{policy.id}"
        seen = memory.policies.get(name)
        if now + SLACK < memory.latest:
            yield reasons.ClockTurnedBack(memory.latest)
            return
        if seen is not None and policy.serial < seen.serial:
            yield reasons.SerialTooOld(policy.serial, seen.serial)
            return
        if seen is not None and policy.serial == seen.serial and digest != seen.digest:
            yield reasons.SerialUsedTwice(policy.serial)
            return
        if seen is None or policy.serial > seen.serial or now > memory.latest + _FRESH:
            policies = {**memory.policies, name: _Seen(policy.serial, digest)}
            self._write(_Memory(max(now, memory.latest), policies))

    def _read(self) -> _Memory:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=_Memory)
        except FileNotFoundError:
            return _Memory(datetime.fromtimestamp(0, UTC), {})
        except (OSError, msgspec.DecodeError):
            raise MemoryUnreadable(str(self._path)) from None

    def _write(self, memory: _Memory) -> None:
        beside = self._path.with_suffix(f".{os.getpid()}.new")
        try:
            beside.write_bytes(msgspec.json.encode(memory))
            beside.replace(self._path)
        except OSError:
            raise MemoryUnreadable(str(self._path)) from None

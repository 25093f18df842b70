"""Which policy holds on this workstation now, or why none does (DESIGN §5).

Where there is a machine policy, or the package is marked ``managed only``, nothing else counts; whatever is wrong with
it means offline mode: everything but sending still works. With neither, the workstation is unmanaged and takes the
analyst's own file, signed with a key that the analyst has named as theirs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from desktop.domain.ids import Sha256
from desktop.gate import reasons
from desktop.gate.errors import PolicyError, PolicyOutOfReach, SignatureUnreadable
from desktop.gate.managed import machine_policy, may_be_there
from desktop.gate.memory import PolicyMemory
from desktop.gate.ownership import user_can_write
from desktop.gate.policy import MOST_BYTES, Policy, digest, parse
from desktop.gate.reasons import Objection
from desktop.gate.signing import PublicKey, verify
from desktop.gate.trust import Trust

SIGNATURE_SUFFIX: Final = ".sig"


class State(StrEnum):
    """How this workstation is governed."""

    MANAGED = "managed"
    UNMANAGED = "unmanaged"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Effective:
    """The policy that holds (for showing also where it may not be used: then ``reasons`` says why)."""

    state: State
    policy: Policy | None
    digest: Sha256 | None
    source: Path | None
    signers: tuple[str, ...]
    reasons: tuple[Objection, ...]


def effective(
    *,
    machine_dirs: Sequence[Path],
    own_file: Path | None,
    trust: Trust,
    own_keys: Sequence[PublicKey],
    memory: PolicyMemory,
    now: datetime,
    writable: Callable[[Path], bool] = user_can_write,
) -> Effective:
    """Read what holds at ``now``; never raises for a bad policy, says it."""
    machine = machine_policy(machine_dirs)
    if machine is not None:
        found = _take(machine, trust.keys, trust.need, memory, now)
        against = ((reasons.PolicyWritable(str(machine)),) if writable(machine) else ()) + found.reasons
        return _with(found, State.OFFLINE if against else State.MANAGED, against)
    if trust.managed_only:
        folder = str(machine_dirs[0]) if machine_dirs else ""
        return Effective(State.OFFLINE, None, None, None, (), (reasons.ManagedWithoutPolicy(folder),))
    if own_file is None or not may_be_there(own_file):
        return Effective(State.UNMANAGED, None, None, None, (), (reasons.NoPolicy(),))
    found = _take(own_file, own_keys, 1, memory, now)
    return _with(found, State.UNMANAGED, found.reasons)


def _with(found: Effective, state: State, against: tuple[Objection, ...]) -> Effective:
    return Effective(state, found.policy, found.digest, found.source, found.signers, against)


def _take(path: Path, keys: Sequence[PublicKey], need: int, memory: PolicyMemory, now: datetime) -> Effective:
    """Read, verify, hold against what was seen before, and remember."""
    if not keys:
        return Effective(State.OFFLINE, None, None, path, (), (reasons.NoTrustedKeys(str(path)),))
    try:
        data = _read(path)
        signers = verify(data, _read_signature(path), keys, need)
        policy = parse(data)
        against = tuple(memory.against(policy, digest(data), now))
    except PolicyError as error:
        return Effective(State.OFFLINE, None, None, path, (), (reasons.PolicyRejected(str(path), error),))
    if now < policy.valid_from:
        against += (reasons.PolicyNotYetValid(policy.valid_from),)
    if now > policy.valid_until:
        against += (reasons.PolicyExpired(policy.valid_until),)
    return Effective(State.OFFLINE, policy, digest(data), path, signers, against)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        pass
    raise PolicyOutOfReach


def _read_signature(path: Path) -> bytes:
    try:
        with Path(f"{path}{SIGNATURE_SUFFIX}").open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        raise SignatureUnreadable from None

"""Make and open cases: key, device and lock in one place."""

from dataclasses import dataclass
from pathlib import Path

from desktop.casefile import Case
from desktop.casefile.opening import peek
from desktop.domain.levels import DataClass, Tlp
from desktop.secrets import (
    DeviceKey,
    KeyringMissing,
    SecretsError,
    case_key,
    device_key,
    from_recovery,
    keep_case_key,
    new_case_key,
    to_recovery,
)
from desktop.uses.errors import CaseKeyMissing, MustBeEncrypted
from desktop.uses.policies import effective_policy
from desktop.uses.workstation import Workstation, utc_now

SUFFIX = ".sekisho"


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case just made.

    ``recovery_key`` is shown once and kept nowhere; ``key_is_kept`` says whether the keyring has it.
    """

    case: Case
    recovery_key: str | None
    key_is_kept: bool


def device_of(station: Workstation) -> DeviceKey:
    """The key that signs this machine's checkpoints; made on first use."""
    return device_key(station.state_dir, station.keyring)


def must_encrypt(station: Workstation) -> bool:
    """Whether the policy of this workstation wants every case encrypted; one that may not be used says so too."""
    policy = effective_policy(station, utc_now()).policy
    return policy is not None and policy.encrypt_cases


def new_case(
    station: Workstation,
    path: Path,
    *,
    title: str,
    encrypt: bool,
    data_class: DataClass = DataClass.CONFIDENTIAL,
    tlp: Tlp = Tlp.AMBER,
) -> NewCase:
    """Make a case and open it; raises MustBeEncrypted, and what ``Case.create`` raises.

    Without a keyring an encrypted case still opens by its recovery key.
    """
    if not encrypt and must_encrypt(station):
        raise MustBeEncrypted
    key = new_case_key() if encrypt else None
    case = Case.create(
        path,
        title=title,
        actor=station.actor,
        device=device_of(station),
        state_dir=station.state_dir,
        key=key,
        data_class=data_class,
        tlp=tlp,
        clock=utc_now,
    )
    if key is None:
        return NewCase(case, None, key_is_kept=False)
    try:
        keep_case_key(station.keyring, case.case_id, key)
    except SecretsError:
        keep_case_key(station.session, case.case_id, key)
        return NewCase(case, to_recovery(key), key_is_kept=False)
    return NewCase(case, to_recovery(key), key_is_kept=True)


def open_case(station: Workstation, path: Path, *, read_only: bool = False, recovery_key: str | None = None) -> Case:
    """Open the case at ``path``; raises CaseLocked where another holds it (then it opens with ``read_only``).

    A ``recovery_key`` that fits is kept in the keyring, so that it is asked for once a machine.
    """
    seen = peek(path)
    key: bytes | None = None
    if seen.case_id is not None:
        key = from_recovery(recovery_key) if recovery_key is not None else _known_key(station, seen.case_id)
        if key is None:
            raise CaseKeyMissing(path.name)
    case = Case.open(
        path,
        actor=station.actor,
        device=device_of(station),
        state_dir=station.state_dir,
        key=key,
        read_only=read_only,
        clock=utc_now,
    )
    if key is not None and recovery_key is not None:
        _keep(station, case.case_id, key)
    return case


def _known_key(station: Workstation, case_id: str) -> bytes | None:
    if (key := case_key(station.session, case_id)) is not None:
        return key
    try:
        return case_key(station.keyring, case_id)
    except KeyringMissing:
        return None


def _keep(station: Workstation, case_id: str, key: bytes) -> None:
    try:
        keep_case_key(station.keyring, case_id, key)
    except SecretsError:
        keep_case_key(station.session, case_id, key)

"""Make and open cases: key, device and lock in one place."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.casefile import Case, new_case_id
from desktop.casefile.errors import CasefileError
from desktop.casefile.opening import peek
from desktop.domain.levels import DataClass, Tlp
from desktop.secrets import (
    DeviceKey,
    KeyringMissing,
    SecretsError,
    case_key,
    device_key,
    forget_case_key,
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
    if not encrypt:
        return NewCase(_made(station, path, title, data_class, tlp, new_case_id(), None), None, key_is_kept=False)
    key, case_id = new_case_key(), new_case_id()
    kept = _keep(station, case_id, key)  # before the case is there: a kill in between must leave no case without a key
    try:
        case = _made(station, path, title, data_class, tlp, case_id, key)
    except CasefileError:
        with suppress(SecretsError):
            forget_case_key(station.keyring if kept else station.session, case_id)
        raise
    return NewCase(case, to_recovery(key), key_is_kept=kept)


def _made(
    station: Workstation, path: Path, title: str, data_class: DataClass, tlp: Tlp, case_id: str, key: bytes | None
) -> Case:
    return Case.create(
        path,
        title=title,
        actor=station.actor,
        account=station.account,
        device=device_of(station),
        state_dir=station.state_dir,
        key=key,
        data_class=data_class,
        tlp=tlp,
        case_id=case_id,
        clock=utc_now,
    )


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
        account=station.account,
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


def _keep(station: Workstation, case_id: str, key: bytes) -> bool:
    """Keep a key in the keyring, else for this session only; whether the keyring has it."""
    try:
        keep_case_key(station.keyring, case_id, key)
    except SecretsError:
        keep_case_key(station.session, case_id, key)
        return False
    return True

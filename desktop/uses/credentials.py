"""Keys of approved models: in the operating system's keyring, or for this session only where there is none."""

from datetime import datetime
from enum import StrEnum

from desktop.gate import credentials
from desktop.gate.policy import ModelEntry, Policy
from desktop.secrets import KeyringMissing, Secret
from desktop.uses.errors import NoSuchModel
from desktop.uses.policies import effective_policy
from desktop.uses.workstation import Workstation


class KeptWhere(StrEnum):
    """Where a key is."""

    KEYRING = "keyring"
    SESSION = "session"
    NOWHERE = "nowhere"


def model_entry(station: Workstation, model: str, now: datetime) -> tuple[Policy, ModelEntry]:
    """The policy that holds and its entry ``model``; raises NoSuchModel."""
    policy = effective_policy(station, now).policy
    entry = policy.model(model) if policy else None
    if policy is None or entry is None:
        raise NoSuchModel(model, tuple(known.id for known in policy.models) if policy else ())
    return policy, entry


def credential(station: Workstation, policy: Policy, entry: ModelEntry) -> Secret | None:
    """The key of ``entry``, or None where there is none here."""
    if (secret := credentials.credential(station.session, policy, entry)) is not None:
        return secret
    try:
        return credentials.credential(station.keyring, policy, entry)
    except KeyringMissing:
        return None


def set_credential(
    station: Workstation, model: str, secret: Secret, now: datetime, *, session_only: bool = False
) -> KeptWhere:
    """Keep the key of ``model``; a locked or failing keyring is an error, a missing one means this session only."""
    policy, entry = model_entry(station, model, now)
    if session_only:
        credentials.keep(station.session, policy, entry, secret)
        return KeptWhere.SESSION
    try:
        credentials.keep(station.keyring, policy, entry, secret)
    except KeyringMissing:
        credentials.keep(station.session, policy, entry, secret)
        return KeptWhere.SESSION
    return KeptWhere.KEYRING


def clear_credential(station: Workstation, model: str, now: datetime) -> bool:
    """Forget the key of ``model`` wherever it is; whether there was one."""
    policy, entry = model_entry(station, model, now)
    forgotten = credentials.forget(station.session, policy, entry)
    try:
        return credentials.forget(station.keyring, policy, entry) or forgotten
    except KeyringMissing:
        return forgotten


def where_kept(station: Workstation, model: str, now: datetime) -> KeptWhere:
    """Where the key of ``model`` is; nothing is sent to find out."""
    policy, entry = model_entry(station, model, now)
    if credentials.credential(station.session, policy, entry) is not None:
        return KeptWhere.SESSION
    return KeptWhere.KEYRING if credential(station, policy, entry) is not None else KeptWhere.NOWHERE

"""Keys of approved models and logins of proxies: in the operating system's keyring, or for this session only.

A keyring that is missing means this session; one that is locked, silent or failing is an error, so that nobody believes
a key kept that is not.
"""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from desktop.gate import credentials
from desktop.gate.errors import Refused
from desktop.gate.policy import ModelEntry, Policy
from desktop.gate.transport import Logins
from desktop.secrets import (
    KeyringMissing,
    ProxyLogin,
    Secret,
    SecretStore,
    forget_proxy_login,
    keep_proxy_login,
    proxy_login,
)
from desktop.uses.errors import NoSuchModel
from desktop.uses.policies import effective_policy
from desktop.uses.workstation import Workstation


class KeptWhere(StrEnum):
    """Where a key is."""

    KEYRING = "keyring"
    SESSION = "session"
    NOWHERE = "nowhere"


def model_entry(station: Workstation, model: str, now: datetime) -> tuple[Policy, ModelEntry]:
    """The policy that holds and its entry ``model``; raises NoSuchModel, and Refused where no policy holds."""
    holds = effective_policy(station, now)
    if holds.policy is None:
        raise Refused(holds.reasons)
    entry = holds.policy.model(model)
    if entry is None:
        raise NoSuchModel(model, tuple(known.id for known in holds.policy.models))
    return holds.policy, entry


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
    """Keep the key of ``model`` in place of the one that is there; says where it is kept.

    Raises NoSuchModel, and what the keyring raises: SecretTooLong, KeyringLocked, KeyringSilent, KeyringFailed.
    """
    policy, entry = model_entry(station, model, now)
    credentials.forget(station.session, policy, entry)  # the session's own would be found first
    return _keep(station, lambda store: credentials.keep(store, policy, entry, secret), session_only=session_only)


def clear_credential(station: Workstation, model: str, now: datetime) -> bool:
    """Forget the key of ``model`` wherever it is; whether there was one."""
    policy, entry = model_entry(station, model, now)
    return _forget(station, lambda store: credentials.forget(store, policy, entry))


def where_kept(station: Workstation, model: str, now: datetime) -> KeptWhere:
    """Where the key of ``model`` is; nothing is sent to find out."""
    policy, entry = model_entry(station, model, now)
    return _where(station, lambda store: credentials.credential(store, policy, entry) is not None)


def proxy_logins(station: Workstation) -> Logins:
    """What is kept for each proxy; asked where one is on the way."""

    def kept(host: str, port: int) -> ProxyLogin | None:
        if (login := proxy_login(station.session, host, port)) is not None:
            return login
        try:
            return proxy_login(station.keyring, host, port)
        except KeyringMissing:
            return None

    return kept


def set_proxy_login(station: Workstation, login: ProxyLogin) -> KeptWhere:
    """Keep ``login`` in place of the one that is there; raises as ``set_credential``."""
    forget_proxy_login(station.session, login.host, login.port)
    return _keep(station, lambda store: keep_proxy_login(store, login))


def clear_proxy_login(station: Workstation, host: str, port: int) -> bool:
    """Forget the login of the proxy at ``host`` and ``port``; whether there was one."""
    return _forget(station, lambda store: forget_proxy_login(store, host, port))


def where_proxy_login_kept(station: Workstation, host: str, port: int) -> KeptWhere:
    """Where the login of the proxy at ``host`` and ``port`` is."""
    return _where(station, lambda store: proxy_login(store, host, port) is not None)


def _keep(station: Workstation, keep: Callable[[SecretStore], None], *, session_only: bool = False) -> KeptWhere:
    if not session_only:
        try:
            keep(station.keyring)
        except KeyringMissing:
            pass
        else:
            return KeptWhere.KEYRING
    keep(station.session)
    return KeptWhere.SESSION


def _forget(station: Workstation, forget: Callable[[SecretStore], bool]) -> bool:
    forgotten = forget(station.session)
    try:
        return forget(station.keyring) or forgotten
    except KeyringMissing:
        return forgotten


def _where(station: Workstation, has: Callable[[SecretStore], bool]) -> KeptWhere:
    if has(station.session):
        return KeptWhere.SESSION
    try:
        return KeptWhere.KEYRING if has(station.keyring) else KeptWhere.NOWHERE
    except KeyringMissing:
        return KeptWhere.NOWHERE

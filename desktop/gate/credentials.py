"""Which keyring entry holds a model's key: bound to issuer and host, so that no other policy leads a key elsewhere."""

import hashlib
from typing import Final

from desktop.gate.policy import ModelEntry, Policy, canonical
from desktop.secrets import Secret, SecretStore

_SERVICE: Final = "model"


def entry_name(policy: Policy, entry: ModelEntry) -> str:
    """The name of the keyring entry: readable, and different for another issuer, host, organisation or project."""
    host, port = entry.endpoint_host
    bound = canonical([policy.issuer, entry.id, host, port, entry.organisation, entry.project])
    return f"{entry.id}@{host}:{port}#{hashlib.sha256(bound).hexdigest()[:16]}"


def credential(store: SecretStore, policy: Policy, entry: ModelEntry) -> Secret | None:
    """The key of ``entry``, or None; raises what the keyring raises."""
    return store.get(_SERVICE, entry_name(policy, entry))


def keep(store: SecretStore, policy: Policy, entry: ModelEntry, secret: Secret) -> None:
    """Keep the key of ``entry``."""
    store.set(_SERVICE, entry_name(policy, entry), secret)


def forget(store: SecretStore, policy: Policy, entry: ModelEntry) -> bool:
    """Forget the key of ``entry``; whether there was one."""
    return store.delete(_SERVICE, entry_name(policy, entry))

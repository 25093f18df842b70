"""Keys of encrypted cases: 32 random bytes, kept by the case's id."""

import base64
import secrets
from typing import Final

from desktop.secrets.errors import KeyringFailed
from desktop.secrets.recovery import KEY_BYTES
from desktop.secrets.secret import Secret
from desktop.secrets.store import SecretStore

_SERVICE: Final = "case"


def new_case_key() -> bytes:
    """A fresh key for SQLCipher: 32 bytes from the operating system."""
    return secrets.token_bytes(KEY_BYTES)


def keep_case_key(store: SecretStore, case_id: str, key: bytes) -> None:
    """Keep ``key`` under ``case_id``, in place of one that is there."""
    store.set(_SERVICE, case_id, Secret(base64.b64encode(key).decode("ascii")))


def case_key(store: SecretStore, case_id: str) -> bytes | None:
    """The key of ``case_id``; None where this machine has none (then the recovery key opens the case)."""
    secret = store.get(_SERVICE, case_id)
    if secret is None:
        return None
    try:
        key = base64.b64decode(secret.reveal(), validate=True)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise KeyringFailed("NotACaseKey")
    return key


def forget_case_key(store: SecretStore, case_id: str) -> bool:
    """Delete the key from the store; whether there was one."""
    return store.delete(_SERVICE, case_id)

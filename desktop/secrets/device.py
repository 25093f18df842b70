"""The device key: Ed25519, made once a user and machine, that signs checkpoints of a case's journal."""

import base64
import contextlib
import hashlib
import os
import stat
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desktop.secrets.errors import DeviceKeyUnreadable, SecretsError
from desktop.secrets.secret import Secret
from desktop.secrets.store import SecretStore

_SERVICE: Final = "device"
_NAME: Final = "ed25519"
_FILE: Final = "device.key"


class KeptIn(StrEnum):
    """Where the private half is."""

    KEYRING = "keyring"
    FILE = "file"
    """``device.key`` in the state folder, readable by its owner only: this machine had no keyring that answered."""


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """A key pair of this user on this machine. ``public`` is the raw 32 bytes, ``id`` its short name in journals."""

    kept_in: KeptIn
    public: bytes
    _private: Ed25519PrivateKey = field(repr=False, compare=False)

    @property
    def id(self) -> str:
        """The first 16 hex digits of the public key's SHA-256."""
        return hashlib.sha256(self.public).hexdigest()[:16]

    def sign(self, message: bytes) -> bytes:
        """The 64-byte signature of ``message``."""
        return self._private.sign(message)


def verify(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether ``signature`` over ``message`` was made with the private half of ``public``."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def device_key(state_dir: Path, store: SecretStore) -> DeviceKey:
    """This device's key, made on first use: in ``store``, else in a file of ``state_dir`` (``kept_in`` tells which).

    A store that is missing, locked or silent leads to the file and is no error: without a key nothing could be signed
    at all. Raises DeviceKeyUnreadable for a file that is not a key or that others may read.
    """
    path = state_dir / _FILE
    if path.exists():
        return _pair(KeptIn.FILE, _read(path))
    with contextlib.suppress(SecretsError):
        secret = store.get(_SERVICE, _NAME)
        if secret is None:
            secret = Secret(base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode("ascii"))
            store.set(_SERVICE, _NAME, secret)
        return _pair(KeptIn.KEYRING, _decoded(secret.reveal(), _SERVICE))
    raw = Ed25519PrivateKey.generate().private_bytes_raw()
    _write(path, base64.b64encode(raw))
    return _pair(KeptIn.FILE, raw)


def _pair(kept_in: KeptIn, raw: bytes) -> DeviceKey:
    private = Ed25519PrivateKey.from_private_bytes(raw)
    return DeviceKey(kept_in, private.public_key().public_bytes_raw(), private)


def _read(path: Path) -> bytes:
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise DeviceKeyUnreadable(path.name)
    return _decoded(path.read_text("ascii", "replace"), path.name)


def _decoded(text: str, where: str) -> bytes:
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError:
        raw = b""
    if len(raw) != 32:
        raise DeviceKeyUnreadable(where)
    return raw


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, and never readable by others (on Windows by the profile folder's own access list)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)

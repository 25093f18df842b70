"""What can go wrong with secrets; never with the secret in it."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.errors import ExitCode, SekishoError


class SecretsError(SekishoError):
    """Base of this room's failures: the machine is in the way."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE


@dataclass(eq=False)
class KeyringMissing(SecretsError):
    """There is no keyring, no collection in it, or it went away while it was asked."""


@dataclass(eq=False)
class KeyringLocked(SecretsError):
    """The keyring is there and its owner has not unlocked it."""


@dataclass(eq=False)
class KeyringSilent(SecretsError):
    """The keyring did not answer in time, most often because it waits for a password in a window of its own."""

    seconds: float


@dataclass(eq=False)
class KeyringFailed(SecretsError):
    """The keyring refused for a reason of its own."""

    reason: str
    """The class name of the keyring's own error: its text may name the entry."""


@dataclass(eq=False)
class SecretTooLong(SecretsError):
    """The system's keyring keeps shorter secrets only."""

    exit_code: ClassVar[ExitCode] = ExitCode.WRONG_CALL
    length: int
    limit: int


@dataclass(eq=False)
class DeviceKeyUnreadable(SecretsError):
    """The device key's file is not a key, or others than its owner may read it."""

    path: str


@dataclass(eq=False)
class RecoveryKeyWrongLength(SecretsError):
    """Characters are missing or too many."""

    exit_code: ClassVar[ExitCode] = ExitCode.WRONG_CALL
    length: int
    expected: int


@dataclass(eq=False)
class RecoveryKeyMistyped(SecretsError):
    """The check does not fit: one character or more is not what was written down."""

    exit_code: ClassVar[ExitCode] = ExitCode.WRONG_CALL

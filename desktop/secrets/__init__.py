"""The operating system's keyring behind one small class, a ``Secret`` that never shows itself, and the keys kept so.

Here live the device key, the keys of encrypted cases and the form of a recovery key, what a proxy asks for, and model
credentials as opaque secrets. What never lives here: policy (who may use which credential is the gate's to say), a file
with a secret in the clear other than the device key where the machine has no keyring, and any environment variable.
"""

from desktop.secrets.casekeys import case_key, forget_case_key, keep_case_key, new_case_key
from desktop.secrets.device import DeviceKey, KeptIn, device_key, verify
from desktop.secrets.dumps import leave_no_dumps
from desktop.secrets.errors import (
    DeviceKeyUnreadable,
    KeyringFailed,
    KeyringLocked,
    KeyringMissing,
    KeyringSilent,
    RecoveryKeyMistyped,
    RecoveryKeyWrongLength,
    SecretsError,
    SecretTooLong,
)
from desktop.secrets.keyring import Keyring, KeyringState
from desktop.secrets.proxylogin import ProxyLogin, forget_proxy_login, keep_proxy_login, proxy_login
from desktop.secrets.recovery import from_recovery, to_recovery
from desktop.secrets.secret import Secret
from desktop.secrets.store import SecretStore, SessionStore

__all__ = [
    "DeviceKey",
    "DeviceKeyUnreadable",
    "KeptIn",
    "Keyring",
    "KeyringFailed",
    "KeyringLocked",
    "KeyringMissing",
    "KeyringSilent",
    "KeyringState",
    "ProxyLogin",
    "RecoveryKeyMistyped",
    "RecoveryKeyWrongLength",
    "Secret",
    "SecretStore",
    "SecretTooLong",
    "SecretsError",
    "SessionStore",
    "case_key",
    "device_key",
    "forget_case_key",
    "forget_proxy_login",
    "from_recovery",
    "keep_case_key",
    "keep_proxy_login",
    "leave_no_dumps",
    "new_case_key",
    "proxy_login",
    "to_recovery",
    "verify",
]

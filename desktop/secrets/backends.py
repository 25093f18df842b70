"""The one keyring of each operating system, chosen by us.

``keyring.get_keyring()`` would follow ``PYTHON_KEYRING_BACKEND`` and ``keyringrc.cfg``, and so could be led to a
backend that writes a plain file.
"""

import sys
from contextlib import closing

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from desktop.secrets.errors import KeyringLocked, KeyringMissing

if sys.platform == "win32":
    from keyring.backends.Windows import WinVaultKeyring
    from win32ctypes.pywin32 import pywintypes

    LIMIT: int | None = 1280
    """UTF-16 code units: CredWrite takes a blob of 2,560 bytes (CRED_MAX_CREDENTIAL_BLOB_SIZE)."""
    GONE: tuple[type[Exception], ...] = ()
    REFUSED: tuple[type[Exception], ...] = (KeyringError, pywintypes.error)

    def open_backend() -> KeyringBackend:
        """Windows Credential Manager."""
        return WinVaultKeyring()

elif sys.platform == "darwin":
    from keyring.backends.macOS import Keyring as Keychain

    LIMIT: int | None = None
    GONE: tuple[type[Exception], ...] = ()
    REFUSED: tuple[type[Exception], ...] = (KeyringError,)

    def open_backend() -> KeyringBackend:
        """The macOS Keychain."""
        return Keychain()

else:
    import secretstorage
    from jeepney.wrappers import DBusErrorResponse  # type: ignore[import-untyped]
    from keyring.backends.SecretService import Keyring as SecretService
    from secretstorage.collection import DEFAULT_COLLECTION
    from secretstorage.exceptions import SecretStorageException

    LIMIT: int | None = None
    GONE: tuple[type[Exception], ...] = (SecretStorageException, OSError, EOFError)
    """The daemon or the session bus is not there, or went away."""
    REFUSED: tuple[type[Exception], ...] = (KeyringError, DBusErrorResponse)

    def open_backend() -> KeyringBackend:
        """The Secret Service of this session.

        Looks first whether its default collection is there and open: keyring itself would ask for a password in a
        window, or for a new collection, and wait for that without limit.
        """
        with closing(secretstorage.dbus_init()) as bus:
            if not secretstorage.check_service_availability(bus):
                raise KeyringMissing
            if secretstorage.Collection(bus, DEFAULT_COLLECTION).is_locked():
                raise KeyringLocked
        return SecretService()  # type: ignore[no-untyped-call]

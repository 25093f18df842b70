"""The operating system's keyring, asked in a thread of its own and never waited for without limit."""

from collections.abc import Callable
from concurrent.futures import Future
from enum import Enum
from importlib import import_module
from secrets import token_hex
from threading import Thread
from typing import TYPE_CHECKING, Final, TypeVar

from desktop.secrets.errors import KeyringFailed, KeyringLocked, KeyringMissing, KeyringSilent, SecretTooLong
from desktop.secrets.secret import Secret

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")
SECONDS: Final = 10.0


class KeyringState(Enum):
    """What a probe found."""

    AVAILABLE = "available"
    LOCKED = "locked"
    MISSING = "missing"
    SILENT = "silent"
    FAILED = "failed"


class Keyring:
    """Secrets in the operating system's keyring (a SecretStore).

    Every call raises KeyringMissing, KeyringLocked, KeyringSilent (nothing heard for ``seconds``) or KeyringFailed,
    and no foreign error. Calls may be made from any thread; they block, so the window makes them in a worker.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds

    def probe(self) -> KeyringState:
        """Whether secrets can be kept here.

        One is written, read and deleted, for a backend that looks fine may still refuse.
        """
        name, value = f"probe-{token_hex(4)}", Secret(token_hex(16))
        try:
            self.set("probe", name, value)
            kept = self.get("probe", name) == value
            self.delete("probe", name)
        except KeyringLocked:
            return KeyringState.LOCKED
        except KeyringMissing:
            return KeyringState.MISSING
        except KeyringSilent:
            return KeyringState.SILENT
        except KeyringFailed:
            return KeyringState.FAILED
        return KeyringState.AVAILABLE if kept else KeyringState.FAILED

    def get(self, service: str, name: str) -> Secret | None:
        """The secret kept under ``service`` and ``name``, or None."""
        value = self._ask(lambda backend: backend.get_password(_target(service, name), name))
        return None if value is None else Secret(value)

    def set(self, service: str, name: str, secret: Secret) -> None:
        """Keep ``secret``; raises SecretTooLong where the system's keyring has a limit."""
        limit: int | None = import_module("desktop.secrets.backends").LIMIT
        length = len(secret.reveal().encode("utf-16-le", "surrogatepass")) // 2
        if limit is not None and length > limit:
            raise SecretTooLong(length, limit)
        self._ask(lambda backend: backend.set_password(_target(service, name), name, secret.reveal()))

    def delete(self, service: str, name: str) -> bool:
        """Forget the secret; whether there was one."""

        def work(backend: "KeyringBackend") -> bool:
            from keyring.errors import PasswordDeleteError

            try:
                backend.delete_password(_target(service, name), name)
            except PasswordDeleteError:
                return False
            return True

        return self._ask(work)

    def _ask(self, work: "Callable[[KeyringBackend], T]") -> T:
        answer: Future[T] = Future()

        def run() -> None:
            try:
                answer.set_result(_guarded(work))
            except Exception as error:  # noqa: BLE001 - handed to the caller's thread, where it is raised again
                answer.set_exception(error)

        # A daemon: a keyring that never answers must not keep the program from ending.
        Thread(target=run, name="keyring", daemon=True).start()
        try:
            return answer.result(self._seconds)
        except TimeoutError:
            if answer.done():
                raise
        raise KeyringSilent(self._seconds)


def _target(service: str, name: str) -> str:
    """One entry, one service: Windows' vault keeps entries by service alone and would move one aside for the other."""
    return f"sekisho/{service}/{name}"


def _guarded(work: "Callable[[KeyringBackend], T]") -> T:
    """``work`` on the system's keyring.

    Foreign errors end here, raised as ours outside their ``except`` so that they go with it.
    """
    import keyring.errors as foreign

    from desktop.secrets import backends

    ours: KeyringMissing | KeyringLocked | KeyringFailed
    try:
        return work(backends.open_backend())
    except foreign.KeyringLocked:
        ours = KeyringLocked()
    except (foreign.NoKeyringError, foreign.InitError):
        ours = KeyringMissing()
    except backends.GONE:
        ours = KeyringMissing()
    except backends.REFUSED as error:
        ours = KeyringFailed(type(error).__name__)
    raise ours

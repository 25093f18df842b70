"""The keyring wrapper against a real Secret Service, and where there is none."""

import os
import secrets
import signal
import threading
import time
import traceback
from pathlib import Path

import pytest

from desktop.secrets import (
    Keyring,
    KeyringLocked,
    KeyringMissing,
    KeyringSilent,
    KeyringState,
    Secret,
    SecretTooLong,
    SessionStore,
    backends,
)
from tests.secret_service import Service

LONG = Secret("あ" * 2000 + "x")


@pytest.fixture(params=["session", "keyring"])
def store(request: pytest.FixtureRequest) -> SessionStore | Keyring:
    """Each kind of store; the contract below holds for all."""
    if request.param == "session":
        return SessionStore()
    request.getfixturevalue("secret_service")
    return Keyring()


def test_a_store_gives_back_what_it_was_given_and_forgets_it(store: SessionStore | Keyring) -> None:
    assert store.get("model", "a") is None
    store.set("model", "a", Secret("first"))
    store.set("model", "b", Secret("other"))
    store.set("model", "a", LONG)
    assert store.get("model", "a") == LONG
    assert store.get("model", "b") == Secret("other")
    assert store.get("case", "a") is None
    assert store.delete("model", "a") is True
    assert store.delete("model", "a") is False
    assert store.get("model", "a") is None
    assert store.get("model", "b") == Secret("other")


def test_a_probe_of_an_open_keyring_leaves_nothing_behind(secret_service: Service) -> None:
    assert Keyring().probe() is KeyringState.AVAILABLE
    assert secret_service.stored_labels() == []


def test_secrets_can_be_fetched_from_any_thread(secret_service: Service) -> None:
    Keyring().set("model", "a", Secret("x"))
    got: list[Secret | None] = []
    thread = threading.Thread(target=lambda: got.append(Keyring().get("model", "a")))
    thread.start()
    thread.join()
    assert got == [Secret("x")]


def test_a_locked_keyring_says_so_at_once(secret_service: Service) -> None:
    Keyring().set("model", "a", Secret("x"))
    secret_service.lock()
    began = time.monotonic()
    assert Keyring().probe() is KeyringState.LOCKED
    for ask in (
        lambda: Keyring().get("model", "a"),
        lambda: Keyring().set("model", "a", Secret("y")),
        lambda: Keyring().delete("model", "a"),
    ):
        with pytest.raises(KeyringLocked):
            ask()
    assert time.monotonic() - began < 3


def test_a_keyring_that_hangs_is_left_after_the_time_limit(secret_service: Service) -> None:
    os.kill(secret_service.daemon.pid, signal.SIGSTOP)
    try:
        with pytest.raises(KeyringSilent):
            Keyring(seconds=0.3).get("model", "a")
        assert Keyring(seconds=0.3).probe() is KeyringState.SILENT
    finally:
        os.kill(secret_service.daemon.pid, signal.SIGCONT)
        for thread in [thread for thread in threading.enumerate() if thread.name == "keyring"]:
            thread.join(5)


def test_without_a_session_bus_the_keyring_is_missing(no_secret_service: None) -> None:
    assert Keyring().probe() is KeyringState.MISSING
    with pytest.raises(KeyringMissing):
        Keyring().get("model", "a")


def test_a_keyring_that_goes_away_is_missing(secret_service: Service) -> None:
    Keyring().set("model", "a", Secret("x"))
    secret_service.bus.kill()
    secret_service.bus.wait()
    with pytest.raises(KeyringMissing):
        Keyring().get("model", "a")


def test_a_secret_longer_than_the_system_keeps_is_refused_before_it_is_sent(
    secret_service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backends, "LIMIT", 1280)
    Keyring().set("model", "a", Secret("x" * 1280))
    with pytest.raises(SecretTooLong) as error:
        Keyring().set("model", "a", Secret("😀" * 641))
    assert (error.value.length, error.value.limit) == (1282, 1280)
    assert Keyring().get("model", "a") == Secret("x" * 1280)


def test_the_users_own_keyring_settings_cannot_lead_secrets_into_a_file(
    secret_service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    Keyring().set("model", "a", Secret("x"))
    assert Keyring().get("model", "a") == Secret("x")


def test_a_failure_carries_neither_the_secret_nor_a_foreign_error(secret_service: Service) -> None:
    secret_service.lock()
    planted = secrets.token_hex()
    with pytest.raises(KeyringLocked) as error:
        Keyring().set("model", "a", Secret(planted))
    assert error.value.__cause__ is error.value.__context__ is None
    assert planted not in "".join(traceback.format_exception(error.value))


def test_the_secret_is_not_readable_in_the_keyrings_files(secret_service: Service) -> None:
    Keyring().set("model", "a", Secret("sk-planted-in-keyring"))
    written = [path for path in Path(secret_service.folder).rglob("*") if path.is_file()]
    assert written
    assert all(b"sk-planted-in-keyring" not in path.read_bytes() for path in written)

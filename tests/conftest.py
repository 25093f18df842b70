"""Tests need no screen, keyring or network set up by hand: everything they need is set up here, away from the user's
own.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest_plugins = ["tests.secret_service", "tests.real_model", "tests.scripted_server"]

os.environ["QT_QPA_PLATFORM"] = os.environ.get("SEKISHO_TEST_PLATFORM", "offscreen")
for name in ("DISPLAY", "WAYLAND_DISPLAY"):
    if os.environ["QT_QPA_PLATFORM"] == "offscreen":
        os.environ.pop(name, None)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Every test has its own home, state and configuration folders."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (
        ("XDG_DATA_HOME", "data"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
    ):
        path = home / folder
        path.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(path))
    yield home


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp: object) -> None:
    """The process's one Qt application is made first: the transport would make one without windows, and keep it."""

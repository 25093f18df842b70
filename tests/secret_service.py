"""A pytest plugin: a real Secret Service (gnome-keyring on a session bus of its own) for tests that keep secrets.

With the fixture ``secret_service`` a ``desktop.secrets.Keyring()`` works as on a desktop with an unlocked keyring.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
import secretstorage
from secretstorage.collection import Collection, get_default_collection
from secretstorage.exceptions import ItemNotFoundException

PASSWORD = b"test\n"
START_LIMIT = 10.0
BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""
"""Starts no services by itself: else a look for the keyring may start a second, locked one before ours is up."""


@dataclass(frozen=True)
class Service:
    """The running service; ``folder`` is where it keeps its files."""

    address: str
    folder: Path
    daemon: subprocess.Popen[bytes]
    bus: subprocess.Popen[bytes]

    def lock(self) -> None:
        """Lock the default collection, as a desktop does when its owner logs in without a password."""
        with closing(secretstorage.dbus_init()) as bus:
            get_default_collection(bus).lock()

    def is_locked(self) -> bool:
        with closing(secretstorage.dbus_init()) as bus:
            return Collection(bus).is_locked()

    def stored_labels(self) -> list[str]:
        with closing(secretstorage.dbus_init()) as bus:
            return sorted(item.get_label() for item in get_default_collection(bus).get_all_items())


@pytest.fixture
def secret_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A session bus and an unlocked gnome-keyring that live for one test."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"):
        folder = tmp_path / "keyring" / name
        folder.mkdir(mode=0o700, parents=True)
        monkeypatch.setenv(name, str(folder))
    # With a display a locked collection would ask for its password there, and wait.
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    config = tmp_path / "keyring" / "bus.conf"
    config.write_text(BUS_CONFIG)
    bus = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert bus.stdout is not None
    address = bus.stdout.readline().decode().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdin is not None
    daemon.stdin.write(PASSWORD)
    daemon.stdin.close()
    try:
        _wait_until_open()
        yield Service(address, Path(os.environ["XDG_DATA_HOME"]), daemon, bus)
    finally:
        daemon.terminate()
        daemon.wait(5)
        bus.terminate()
        bus.wait(5)
        bus.stdout.close()


@pytest.fixture
def no_secret_service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without a session bus, as a server or a locked-down workstation is."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


def _wait_until_open() -> None:
    until = time.monotonic() + START_LIMIT
    while time.monotonic() < until:
        # The daemon answers a moment before its login collection is there and open.
        with closing(secretstorage.dbus_init()) as bus, suppress(ItemNotFoundException):
            if secretstorage.check_service_availability(bus) and not Collection(bus).is_locked():
                return
        time.sleep(0.02)
    raise TimeoutError("gnome-keyring-daemon did not start")

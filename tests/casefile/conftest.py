"""Real cases in a folder of their own, with a device whose key is real too."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.casefile import Case

KEY = bytes(range(32))
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass
class Device:
    """Signs as ``desktop.secrets.DeviceKey`` does; the same in every process of a test."""

    private: Ed25519PrivateKey = field(default_factory=lambda: Ed25519PrivateKey.from_private_bytes(KEY))

    @property
    def id(self) -> str:
        return hashlib.sha256(self.private.public_key().public_bytes_raw()).hexdigest()[:16]

    def sign(self, data: bytes) -> bytes:
        return self.private.sign(data)


@dataclass
class Bench:
    """A folder for cases, one machine's state and a clock that goes on by a second with each look."""

    folder: Path
    device: Device = field(default_factory=Device)
    now: datetime = START

    @property
    def state_dir(self) -> Path:
        return self.folder / "state"

    @property
    def path(self) -> Path:
        return self.folder / "case.sekisho"

    def clock(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def create(self, *, actor: str = "Sato", key: bytes | None = None, path: Path | None = None) -> Case:
        return Case.create(
            path or self.path,
            title="Deposits",
            actor=actor,
            device=self.device,
            state_dir=self.state_dir,
            key=key,
            clock=self.clock,
        )

    def open(
        self, *, actor: str = "Sato", key: bytes | None = None, read_only: bool = False, path: Path | None = None
    ) -> Case:
        return Case.open(
            path or self.path,
            actor=actor,
            device=self.device,
            state_dir=self.state_dir,
            key=key,
            read_only=read_only,
            clock=self.clock,
        )


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.fixture
def case(bench: Bench) -> Iterator[Case]:
    with bench.create() as made:
        yield made


@pytest.fixture
def as_actor(bench: Bench) -> Callable[[Case, str], Case]:
    """The same file, opened by somebody else."""

    def reopened(case: Case, actor: str) -> Case:
        case.close()
        return bench.open(actor=actor)

    return reopened

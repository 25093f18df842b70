"""A pytest plugin: the tiny real model, served on loopback by a process of its own (``real_model``).

The model is fetched into ``.model/`` on first use if ``make`` has not done so.
"""

import secrets
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.tools.fetch_model import fetch

_ROOT = Path(__file__).resolve().parents[1]
_SERVER = _ROOT / "resources" / "demo" / "model_server.py"
NAME = "smollm2-135m"


@dataclass(frozen=True)
class RealModel:
    """Where it answers, under which model id and for which key."""

    endpoint: str
    model: str
    key: str

    @property
    def port(self) -> int:
        return int(self.endpoint.rpartition(":")[2].partition("/")[0])


@pytest.fixture(scope="session")
def real_model() -> Iterator[RealModel]:
    """A real model for the whole session."""
    key = secrets.token_hex(16)
    process = subprocess.Popen(
        [sys.executable, _SERVER, fetch(_ROOT / ".model")],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{key}\n")
    process.stdin.flush()
    ready, _, address = process.stdout.readline().strip().partition(" ")
    assert ready == "READY", "the model server did not start"
    yield RealModel(f"{address.rstrip('/')}/v1", NAME, key)
    process.stdin.close()
    process.wait(10)
    process.stdout.close()

"""The command line as a user calls it, in this process; its output as JSON records or as text."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.cli import run


@dataclass(frozen=True)
class Said:
    """What one call came to."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


Sekisho = Callable[..., Said]


@pytest.fixture
def sekisho(capsys: pytest.CaptureFixture[str]) -> Sekisho:
    """Call ``sekisho`` with these words."""

    def call(*words: object) -> Said:
        code = run([str(word) for word in words])
        told = capsys.readouterr()
        return Said(int(code), told.out, told.err)

    return call


@pytest.fixture
def case_path(tmp_path: Path, sekisho: Sekisho) -> Path:
    """A new plain case."""
    path = tmp_path / "case.sekisho"
    assert sekisho("new", path, "--title", "試験").code == 0
    return path

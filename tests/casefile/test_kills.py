"""A killed program loses nothing that it had acknowledged."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.casefile.lock import lock_path
from tests.casefile.conftest import KEY, Bench


def killed(bench: Bench, mode: str, key: bytes | None, after: float) -> list[int]:
    """Let a process work for ``after`` seconds, kill it, and return the entries that it said were written."""
    command = [sys.executable, "-m", "tests.casefile.worker", mode, str(bench.folder), "yes" if key else "no"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as process:
        assert process.stdout is not None
        while process.stdout.readline() != "ready\n":
            assert process.poll() is None
        time.sleep(after)
        process.kill()
        said = process.stdout.read().splitlines()
    return [int(line) for line in said if line.isdigit()]


def check(bench: Bench, key: bytes | None, acknowledged: list[int]) -> None:
    """Every acknowledged entry is there, nothing is half written, and the next writer gets in."""
    with bench.open(key=key, actor="Suzuki") as case:
        verified = case.verify()
        assert verified.ok, verified.problems
        assert verified.entries >= max(acknowledged, default=0)
        seqs = {entry.seq for entry in case.read.history(limit=100_000)}
        assert set(acknowledged) <= seqs
        for run in case.read.imports():
            assert run.units == 3_000
        assert case.read.info().findings % 3_000 == 3
        case.undo()


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
@pytest.mark.parametrize("mode", ["triage", "imports"])
def test_what_was_acknowledged_outlives_a_kill(bench: Bench, mode: str, key: bytes | None) -> None:
    bench.create(key=key).close()
    acknowledged = killed(bench, mode, key, after=0.5)
    check(bench, key, acknowledged)
    assert not lock_path(bench.path).exists()


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("mode", ["triage", "imports"])
@pytest.mark.parametrize("seed", range(100))
def test_a_hundred_kills_at_random_moments(bench: Bench, mode: str, seed: int) -> None:
    dice = random.Random(seed)
    key = dice.choice([None, KEY])
    bench.create(key=key).close()
    check(bench, key, killed(bench, mode, key, after=dice.uniform(0.0, 0.4)))


def test_a_case_that_was_not_closed_says_so_once(bench: Bench) -> None:
    bench.create().close()
    killed(bench, "triage", None, after=0.1)
    with bench.open() as case:
        assert case.unclean
    with bench.open() as case:
        assert not case.unclean

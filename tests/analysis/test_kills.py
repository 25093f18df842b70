"""Killed at any moment, a run loses no answer, asks nothing twice that was answered, and writes its key nowhere."""

import random
import secrets
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.domain.runs import Outcome, RunState
from tests import scripted_server
from tests.analysis.desk import bring_in, open_desk, small
from tests.analysis.test_engine import claim, says, weak_line
from tests.scripted_server import ScriptedServer

ROOT = Path(__file__).resolve().parents[2]
UNITS = 24
KILLS = 5


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> str:
    """A key that must turn up nowhere."""
    key = f"sk-planted-{secrets.token_hex(16)}"
    monkeypatch.setattr(scripted_server, "KEY", key)
    return key


def start(folder: Path, endpoint: str, key: str, plan: int, run: int | None) -> subprocess.Popen[str]:
    """The run in a process of its own, when its case is open."""
    arguments = [str(folder), endpoint, str(plan), *([] if run is None else [str(run)])]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.analysis.killed", *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{key}\n")
    process.stdin.flush()
    assert process.stdout.readline() == "READY\n", process.communicate()
    return process


@dataclass(frozen=True)
class Survived:
    """How many units were answered, and how many of unknown outcome were listed before they were asked by choice."""

    answered: int
    unknown: int
    said: str
    """Everything that the killed processes wrote."""


def survive(folder: Path, server: ScriptedServer, key: str, kills: int, units: int, seed: int) -> Survived:
    """Kill a run so many times, each time going on with it, then let it end; asserts that nothing was lost."""
    desk = open_desk(folder, server.endpoint)
    bring_in(desk.case, small(units))
    plan, _ = desk.plan()
    desk.case.close()
    server.script = lambda asked: says(claim(weak_line(asked)), wait=0.03)
    chance = random.Random(seed)
    run: int | None = None
    said = ""
    for _ in range(kills):
        process = start(folder, server.endpoint, key, plan, run)
        time.sleep(chance.uniform(0.1, 1.2))
        process.kill()
        said += "".join(process.communicate())
        with_case = open_desk(folder, server.endpoint)
        runs = with_case.case.read.runs()
        run = int(runs[0].id) if runs else None
        if runs:
            assert len(runs) == 1
            in_case = {one.body_digest for one in with_case.case.read.exchanges()}
            assert {asked.digest for asked in server.asked} <= in_case, "the ledger is ahead of the net"
        assert with_case.case.verify().ok
        with_case.case.close()

    desk = open_desk(folder, server.endpoint, key=key)
    end = desk.run(plan, None if run is None else desk.case.read.runs()[0].id)
    assert end.state is RunState.DONE
    assert max(Counter(asked.digest for asked in server.asked).values()) == 1
    exchanges = desk.case.read.exchanges()
    answered = [one for one in exchanges if one.outcome is Outcome.ANSWERED]
    unknown = [one for one in exchanges if one.outcome is Outcome.UNKNOWN]
    assert len(answered) + len(unknown) == units
    assert all(len(one.findings) == 1 for one in answered), "an answer and its leads are written together"
    bodies = {desk.case.read.body(one.id) for one in exchanges}
    heard = {asked.body for asked in server.asked}
    listed = {desk.case.read.body(one.id) for one in unknown}
    assert heard <= bodies <= heard | listed, "ledger and server agree byte for byte, up to the listed unknowns"
    chosen = desk.run(plan, end.id, again_unknown=True)
    assert (chosen.answered, chosen.leads) == (units, units)
    desk.case.close()
    return Survived(len(answered), len(unknown), said)


@pytest.mark.slow
def test_killed_again_and_again_a_run_goes_on_and_asks_nothing_twice(
    tmp_path: Path, scripted: ScriptedServer, planted: str
) -> None:
    survived = survive(tmp_path / "desk", scripted, planted, KILLS, UNITS, 20261125)
    assert planted not in survived.said
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) >= 3
    assert not [path for path in written if planted.encode() in path.read_bytes()]

"""Headless sending: what nobody looked at is not recorded as looked at, nothing is sent twice, each outcome is said."""

import io
import json
import os
import shlex
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.console import Console
from desktop.cli.looking import Looking
from desktop.gate.preview import Looked
from desktop.uses.cases import open_case
from desktop.uses.sending import preview_of
from desktop.uses.workstation import this_workstation, utc_now
from desktop.words import Lang
from tests.cli.bank import govern
from tests.cli.conftest import Said, Sekisho
from tests.scripted_server import KEY, Asked, Says, ScriptedServer, Silence

LEAD = {
    "title": "Unchecked copy",
    "severity": "high",
    "cwe": 120,
    "description": "d",
    "impact": "i",
    "recommendation": "r",
    "unit": "",
    "line": 0,
    "quotes": ["memcpy(to, from, everything_there_is);"],
}
PROGRAM = "int copy_{n}(char *to, const char *from)\n{{\n    strcpy(to, from);\n    return {n};\n}}\n"


@dataclass
class Desk:
    """A case with three C sources, authorised, and a model that answers."""

    folder: Path
    sekisho: Sekisho
    server: ScriptedServer

    @property
    def case(self) -> Path:
        return self.folder / "case.sekisho"

    def plan(self, *more: str) -> str:
        said = self.sekisho("plan", self.case, "--model", "demo", "--json", *more)
        return str(said.records[-1]["plan"])

    def send(self, plan: str, *more: object) -> Said:
        return self.sekisho("analyse", self.case, "--model", "demo", "--approve", plan, *more)

    def entries(self) -> int:
        return int(str(self.sekisho("info", self.case, "--json").records[0]["entries"]))


def objections(said: Said) -> list[str]:
    [record] = [one for one in said.records if "objections" in one and "error" in one]
    found: Any = record["objections"]
    return [one["code"] for one in found]


@pytest.fixture
def desk(sekisho: Sekisho, tmp_path: Path, scripted: ScriptedServer, secret_service: None) -> Desk:
    for n in range(3):
        (tmp_path / f"copy{n}.c").write_text(PROGRAM.format(n=n) + f"/* mail: taro{n}@aosagi-bank.co.jp */\n")
    made = Desk(tmp_path, sekisho, scripted)
    assert sekisho("new", made.case, "--title", "預金").code == 0
    assert sekisho("import", made.case, *tmp_path.glob("*.c")).code == 0
    until = (utc_now() + timedelta(days=20)).date().isoformat()
    words = ("--owner", "部", "--by", "CISO", "--scope", "all", "--until", until)
    assert sekisho("authorise", made.case, *words).code == 0
    return made


def test_a_plan_that_a_person_must_look_at_is_refused_and_no_approval_is_left(desk: Desk) -> None:
    govern(desk.folder, desk.server)
    plan, before = desk.plan(), desk.entries()
    said = desk.send(plan, "--json", "--lang", "en")
    assert said.code == 3
    assert objections(said) == ["PreviewMissing"]
    assert "--show" in said.err
    assert desk.server.asked == []
    assert desk.entries() == before
    assert desk.sekisho("request", desk.case, plan, "--out", desk.folder / "r.json").code == 3
    assert desk.entries() == before
    unplanned = desk.sekisho("analyse", desk.case, "--model", "demo", "--json")
    assert unplanned.code == 3
    assert objections(unplanned) == ["PlanNotApproved", "PreviewMissing"]


def test_a_sender_who_is_refused_leaves_no_approval(desk: Desk) -> None:
    govern(desk.folder, desk.server, preview_required=False, users=["suzuki"])
    plan, before = desk.plan(), desk.entries()
    said = desk.send(plan, "--actor", "tanaka", "--json")
    assert "UserNotNamed" in objections(said)
    asked = desk.sekisho("request", desk.case, plan, "--out", desk.folder / "r.json", "--actor", "tanaka", "--json")
    assert "UserNotNamed" in objections(asked)
    assert desk.entries() == before


def test_where_no_preview_is_asked_for_nobody_is_said_to_have_looked(desk: Desk) -> None:
    govern(desk.folder, desk.server, preview_required=False)
    plan = desk.plan()
    assert desk.send(plan).code == 0
    assert len(desk.server.asked) == 3
    station = this_workstation()
    with open_case(station, desk.case, read_only=True) as case, case.reader() as reader:
        assert reader.plans()[0].approved_by
        assert reader.plans()[0].looked == ()


def test_an_answered_plan_is_not_sent_again(desk: Desk) -> None:
    govern(desk.folder, desk.server, preview_required=False)
    plan = desk.plan()
    assert desk.send(plan).code == 0
    again = desk.send(plan, "--lang", "en")
    assert again.code == 0
    assert "answered before" in again.out
    assert len(desk.server.asked) == 3


def test_every_outcome_of_a_run_is_counted_and_leads_are_counted_once(desk: Desk) -> None:
    govern(desk.folder, desk.server, preview_required=False)

    def script(asked: Asked) -> Says:
        return Says("{", finish="length") if asked.number == 0 else Says(json.dumps({"findings": [LEAD]}))

    desk.server.script = script
    said = desk.send(desk.plan(), "--lang", "ja")
    assert said.code == 1
    assert "3 単位のうち 3 を送り、2 に回答がありました。手がかり 2 件、うち引用が合わないもの 2 件" in said.out
    assert "回答が途中まで: 1" in said.out


def test_a_killed_run_is_listed_by_its_number_and_gone_on_with_by_a_key_from_stdin(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")  # no keyring from here on
    govern(desk.folder, desk.server, preview_required=False, keep_key=False)
    plan = desk.plan()
    desk.server.script = lambda asked: Silence() if asked.number else Says('{"findings": []}')
    words = ("analyse", str(desk.case), "--model", "demo", "--approve", plan, "--key-from-stdin")
    with subprocess.Popen([sys.executable, "-m", "desktop", *words], stdin=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        process.stdin.write(f"{KEY}\n")
        process.stdin.flush()
        deadline = time.monotonic() + 60
        while len(desk.server.asked) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        process.kill()
    desk.server.ending.set()
    desk.server.script = lambda asked: Says('{"findings": []}')
    assert desk.sekisho("info", desk.case, "--json").records[0]["unfinished"] == [1]
    for command in ("info", "history", "ledger"):
        assert "--resume 1" in desk.sekisho(command, desk.case, "--lang", "en").out
    states = [one["outcome"] for one in desk.sekisho("ledger", desk.case, "--json").records]
    assert "unknown" in states
    assert "sent" not in states
    assert desk.send(plan, "--json").records[0]["error"] == "PlanUnderWay"
    asked = len(desk.server.asked)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{KEY}\n"))
    resumed = desk.sekisho("analyse", desk.case, "--resume", "1", "--key-from-stdin", "--json")
    assert resumed.code == 1, "what is unknown is not sent again unasked"
    assert resumed.records[0]["unknown"] == states.count("unknown")
    assert "--again-unknown" in resumed.err
    assert len(desk.server.asked) == 3, asked


def test_a_run_that_is_through_or_sent_nothing_has_nothing_to_resume(desk: Desk) -> None:
    assert desk.sekisho("analyse", desk.case, "--model", "rules").code == 0
    assert desk.sekisho("info", desk.case, "--json").records[0]["unfinished"] == []
    govern(desk.folder, desk.server, preview_required=False)
    assert desk.send(desk.plan()).code == 0
    assert desk.sekisho("analyse", desk.case, "--resume", "1", "--json").records[0]["error"] == "NothingToResume"
    assert desk.sekisho("analyse", desk.case, "--resume", "9", "--json").records[0]["error"] == "NoSuchRun"


# Plans


def test_a_plan_beyond_the_policys_limits_says_so(desk: Desk) -> None:
    govern(desk.folder, desk.server, preview_required=False, limits={"requests_run": 2})
    said = desk.sekisho("plan", desk.case, "--model", "demo", "--lang", "en")
    assert said.code == 1
    assert "3 requests are more than the 2 left" in said.err
    assert "To approve" not in said.out


def test_a_plan_of_nothing_that_may_be_sent_says_so(desk: Desk) -> None:
    govern(desk.folder, desk.server, preview_required=False, forbidden_kinds=["email"])
    said = desk.sekisho("plan", desk.case, "--model", "demo", "--lang", "en")
    assert said.code == 1
    assert "no unit that may be sent" in said.err
    assert "not sent (e-mail address)" in said.out
    assert "To approve" not in said.out


def test_the_call_that_a_plan_ends_with_can_be_pasted(desk: Desk) -> None:
    govern(desk.folder, desk.server, preview_required=False)
    said = desk.sekisho("plan", desk.case, "--model", "demo", "--bodies", "--lang", "ja")
    assert said.code == 0
    assert "strcpy(to, from);" in said.out
    assert "taro1@" not in said.out
    call = shlex.split(said.out.strip().splitlines()[-1])
    assert call[0] == "sekisho"
    assert desk.sekisho(*call[1:]).code == 0
    assert len(desk.server.asked) == 3


# Looking on a terminal


def looking(desk: Desk, answers: list[str]) -> tuple[tuple[Looked, ...] | None, str]:
    """Go through a new plan with these answers; what is recorded, and all that was printed."""
    govern(desk.folder, desk.server)
    desk.plan()
    out = io.StringIO()
    station, left = this_workstation(), iter(answers)
    with open_case(station, desk.case, read_only=True) as case, case.reader() as reader:
        shown = preview_of(reader, station, reader.plans()[0])
    ask = Looking(Console(Lang.EN, out=out), "Sato", lambda _: next(left), iter(range(100)).__next__, (100, 12))
    return ask.through(shown), out.getvalue()


def test_every_group_that_a_person_goes_through_is_recorded_with_who_and_how_long(desk: Desk) -> None:
    looked, printed = looking(desk, ["y", "", "", "", "y"])
    assert looked is not None
    assert [(one.group, one.who, one.seconds) for one in looked] == [
        ("masked:email", "Sato", 1.0),
        ("sample", "Sato", 1.0),
    ]
    assert "- /* mail: 【taro0@aosagi-bank.co.jp】 */" in printed
    assert "+ /* mail: 【⟦MAIL-" in printed
    assert "drawn at random leaks, at most 64 %" in printed


def test_a_key_held_down_ticks_nothing_and_stopping_records_nothing(desk: Desk) -> None:
    assert looking(desk, [*[""] * 50, "q"])[0] is None


def test_without_a_terminal_there_is_no_looking(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    govern(desk.folder, desk.server)
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n" * 50))
    said = desk.sekisho("plan", desk.case, "--model", "demo", "--show", "--lang", "en")
    assert said.code == 3
    assert "A person must look" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")
def test_who_looked_on_the_terminal_may_send(desk: Desk) -> None:
    import pty

    govern(desk.folder, desk.server)
    words = [sys.executable, "-m", "desktop", "plan", str(desk.case), "--model", "demo", "--show", "--lang", "en"]
    master, slave = pty.openpty()
    with subprocess.Popen(words, stdin=slave, stdout=slave, stderr=slave, close_fds=True) as process:
        os.close(slave)
        said = ""
        with suppress(OSError):  # a terminal whose other end is closed
            while data := os.read(master, 65536):
                said += data.decode("utf-8", "replace")
                if said.rstrip().endswith(("q to stop --", "q stop:")):
                    os.write(master, b"\n" if said.rstrip().endswith("--") else b"y\n")
                    said += "|"
    os.close(master)
    assert process.returncode == 0, said
    plan = said.rsplit("--approve ", 1)[1].split()[0]
    assert desk.send(plan).code == 0
    assert len(desk.server.asked) == 3


def test_what_the_case_holds_an_answer_to_is_planned_as_not_sent(desk: Desk) -> None:
    govern(desk.folder, desk.server, preview_required=False)
    assert desk.send(desk.plan()).code == 0
    (desk.folder / "more.c").write_text(PROGRAM.format(n=9))
    assert desk.sekisho("import", desk.case, desk.folder / "more.c").code == 0
    told = desk.sekisho("plan", desk.case, "--model", "demo", "--json").records[-1]
    assert (told["units"], told["sent"], told["answered_before"]) == (4, 1, 3)
    assert desk.send(str(told["plan"])).code == 0
    assert len(desk.server.asked) == 4

"""The workstation's log of sendings: budgets hold over threads, processes and deleted cases, and breaks are found."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.domain.ids import Sha256
from desktop.gate import reasons
from desktop.gate.egress_log import EgressLog, Sending
from desktop.gate.errors import EgressLogUnusable, Refused
from desktop.gate.policy import Limits
from tests.gate.bank import NOW

SENDING = Sending(
    time=NOW, case="case-1", user="Sato", entry="tiny", model="tiny-1", host="http://127.0.0.1/v1",
    body=Sha256("a" * 64), size=100, cost=Decimal("1"), currency="JPY", policy=Sha256("b" * 64), approved_by="Sato",
)  # fmt: skip
LIMITS = Limits(cost_day=Decimal(5), requests_day=100)


def test_a_sending_counts_at_its_highest_until_it_is_settled(tmp_path: Path) -> None:
    log = EgressLog(tmp_path)
    number = log.reserve(SENDING, LIMITS)
    assert log.spent("tiny", NOW).cost_day == 1
    log.settle(number, NOW, Decimal("0.25"), "answered")
    assert EgressLog(tmp_path).spent("tiny", NOW).cost_day == Decimal("0.25")


def test_many_at_once_do_not_overrun_a_budget(tmp_path: Path) -> None:
    logs = [EgressLog(tmp_path) for _ in range(4)]

    def reserve(number: int) -> bool:
        try:
            logs[number % 4].reserve(replace(SENDING, case=f"case-{number}"), LIMITS)
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(reserve, range(40))) == 5
    assert logs[0].spent("tiny", NOW).cost_day == 5


def test_days_months_and_entries_are_counted_apart(tmp_path: Path) -> None:
    log = EgressLog(tmp_path)
    log.reserve(SENDING, Limits())
    log.reserve(replace(SENDING, time=NOW - timedelta(days=2)), Limits())
    log.reserve(replace(SENDING, time=NOW - timedelta(days=40)), Limits())
    log.reserve(replace(SENDING, entry="other"), Limits())
    spent = log.spent("tiny", NOW)
    assert (spent.requests_day, spent.cost_day, spent.cost_month) == (1, 1, 2)


PLAN = Sha256("c" * 64)


@pytest.mark.parametrize("limits", [Limits(requests_run=3), Limits(cost_run=Decimal("3.5"))])
def test_a_run_is_held_over_retries_copies_of_its_case_and_processes(tmp_path: Path, limits: Limits) -> None:
    for case in ("case-1", "case-1", "copy-of-case-1"):
        EgressLog(tmp_path).reserve(replace(SENDING, case=case, plan=PLAN), limits)
    with pytest.raises(Refused) as refused:
        EgressLog(tmp_path).reserve(replace(SENDING, plan=PLAN), limits)
    [objection] = refused.value.objections
    assert isinstance(objection, reasons.TooManyRequests | reasons.BudgetExceeded)
    assert objection.per == "run"
    EgressLog(tmp_path).reserve(replace(SENDING, plan=Sha256("d" * 64)), limits)
    EgressLog(tmp_path).reserve(SENDING, limits)


def test_the_number_of_requests_a_day_is_held(tmp_path: Path) -> None:
    log = EgressLog(tmp_path)
    log.reserve(SENDING, Limits(requests_day=1))
    with pytest.raises(Refused) as refused:
        log.reserve(SENDING, Limits(requests_day=1))
    assert refused.value.objections == (reasons.TooManyRequests("day", 1, 0),)


def test_a_line_that_was_cut_by_a_kill_is_dropped(tmp_path: Path) -> None:
    log = EgressLog(tmp_path)
    log.reserve(SENDING, Limits())
    file = tmp_path / "egress.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole + whole[: len(whole) // 2])
    log = EgressLog(tmp_path)
    log.reserve(SENDING, Limits())
    assert log.spent("tiny", NOW).requests_day == 2
    assert len(file.read_bytes().splitlines()) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: lines[1:],
        lambda lines: [lines[0], *lines[2:]],
        lambda lines: [lines[0].replace(b'"cost":"1"', b'"cost":"0"'), *lines[1:]],
        lambda lines: [lines[1], lines[0], *lines[2:]],
        lambda lines: [b"{}\n", *lines],
        lambda lines: [b"not json\n", *lines],
    ],
)
def test_a_log_that_was_changed_stops_sending(tmp_path: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    log = EgressLog(tmp_path)
    for _ in range(4):
        log.reserve(SENDING, Limits())
    file = tmp_path / "egress.jsonl"
    file.write_bytes(b"".join(change(file.read_bytes().splitlines(keepends=True))))
    with pytest.raises(EgressLogUnusable) as broken:
        EgressLog(tmp_path).reserve(SENDING, Limits())
    assert broken.value.line > 0


def test_a_log_that_got_shorter_under_a_running_program_is_noticed(tmp_path: Path) -> None:
    log = EgressLog(tmp_path)
    for _ in range(3):
        log.reserve(SENDING, Limits())
    (tmp_path / "egress.jsonl").write_bytes(b"")
    with pytest.raises(EgressLogUnusable):
        log.reserve(SENDING, Limits())


def test_a_folder_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(EgressLogUnusable):
        EgressLog(tmp_path / "file")


def test_lines_hold_figures_and_digests_only(tmp_path: Path) -> None:
    EgressLog(tmp_path).reserve(SENDING, Limits())
    row = json.loads((tmp_path / "egress.jsonl").read_text())
    assert row.keys() == {
        *("event", "id", "prev", "time", "case", "user", "entry", "model", "host", "body", "size", "cost", "currency"),
        *("policy", "approved_by"),
    }

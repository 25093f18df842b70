"""Work off the window's thread: the newest question counts, tasks keep their order, failures reach whoever asked."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.casefile import Case, Query
from desktop.casefile.actions import SetStatus
from desktop.domain.changes import Change, Kind
from desktop.domain.errors import SekishoError
from desktop.domain.ids import FindingId, Seq
from desktop.domain.levels import Status
from desktop.ui.jobs import Jobs, Ticks
from desktop.ui.session import together
from desktop.ui.threads import Reading, Working
from desktop.ui.window import Window
from desktop.uses.cases import open_case
from desktop.uses.workstation import Workstation


@dataclass(eq=False)
class Broken(SekishoError):
    """A failure of the test's own."""

    what: str


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


@pytest.fixture
def reading(owner: QObject) -> Iterator[Reading[str]]:
    @contextmanager
    def reader() -> Iterator[str]:
        yield "reader"

    made = Reading(reader, owner)
    yield made
    made.close()


def test_a_case_that_is_put_away_writes_what_waits_and_then_tells_of_no_more_changes(
    bench: Window, case: Case, station: Workstation, qtbot: QtBot
) -> None:
    session, told = bench.session, list[Change]()
    session.changed.connect(told.append)
    for _ in range(20):
        session.do(SetStatus((FindingId(4),), Status.IN_REVIEW))
        session.do(SetStatus((FindingId(4),), Status.FALSE_POSITIVE, "the last of many"))
    bench.close_case()
    qtbot.wait(50)
    assert told == []
    with open_case(station, case.path) as again:
        assert again.read.rows([FindingId(4)])[0].status is Status.FALSE_POSITIVE
        assert again.verify().ok


def test_a_question_that_was_asked_again_is_answered_once(reading: Reading[str], qtbot: QtBot) -> None:
    gate = threading.Event()
    got: list[int] = []
    reading.ask("busy", lambda _reader: gate.wait(5), lambda _done: None)
    for number in range(5):
        reading.ask("list", lambda _reader, number=number: number, got.append)  # type: ignore[misc]
    gate.set()
    qtbot.waitUntil(lambda: bool(got))
    qtbot.wait(30)
    assert got == [4]


def test_the_newest_question_is_answered_first(reading: Reading[str], qtbot: QtBot) -> None:
    gate = threading.Event()
    got: list[int] = []
    reading.ask("busy", lambda _reader: gate.wait(5), lambda _done: None)
    time.sleep(0.05)
    for number in range(5):
        reading.ask(("page", number), lambda _reader, number=number: number, got.append)  # type: ignore[misc]
    gate.set()
    qtbot.waitUntil(lambda: len(got) == 5)
    assert got == [4, 3, 2, 1, 0]


def test_a_wish_that_grew_stale_is_dropped(reading: Reading[str], qtbot: QtBot) -> None:
    gate = threading.Event()
    got: list[str] = []
    reading.ask("busy", lambda _reader: gate.wait(5), lambda _done: None)
    time.sleep(0.05)
    reading.ask("old", lambda _reader: "old", got.append, within=0.01)
    time.sleep(0.05)
    reading.ask("new", lambda _reader: "new", got.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(got))
    qtbot.wait(30)
    assert got == ["new"]


def test_a_failure_reaches_the_asker_on_the_windows_thread(reading: Reading[str], qtbot: QtBot) -> None:
    said: list[SekishoError] = []
    threads: list[int] = []

    def fail(_reader: str) -> None:
        raise Broken("it")

    def take(error: SekishoError) -> None:
        said.append(error)
        threads.append(threading.get_ident())

    reading.ask("broken", fail, lambda _done: None, take)
    qtbot.waitUntil(lambda: bool(said))
    assert isinstance(said[0], Broken)
    assert threads == [threading.get_ident()]


def test_tasks_are_done_in_order_and_all_of_them_before_closing(owner: QObject) -> None:
    working = Working("writing", owner)
    done: list[int] = []
    for number in range(50):
        working.do(lambda number=number: done.append(number))  # type: ignore[misc]
    working.close()
    assert done == list(range(50))


def test_a_job_reports_progress_and_stops_when_it_is_cancelled(owner: QObject, qtbot: QtBot) -> None:
    jobs = Jobs(owner)
    ended: list[int] = []

    def work(ticks: Ticks) -> int:
        done = 0
        while not ticks.cancelled() and done < 10_000:
            done += 1
            ticks.progress(done, 10_000)
            time.sleep(0.001)
        return done

    job = jobs.start("Counting", work, ended.append, lambda _error: None)
    assert jobs.current is job
    qtbot.waitUntil(lambda: job.done > 3)
    job.ticks.cancel()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended[0] < 10_000
    assert jobs.current is None
    jobs.close()


def test_what_is_asked_after_a_change_knows_of_it(bench: Window, qtbot: QtBot) -> None:
    session = bench.session
    first = FindingId(int(bench.bench.findings.model.ids[0]))
    query = Query.parse("is:decided")
    got: list[int] = []
    for number in range(3):
        words = f"Not used {number}"
        session.do(
            SetStatus((first,), Status.NOT_AFFECTED, words),
            lambda _change: session.ask_index("decided", lambda index: index.count(query), got.append),
        )
    qtbot.waitUntil(lambda: bool(got))
    assert got[-1] == 1


def test_changes_in_quick_succession_come_as_one() -> None:
    def change(seq: int, *ids: int) -> Change:
        return Change(frozenset({Kind.FINDING}), tuple(FindingId(one) for one in ids), Seq(seq))

    merged = together([change(1, 5, 6), change(2, 6, 7)])
    assert (merged.ids, merged.seq, merged.bulk) == ((5, 6, 7), 2, False)

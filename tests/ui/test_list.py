"""The list: a million rows without a wait, an order that holds still, a row at hand that stays at hand."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.casefile.actions import SetStatus
from desktop.domain.findings import FindingRow
from desktop.domain.ids import FindingId
from desktop.domain.levels import Status
from desktop.ui.list.columns import Column
from desktop.ui.list.model import FindingModel, Group
from desktop.ui.list.pages import KEPT, PAGE, Pages
from desktop.ui.list.query import ListQuery
from desktop.ui.list.view import FindingView
from desktop.ui.threads import Reading
from desktop.ui.window import Window
from tests.casefile.samples import own
from tests.ui.test_standing import ROW

MILLION = 1_000_000
Select = Callable[[Window, str], FindingId]


class Rows:
    """Answers for any ids at once; counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def rows(self, ids: Sequence[int]) -> list[FindingRow]:
        self.asked.extend(ids)
        return [replace(ROW, id=FindingId(id), title=f"Finding {id}") for id in ids]


@pytest.fixture
def rows() -> Rows:
    return Rows()


@pytest.fixture
def model(rows: Rows, qapp: QApplication) -> Iterator[FindingModel]:
    @contextmanager
    def reader() -> Iterator[Rows]:
        yield rows

    owner = QObject()
    reading = Reading(reader, owner)
    yield FindingModel(Pages(reading, owner), owner)  # type: ignore[arg-type]  # answers as a Reader does
    reading.close()
    owner.deleteLater()


@pytest.fixture
def view(model: FindingModel, qtbot: QtBot) -> FindingView:
    made = FindingView(model, lambda: date(2026, 11, 23))
    qtbot.addWidget(made)
    made.resize(1200, 400)
    return made


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_a_million_findings_are_shown_marked_and_left_without_a_visible_wait(
    view: FindingView, model: FindingModel, qtbot: QtBot
) -> None:
    ids = np.arange(1, MILLION + 1, dtype=np.uint32)
    view.show()
    assert seconds(lambda: model.show(ids)) < 0.5
    assert model.rowCount() == MILLION
    assert seconds(lambda: (view.scrollToBottom(), QApplication.processEvents())) < 0.5
    qtbot.waitUntil(lambda: model.item(MILLION - 1) is not None)
    assert seconds(lambda: (model.mark_all(True), QApplication.processEvents())) < 0.5
    assert len(model.marked()) == model.marked_count == MILLION
    assert seconds(lambda: (view.selectAll(), QApplication.processEvents())) < 0.5
    assert model.row_of(FindingId(MILLION // 2)) == MILLION // 2 - 1


def test_only_pages_in_sight_are_read_and_some_fifty_are_kept(
    view: FindingView, model: FindingModel, rows: Rows, qtbot: QtBot
) -> None:
    model.show(range(1, MILLION + 1))
    view.show()
    qtbot.waitUntil(lambda: model.item(0) is not None)
    assert len(rows.asked) <= 3 * PAGE
    for page in range(KEPT + 20):
        qtbot.waitUntil(lambda page=page: model.item(page * PAGE) is not None)  # type: ignore[misc]
    assert len(model.outdate(model.ids)) <= KEPT * PAGE


def test_groups_stand_over_their_findings_and_can_be_shut(model: FindingModel, qtbot: QtBot) -> None:
    model.show([10, 11, 12, 13, 14], (Group("R1", 2), Group("R2", 3)))
    assert [model.finding_at(row) for row in range(model.rowCount())] == [None, 10, 11, None, 12, 13, 14]
    model.toggle_group(0)
    assert [model.finding_at(row) for row in range(model.rowCount())] == [None, None, 12, 13, 14]
    assert model.row_of(FindingId(12)) == 2
    assert model.row_of(FindingId(10)) is None


def test_the_order_is_held_until_it_is_asked_for_anew(bench: Window, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Finding 1")
    before = list(bench.bench.findings.model.ids)
    own(bench.session.case, "Came later")
    qtbot.waitUntil(lambda: "1 new" in bench.bench.findings.held)
    assert list(bench.bench.findings.model.ids) == before
    assert bench.bench.findings.view.at_hand == finding
    bench.action("resort").trigger()
    qtbot.waitUntil(lambda: len(bench.bench.findings.model.ids) == len(before) + 1)
    assert bench.bench.findings.view.at_hand == finding
    assert not bench.bench.findings.held


def test_a_decided_row_stays_where_it_is_in_its_new_standing(bench: Window, select: Select, qtbot: QtBot) -> None:
    bench.bench.findings.show_queue("is:undecided")
    qtbot.waitUntil(lambda: len(bench.bench.findings.model.ids) == 6)
    finding = select(bench, "Finding 2")
    before = list(bench.bench.findings.model.ids)
    row = bench.bench.findings.model.row_of(finding)
    assert row is not None
    bench.session.do(SetStatus((finding,), Status.NOT_AFFECTED, "Not used"))

    def shown() -> bool:
        item = bench.bench.findings.model.item(row)
        return isinstance(item, FindingRow) and item.status is Status.NOT_AFFECTED

    qtbot.waitUntil(shown)
    assert list(bench.bench.findings.model.ids) == before
    assert bench.bench.findings.view.at_hand == finding


def test_words_filters_and_queues_become_one_query() -> None:
    query = ListQuery("is:undecided").with_filter("severity:high").with_filter("severity:high")
    query = replace(query, words="残高", group="rule").sorted_by("due").sorted_by("due")
    assert query.text() == "is:undecided 残高 severity:high sort:-due group:rule"
    assert query.without_filter("severity:high").narrowed


def test_what_is_typed_is_searched_and_nothing_found_says_so(bench: Window, qtbot: QtBot) -> None:
    bench.bench.findings.search("commarea")
    qtbot.waitUntil(lambda: len(bench.bench.findings.model.ids) == 1)
    bench.bench.findings.search("no such words")
    qtbot.waitUntil(lambda: "No finding matches." in bench.bench.findings.empty_words)
    bench.action("back").trigger()
    qtbot.waitUntil(lambda: len(bench.bench.findings.model.ids) == 7)


def test_a_query_that_is_kept_stands_below_the_queues_until_it_is_forgotten(
    bench: Window, press: Callable[..., None], qtbot: QtBot
) -> None:
    bench.bench.findings.search("commarea")
    qtbot.waitUntil(lambda: len(bench.bench.findings.model.ids) == 1)
    bench.action("save_query").trigger()
    press("lengths", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.bench.sidebar.queues.get("commarea") == "lengths")
    bench.bench.findings.show_queue("commarea")
    qtbot.waitUntil(lambda: bench.bench.findings.saved_name == "lengths")
    bench.action("forget_query").trigger()
    qtbot.waitUntil(lambda: "commarea" not in bench.bench.sidebar.queues)


def test_a_mistyped_query_is_said_and_leaves_the_list_alone(bench: Window, qtbot: QtBot) -> None:
    before = list(bench.bench.findings.model.ids)
    bench.bench.findings.search("severity:hgih")
    qtbot.waitUntil(lambda: "severity:hgih" in bench.bench.findings.problem)
    assert list(bench.bench.findings.model.ids) == before
    qtbot.wait(150)  # the queues are counted once nothing was typed for a moment
    bench.bench.findings.search("")
    qtbot.waitUntil(lambda: not bench.bench.findings.problem)


def test_a_tools_words_are_never_markup_in_a_tool_tip(model: FindingModel, rows: Rows, qtbot: QtBot) -> None:
    model.show([1])
    qtbot.waitUntil(lambda: model.item(0) is not None)
    rows.rows = lambda ids: [replace(ROW, id=FindingId(id), title="<img src=file:///x>") for id in ids]  # type: ignore[method-assign]
    model.outdate(None)
    model.item(0)
    qtbot.waitUntil(lambda: isinstance(item := model.item(0), FindingRow) and item.title.startswith("<img"))
    tip = model.data(model.index(0, Column.FINDING), Qt.ItemDataRole.ToolTipRole)
    assert tip is not None
    assert "<img" not in tip
    assert "&lt;img" in tip

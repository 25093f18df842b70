"""Another row comes to hand while words are being typed, or before the last key was answered."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.casefile.actions import Reanchor
from desktop.domain.ids import FindingId
from desktop.domain.levels import Status
from desktop.domain.places import Span
from desktop.ui.claim.checks import CheckList
from desktop.ui.list.columns import Column
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.window import Window
from tests.ui.test_triage import Press, Select, status_of, wait_for

CTRL = Qt.KeyboardModifier.ControlModifier


def click_on(qtbot: QtBot, window: Window, finding: FindingId) -> None:
    view = window.bench.findings.view
    row = window.bench.findings.model.row_of(finding)
    assert row is not None
    where = view.visualRect(window.bench.findings.model.index(row, Column.FINDING)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))  # type: ignore[no-untyped-call]


def at_hand(window: Window, finding: FindingId) -> bool:
    facts = window.bench.claim.facts
    return facts is not None and facts.row.id == finding and window.bench.decision.targets.ids == (finding,)


def words() -> str | None:
    line = QApplication.focusWidget()
    return line.text() if isinstance(line, LineEdit) else None


@pytest.mark.parametrize(
    "keys", [("A",), ("T",), ("R",), ("3", Qt.Key.Key_Tab)], ids=["note", "tag", "verification", "reason"]
)
def test_a_clicked_row_takes_no_words_and_loses_none(
    bench: Window, press: Press, select: Select, qtbot: QtBot, keys: tuple[str | Qt.Key, ...]
) -> None:
    second = select(bench, "Finding 1")
    first = select(bench, "Finding 0")
    entries = bench.session.case.read.info().entries
    press(*keys)
    press("words for the first")
    click_on(qtbot, bench, second)
    assert not bench.bench.decision.is_open
    qtbot.waitUntil(lambda: at_hand(bench, second))
    press(Qt.Key.Key_Return)
    press(*keys)
    assert words() == ""
    press(Qt.Key.Key_Escape)
    click_on(qtbot, bench, first)
    qtbot.waitUntil(lambda: at_hand(bench, first))
    press(*keys)
    assert words() == "words for the first"
    assert bench.session.case.read.info().entries == entries


def test_a_note_names_its_finding_before_and_after(bench: Window, press: Press, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Finding 0")
    press("A")
    assert bench.bench.decision.asked == f"Annotation of #{finding}"
    press("seen", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.bench.decision.said.startswith(f"#{finding}: Annotated"))


def test_undo_and_redo_say_what_and_of_which_finding(bench: Window, press: Press, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Finding 0")
    press("5", "1")
    wait_for(qtbot, bench, finding, Status.NOT_AFFECTED)
    qtbot.waitUntil(lambda: bench.action("undo").isEnabled())
    press(Qt.Key.Key_Z, modifier=CTRL)
    qtbot.waitUntil(lambda: bench.bench.decision.said == f"Undone: Decided #{finding}")
    bench.bench.decision.take_offer()
    qtbot.waitUntil(lambda: bench.bench.decision.said == f"Done again: Decided #{finding}")
    assert status_of(bench, finding) is Status.NOT_AFFECTED
    bench.bench.decision.take_offer()
    qtbot.waitUntil(lambda: bench.bench.decision.said == f"Undone: Decided #{finding}")
    assert status_of(bench, finding) is Status.NEW


def test_a_digit_that_is_quicker_than_the_reading_decides_the_row_it_was_pressed_on(
    bench: Window, press: Press, select: Select, qtbot: QtBot
) -> None:
    first = select(bench, "Finding 0")
    press(Qt.Key.Key_Down, "1")
    second = bench.bench.findings.view.at_hand
    assert second not in (None, first)
    assert second is not None
    wait_for(qtbot, bench, second, Status.IN_REVIEW)
    assert status_of(bench, first) is Status.NEW


def test_a_digit_without_a_finding_waits_for_none(bench: Window, press: Press, qtbot: QtBot) -> None:
    bench.bench.findings.search("nothing is called so")
    qtbot.waitUntil(lambda: bool(bench.bench.findings.empty_words))
    bench.bench.decision.digit(1)
    bench.bench.findings.search("")
    qtbot.waitUntil(lambda: bool(bench.bench.decision.targets.ids))
    qtbot.wait(50)
    assert all(row.status is Status.NEW for row in bench.session.case.read.rows(range(1, 10)))


def test_who_showed_the_place_of_a_quote_is_named_beside_it(bench: Window, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Quoted nowhere")
    evidence = next(iter(bench.session.case.read.evidence())).id
    bench.session.do(Reanchor(finding, evidence, Span(338, 359)))
    checks = bench.bench.claim.findChild(CheckList)
    assert isinstance(checks, CheckList)
    qtbot.waitUntil(lambda: "shown by Sato" in checks.accessibleDescription())

"""More can be masked and anything written anew before it leaves, by mouse and by keyboard; what is shown is sent."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from desktop.domain.runs import RunState
from desktop.gate.edits import CHOSEN, EDITED
from desktop.ui.pages import run
from desktop.ui.pages.egress.choosable import ChoosableSheet
from desktop.ui.pages.egress.page import EgressPage, Stage
from desktop.ui.pages.run import RunPage
from desktop.ui.session import Session
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.type import Size
from desktop.ui.widgets.label import Label
from tests.scripted_server import ScriptedServer
from tests.ui.pages.checking import Show, checked, look_at_all, sent_text

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
Checked = Callable[[], EgressPage]


@pytest.fixture
def page(allowed: Session, qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch) -> EgressPage:
    return checked(allowed, qtbot, show, monkeypatch)


def _sheet(page: EgressPage) -> ChoosableSheet:
    [sheet] = page.findChildren(ChoosableSheet)
    return sheet


def _point(sheet: ChoosableSheet, at: int) -> QPoint:
    """Where character ``at`` begins on the screen."""
    row, column = sheet.row_of(at)
    x = QFontMetricsF(theme_type.code(Size.CODE)).horizontalAdvance(sheet.line(row)[:column]) + sheet._gutter()
    y = (row - sheet.verticalScrollBar().value()) * sheet._height() + sheet._height() // 2
    return QPoint(round(x) - sheet.horizontalScrollBar().value(), y)


def _drag(page: EgressPage, qtbot: QtBot, words: str) -> None:
    sheet = _sheet(page)
    start = sheet.text.index(words)
    for at in (start + len(words), start):
        sheet.bring_into_sight(at)
    left, right = _point(sheet, start), _point(sheet, start + len(words))
    qtbot.mousePress(sheet.viewport(), Qt.MouseButton.LeftButton, NONE, left)
    qtbot.mouseMove(sheet.viewport(), right)
    qtbot.mouseRelease(sheet.viewport(), Qt.MouseButton.LeftButton, NONE, right)
    if sheet.chosen != (start, start + len(words)):  # a drag without a real pointer: Shift and a click say the same
        qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, SHIFT, right)
    assert sheet.chosen == (start, start + len(words))


def _choose_by_keys(page: EgressPage, qtbot: QtBot, words: str) -> None:
    sheet = _sheet(page)
    sheet.setFocus(Qt.FocusReason.TabFocusReason)
    row, column = sheet.row_of(sheet.text.index(words))
    for _ in range(sheet.line_count):
        qtbot.keyClick(sheet, Qt.Key.Key_Up)
    for _ in range(row):
        qtbot.keyClick(sheet, Qt.Key.Key_Down)
    qtbot.keyClick(sheet, Qt.Key.Key_Home)
    for _ in range(column):
        qtbot.keyClick(sheet, Qt.Key.Key_Right)
    for _ in words:
        qtbot.keyClick(sheet, Qt.Key.Key_Right, SHIFT)
    start = sheet.text.index(words)
    assert sheet.chosen == (start, start + len(words))


def _planned_again(page: EgressPage, qtbot: QtBot, do: Callable[[], None]) -> None:
    """``do`` makes the plan again, under another digest that the page shows."""
    assert page.check.looking is not None
    before = page.check.looking.shown.plan.digest
    do()
    qtbot.waitUntil(
        lambda: (
            page.stage is Stage.CHECK
            and page.check.looking is not None
            and page.check.looking.shown.plan.digest != before
        ),
        timeout=30_000,
    )
    digest = page.check.looking.shown.plan.digest
    shown = [label.text() for label in page.check.terms.findChildren(Label)]
    assert f"{digest[:8]}…{digest[-4:]}" in shown


@pytest.mark.parametrize("choose", [_drag, _choose_by_keys])
def test_any_stretch_of_what_leaves_is_masked_everywhere(
    page: EgressPage, qtbot: QtBot, choose: Callable[[EgressPage, QtBot, str], None]
) -> None:
    assert sent_text(page).count("WK-SQL-STATEMENT") == 1
    choose(page, qtbot, "SQL-STATEMENT")
    _planned_again(page, qtbot, lambda: qtbot.keyClick(_sheet(page), Qt.Key.Key_M))
    assert "SQL-STATEMENT" not in sent_text(page)
    assert page.check.looking is not None
    assert page.check.looking.group(f"masked:{CHOSEN}") is not None
    assert not page.check.looking.is_ticked(f"masked:{CHOSEN}"), "what is new is to be looked at"


def test_a_double_click_chooses_a_word_and_the_button_masks_it(page: EgressPage, qtbot: QtBot) -> None:
    sheet = _sheet(page)
    sheet.bring_into_sight(sheet.text.index("DPB0900"))
    point = _point(sheet, sheet.text.index("DPB0900") + 2)
    qtbot.mouseDClick(sheet.viewport(), Qt.MouseButton.LeftButton, NONE, point)
    assert sheet.chosen is not None
    assert sheet.text[slice(*sheet.chosen)] == "DPB0900"
    _planned_again(page, qtbot, lambda: qtbot.mouseClick(page.check.hits.mask_key, Qt.MouseButton.LeftButton))
    assert "DPB0900" not in sent_text(page)


@pytest.mark.parametrize("choose", [_drag, _choose_by_keys])
def test_a_stretch_is_written_anew_scanned_again_and_taken_back(
    page: EgressPage, qtbot: QtBot, choose: Callable[[EgressPage, QtBot, str], None]
) -> None:
    before = sent_text(page)
    choose(page, qtbot, "WK-IN")
    qtbot.keyClick(_sheet(page), Qt.Key.Key_E)
    line = page.check.hits.rewriting.line
    assert page.check.rewriting and line.hasFocus() and line.text() == "WK-IN"
    assert page.footing().main is None, "nothing is sent while words are being typed"
    qtbot.keyClicks(line, "AN-INPUT M 1480233")
    _planned_again(page, qtbot, lambda: qtbot.keyClick(line, Qt.Key.Key_Return))
    after = sent_text(page)
    assert "MOVE AN-INPUT M " in after
    assert "1480233" not in after, "what was masked is masked in own words too"
    assert page.check.looking is not None
    assert page.check.looking.group(f"masked:{EDITED}") is not None
    _planned_again(page, qtbot, lambda: qtbot.keyClick(_sheet(page), Qt.Key.Key_Z))
    assert sent_text(page) == before


def test_esc_leaves_the_words_and_then_the_check(page: EgressPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.check.hits.table, Qt.Key.Key_E)
    assert page.check.rewriting
    qtbot.keyClick(page.check.hits.rewriting.line, Qt.Key.Key_Escape)
    assert not page.check.rewriting
    assert page.stage is Stage.CHECK
    assert page.escape()
    assert page.stage is Stage.PLAN


def test_own_words_that_bring_a_my_number_keep_the_unit_here(page: EgressPage, qtbot: QtBot) -> None:
    _drag(page, qtbot, "WK-IN")
    qtbot.keyClick(_sheet(page), Qt.Key.Key_E)
    page.check.hits.rewriting.line.setText("個人番号 621498320257")
    _planned_again(page, qtbot, lambda: qtbot.keyClick(page.check.hits.rewriting.line, Qt.Key.Key_Return))
    assert sent_text(page) == ""


def test_what_was_written_anew_is_what_is_sent(
    page: EgressPage, allowed: Session, qtbot: QtBot, show: Show, scripted: ScriptedServer
) -> None:
    _drag(page, qtbot, "WK-HOST")
    qtbot.keyClick(_sheet(page), Qt.Key.Key_E)
    page.check.hits.rewriting.line.setText("WK-ANY")
    _planned_again(page, qtbot, lambda: qtbot.keyClick(page.check.hits.rewriting.line, Qt.Key.Key_Return))
    look_at_all(page, qtbot)
    leaving = sent_text(page)
    with qtbot.waitSignal(allowed.page_wanted, timeout=10_000) as wanted:
        qtbot.keyClick(page, Qt.Key.Key_Return, CONTROL)
    assert wanted.args is not None
    running = run.make(allowed, wanted.args[1])
    assert isinstance(running, RunPage)
    show(running)
    qtbot.waitUntil(lambda: running._seen.run is not None and running._seen.run.state is RunState.DONE, timeout=30_000)
    [asked] = scripted.asked
    assert leaving in asked.text
    assert "WK-ANY " in asked.text
    assert "WK-HOST" not in asked.text

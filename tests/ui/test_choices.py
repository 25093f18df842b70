"""Choices by digit: always to be seen, cut only with a sign of it, and the likeliest duplicate first."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.casefile import Case
from desktop.domain.findings import FindingRow
from desktop.domain.ids import FindingId
from desktop.ui.decision.candidates import candidates
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.keybutton import KeyButton
from desktop.ui.window import Window
from tests.casefile.samples import report, unit
from tests.ui.test_triage import Press, Select


def choices(window: Window) -> list[KeyButton]:
    """The strip's choices that can be seen, each where no other is."""
    strip = window.bench.decision._strip
    shown = [button for button in strip._choices.findChildren(KeyButton) if button.isVisible()]
    assert all(strip._choices.rect().contains(button.geometry()) for button in shown)
    assert not any(one.geometry().intersects(other.geometry()) for one in shown for other in shown if one is not other)
    return shown


@pytest.mark.parametrize("keys", ["23", "42", "32", "333", "24235"])
def test_choices_stand_there_after_any_number_of_cancels(
    bench: Window, press: Press, select: Select, qtbot: QtBot, keys: str
) -> None:
    select(bench, "Finding 0")
    for key in keys[:-1]:
        press(key)
        qtbot.wait(1)
        press(Qt.Key.Key_Escape)
    press(keys[-1])
    qtbot.waitUntil(lambda: len(choices(bench)) >= 2)


def test_a_choice_wider_than_the_row_is_cut_and_told_whole_by_a_tip(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(8, holder)
    long = KeyButton("1", "#58 same line · src/atm/zgw.c · " + "Easily used incorrectly " * 20)
    short = KeyButton("2", "short")
    flow.addWidget(long)
    flow.addWidget(short)
    holder.resize(420, 120)
    holder.show()
    qtbot.waitUntil(lambda: long.width() == 420)
    assert "Easily" in long.toolTip()
    assert short.toolTip() == ""
    assert short.y() > long.y()


def test_the_finding_at_the_same_line_is_the_first_candidate(case: Case) -> None:
    with case:
        case.do(report([unit(7, rule="other", line=1)], tool="second", name="second.sarif"))
        rows = {row.title: row for row in case.read.rows([*range(1, 20)])}
        at_line = case.read.on_same_line(rows["Finding 0"].id)
    assert at_line == [rows["Finding 7"].id]
    others = [rows["Finding 1"], rows["Finding 2"], rows["Finding 7"]]
    offered = candidates(rows["Finding 0"], others, at_line, has_line=True)
    assert [(one.row.title, one.why) for one in offered] == [
        ("Finding 7", "line-and-weakness"),
        ("Finding 1", "weakness-other-line"),
        ("Finding 2", "weakness-other-line"),
    ]


def test_only_what_has_no_line_is_called_the_same_place(case: Case) -> None:
    with case:
        row = next(row for row in case.read.rows([*range(1, 20)]) if row.title == "Finding 0")
    other: FindingRow = replace(row, id=FindingId(99))
    assert candidates(row, [other], (), has_line=False)[0].why == "place-and-weakness"

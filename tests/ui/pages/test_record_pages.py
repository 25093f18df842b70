"""The history, and writing reports."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.casefile.actions import AddFinding, SetCase, SetStatus, SetVerification
from desktop.domain.ids import FindingId
from desktop.domain.levels import Severity, Status, Verification
from desktop.reports import FORMATS
from desktop.ui.pages import export, history
from desktop.ui.pages.host import PageHost
from desktop.ui.pages.page import Page
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.table import Table
from tests.ui.pages.conftest import named

Show = Callable[[Page], PageHost]


def _decided_case(session: Session) -> None:
    session.case.do(AddFinding("Balance overflows", Severity.HIGH))
    session.case.do(AddFinding("Password in JCL", Severity.CRITICAL))
    session.case.do(SetStatus((FindingId(1),), Status.FALSE_POSITIVE, "Cannot be reached"))


def _said(page: Page) -> str:
    return "\n".join(banner.words for banner in page.findChildren(Banner) if banner.isVisible())


def _facts(page: QWidget) -> str:
    facts = (label for block in page.findChildren(Facts) for label in block.findChildren(Label))
    return "\n".join(label.text() for label in facts)


def test_the_history_shows_each_entry_under_its_day_with_the_reason_that_was_typed(
    session: Session, qtbot: QtBot, show: Show
) -> None:
    _decided_case(session)
    page = history.make(session, None)
    show(page)
    table = page.findChild(Table)
    assert table is not None
    qtbot.waitUntil(lambda: table.count == 5)
    words = [table.model().index(row, 2).data() for row in range(table.count)]
    assert "Cannot be reached" in words[1] and "#1" in words[1]
    assert table.at == 1, "the newest entry is at hand, not the heading of its day"
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert table.at == 1


def test_undo_to_here_takes_back_what_came_after_and_keeps_the_entries(
    session: Session, qtbot: QtBot, show: Show
) -> None:
    _decided_case(session)
    page = history.make(session, None)
    show(page)
    table = page.findChild(Table)
    assert table is not None
    qtbot.waitUntil(lambda: table.count == 5)
    table.go_to(3)
    qtbot.waitUntil(lambda: page.footing().others[0].enabled)  # type: ignore[union-attr]
    qtbot.mouseClick(named(page.window(), Button, "Undo to here"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "2 entries undone" in _said(page))
    info = session.case.read.info()
    assert (info.findings, info.entries) == (1, 6)
    qtbot.waitUntil(lambda: table.count == 7)


def test_the_integrity_check_says_its_result_and_a_changed_row_is_found(
    session: Session, qtbot: QtBot, show: Show
) -> None:
    _decided_case(session)
    page = history.make(session, None)
    host = show(page)
    qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "as they were written" in _said(page))
    session.case._db.execute("update finding_text set title = 'Nothing' where id = 1")
    qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "finding_text" in _said(page))
    assert "changed" in _facts(page)


def test_a_change_elsewhere_reaches_the_history(session: Session, qtbot: QtBot, show: Show) -> None:
    page = history.make(session, None)
    show(page)
    table = page.findChild(Table)
    assert table is not None
    qtbot.waitUntil(lambda: table.count == 2)
    session.do(SetCase(title="Loans 2026"))
    qtbot.waitUntil(lambda: table.count == 3)


def test_leaving_a_page_leaves_its_unanswered_questions_behind(session: Session, qtbot: QtBot, show: Show) -> None:
    host = show(history.make(session, None))
    host.back()
    session.do(SetCase(title="Loans 2026"))
    qtbot.wait(50)


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "pdf"])
def test_a_report_is_written_and_its_result_is_said(
    session: Session, qtbot: QtBot, show: Show, tmp_path: Path, form: str
) -> None:
    _decided_case(session)
    page = export.make(session, None)
    host = show(page)
    assert isinstance(page, export.ExportPage)
    page.set_folder(tmp_path)
    words = {"sarif": "SARIF", "xlsx": "Excel", "html": "HTML"}[form]
    qtbot.mouseClick(named(page, Button, f"Form: {words}"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.footing().main.enabled)
    qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "is written: findings 1, AI leads 0, left out 1." in _said(page), timeout=20_000)
    written = list(tmp_path.glob(f"case-*.{form}"))
    assert len(written) == 1
    assert not page.footing().main.enabled, "the same file is not written twice"
    assert not [label for label in page.findChildren(Label) if label.isVisible() and "of this name" in label.text()]


def test_the_export_page_says_what_is_held_what_is_left_out_and_who_has_read(
    session: Session, qtbot: QtBot, show: Show
) -> None:
    _decided_case(session)
    session.case.do(AddFinding("Refuted and still new", Severity.LOW))
    session.case.do(SetVerification((FindingId(3),), Verification.REFUTED, "tried, does not happen"))
    page = export.make(session, None)
    show(page)
    qtbot.waitUntil(lambda: "By nobody" in _facts(page) and "Dismissed" in _facts(page))
    said = _facts(page).splitlines()
    told = {words: said[at + 1] for at, words in enumerate(said[:-1])}
    assert told["Dismissed (title and reason)"] == "2", "as the report counts it"
    assert told["Undecided, of tools and people"] == "1"
    assert told["Quote not found (title only)"] == "0"


def test_a_folder_that_may_not_be_written_is_said_in_plain_words(
    session: Session, qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    page = export.make(session, None)
    host = show(page)
    assert isinstance(page, export.ExportPage)
    page.set_folder(tmp_path / "gone")
    qtbot.mouseClick(named(page, Button, "Form: SARIF"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.footing().main.enabled)
    qtbot.keyClick(host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "gone" in _said(page))
    assert "is written" not in _said(page)

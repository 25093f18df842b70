"""What the search line promises: findings by all their words, and the lines of evidence that hold them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.casefile import Case
from desktop.casefile.actions import Annotate
from desktop.ui.window import Window
from tests.casefile.samples import source
from tests.ui.test_triage import Press, Select

KANJI = "01 WK-ZAN PIC S9(13).\n* 残高ﾁｪｯｸ ｻﾞﾝﾀﾞｶ 口座\n" * 2


def titles(window: Window) -> list[str]:
    return [row.title for row in window.session.case.read.rows([int(one) for one in window.bench.findings.model.ids])]


def test_a_note_finds_its_finding(bench: Window, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Finding 1")
    bench.session.do(Annotate("振込の限度額を見る", finding=finding))
    bench.bench.findings.search("振込")
    qtbot.waitUntil(lambda: titles(bench) == ["Finding 1"])


def test_lines_of_evidence_are_offered_and_enter_opens_one(
    bench: Window, press: Press, case: Case, qtbot: QtBot
) -> None:
    source(case, "batch/ZAN.cbl", KANJI.encode())
    bench.action("search").trigger()
    bench.case_bar.search.setText("ザンダカ")
    press(Qt.Key.Key_Return)
    lines = bench.bench.findings.lines
    qtbot.waitUntil(
        lambda: [(hit.path, hit.line) for hit in lines.lines] == [("batch/ZAN.cbl", 2), ("batch/ZAN.cbl", 4)]
    )
    qtbot.waitUntil(lambda: "lines of evidence below" in bench.bench.findings.empty_words)
    bench.bench.findings.take_keys(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lines.view.hasFocus)
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    view = bench.bench.evidence.view
    qtbot.waitUntil(lambda: view.document is not None and view.document.evidence.path == "batch/ZAN.cbl")
    qtbot.waitUntil(lambda: view.caret[0] == 4)


def test_a_search_that_finds_findings_offers_lines_too_and_esc_puts_them_away(
    bench: Window, press: Press, qtbot: QtBot
) -> None:
    bench.bench.findings.search("DPO0310")
    lines = bench.bench.findings.lines
    qtbot.waitUntil(lines.isVisible)
    assert len(lines.lines) == 8
    assert len(titles(bench)) > 0
    bench.bench.findings.view.setFocus()
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not lines.isVisible())


def test_what_texts_brought_is_not_called_new_and_esc_empties_the_line(
    bench: Window, press: Press, qtbot: QtBot
) -> None:
    bench.action("search").trigger()
    bench.case_bar.search.setText("MOVE")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(bench.bench.findings.model.ids) == 2)
    qtbot.wait(200)
    assert bench.bench.findings.held == ""
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(bench.bench.findings.model.ids) == 7)
    assert bench.case_bar.search.text() == ""


def test_facets_alone_look_into_no_evidence(bench: Window, qtbot: QtBot) -> None:
    bench.bench.findings.search("severity:high")
    qtbot.waitUntil(lambda: 0 < len(bench.bench.findings.model.ids) < 7)
    qtbot.wait(50)
    assert not bench.bench.findings.lines.isVisible()


def test_the_line_that_is_searched_keeps_the_keys_while_results_come(bench: Window, press: Press, qtbot: QtBot) -> None:
    bench.action("search").trigger()
    press(*"MOVE")
    qtbot.waitUntil(bench.bench.findings.lines.isVisible)
    assert QApplication.focusWidget() is bench.case_bar.search

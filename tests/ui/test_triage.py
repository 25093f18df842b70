"""The two-key loop of UX §3 in the real window, by keys alone."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, Severity, Status, Verification
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.window import Window

Press = Callable[..., None]
Select = Callable[[Window, str], FindingId]


def status_of(window: Window, finding: FindingId) -> Status:
    return window.session.case.read.rows([finding])[0].status


def wait_for(qtbot: QtBot, window: Window, finding: FindingId, status: Status) -> None:
    qtbot.waitUntil(lambda: status_of(window, finding) is status)


def test_a_digit_opens_the_strip_and_changes_nothing_yet(
    bench: Window, press: Press, select: Select, qtbot: QtBot
) -> None:
    finding = select(bench, "Finding 0")
    entries = bench.session.case.read.info().entries
    press("3")
    assert bench.bench.decision.is_open
    assert bench.bench.findings.view.hasFocus()
    assert bench.session.case.read.info().entries == entries
    press(Qt.Key.Key_Escape)
    assert not bench.bench.decision.is_open
    assert status_of(bench, finding) is Status.NEW


def test_digit_and_space_decide_with_the_last_reason_and_the_next_one_is_there(
    bench: Window, press: Press, select: Select, qtbot: QtBot
) -> None:
    first = select(bench, "Finding 0")
    press("3", Qt.Key.Key_Tab)
    editor = QApplication.focusWidget()
    assert isinstance(editor, LineEdit)
    press("Checked by the caller", Qt.Key.Key_Return)
    wait_for(qtbot, bench, first, Status.FALSE_POSITIVE)
    qtbot.waitUntil(bench.bench.findings.view.hasFocus)
    second = select(bench, "Finding 1")
    press("3", Qt.Key.Key_Space)
    wait_for(qtbot, bench, second, Status.FALSE_POSITIVE)
    decision = bench.session.case.read.finding(second).decision
    assert decision is not None
    assert decision.reason == "Checked by the caller"
    qtbot.waitUntil(lambda: bench.bench.findings.view.at_hand not in (None, first, second))


def test_a_preset_reason_is_one_digit_away(bench: Window, press: Press, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Finding 2")
    press("5", "1")
    wait_for(qtbot, bench, finding, Status.NOT_AFFECTED)


def test_in_review_needs_no_reason(bench: Window, press: Press, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Finding 1")
    press("1")
    wait_for(qtbot, bench, finding, Status.IN_REVIEW)


def test_a_lead_is_confirmed_only_by_a_typed_line(bench: Window, press: Press, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Dynamic SQL")
    press("2", "2", Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert bench.bench.decision.is_open
    assert status_of(bench, finding) is Status.NEW
    press(Qt.Key.Key_Tab)
    press("Nothing tests it before", Qt.Key.Key_Return)
    wait_for(qtbot, bench, finding, Status.CONFIRMED)
    decision = bench.session.case.read.finding(finding).decision
    assert decision is not None
    assert decision.how is CheckedHow.READ_THE_CODE


def test_holding_a_key_down_never_decides(bench: Window, press: Press, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Finding 0")
    bench.bench.decision.remember(Status.FALSE_POSITIVE, "Checked before")
    press("3")
    view = bench.bench.findings.view
    for _ in range(5):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
        QApplication.sendEvent(view, held)
    assert bench.bench.decision.is_open
    assert status_of(bench, finding) is Status.NEW


def test_return_belongs_to_the_input_method_while_it_composes(
    bench: Window, press: Press, select: Select, qtbot: QtBot
) -> None:
    finding = select(bench, "Finding 0")
    press("3", Qt.Key.Key_Tab)
    editor = QApplication.focusWidget()
    assert isinstance(editor, LineEdit)
    press("検査済み"[0])
    QApplication.sendEvent(editor, QInputMethodEvent("けんさ", []))
    press(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert bench.bench.decision.is_open
    assert status_of(bench, finding) is Status.NEW
    done = QInputMethodEvent()
    done.setCommitString("検査")
    QApplication.sendEvent(editor, done)
    press(Qt.Key.Key_Return)
    wait_for(qtbot, bench, finding, Status.FALSE_POSITIVE)


def test_undo_takes_the_decision_back_and_returns_the_cursor(
    bench: Window, press: Press, select: Select, qtbot: QtBot
) -> None:
    finding = select(bench, "Finding 0")
    press("5", "1")
    wait_for(qtbot, bench, finding, Status.NOT_AFFECTED)
    qtbot.waitUntil(lambda: bench.bench.findings.view.at_hand != finding)
    qtbot.waitUntil(lambda: bench.action("undo").isEnabled())
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, bench, finding, Status.NEW)
    qtbot.waitUntil(lambda: bench.bench.findings.view.at_hand == finding)


def test_marked_findings_are_decided_at_once_as_one_entry(
    bench: Window, press: Press, select: Select, qtbot: QtBot
) -> None:
    first = select(bench, "Finding 0")
    press("v")
    second = select(bench, "Finding 1")
    press("v")
    qtbot.waitUntil(lambda: len(bench.bench.decision.targets.ids) == 2)
    entries = bench.session.case.read.info().entries
    press("5", "1")
    wait_for(qtbot, bench, first, Status.NOT_AFFECTED)
    assert status_of(bench, second) is Status.NOT_AFFECTED
    assert bench.session.case.read.info().entries == entries + 1
    qtbot.waitUntil(lambda: bench.bench.findings.model.marked() == ())


def test_leads_are_not_confirmed_in_bulk(bench: Window, press: Press, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Dynamic SQL")
    press("v")
    select(bench, "Finding 0")
    press("v")
    qtbot.waitUntil(lambda: bench.bench.decision.targets.bulk)
    press("2", "2", Qt.Key.Key_Return)
    assert bench.bench.decision.is_open
    assert status_of(bench, finding) is Status.NEW


def test_reproduced_asks_for_words_and_keeps_them(bench: Window, press: Press, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Dynamic SQL")
    press("r")
    press("Ran it with a quote in the branch number", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.session.case.read.rows([finding])[0].verification is Verification.REPRODUCED)


def test_confirmed_by_reproducing_it_is_reproduced_in_the_list(
    bench: Window, press: Press, select: Select, qtbot: QtBot
) -> None:
    finding = select(bench, "Finding 0")
    entries = bench.session.case.read.info().entries
    press("2", "1", Qt.Key.Key_Return)
    wait_for(qtbot, bench, finding, Status.CONFIRMED)
    row = bench.session.case.read.rows([finding])[0]
    assert (row.verification, row.verified_by) == (Verification.REPRODUCED, bench.session.case.actor)
    assert bench.session.case.read.info().entries == entries + 1


def test_severity_is_set_by_a_digit_and_a_tag_by_a_word(
    bench: Window, press: Press, select: Select, qtbot: QtBot
) -> None:
    finding = select(bench, "Finding 0")
    press("s", "1")
    qtbot.waitUntil(lambda: bench.session.case.read.rows([finding])[0].severity is Severity.CRITICAL)
    bench.bench.findings.view.setFocus()
    press("t")
    press("payment", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.session.case.read.finding(finding).tags == ("payment",))


def test_a_finding_whose_quote_was_not_found_is_not_confirmed(
    bench: Window, press: Press, select: Select, qtbot: QtBot
) -> None:
    finding = select(bench, "Quoted nowhere")
    press("2", "2", Qt.Key.Key_Tab)
    press("I believe it", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "quote" in bench.bench.decision.said)
    assert status_of(bench, finding) is Status.NEW


def test_an_accepted_risk_waits_for_a_second_person(bench: Window, press: Press, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Finding 0")
    press("6", Qt.Key.Key_Tab)
    for words in ("2099-03-31", "Suzuki", "A filter in front"):
        press(words, Qt.Key.Key_Tab)
    press("Replaced in spring", Qt.Key.Key_Return)
    wait_for(qtbot, bench, finding, Status.RISK_ACCEPTED)
    assert bench.session.case.read.rows([finding])[0].needs_second


def test_a_duplicate_is_named_by_digit(bench: Window, press: Press, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Finding 0")
    press("4", "1", Qt.Key.Key_Return)
    wait_for(qtbot, bench, finding, Status.DUPLICATE)
    decision = bench.session.case.read.finding(finding).decision
    assert decision is not None
    assert decision.duplicate_of not in (None, finding)


def test_a_letter_without_a_meaning_moves_nothing(bench: Window, press: Press, select: Select) -> None:
    finding = select(bench, "Finding 0")
    press("q", "w", "z")
    assert bench.bench.findings.view.at_hand == finding


def test_the_last_one_is_said_beside_what_was_done(bench: Window, press: Press, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Finding 2")
    press("5", "1")
    wait_for(qtbot, bench, finding, Status.NOT_AFFECTED)
    qtbot.waitUntil(lambda: "last undecided" in bench.bench.decision.said)
    assert "Not affected" in bench.bench.decision.said

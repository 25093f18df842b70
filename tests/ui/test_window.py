"""The window around the bench: cases come and go, actions follow the state, nothing heavy is loaded before it shows."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.casefile import Case
from desktop.casefile.actions import ACTIONS as JOURNAL_ACTIONS
from desktop.casefile.actions import SetStatus, Tag
from desktop.casefile.errors import CaseGone
from desktop.domain.ids import ExchangeId, FindingId, RunId, Sha256
from desktop.domain.levels import Status
from desktop.domain.runs import Exchange, Outcome
from desktop.ui.actions.declare import Scope
from desktop.ui.actions.registry import ACTIONS
from desktop.ui.decision.undo_line import UndoLine
from desktop.ui.history_words import ACTIONS as HISTORY_WORDS
from desktop.ui.overlay.matching import Entry, matches
from desktop.ui.pages.registry import CASELESS, PAGES
from desktop.ui.queues import QUEUES
from desktop.ui.sent import SentToday, sent_on
from desktop.ui.widgets.label import Label
from desktop.ui.window import SMALLEST, Window
from desktop.uses.cases import new_case, open_case
from desktop.uses.workstation import Workstation, save_settings, utc_now
from desktop.words import Lang, say_error

Press = Callable[..., None]
Select = Callable[[Window, str], FindingId]


def test_without_a_case_there_is_one_sentence_and_no_case_bar(window: Window) -> None:
    assert not window.case_bar.isVisible()
    assert not window.action("resort").isEnabled()
    assert window.action("open_case").isEnabled()


def test_closing_a_case_lets_the_next_writer_in(bench: Window, case: Case, station: Workstation) -> None:
    path = case.path
    bench.action("close_case").trigger()
    again = open_case(station, path)
    assert again.editable
    again.close()


def test_a_second_opener_reads_and_is_told_what_the_writer_does(
    window: Window, case: Case, station: Workstation, qtbot: QtBot
) -> None:
    from tests.casefile.samples import own

    reading = open_case(station, case.path, read_only=True)
    window.show_case(reading)
    qtbot.waitUntil(lambda: len(window.bench.findings.model.ids) == 7)
    assert not window.action("decide_3").isEnabled()
    own(case, "Came later")
    qtbot.waitUntil(lambda: "1 new" in window.bench.findings.held, timeout=8000)
    case.close()


def test_the_smallest_window_folds_the_sidebar_and_keeps_the_claim(bench: Window, qtbot: QtBot) -> None:
    bench.resize(*SMALLEST)
    QApplication.processEvents()
    assert bench.width() == SMALLEST[0]
    assert bench.bench.sidebar.width() == 48
    assert bench.bench.claim.width() >= 400
    assert bench.bench.evidence.width() >= 400
    view = bench.bench.findings.view
    assert view.horizontalHeader().length() <= view.viewport().width()
    bench.resize(1440, 900)
    QApplication.processEvents()
    assert bench.bench.sidebar.width() == 212


def test_space_presses_a_focused_button_and_not_the_loop(bench: Window, qtbot: QtBot) -> None:
    at_hand = bench.bench.findings.view.at_hand
    button = bench.case_bar.search.nextInFocusChain()
    while not (button.isVisible() and button.focusPolicy() & Qt.FocusPolicy.TabFocus and hasattr(button, "clicked")):
        button = button.nextInFocusChain()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert bench.bench.findings.view.at_hand == at_hand


def test_f6_goes_round_the_panes(bench: Window, press: Press) -> None:
    findings, evidence, claim = bench.bench.panes()
    for pane in (evidence, claim, bench.bench.sidebar, findings, evidence):
        bench.action("next_pane").trigger()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused is pane or pane.isAncestorOf(focused)
    bench.action("previous_pane").trigger()
    bench.action("previous_pane").trigger()
    press(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert bench.bench.findings.query.queue == QUEUES[-2].query


@pytest.mark.parametrize("pane", [1, 2])
def test_a_pane_that_has_the_keys_shows_it(bench: Window, pane: int) -> None:
    widget = bench.bench.panes()[pane]
    bench.bench.findings.view.setFocus()
    QApplication.processEvents()
    before = widget.grab().toImage()
    widget.setFocus()
    QApplication.processEvents()
    assert widget.grab().toImage() != before


def test_a_long_problem_is_said_whole(bench: Window) -> None:
    words = "This machine remembers a newer state of the case than the file has. " * 4
    bench.bench.decision.say("short")
    QApplication.processEvents()
    line = bench.bench.decision.findChild(UndoLine)
    assert isinstance(line, UndoLine)
    low = line.height()
    bench.bench.decision.say_problem(words)
    QApplication.processEvents()
    label = next(label for label in line.findChildren(Label) if label.text() == words)
    assert line.height() > 2 * low
    assert label.height() >= label.heightForWidth(label.width())


def test_e_lets_evidence_fill_the_lower_half_and_a_digit_brings_the_strip_back(
    bench: Window, press: Press, select: Select
) -> None:
    select(bench, "Finding 0")
    press("e")
    assert not bench.bench.claim.isVisible()
    press("3")
    assert bench.bench.claim.isVisible()


def test_the_palette_finds_commands_findings_and_programs(bench: Window, press: Press, qtbot: QtBot) -> None:
    bench.action("palette").trigger()
    press("commarea")
    qtbot.waitUntil(lambda: any("COMMAREA" in words for words in bench.finder.shown))
    press(Qt.Key.Key_Escape)
    bench.action("palette").trigger()
    press("DPO0310")
    qtbot.waitUntil(lambda: "DPO0310.cbl" in bench.finder.shown)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.bench.evidence.view.document is not None)


@pytest.mark.parametrize("typed", ["取り込む", "import", "IMPORT", "とりこむ", "トリコム", "ﾄﾘｺﾑ"])
def test_the_palette_matches_japanese_english_and_kana(typed: str) -> None:
    entries = [Entry("a", "", "書き出す", "Export かきだす"), Entry("b", "", "取り込む", "Import とりこむ")]
    assert [entry.id for entry in matches(entries, typed)] == ["b"]


def test_the_keys_of_a_place_are_what_is_possible_there(bench: Window, press: Press) -> None:
    words = {words: keys for keys, words in bench.finder.key_rows()}
    assert words["Next place"] == ("F",)
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Escape)
    assert bench.bench.findings.view.hasFocus()


def test_dropped_files_open_the_import_page(bench: Window, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("drop") / "scan.sarif"
    file.write_text("{}")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    asked: list[tuple[str, object]] = []
    bench.open_page = lambda page, argument=None: asked.append((page, argument))  # type: ignore[method-assign]
    event = QDropEvent(
        QPointF(QPoint(10, 10)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    bench.dropEvent(event)
    assert asked == [("import", (file,))]


def test_every_action_has_an_id_of_its_own_and_no_two_share_a_key_in_one_place() -> None:
    assert max(Counter(one.id for one in ACTIONS).values()) == 1
    for scope in (Scope.TRIAGE, Scope.WINDOW):
        keys = Counter(
            QKeySequence(key).toString() for one in ACTIONS if one.scope in (scope, Scope.WINDOW) for key in one.keys
        )
        assert max(keys.values()) == 1, keys.most_common(3)


def test_no_bare_key_has_the_windows_scope_and_nothing_that_decides_repeats() -> None:
    for one in ACTIONS:
        for key in one.keys:
            bare = len(key) == 1
            assert not (bare and one.scope is Scope.WINDOW), one.id
        if one.id.startswith(("decide_", "verification_")) or one.id in ("next_undecided", "enter"):
            assert not one.repeats


def test_keys_that_input_methods_menus_and_other_systems_need_are_avoided() -> None:
    avoided = {"Ctrl+Space", "Shift+Space", "Alt+`", "Ctrl+.", "Ctrl+;", "F10", "F11", "F12", "Ctrl+H", "Ctrl+M"}
    for one in ACTIONS:
        for key in one.keys:
            assert key not in avoided
            assert not key.startswith("Ctrl+Alt+")
            assert not (key.startswith("Alt+") and len(key) == len("Alt+X"))


def test_every_kind_of_journal_entry_has_words_of_its_own() -> None:
    kinds = {action.KIND for action in JOURNAL_ACTIONS}
    assert kinds <= set(HISTORY_WORDS), kinds - set(HISTORY_WORDS)


def test_every_queue_is_a_query_that_the_case_understands(case: Case) -> None:
    from desktop.uses.listing import listed

    for queue in QUEUES:
        listed(case, queue.query, today=case.read.info().created.date())
    case.close()


def test_another_text_size_makes_the_window_anew_in_its_place(bench: Window, select: Select, qtbot: QtBot) -> None:
    finding = select(bench, "Finding 1")
    rows = bench.bench.findings.view.rowHeight(0)
    save_settings(bench.session.station, text_size=150)
    bench.open_page("settings")
    bench.dress({"text_size": 150})
    bench.back_to_bench()
    qtbot.waitUntil(lambda: bench.bench.findings.view.rowHeight(0) == rows * 3 // 2)
    qtbot.waitUntil(lambda: bench.bench.findings.view.at_hand == finding)
    assert bench.case_bar.isVisible()
    bench.session.do(Tag((finding,), add=("later",)))
    qtbot.waitUntil(lambda: bench.session.case.read.finding(finding).tags == ("later",))


def test_what_was_sent_today_is_counted_with_its_cost() -> None:
    now = utc_now()
    one = Exchange(
        ExchangeId(1), RunId(1), now, "m", "m", "p", "https://m", Sha256("0" * 64), "Sato", Sha256("0" * 64),
        10, 0, 10, 5, "12.50", "JPY", 1.0, Outcome.ANSWERED, "", (), None, "",
    )  # fmt: skip
    yesterday = replace(one, when=now - timedelta(days=2))
    today = now.astimezone().date()
    assert sent_on([one, replace(one, cost="87.5"), yesterday], today) == SentToday(2, "¥100")
    assert sent_on([replace(one, cost="0.12", currency="USD")], today).cost == "$0.12"


class Shown(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_every_page_opens_and_no_part_of_it_is_ever_a_window_of_its_own(
    bench: Window, qtbot: QtBot, qapp: QApplication
) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    for page in (*CASELESS, *PAGES):
        bench.open_page(page)
        QApplication.processEvents()
        assert bench.page is not None, page
        assert bench.page.heading().title
        bench.back_to_bench()
        assert bench.page is None
    qapp.removeEventFilter(shown)
    assert shown.windows == []
    assert bench.isActiveWindow()


def test_the_first_window_loads_nothing_heavy() -> None:
    code = (
        "import os, sys; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "import desktop.ui.app\n"
        "heavy = 'numpy openai httpx2 pydantic typst tree_sitter tiktoken xlsxwriter sqlite_utils'\n"
        "print(sorted(set(heavy.split()) & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_case_takes_the_place_of_the_page_that_opened_it(
    window: Window, case: Case, station: Workstation, qtbot: QtBot
) -> None:
    path = case.path
    case.close()
    window.open_page("open_case", path)
    qtbot.waitUntil(lambda: window.page is None)
    qtbot.waitUntil(lambda: len(window.bench.findings.model.ids) == 7)
    assert window.bench.isVisible()


@pytest.mark.slow
def test_the_first_start_ends_on_the_bench_with_the_sample_bank(window: Window, qtbot: QtBot) -> None:
    window.open_page("first_run")
    page = window.page
    assert page is not None
    name = page.focusProxy()
    assert isinstance(name, QLineEdit)
    name.setText("佐藤")
    qtbot.keyClick(name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.page is None, timeout=120_000)
    qtbot.waitUntil(lambda: len(window.bench.findings.model.ids) > 100, timeout=20_000)
    assert window.bench.isVisible()


@pytest.mark.parametrize("how", ["close", "quit", "another"])
def test_what_could_not_be_written_while_closing_is_said(
    bench: Window, case: Case, station: Workstation, select: Select, how: str, qtbot: QtBot
) -> None:
    finding = select(bench, "Finding 0")
    case.path.rename(case.path.with_suffix(".moved"))
    said = say_error(CaseGone(case.path.name), Lang.EN)
    bench.session.do(SetStatus((finding,), Status.FALSE_POSITIVE, "dead code"))
    if how == "another":
        other = new_case(station, case.path.with_name("other.sekisho"), title="Other", encrypt=False).case
        bench.show_case(other)
        assert bench.bench.decision.said == said
        return
    if how == "quit":
        assert not bench.close()
    else:
        bench.close_case()
    assert bench.isVisible()
    assert bench.unwritten == said
    assert bench.close()

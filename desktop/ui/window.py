"""The window: menu, case bar, bench or page, status line. It puts them together and holds the open case."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.domain.changes import Change, Kind
from desktop.ui.actions.build import ActionSet
from desktop.ui.actions.declare import State
from desktop.ui.arrangement import Arrangement
from desktop.ui.casebar import CaseBar
from desktop.ui.chores import Chores
from desktop.ui.finder import Finder
from desktop.ui.frame import Frame, menu_row
from desktop.ui.labels import plain
from desktop.ui.language import joined, language, number
from desktop.ui.machine import Machine
from desktop.ui.overlay.keys import KeyHelp
from desktop.ui.pages.page import Page
from desktop.ui.pages.registry import CASELESS, PAGES, make_caseless, make_page
from desktop.ui.sent import SentToday, sent_on
from desktop.ui.statusline import Reach, Saved
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.look import Look
from desktop.uses.workstation import Workstation, remember_case
from desktop.words import say, say_error

if TYPE_CHECKING:  # the case file and the bench are loaded with the first case, not before the first window
    from desktop.casefile import Case, CaseInfo, Reader
    from desktop.ui.bench import Bench
    from desktop.ui.session import Session

SMALLEST = (1180, 680)
_FIRST_LOOK = 100
"""Milliseconds: reading a policy brings imports that would stand in the way of the first window."""
_IDLE = 4000
_POLL = 2000


class Window(QMainWindow):
    """The one window. Implements ``Desk``, which is all that actions see of it."""

    def __init__(self, station: Workstation, look: Look) -> None:
        super().__init__()
        self._station = station
        self._look = look
        self._session: Session | None = None
        self._bench: Bench | None = None
        self._may_undo = self._may_redo = False
        self._machine = Machine(station, self)
        self._pages = frozenset(PAGES) | frozenset(CASELESS)
        self._actions = ActionSet(self, self, self._pages)
        self._chores = Chores(self)
        self._sent = SentToday(0, "")
        self._scale = theme_type.scale()
        self._arrangement = Arrangement(station.state_dir)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL)
        self._idle.timeout.connect(self._checkpoint)
        self._poll.timeout.connect(self._look_for_news)
        self._machine.changed.connect(self._show_reach)
        self.setWindowTitle("Sekisho")
        self.setMinimumSize(*SMALLEST)
        self.resize(1440, 900)
        self.setAcceptDrops(True)
        self._build()
        self._arrangement.restore_window(self)
        QTimer.singleShot(_FIRST_LOOK, self._machine.look)

    # Desk

    @property
    def bench(self) -> "Bench":
        """The bench of the open case."""
        assert self._bench is not None
        return self._bench

    @property
    def session(self) -> "Session":
        """The open case's session."""
        assert self._session is not None
        return self._session

    def open_page(self, page: str, argument: object = None) -> None:
        """Show a page; ids that need a case are passed over while none is open."""
        if page in CASELESS:
            self._show_page(make_caseless(page, self._station, argument))
        elif page in PAGES and self._session is not None:
            self._show_page(make_page(page, self._session, argument))

    def search(self) -> None:
        """``/`` and Ctrl+F."""
        if self._bench is not None and self._bench.evidence.view.hasFocus():
            self._bench.evidence.open_search()
        else:
            self._frame.case_bar.start_search()

    def open_palette(self) -> None:
        """Ctrl+K."""
        self.finder.open(self._session)

    def show_keys(self) -> None:
        """F1."""
        self._keys.open(self.finder.key_rows())

    def next_pane(self, by: int) -> None:
        """F6 and Shift+F6."""
        self.bench.next_pane(by)

    def back(self) -> None:
        """Esc on the bench."""
        if not self.bench.escape():
            self.bench.findings.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def copy(self) -> None:
        """In the viewer the selection, elsewhere the finding with its standing in words."""
        if self.bench.evidence.view.hasFocus():
            self.bench.evidence.view.copy()
        elif (facts := self.bench.claim.facts) is not None:
            QGuiApplication.clipboard().setText(plain(facts.row))

    def verify(self) -> None:
        """Check the case against its journal."""
        self._chores.verify(self.session, self.bench)

    def run_rules(self) -> None:
        """The built-in rules over all sources."""
        self._chores.run_rules(self.session, self.bench)

    def close_case(self) -> None:
        """Put the case away, writing down what is still to be written, and say what could not be."""
        self._frame.no_case.say_problem("")
        if self._session is None:
            return
        session = self._session
        self._poll.stop()
        self._idle.stop()
        self._frame.host.close_page()
        self._put_bench_away()
        self._session = None
        failures = session.close()
        session.deleteLater()
        self._frame.no_case.say_problem("\n".join(say_error(error, language()) for error in failures))
        self._frame.status.show_saved(None)
        self._frame.show_center(None)
        self._switch()

    def action(self, id: str) -> QAction:
        """The action that was declared under this id."""
        return self._actions.action(id)

    @property
    def case_bar(self) -> CaseBar:
        """Title, search and the three ways in and out."""
        return self._frame.case_bar

    @property
    def page(self) -> Page | None:
        """The page that covers the bench, None where there is none."""
        return self._frame.host.page

    @property
    def unwritten(self) -> str:
        """What is said of a case that could not be written whole when it was closed."""
        return self._frame.no_case.problem

    def back_to_bench(self) -> None:
        """Put a page away, as Esc does where the page has nothing of its own to leave."""
        self._frame.host.leave()

    def quit(self) -> None:
        """End the program."""
        self.close()

    # Cases

    def show_case(self, case: "Case") -> None:
        """Take an open case; the one before it, and the page that brought it, are put away."""
        from desktop.ui.session import Session

        self.close_case()
        unwritten = self.unwritten
        self._frame.host.close_page()
        session = Session(case, self._station, self)
        self._session = session
        session.changed.connect(self._on_changed)
        session.page_wanted.connect(self.open_page)
        session.finding_wanted.connect(self.back_to_bench)
        session.evidence_wanted.connect(self.back_to_bench)
        session.writing.do(lambda: remember_case(self._station, case.path))
        bench = self._set_bench_up(session)
        if not case.editable:
            self._poll.start()
        if unwritten:
            bench.decision.say_problem(unwritten)
        elif problems := case.standing:
            problem = problems[0]
            bench.decision.say_problem(say(problem.code, language(), problem.fields))

    def dress(self, settings: dict[str, object]) -> None:
        """Settings that were just kept."""
        self._look.change(self._look.settings | settings)
        self._set_density()

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        self._arrangement.keep_window(self)
        self.close_case()
        if self.unwritten:  # stays until it was read: closing again closes
            event.ignore()
            return
        self._machine.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._session is not None and self._session.case.editable and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            self.open_page("import", paths)

    # Within

    def _build(self) -> None:
        """Make everything that depends on the text size."""
        self._frame = Frame(self.open_page, self._pages)
        self._keys = KeyHelp(self)
        self.finder = Finder(self, self._actions)
        self.setMenuWidget(menu_row(self._actions))
        self.setCentralWidget(self._frame)
        self._frame.case_bar.searched.connect(self._search_list)
        self._frame.case_bar.search_left.connect(self._to_list)
        self._frame.case_bar.page_wanted.connect(self.open_page)
        self._frame.host.emptied.connect(self._on_page_left)
        self._keys.left.connect(self._to_list)
        self.finder.left.connect(self._to_list)
        self._frame.status.show_saved(None)
        self._frame.show_center(None)
        self._show_reach()

    def _build_anew(self) -> None:
        """The text size changed: heights and margins are made for one size, so all is made again, in its place."""
        self._scale = theme_type.scale()
        session, bench = self._session, self._bench
        query = bench.findings.query if bench is not None else None
        finding = bench.findings.view.at_hand if bench is not None else None
        if bench is not None:
            self._put_bench_away()
            # At once, so that no timer of it asks anything more; then its questions are forgotten.
            QApplication.sendPostedEvents(bench, QEvent.Type.DeferredDelete.value)
            self.session.forget_questions()
        self._keys.deleteLater()
        self.finder.deleteLater()
        self._build()
        if session is not None:
            bench = self._set_bench_up(session)
            if query is not None:
                bench.findings.show_query(query, finding)

    def _set_bench_up(self, session: "Session") -> "Bench":
        from desktop.ui.bench import Bench

        bench = Bench(session, self._today, self._machine.presets)
        self._bench = bench
        self._frame.seat(bench)
        bench.changed_state.connect(self._switch)
        bench.findings.query_shown.connect(lambda query: self._frame.case_bar.show_words(query.words))
        self._actions.bind(bench.panes(), bench.evidence.view)
        self._frame.status.watch(session.jobs)
        self._frame.case_bar.enable_pages(frozenset(PAGES), editable=session.case.editable)
        self._set_density()
        self._arrangement.restore_panes(bench)
        self._read_info()
        self._count_sent()
        self._frame.show_center(bench)
        bench.findings.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return bench

    def _put_bench_away(self) -> None:
        bench, self._bench = self._bench, None
        if bench is not None:
            self._arrangement.keep_panes(bench)
            bench.evidence.flush_shown()
            self._frame.unseat(bench)
            bench.deleteLater()

    def _search_list(self, words: str) -> None:
        if self._bench is not None:
            self._bench.findings.search(words)

    def _show_page(self, page: Page) -> None:
        page.page_wanted.connect(self.open_page)
        page.case_ready.connect(self.show_case)
        page.settings_changed.connect(self.dress)
        self._frame.host.open(page)
        self._frame.show_center(self._bench)
        self._switch()

    def _on_page_left(self) -> None:
        if self._scale != theme_type.scale():
            QTimer.singleShot(0, self._build_anew)
        self._frame.show_center(self._bench)
        self._switch()
        self._to_list()

    def _to_list(self) -> None:
        if self._bench is not None and self._frame.host.page is None:
            self._bench.findings.take_keys(Qt.FocusReason.OtherFocusReason)

    def _switch(self) -> None:
        bench, session = self._bench, self._session
        page = self._frame.host.page is not None
        if bench is None or session is None:
            self._actions.switch(State(page=page))
            return
        self._actions.switch(
            State(
                case=True,
                editable=session.case.editable,
                finding=bench.findings.view.at_hand is not None,
                evidence=bench.evidence.view.document is not None,
                strip=bench.decision.is_open,
                page=page,
                undo=self._may_undo,
                redo=self._may_redo,
            )
        )

    def _on_changed(self, change: Change) -> None:
        self._idle.start()
        self._switch()
        self._read_info()
        if Kind.LEDGER in change.kinds:
            self._count_sent()

    def _read_info(self) -> None:
        case = self.session.case

        def work(reader: "Reader") -> "tuple[CaseInfo, bool, bool]":
            return reader.info(), case.can_undo is not None, case.can_redo is not None

        self.session.reading.ask("info", work, self._take_info, self.session.say)

    def _take_info(self, found: "tuple[CaseInfo, bool, bool]") -> None:
        info, self._may_undo, self._may_redo = found
        self._switch()
        self._frame.case_bar.show_info(info, self._today())
        self._frame.status.show_saved(Saved(Path(info.path).name, info.editable, info.encrypted, info.entries))
        self.setWindowTitle(joined(info.title, "Sekisho"))

    def _count_sent(self) -> None:
        today = self._today()
        self.session.reading.ask("sent", lambda reader: sent_on(reader.exchanges(), today), self._take_sent)

    def _take_sent(self, sent: SentToday) -> None:
        self._sent = sent
        self._show_reach()

    def _show_reach(self) -> None:
        machine = self._machine
        policy = ""
        if machine.serial is not None:
            words = self.tr("Policy no. {n} in force") if machine.in_force else self.tr("Policy no. {n} not in force")
            policy = words.format(n=number(machine.serial))
        self._frame.status.show_reach(Reach(machine.state, policy, self._sent.count, self._sent.cost))

    def _checkpoint(self) -> None:
        if self._session is not None:
            self._session.writing.do(self._session.case.checkpoint, None, self._session.say)

    def _look_for_news(self) -> None:
        if self._session is not None:
            self._session.writing.do(self._session.case.poll, self._tell_news, self._session.say)

    def _tell_news(self, change: Change | None) -> None:
        if change is not None and self._session is not None:
            self._session.take(change)

    def _set_density(self) -> None:
        if self._bench is not None:
            self._bench.findings.view.set_compact(self._look.settings.get("density") == "compact")

    def _today(self) -> date:
        return self._station.today()

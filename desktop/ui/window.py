"""The window: menu, case bar, bench or page, status line. It puts them together and holds the open case."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import Change, Kind
from desktop.ui.actions.build import ActionSet
from desktop.ui.actions.declare import State
from desktop.ui.casebar import CaseBar
from desktop.ui.finder import Finder
from desktop.ui.jobs import Ticks
from desktop.ui.labels import plain
from desktop.ui.language import joined, language, number
from desktop.ui.machine import Machine
from desktop.ui.nocase import NoCase
from desktop.ui.overlay.keys import KeyHelp
from desktop.ui.pages.host import PageHost
from desktop.ui.pages.page import Page
from desktop.ui.pages.registry import CASELESS, PAGES, make_caseless, make_page
from desktop.ui.statusline import Reach, Saved, StatusLine
from desktop.ui.theme.look import Look
from desktop.ui.theme.type import px
from desktop.ui.widgets.menubar import MenuBar
from desktop.ui.widgets.panel import Panel, Side
from desktop.uses.workstation import Workstation
from desktop.words import say

if TYPE_CHECKING:  # the case file and the bench are loaded with the first case, not before the first window
    from desktop.casefile import Case, CaseInfo, Reader, VerifyReport
    from desktop.ui.bench import Bench
    from desktop.ui.session import Session

SMALLEST = (1180, 680)
LAYOUT_VERSION = 1
"""Raise it when panes change, so that an old arrangement is not forced on new ones."""
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
        pages = frozenset(PAGES) | frozenset(CASELESS)
        self._actions = ActionSet(self, self, pages)
        self.case_bar = CaseBar()
        self._status = StatusLine()
        self._host = PageHost()
        self._no_case = NoCase(self.open_page, pages)
        self._stack = QStackedWidget()
        self._keys = KeyHelp(self)
        self.finder = Finder(self, self._actions)
        self._layout_file = QSettings(str(station.state_dir / "window.ini"), QSettings.Format.IniFormat)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL)
        self._lay_out(pages)
        self._connect()
        self._show_center()
        QTimer.singleShot(0, self._machine.look)

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
            self.case_bar.start_search()

    def open_palette(self) -> None:
        """Ctrl+K."""
        self.finder.open(self._session)

    def show_keys(self) -> None:
        """F1."""
        self._keys.open(self.finder.key_rows())

    def next_pane(self, by: int) -> None:
        """F6 and Shift+F6."""
        panes = self.bench.panes()
        here = next((at for at, pane in enumerate(panes) if pane.hasFocus()), -1 if by > 0 else 1)
        panes[(here + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        """Recompute what the journal says, as a job."""
        case = self.session.case
        self.session.jobs.start(
            self.tr("Checking integrity"),
            lambda ticks: case.verify(ticks.progress, ticks.cancelled),
            self._say_verified,
            self.session.say,
        )

    def run_rules(self) -> None:
        """The built-in rules over all sources, as a job."""
        case, lang = self.session.case, self._station.lang

        def work(ticks: Ticks) -> object:
            from desktop.uses.rules import run_rules

            return run_rules(case, lang=lang, progress=ticks.progress, cancelled=ticks.cancelled)

        words = self.tr("The rules have run. What they found waits behind F5.")
        self.session.jobs.start(
            self.tr("Running the rules"), work, lambda _done: self.bench.decision.say(words), self.session.say
        )

    def close_case(self) -> None:
        """Put the case away, writing down what is still to be written."""
        if self._session is None:
            return
        session, bench = self._session, self._bench
        self._session = self._bench = None
        self._poll.stop()
        self._idle.stop()
        self._host.close_page()
        if bench is not None:
            self._save_layout(bench)
            bench.evidence.flush_shown()
            self._stack.removeWidget(bench)
            bench.hide()
            bench.deleteLater()
        session.close()
        session.deleteLater()
        self._status.show_saved(None)
        self._show_center()
        self._switch()

    def action(self, id: str) -> QAction:
        """The action that was declared under this id."""
        return self._actions.action(id)

    @property
    def page(self) -> Page | None:
        """The page that covers the bench, None where there is none."""
        return self._host.page

    def back_to_bench(self) -> None:
        """Put a page away, as Esc does where the page has nothing of its own to leave."""
        self._host.leave()

    def quit(self) -> None:
        """End the program."""
        self.close()

    # Cases

    def show_case(self, case: "Case") -> None:
        """Take an open case; the one before it is put away."""
        from desktop.ui.bench import Bench
        from desktop.ui.session import Session

        self.close_case()
        session = Session(case, self._station, self)
        self._session = session
        self._bench = Bench(session, self._today, self._machine.presets)
        self._stack.addWidget(self._bench)
        session.changed.connect(self._on_changed)
        session.page_wanted.connect(self.open_page)
        session.finding_wanted.connect(self._host.leave)
        session.evidence_wanted.connect(self._host.leave)
        self._bench.changed_state.connect(self._switch)
        self._actions.bind(self._bench.panes(), self._bench.evidence.view)
        self._status.watch(session.jobs)
        self.case_bar.enable_pages(frozenset(PAGES), editable=case.editable)
        self._restore_layout(self._bench)
        self._read_info()
        self._show_center()
        self._bench.findings.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not case.editable:
            self._poll.start()
        if problems := case.standing:
            problem = problems[0]
            self._bench.decision.say_problem(say(problem.code, language(), problem.fields))

    def dress(self, settings: dict[str, object]) -> None:
        """Settings that were just kept."""
        self._look.change(self._look.settings | settings)
        self._set_density()

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        self._layout_file.setValue("geometry", self.saveGeometry())
        self.close_case()
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

    def _lay_out(self, pages: frozenset[str]) -> None:
        self.setWindowTitle("Sekisho")
        self.setMinimumSize(*SMALLEST)
        self.resize(1440, 900)
        self.setAcceptDrops(True)
        self.setMenuWidget(self._menu_row())
        center = QWidget()
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.case_bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._status)
        self.setCentralWidget(center)
        self._stack.addWidget(self._no_case)
        self._stack.addWidget(self._host)
        geometry = self._layout_file.value("geometry")
        if geometry is not None and self._layout_file.value("version", type=int) == LAYOUT_VERSION:
            self.restoreGeometry(geometry)

    def _menu_row(self) -> QWidget:
        """The menu bar, upright in the middle of its 26 px, which the style's own margins do not give."""
        bar = MenuBar()
        bar.setNativeMenuBar(False)
        self._actions.fill(bar)
        holder = Panel(Side.BOTTOM, ground="window")
        holder.setFixedHeight(px(26))
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(6), 0, 0, 1)
        row.addWidget(bar, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        return holder

    def _connect(self) -> None:
        self.case_bar.searched.connect(self._search_list)
        self.case_bar.search_left.connect(self._to_list)
        self.case_bar.page_wanted.connect(self.open_page)
        self._host.emptied.connect(self._on_page_left)
        self._keys.left.connect(self._to_list)
        self.finder.left.connect(self._to_list)
        self._machine.changed.connect(self._show_reach)
        self._idle.timeout.connect(self._checkpoint)
        self._poll.timeout.connect(self._look_for_news)

    def _search_list(self, words: str) -> None:
        if self._bench is not None:
            self._bench.findings.search(words)

    def _show_page(self, page: Page) -> None:
        page.page_wanted.connect(self.open_page)
        page.case_ready.connect(self.show_case)
        page.settings_changed.connect(self.dress)
        self._host.open(page)
        self._show_center()
        self._switch()

    def _on_page_left(self) -> None:
        self._show_center()
        self._switch()
        self._to_list()

    def _show_center(self) -> None:
        if self._host.page is not None:
            center: QWidget = self._host
        else:
            center = self._bench if self._bench is not None else self._no_case
        self._stack.setCurrentWidget(center)
        if center is self._no_case:
            center.setFocus(Qt.FocusReason.OtherFocusReason)
        self.case_bar.setVisible(center is self._bench)

    def _to_list(self) -> None:
        if self._bench is not None and self._host.page is None:
            self._bench.findings.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch(self) -> None:
        bench, session = self._bench, self._session
        page = self._host.page is not None
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
        if change.kinds & {Kind.LEDGER}:
            self._show_reach()

    def _read_info(self) -> None:
        case = self.session.case

        def work(reader: "Reader") -> "tuple[CaseInfo, bool, bool]":
            return reader.info(), case.can_undo is not None, case.can_redo is not None

        self.session.reading.ask("info", work, self._take_info, self.session.say)

    def _take_info(self, found: "tuple[CaseInfo, bool, bool]") -> None:
        info, self._may_undo, self._may_redo = found
        self._switch()
        self.case_bar.show_info(info, self._today())
        self._status.show_saved(Saved(Path(info.path).name, info.editable, info.encrypted, info.entries))
        self.setWindowTitle(joined(info.title, "Sekisho"))

    def _show_reach(self) -> None:
        machine = self._machine
        policy = ""
        if machine.serial is not None:
            words = self.tr("Policy no. {n} in force") if machine.in_force else self.tr("Policy no. {n} not in force")
            policy = words.format(n=number(machine.serial))
        self._status.show_reach(Reach(machine.state, policy, 0, ""))

    def _say_verified(self, report: "VerifyReport") -> None:
        if report.ok and report.finished:
            words = self.tr("{n} entries checked: nothing was changed outside Sekisho.", "", report.entries)
            self.bench.decision.say(words.format(n=number(report.entries)))
        elif report.problems:
            problem = report.problems[0]
            self.bench.decision.say_problem(say(problem.code, language(), problem.fields))

    def _checkpoint(self) -> None:
        if self._session is not None:
            self._session.writing.do(self._session.case.checkpoint, None, self._session.say)

    def _look_for_news(self) -> None:
        if self._session is not None:
            self._session.writing.do(self._session.case.poll, self._tell_news, self._session.say)

    def _tell_news(self, change: Change | None) -> None:
        if change is not None and self._session is not None:
            self._session.changed.emit(change)

    def _set_density(self) -> None:
        if self._bench is not None:
            self._bench.findings.view.set_compact(self._look.settings.get("density") == "compact")

    def _today(self) -> date:
        return self._station.today()

    def _save_layout(self, bench: "Bench") -> None:
        rows, lower = bench.save_state()
        self._layout_file.setValue("version", LAYOUT_VERSION)
        self._layout_file.setValue("rows", rows)
        self._layout_file.setValue("lower", lower)

    def _restore_layout(self, bench: "Bench") -> None:
        self._set_density()
        if self._layout_file.value("version", type=int) == LAYOUT_VERSION:
            with suppress(TypeError):
                bench.restore_state(self._layout_file.value("rows"), self._layout_file.value("lower"))

"""The bench: queues, list, evidence, claim and decisions side by side, and how one follows from the other."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.domain.ids import FindingId
from desktop.domain.levels import Status
from desktop.ui.claim.facts import Facts
from desktop.ui.claim.panel import ClaimPanel
from desktop.ui.decision.asking import Targets
from desktop.ui.decision.candidates import candidates
from desktop.ui.decision.panel import DecisionPanel
from desktop.ui.list.pane import FindingsPane
from desktop.ui.list.query import ListQuery
from desktop.ui.questions import Questions
from desktop.ui.resuming import Resuming
from desktop.ui.session import Session
from desktop.ui.sidebar.sidebar import Sidebar
from desktop.ui.theme.type import px
from desktop.ui.viewer.pane import EvidencePane

FOLDS_BELOW = 1290
"""Window width under which the sidebar folds to icons and the claim narrows (UX §2)."""
CLAIM, NARROW_CLAIM = 460, 400


class Bench(QWidget):
    """Puts docks together; each of them knows the session only."""

    changed_state = Signal()
    """Something that actions depend on is different now."""

    def __init__(
        self,
        session: Session,
        today: Callable[[], date],
        presets: Callable[[Status], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._arranged = False
        """Whether the analyst has put the splitters where they are."""
        self.sidebar = Sidebar(session)
        self.findings = FindingsPane(session, today)
        self.evidence = EvidencePane(session)
        self.claim = ClaimPanel(session)
        self.decision = DecisionPanel(session, presets)
        self.questions = Questions(session, self.findings, self.evidence, self.claim, self.decision)
        self._column = QWidget()
        self._came_from: QWidget = self.findings.view
        self._lay_out()
        self._connect()
        docks = (self.findings, self.evidence, self.claim, self.decision)
        self._resuming = Resuming(session, *docks, self.questions)
        # After the first painting: loading the columns would stand in its way.
        QTimer.singleShot(0, self, self._ask_first)

    # Keys of the loop

    def space(self) -> None:
        """The last reason while the strip is open, else the next undecided finding."""
        if not self.decision.space():
            self.findings.next_undecided(1)

    def escape(self) -> bool:
        """Close the strip, take the marks away, or clear words and filters; False where there was nothing to leave."""
        if self.decision.escape():
            return True
        if self.findings.model.any_marked:
            self.findings.model.mark_all(False)
            self._aim()
            return True
        if self.findings.query.narrowed:
            self.findings.show_query(ListQuery(self.findings.query.queue, sort=self.findings.query.sort))
            return True
        return False

    def undo(self) -> None:
        """Take the last entry back; the cursor returns to its finding."""
        self.decision.undo()

    def redo(self) -> None:
        """Do it again; the cursor goes along."""
        self.decision.redo()

    # Views

    def toggle_evidence(self) -> None:
        """E: evidence fills the lower half, or stands beside the claim again."""
        self._column.setVisible(self._column.isHidden())

    def next_pane(self, by: int) -> None:
        """F6 and Shift+F6: round the panes that can be seen, the sidebar among them."""
        list_, *others = self.panes()
        round_ = [pane for pane in (self.sidebar, list_, self.findings.lines.view, *others) if pane.isVisible()]
        focused = QApplication.focusWidget()
        here = [at for at, pane in enumerate(round_) if focused is not None and pane.isAncestorOf(focused)]
        here += [at for at, pane in enumerate(round_) if pane is focused]
        pane = round_[(here[-1] + by) % len(round_)] if here else self.findings.view
        if pane is self.sidebar:
            self.sidebar.take_keys(Qt.FocusReason.ShortcutFocusReason)
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """Where findings are decided on: the keys of deciding count in each."""
        return (self.findings.view, self.evidence.view, self.claim)

    def save_state(self) -> tuple[bytes, bytes]:
        """Both splitters."""
        return bytes(self._rows_splitter.saveState().data()), bytes(self._lower.saveState().data())

    def restore_state(self, rows: bytes, lower: bytes) -> None:
        """Both splitters as they were."""
        self._arranged = True
        self._rows_splitter.restoreState(rows)
        self._lower.restoreState(lower)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(FOLDS_BELOW)
        self.sidebar.fold(narrow)
        room = self.width() - self.sidebar.width()
        self._column.setMinimumWidth(min(px(NARROW_CLAIM), room // 2))
        if not self._arranged:
            self._share_out()

    # Within

    def _ask_first(self) -> None:
        if not self.findings.has_asked:
            self.findings.show_query(ListQuery())

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self._column)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.claim, 1)
        stack.addWidget(self.decision)
        self._lower = _splitter(Qt.Orientation.Horizontal, self.evidence, self._column)
        self._rows_splitter = _splitter(Qt.Orientation.Vertical, self.findings, self._lower)
        for splitter in (self._lower, self._rows_splitter):
            splitter.splitterMoved.connect(self._keep_arrangement)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._rows_splitter, 1)

    def _keep_arrangement(self) -> None:
        self._arranged = True

    def _share_out(self) -> None:
        """38 % for the list, 460 px for the claim."""
        height = max(1, self.height())
        self._rows_splitter.setSizes([round(height * 0.38), round(height * 0.62)])
        room = self.width() - self.sidebar.width()
        claim = min(px(NARROW_CLAIM if self.width() < px(FOLDS_BELOW) else CLAIM), room // 2)
        self._lower.setSizes([room - claim, claim])

    def _connect(self) -> None:
        self.findings.chosen.connect(self._on_chosen)
        self.findings.marks_changed.connect(self._on_marks)
        self.findings.counted.connect(self.sidebar.show_counts)
        self.findings.query_shown.connect(lambda query: self.sidebar.show_queue(query.queue))
        self.findings.said.connect(self.decision.say_also)
        self.evidence.said.connect(self.decision.say)
        self.evidence.document_shown.connect(self._on_document)
        self.claim.shown.connect(self._on_facts)
        self.claim.sendings_wanted.connect(self._ask_for_sendings)
        self.sidebar.saved_read.connect(self.findings.take_saved)
        self.sidebar.queue_chosen.connect(self.findings.show_queue)
        self.sidebar.evidence_chosen.connect(self.evidence.show_evidence)
        self.decision.decided.connect(self._on_decided)
        self.decision.returned.connect(self._return_cursor)
        self.decision.opened.connect(self._on_strip)
        self.decision.keys_free.connect(self._give_keys_back)
        self._session.finding_wanted.connect(self._show_finding)
        self._session.queue_wanted.connect(self.findings.show_queue)

    def _ask_for_sendings(self, finding: int) -> None:
        self._session.page_wanted.emit("ledger", ("finding", finding))

    def _show_finding(self, finding: int) -> None:
        self.findings.show_finding(FindingId(finding))

    def _on_chosen(self, finding: FindingId | None) -> None:
        if finding is not None and not self.findings.model.any_marked:
            self.decision.turn_to((finding,))
        self.claim.show_finding(finding)
        self.changed_state.emit()

    def _on_marks(self) -> None:
        self.decision.turn_to()
        self._aim()

    def _on_facts(self, facts: Facts | None) -> None:
        known = self.evidence.finding
        if facts is None:
            self.evidence.show_finding(None)
        elif known is not None and known.id == facts.finding.id:
            self.evidence.refresh_finding(facts.finding)
        else:
            self.evidence.show_finding(facts.finding)
        self._aim()

    def _aim(self) -> None:
        """Tell the desk which findings the next decision is about."""
        facts = self.claim.facts
        if self.findings.model.any_marked:
            self.findings.count_marked(self.decision.aim)
        elif facts is not None:
            targets = Targets.of((facts.row,), facts.finding.rule)
            alike = candidates(facts.row, facts.alike, facts.on_same_line, has_line=facts.has_line)
            self.decision.aim(targets, alike, facts.last_reasons)
        else:
            self.decision.aim(Targets((), 0, 0))
        self.changed_state.emit()

    def _on_document(self, document: object) -> None:
        if self.evidence.view.document is not None:
            self.sidebar.show_evidence(self.evidence.view.document.evidence.id)
        self.changed_state.emit()
        del document

    def _on_decided(self, ids: tuple[FindingId, ...]) -> None:
        if len(ids) > 1:
            self.findings.model.mark_all(False)
            self._aim()
        elif self.findings.view.at_hand not in ids:
            return  # the analyst has moved on already
        self.findings.next_undecided(1, quietly=len(ids) > 1)

    def _on_strip(self, opened: bool) -> None:
        if opened:
            self._column.show()
            self._came_from = next((pane for pane in self.panes() if pane.hasFocus()), self.findings.view)
        self.changed_state.emit()

    def _give_keys_back(self) -> None:
        self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _return_cursor(self, ids: tuple[FindingId, ...]) -> None:
        if ids:
            self.findings.view.show_finding(ids[0])


def _splitter(orientation: Qt.Orientation, first: QWidget, second: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.addWidget(first)
    splitter.addWidget(second)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    splitter.setStretchFactor(0, 1)
    return splitter

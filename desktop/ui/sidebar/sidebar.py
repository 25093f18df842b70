"""Puts queues, evidence and legend together and keeps them true."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.casefile import Reader
from desktop.domain.changes import Change, Kind
from desktop.domain.coverage import Coverage
from desktop.domain.evidence import Evidence
from desktop.domain.ids import EvidenceId
from desktop.ui.session import Session
from desktop.ui.sidebar.evidence_tree import EvidenceTree
from desktop.ui.sidebar.meter import Legend
from desktop.ui.sidebar.queue_list import QueueList
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.rule import Rule

WIDE, FOLDED = 212, 48


class Sidebar(Panel):
    """212 px wide; 48 on a narrow window, where the queues keep their icons."""

    queue_chosen = Signal(str)
    evidence_chosen = Signal(int)
    saved_read = Signal(object)
    """Queries of the analysts' own, as pairs of name and query."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Side.RIGHT, parent, ground="window")
        self._session = session
        self._queues = QueueList()
        self._tree = EvidenceTree()
        self._legend = Legend()
        self._unfolded: list[QWidget] = []
        self._lay_out()
        self._queues.chosen.connect(self.queue_chosen)
        self._tree.chosen.connect(self.evidence_chosen)
        session.changed.connect(self._on_changed)
        self.fold(False)
        self._read(everything=True)
        self._read_saved()

    @property
    def queues(self) -> dict[str, str]:
        """What is listed: the words of each queue and kept query, by query."""
        return self._queues.words

    def take_keys(self, reason: Qt.FocusReason) -> None:
        """The keys go to the queues."""
        self._queues.take_keys(reason)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Counts of the queues, by query."""
        self._queues.show_counts(counts)

    def show_queue(self, query: str) -> None:
        """Which queue the list shows."""
        self._queues.show_chosen(query)

    def show_evidence(self, evidence: EvidenceId) -> None:
        """Which file the viewer shows."""
        self._tree.show_chosen(evidence)

    def fold(self, folded: bool) -> None:
        """To icons, or back."""
        self.setFixedWidth(px(FOLDED if folded else WIDE))
        self._queues.fold(folded)
        for widget in self._unfolded:
            widget.setVisible(not folded)
        margin = px(8)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(margin, px(10), margin + 1, px(10))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(px(2))
        heading = Label(self.tr("Queues"), size=Size.SECONDARY, bold=True, tone=Tone.SECOND)
        heading.setContentsMargins(px(8), 0, 0, px(4))
        column.addWidget(heading)
        column.addWidget(self._queues)
        rule = Rule()
        column.addWidget(rule)
        title = QWidget()
        row = QHBoxLayout(title)
        row.setContentsMargins(px(8), 0, px(8), px(2))
        row.addWidget(Label(self.tr("Evidence"), size=Size.SECONDARY, bold=True, tone=Tone.SECOND), 1)
        row.addWidget(Label(self.tr("Read"), size=Size.CAPTION, tone=Tone.SECOND))
        column.addWidget(title)
        column.addWidget(self._tree, 1)
        self._legend.setContentsMargins(px(8), 0, 0, 0)
        column.addWidget(self._legend)
        self._unfolded = [heading, rule, title, self._tree, self._legend]
        column.addStretch(0)

    def _read(self, *, everything: bool) -> None:
        if everything:
            self._session.reading.ask("evidence-tree", _evidence, self._fill)
        else:
            self._session.reading.ask("coverage", lambda reader: reader.coverage(), self._tree.show_coverage)

    def _fill(self, found: tuple[Sequence[Evidence], Sequence[Coverage]]) -> None:
        self._tree.show_evidence(*found)

    def _read_saved(self) -> None:
        self._session.reading.ask("saved", lambda reader: reader.saved_queries(), self._take_saved)

    def _take_saved(self, saved: Sequence[tuple[str, str]]) -> None:
        self._queues.show_saved(saved)
        self.saved_read.emit(saved)

    def _on_changed(self, change: Change) -> None:
        if Kind.CASE in change.kinds:
            self._read_saved()
        if Kind.EVIDENCE in change.kinds:
            self._read(everything=True)
        elif Kind.COVERAGE in change.kinds:
            self._read(everything=False)


def _evidence(reader: Reader) -> tuple[Sequence[Evidence], Sequence[Coverage]]:
    return reader.evidence(), reader.coverage()

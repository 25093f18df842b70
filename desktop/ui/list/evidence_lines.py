"""Lines of evidence that hold what was searched for, below the findings that do; Enter opens one in the viewer."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.inert import one_line
from desktop.ui.language import number
from desktop.ui.session import Session
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.sidelist import Entry, SideList
from desktop.uses.searching import Hits, LineHit, lines_saying, words_of

_TALLEST = 150
_SHOWN = 300
"""Characters of a line: more than fit."""


class EvidenceLines(Panel):
    """Searches on a thread of its own; a new search ends the one before."""

    found = Signal()
    """A search ended: ``count`` and ``opens`` say what it found."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Side.TOP, parent)
        self._session = session
        self._search = 0
        self._hits = Hits()
        self._title = Label(size=Size.SECONDARY, bold=True, tone=Tone.SECOND)
        self._view = _Lines(self.tr("Lines of evidence"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(5), px(8), px(3))
        column.setSpacing(px(2))
        column.addWidget(self._title)
        column.addWidget(self._view, 1)
        self.setFixedHeight(px(_TALLEST))
        self._view.opened.connect(self._open)
        self.hide()

    @property
    def lines(self) -> tuple[LineHit, ...]:
        """What the last search found."""
        return self._hits.lines

    def search(self, query: str) -> None:
        """Look for the words of ``query``; one without words shows nothing."""
        self._search += 1
        mine = self._search
        words = words_of(query, today=self._session.station.today())
        if not words:
            self._session.seeking.forget("lines")
            self._show(Hits())
            return

        self._session.seeking.ask(
            "lines",
            lambda reader: lines_saying(reader, words, cancelled=lambda: self._search != mine),
            self._show,
            self._session.say,
        )

    def take_keys(self) -> None:
        """The keys go to the first line."""
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._view.at_hand is None:
            self._view.go_to(0)

    @property
    def view(self) -> QWidget:
        """What has the keys where this has them."""
        return self._view

    # Within

    def _show(self, hits: Hits) -> None:
        self._hits = hits
        words = self.tr("{n} lines of evidence", "", len(hits.lines)).format(n=number(len(hits.lines)))
        if hits.more:
            words = self.tr("The first {n} lines of evidence; there are more").format(n=number(len(hits.lines)))
        self._title.setText(words)
        self._view.show_entries([])
        self._view.show_entries(
            [
                Entry(at, f"{one_line(hit.path)}:{hit.line}  {one_line(hit.text[:_SHOWN])}", icon=Icon.TEXT_FILE)
                for at, hit in enumerate(hits.lines)
            ]
        )
        self.setVisible(bool(hits.lines))
        self.found.emit()

    def _open(self, at: object) -> None:
        if isinstance(at, int):
            hit = self._hits.lines[at]
            self._session.evidence_wanted.emit(hit.evidence, hit.span)


class _Lines(SideList):
    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name, ground="panel")
        self.clicked.connect(self._on_click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.at_hand)
        else:
            super().keyPressEvent(event)

    def _on_click(self, _index: QModelIndex) -> None:
        self.opened.emit(self.at_hand)

"""The list whole: strip, table, and what is said where nothing matches. It holds the query and keeps the order."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.casefile import Query, Result
from desktop.casefile.errors import BadQuery
from desktop.domain.changes import Change, Kind
from desktop.domain.errors import SekishoError
from desktop.domain.findings import FindingRow
from desktop.domain.ids import FindingId
from desktop.domain.standing import Standing, is_open, standing
from desktop.ui.decision.asking import Targets
from desktop.ui.language import language
from desktop.ui.list.evidence_lines import EvidenceLines
from desktop.ui.list.header import ListHeader
from desktop.ui.list.model import FindingModel, Group
from desktop.ui.list.pages import Pages, Vector
from desktop.ui.list.query import ListQuery
from desktop.ui.list.strip import ListStrip
from desktop.ui.list.view import FindingView
from desktop.ui.queues import LEADS, QUEUES, SECOND, UNANCHORED, UNDECIDED
from desktop.ui.session import Session
from desktop.ui.widgets.empty import Empty
from desktop.words import say_error

if TYPE_CHECKING:  # numpy comes with it, on the searching thread
    from desktop.casefile import FindingIndex

_STEP = 400
"""Rows looked through at a time for the next undecided finding."""


class FindingsPane(QWidget):
    """``chosen`` is the finding at hand. The list moves only when the analyst asks for another query or presses F5."""

    chosen = Signal(object)
    marks_changed = Signal()
    counted = Signal(object)
    """Counts of the queues, by query."""
    query_shown = Signal(object)
    said = Signal(str)

    def __init__(self, session: Session, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._today = today
        self._query = ListQuery()
        self.has_asked = False
        """Whether anything was asked yet; the bench asks first once it has been painted."""
        self._counts: dict[str, int] = {}
        self._saved: dict[str, str] = {}
        """Queries that analysts keep, and their names."""
        self._changed_since: set[FindingId] = set()
        self._wanted: FindingId | None = None
        self._before_empty: FindingId | None = None
        """What was at hand before nothing matched: the cursor returns to it."""
        self.model = FindingModel(Pages(session.paging, self), self)
        self.view = FindingView(self.model, today)
        self._strip = ListStrip()
        self.lines = EvidenceLines(session)
        self._empty = Empty("")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(self._stack, 1)
        column.addWidget(self.lines)
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(60)
        self._recount.timeout.connect(self._count)
        self.lines.found.connect(self._on_lines)
        self.view.chosen.connect(self.chosen)
        self.view.marks_changed.connect(self.marks_changed)
        self._strip.asked.connect(self.show_query)
        self._strip.resort.connect(self.resort)
        header = self.view.horizontalHeader()
        assert isinstance(header, ListHeader)
        header.asked.connect(lambda sort: self.show_query(self._query.sorted_by(sort)))
        session.changed.connect(self._on_changed)

    # What is asked

    @property
    def query(self) -> ListQuery:
        """What the list shows."""
        return self._query

    @property
    def saved_name(self) -> str:
        """What an analyst called the query that is shown, empty where it was not kept."""
        return self._saved.get(self._query.chosen, "")

    @property
    def held(self) -> str:
        """What the strip says of findings that wait for F5."""
        return self._strip.held

    @property
    def problem(self) -> str:
        """What the strip says where the query was not understood."""
        return self._strip.problem

    @property
    def empty_words(self) -> str:
        """What stands in the list's place where it shows nothing."""
        return self._empty.accessibleName() if self._stack.currentWidget() is self._empty else ""

    def show_query(self, query: ListQuery, finding: FindingId | None = None) -> None:
        """Ask for another set or another order; the cursor goes to ``finding``, or stays where it is."""
        if query.words != self._query.words:
            self.lines.search(query.words)
        self._query = query
        self.query_shown.emit(query)
        self._strip.show_query(query, self._saved.get(query.queue, ""), None)
        self._ask(finding)

    def take_keys(self, reason: Qt.FocusReason) -> None:
        """The keys go to the findings; where none match but lines of evidence do, to those."""
        if self.empty_words and self.lines.lines:
            self.lines.take_keys()
        else:
            self.view.setFocus(reason)

    def show_queue(self, queue: str) -> None:
        """Another queue, without the words and filters of the one before."""
        self.show_query(replace(self._query, queue=queue, words="", filters=()))

    def take_saved(self, saved: Sequence[tuple[str, str]]) -> None:
        """Queries of the analysts' own, as name and query: they are named and counted like queues."""
        self._saved = {query: name for name, query in saved}
        self._recount.start()

    def search(self, words: str) -> None:
        """What was typed into the search line; the queue stays."""
        self.show_query(replace(self._query, words=words))

    def resort(self) -> None:
        """F5: take in what came, in order; the cursor stays on its finding."""
        self._ask()

    def show_finding(self, finding: FindingId) -> None:
        """Put the cursor on ``finding``; where the list does not hold it, all findings are shown."""
        if not self.view.show_finding(finding):
            self.show_query(ListQuery(sort=self._query.sort, reverse=self._query.reverse), finding)

    # The rows meant

    def marked_or_at_hand(self) -> tuple[FindingId, ...]:
        """The findings that a decision is about."""
        marked = self.model.marked()
        if marked:
            return marked
        return (self.view.at_hand,) if self.view.at_hand is not None else ()

    def mark_all(self) -> None:
        """Ctrl+A: all matches, or none where all are marked already."""
        self.model.mark_all(self.model.marked_count < len(self.model.ids))
        self.marks_changed.emit()

    def count_marked(self, then: Callable[[Targets], None]) -> None:
        """What a decision about all marked findings would hit, counted in memory however many they are."""
        marked = self.model.marked()
        today = self._today()

        def work(index: "FindingIndex") -> Targets:
            import numpy as np  # loaded with the index

            wanted = np.asarray(marked, np.uint32)
            queries = (Query.parse(query, today=today) for query in (LEADS.query, "severity:critical"))
            leads, critical = (int(np.isin(index.query(query).ids, wanted).sum()) for query in queries)
            return Targets(marked, leads, critical)

        self._session.ask_index("marked", work, then)

    def next_undecided(self, by: int, *, quietly: bool = False) -> None:
        """Space and B: the next finding that waits for a decision, below or above; says so where there is none."""
        here = self.view.currentIndex().row()
        place = self.model.place_of(here) if here >= 0 else -1
        if place is None:
            place = 0
        ids = self.model.ids
        wanted = _needs_place if self._query.queue == UNANCHORED.query else _can_be_decided
        self._session.paging.ask(
            "next",
            lambda reader: _find(reader.rows, wanted, ids, place, by),
            lambda found: self._arrive(found, here, by, quietly),
        )

    # Within

    def _arrive(self, place: int | None, left: int, by: int, quietly: bool) -> None:
        if self.view.currentIndex().row() != left:
            return  # the analyst has moved on meanwhile
        row = self.model.row_at(place) if place is not None else None
        if row is not None:
            self.view.show_row(row)
        elif not quietly:
            self.said.emit(self._nothing_left(by))

    def _nothing_left(self, by: int) -> str:
        if by < 0:
            return self.tr("Nothing undecided above")
        return self.tr("That was the last undecided one of this list")

    def _ask(self, wanted: FindingId | None = None) -> None:
        text, today = self._query.text(), self._today()
        self._wanted = wanted
        self.has_asked = True
        self._session.ask_index(
            "list", lambda index: index.query(Query.parse(text, today=today)), self._show, self._refuse
        )
        self._session.forget_index("texts")
        self._recount.start()

    def _refuse(self, error: SekishoError) -> None:
        self._strip.show_problem(say_error(error, language()))

    def _read_texts(self) -> None:
        """Look into long texts too, a stretch at a time, so that other questions are answered in between."""
        text, today = self._query.text(), self._today()

        def work(index: "FindingIndex") -> Result | None:
            query = Query.parse(text, today=today)
            return index.query(query) if index.read_texts(query) else None

        self._session.ask_index("texts", work, self._take_texts, self._refuse)

    def _take_texts(self, result: Result | None) -> None:
        from numpy import array_equal  # late: the first window needs none of it

        if result is None:
            self._read_texts()
        elif not array_equal(result.ids, self.model.ids):
            self._fill(result)
        else:
            self._strip.show_reading(False)

    def _show(self, result: Result) -> None:
        self._fill(result)
        if self._query.words:
            self._strip.show_reading(True)
            self._read_texts()

    def _fill(self, result: Result) -> None:
        row = self.view.currentIndex().row()
        wanted = next((one for one in (self._wanted, self.view.at_hand, self._before_empty) if one is not None), None)
        self._before_empty = None if result.count else wanted
        groups = tuple(Group(group.name, group.count) for group in result.groups) if self._query.group else ()
        self.model.show(result.ids, groups)
        self._changed_since.clear()
        self._strip.show_query(self._query, self._saved.get(self._query.queue, ""), result.count)
        self._strip.show_held(0, 0)
        header = self.view.horizontalHeader()
        assert isinstance(header, ListHeader)
        header.show_order(self._query.sort, reverse=self._query.reverse)
        self._say_if_empty(result.count)
        if self.model.rowCount() and not (wanted is not None and self.view.show_finding(wanted)):
            first = 1 if groups else 0
            self.view.show_row(min(max(row, first), self.model.rowCount() - 1) if row >= 0 else first)

    def _say_if_empty(self, count: int) -> None:
        self._stack.setCurrentWidget(self._empty if not count else self.view)
        if count:
            return
        if self._query.narrowed:
            words = self.tr("No finding matches.")
            if self.lines.lines:
                words = self.tr("No finding matches, but the lines of evidence below do.")
            self._empty.say(words, self.tr("Show all"), self._widen)
        elif not self._counts.get("", 0):
            self._empty.say(self.tr("Drop scanner results or source here."), self.tr("Import"), self._import)
        elif self._query.queue == UNDECIDED.query and (second := self._counts.get(SECOND.query, 0)):
            words = self.tr("Nothing to decide. Next: {n} for a second person.", "", second).format(n=second)
            self._empty.say(words, self.tr("Show them"), partial(self.show_queue, SECOND.query))
        else:
            self._empty.say(self.tr("Nothing here."), self.tr("Show all"), partial(self.show_queue, ""))

    def _on_lines(self) -> None:
        if not self.model.rowCount():
            self._say_if_empty(0)

    def _widen(self) -> None:
        self.show_query(replace(self._query, words="", filters=()))

    def _import(self) -> None:
        self._session.page_wanted.emit("import", None)

    def _count(self) -> None:
        today, text = self._today(), self._query.text()
        queries = (*(queue.query for queue in QUEUES), *self._saved)

        def work(index: "FindingIndex") -> tuple[dict[str, int], int]:
            counts = {query: index.count(Query.parse(query, today=today)) for query in queries}
            with suppress(BadQuery):  # it is said where the list was asked
                return counts, index.count(Query.parse(text, today=today))
            return counts, 0

        self._session.ask_index("counts", work, self._counted)

    def _counted(self, found: tuple[dict[str, int], int]) -> None:
        self._counts, now = found
        self.counted.emit(self._counts)
        self._strip.show_held(max(0, now - len(self.model.ids)), len(self._changed_since))
        if not self.model.rowCount():
            self._say_if_empty(0)

    def _on_changed(self, change: Change) -> None:
        if Kind.FINDING not in change.kinds and not change.bulk:
            return
        self._changed_since |= self.model.outdate(None if change.bulk else change.ids)
        self._recount.start()
        if not self.model.rowCount():
            self._ask()


def _can_be_decided(row: FindingRow) -> bool:
    """A finding whose quote was not found has a queue of its own, and is not stopped at elsewhere (UX §2)."""
    return is_open(row) and standing(row) is not Standing.UNANCHORED


def _needs_place(row: FindingRow) -> bool:
    return standing(row) is Standing.UNANCHORED


def _find(
    rows: Callable[[Sequence[int]], list[FindingRow]],
    wanted: Callable[[FindingRow], bool],
    ids: Vector,
    place: int,
    by: int,
) -> int | None:
    """Position of the nearest finding that is ``wanted`` after (or before) ``place`` in ``ids``."""
    at = place + by
    while 0 <= at < len(ids):
        block = range(at, min(at + _STEP, len(ids))) if by > 0 else range(at, max(at - _STEP, -1), -1)
        known = {row.id: row for row in rows([int(ids[one]) for one in block])}
        for one in block:
            row = known.get(FindingId(int(ids[one])))
            if row is not None and wanted(row):
                return one
        at += by * _STEP
    return None

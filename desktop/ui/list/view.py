"""The table of findings: one row at hand, marks of our own, no cell editor, and no key that moves by first letter."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.domain.ids import FindingId
from desktop.ui.list.columns import HEADINGS, Column
from desktop.ui.list.delegate import FindingDelegate
from desktop.ui.list.header import ListHeader
from desktop.ui.list.model import FindingModel, Group
from desktop.ui.theme.type import px
from desktop.ui.widgets.scrollbar import plain_scroll_bars

ROW, COMPACT_ROW = 30, 24
_WHOLE = frozenset({Column.SEVERITY, Column.HITS})


class FindingView(QTableView):
    """``chosen`` says which finding is at hand; the row stays at hand when its page changes under it."""

    chosen = Signal(object)
    """A ``FindingId``, or None."""
    marks_changed = Signal()

    def __init__(self, model: FindingModel, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings = model
        self._anchor: int | None = None
        self._at_hand: FindingId | None = None
        self._compact = False
        self.setModel(model)
        self.setItemDelegate(FindingDelegate(today, self))
        self.setHorizontalHeader(ListHeader(self))
        self._keep_headers_out_of_the_selection()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Findings"))
        plain_scroll_bars(self)
        model.modelReset.connect(self._on_reset)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.set_compact(False)

    def _keep_headers_out_of_the_selection(self) -> None:
        # Header painting asks the selection about every column: 8 million calls on selecting all of a million rows.
        # An empty selection model of their own answers at once (FACTS-LIST, traps).
        self._empty = QItemSelectionModel(self._findings)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for header in (rows, self.horizontalHeader()):
            header.setSelectionModel(self._empty)

    def set_compact(self, compact: bool) -> None:
        """Rows of 24 instead of 30."""
        self._compact = compact
        self.verticalHeader().setMinimumSectionSize(px(20))
        self.verticalHeader().setDefaultSectionSize(px(COMPACT_ROW if compact else ROW))
        self.horizontalHeader().setFixedHeight(px(26))
        self.horizontalHeader().setMinimumSectionSize(px(16))
        self._fit_columns()

    # The row at hand

    @property
    def at_hand(self) -> FindingId | None:
        """The finding under the cursor."""
        return self._at_hand

    def show_row(self, row: int) -> None:
        """Put the cursor on ``row``."""
        self.setCurrentIndex(self._findings.index(row, Column.FINDING))

    def show_finding(self, finding: FindingId) -> bool:
        """Put the cursor on ``finding``; False where the list does not hold it."""
        row = self._findings.row_of(finding)
        if row is None:
            return False
        self.show_row(row)
        return True

    def step(self, by: int) -> None:
        """Up or down, past headings of groups."""
        row = self.currentIndex().row() + by
        while 0 <= row < self._findings.rowCount():
            if self._findings.finding_at(row) is not None:
                self.show_row(row)
                return
            row += 1 if by > 0 else -1

    def extend(self, by: int) -> None:
        """Shift and an arrow: mark the rows between where it began and here."""
        row = self.currentIndex().row()
        if self._anchor is None:
            self._anchor = row
        before = range(min(self._anchor, row), max(self._anchor, row) + 1)
        self._findings.mark(before, False)
        self.step(by)
        row = self.currentIndex().row()
        self._findings.mark(range(min(self._anchor, row), max(self._anchor, row) + 1), True)
        self.marks_changed.emit()

    def toggle_mark(self) -> None:
        """V: mark the row at hand, or take its mark away."""
        row = self.currentIndex().row()
        if row >= 0:
            self._findings.mark([row], not self._findings.is_marked(row))
            self._anchor = None
            self.marks_changed.emit()

    # Qt

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; Qt's own moving by first letter would jump on each unbound one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Down if shift:
                self.extend(1)
            case Qt.Key.Key_Up if shift:
                self.extend(-1)
            case Qt.Key.Key_Down:
                self._anchor = None
                self.step(1)
            case Qt.Key.Key_Up:
                self._anchor = None
                self.step(-1)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if row >= 0 and isinstance(self._findings.item(row), Group):
            self._findings.toggle_group(row)
            return
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ShiftModifier and row >= 0 and self.currentIndex().isValid():
            first, last = sorted((self.currentIndex().row(), row))
            self._findings.mark(range(first, last + 1), True)
            self.marks_changed.emit()
        elif modifiers & Qt.KeyboardModifier.ControlModifier and row >= 0:
            self._findings.mark([row], not self._findings.is_marked(row))
            self.marks_changed.emit()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._findings.has_focus = True
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._findings.has_focus = False
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _on_reset(self) -> None:
        self._anchor = None
        if not self._findings.rowCount() and self._at_hand is not None:  # Qt says nothing of a row that a reset took
            self._at_hand = None
            self.chosen.emit(None)

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        finding = self._findings.finding_at(current.row()) if current.isValid() else None
        if finding != self._at_hand:
            self._at_hand = finding
            self.chosen.emit(finding)

    def _fit_columns(self) -> None:
        header = self.horizontalHeader()
        room = self.viewport().width()
        # A badge and a number are never cut; the other columns give way together on a narrow window.
        whole = sum(px(HEADINGS[column].width) for column in _WHOLE)
        others = sum(px(heading.width) for column, heading in HEADINGS.items() if column not in _WHOLE)
        spare = room - whole
        scale = min(1.0, max(0.4, (spare - px(300)) / others, (spare - px(140)) / others * 0.9))
        fixed = 0
        for column, heading in HEADINGS.items():
            if heading.width:
                width = px(heading.width) if column in _WHOLE else int(px(heading.width) * scale)
                header.resizeSection(column, width)
                fixed += width
        header.resizeSection(Column.FINDING, max(px(120), room - fixed))

"""Rows that are painted, not made of widgets: of any number, one height, one row at hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.ui.inert import plain_tip
from desktop.ui.theme import paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.ink import Line, paint_line, plain
from desktop.ui.widgets.scrollbar import plain_scroll_bars

R = TypeVar("R")
Cells = Sequence[Line]
"""A line of inks for each column; a single one makes the row a heading over the whole width, never at hand."""
_Index = QModelIndex | QPersistentModelIndex
_EDGE = 20


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` in pixels at 100 %; 0 shares what is left. ``right`` is for numbers."""

    words: str
    width: int = 0
    right: bool = False


class TableModel(QAbstractTableModel, Generic[R]):
    """Rows and how a row becomes one line of inks a column."""

    def __init__(self, columns: Sequence[Column], cells: Callable[[R], Cells], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._cells = cells
        self._rows: Sequence[R] = ()
        self._painted: Callable[[int], Cells] = self._of

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.refresh()
        self.endResetModel()

    def refresh(self) -> None:
        """Forget how the rows were painted."""
        self._painted = lru_cache(maxsize=512)(self._of)

    def add_rows(self, rows: Sequence[R]) -> None:
        """More rows below those that are there."""
        if rows:
            have = len(self._rows)
            self.beginInsertRows(QModelIndex(), have, have + len(rows) - 1)
            self._rows = [*self._rows, *rows]
            self.endInsertRows()

    def row(self, at: int) -> R | None:
        """The row at position ``at``."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def line(self, at: int, column: int) -> Line:
        """What stands in a cell; a heading stands in each."""
        cells = self._painted(at)
        return cells[column if len(cells) > 1 else 0]

    def is_heading(self, at: int) -> bool:
        """Whether the row is a heading."""
        return len(self._painted(at)) == 1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return plain(self.line(index.row(), index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(plain(self.line(index.row(), index.column())))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or (len(self.columns) > 1 and self.is_heading(index.row())):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.columns[section].words
        return None

    def _of(self, at: int) -> Cells:
        return self._cells(self._rows[at])


class Table(QTableView, Generic[R]):
    """``chosen`` names the row at hand (or None), ``entered`` the row that Enter or a double click asked for."""

    chosen = Signal(object)
    entered = Signal(object)
    more_wanted = Signal()
    """The end has come near: add rows, where there are more."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        cells: Callable[[R], Cells],
        parent: QWidget | None = None,
        *,
        row_height: int = 30,
    ) -> None:
        super().__init__(parent)
        self._table = TableModel(columns, cells, self)
        self._row_height = row_height
        self.setModel(self._table)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalHeader(_Header(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        plain_scroll_bars(self)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(px(20))
        rows.setDefaultSectionSize(px(row_height))
        self.horizontalHeader().setFixedHeight(px(26))
        self.selectionModel().currentRowChanged.connect(
            lambda now, _before: self.chosen.emit(self._table.row(now.row()))
        )
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)
        self.doubleClicked.connect(lambda index: self.entered.emit(self._table.row(index.row())))

    @property
    def at(self) -> int:
        """Position of the row at hand, −1 where there is none."""
        return self.currentIndex().row()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._table.rowCount()

    def row(self, at: int | None = None) -> R | None:
        """The row at ``at``, or the one at hand."""
        return self._table.row(self.at if at is None else at)

    def show_rows(self, rows: Sequence[R], at: int = -1) -> None:
        """Show other rows, with the one at ``at`` at hand."""
        self._table.set_rows(rows)
        if 0 <= at < len(rows):
            self.go_to(at)
        else:
            self.chosen.emit(None)
        self._fit_columns()

    def add_rows(self, rows: Sequence[R]) -> None:
        """More rows below; nothing moves."""
        self._table.add_rows(rows)

    def refresh(self) -> None:
        """Paint the same rows anew."""
        self._table.refresh()
        self.viewport().update()

    def go_to(self, at: int) -> None:
        """Put the cursor on the row at ``at``."""
        if 0 <= at < self.count:
            self.setCurrentIndex(self._table.index(at, 0))

    def height_of(self, rows: int) -> int:
        """Pixels that ``rows`` rows and the heading take."""
        return self.horizontalHeader().height() + rows * px(self._row_height)

    def last_seen(self) -> int:
        """Position of the last row that is wholly on the screen, −1 where there is none."""
        bottom = self.viewport().height() - 1
        at = self.rowAt(bottom)
        if at < 0:
            return self.count - 1
        return at if self.rowViewportPosition(at) + self.rowHeight(at) - 1 <= bottom else at - 1

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands; Qt's own moving by first letter would jump on each unbound one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if not event.isAutoRepeat() and self.row() is not None:
                self.entered.emit(self.row())
            return
        if event.text().isprintable() and event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # a command of the page, not something to search for
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _on_scroll(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - self.viewport().height():
            self.more_wanted.emit()

    def _fit_columns(self) -> None:
        columns = self._table.columns
        room = self.viewport().width()
        fixed = px(sum(column.width for column in columns))
        scale = min(1.0, max(0.55, room * 0.72 / fixed)) if fixed else 1.0
        widths = [round(px(column.width) * scale) for column in columns]
        shared = [at for at, column in enumerate(columns) if not column.width]
        for at in shared:
            widths[at] = max(px(80), (room - sum(w for n, w in enumerate(widths) if n not in shared)) // len(shared))
        for at, width in enumerate(widths):
            self.horizontalHeader().resizeSection(at, width)


class _Header(QHeaderView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        c = colours_of(self.palette())
        model = self.model()
        assert isinstance(model, TableModel)
        column = model.columns[logicalIndex]
        painter.save()
        painter.fillRect(rect, c.raised)
        painter.setPen(c.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(theme_type.font(Size.SECONDARY))
        painter.setPen(c.text2)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        inner = _inner(QRectF(rect), logicalIndex, model.columnCount())
        paint.text(painter, inner, column.words, align=Qt.AlignmentFlag.AlignVCenter | side)
        painter.restore()


class _Delegate(QStyledItemDelegate):
    def __init__(self, table: "Table[Any]") -> None:
        super().__init__(table)
        self._view = table

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return QSize(px(60), px(30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, TableModel)
        c = colours_of(option.palette)
        box = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if model.is_heading(index.row()):
            self._heading(painter, box, model.line(index.row(), 0))
            painter.restore()
            return
        painter.fillRect(box, c.selected if selected else c.panel)
        column = model.columns[index.column()]
        inner = _inner(box, index.column(), model.columnCount())
        paint_line(painter, inner, model.line(index.row(), index.column()), c, right=column.right)
        painter.setPen(c.line_soft)
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        if selected and self._view.hasFocus() and index.row() == self._view.at:
            painter.setPen(QPen(c.accent, 2))
            top, bottom = box.top() + 1, box.bottom() - 1
            painter.drawLine(QPointF(box.left(), top), QPointF(box.right(), top))
            painter.drawLine(QPointF(box.left(), bottom), QPointF(box.right(), bottom))
            if index.column() == 0:
                painter.drawLine(QPointF(box.left() + 1, top), QPointF(box.left() + 1, bottom))
            if index.column() == model.columnCount() - 1:
                painter.drawLine(QPointF(box.right() - 1, top), QPointF(box.right() - 1, bottom))
        painter.restore()

    def _heading(self, painter: QPainter, box: QRectF, line: Line) -> None:
        """Each cell paints its part of one line over the whole width."""
        c = colours_of(self._view.palette())
        painter.setClipRect(box)
        painter.fillRect(box, c.raised)
        whole = QRectF(px(_EDGE), box.y(), self._view.viewport().width() - 2 * px(_EDGE), box.height())
        paint_line(painter, whole, line, c)
        painter.setPen(c.line_soft)
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))


def _inner(box: QRectF, column: int, columns: int) -> QRectF:
    left = px(_EDGE) if column == 0 else px(8)
    right = px(_EDGE) if column == columns - 1 else px(8)
    return box.adjusted(left, 0, -right, 0)

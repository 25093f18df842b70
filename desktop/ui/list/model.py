"""The item model of the list: a vector of ids, optionally cut into groups, and which rows are marked."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, compress

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.findings import FindingRow
from desktop.domain.ids import FindingId
from desktop.domain.standing import proof
from desktop.ui.inert import plain_tip
from desktop.ui.labels import label, plain
from desktop.ui.list.columns import HEADINGS, Column
from desktop.ui.list.pages import Pages, Vector

_Index = QModelIndex | QPersistentModelIndex
_ELIDED = frozenset({Column.FINDING, Column.PLACE, Column.ORIGIN})
"""Columns whose words may be cut short, and are told whole by a tool tip."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading row over ``count`` findings; ``shut`` hides them."""

    name: str
    count: int
    shut: bool = False


class FindingModel(QAbstractTableModel):
    """``rowCount`` is a length, whatever the number; a row that is not here yet is None until its page comes."""

    def __init__(self, pages: Pages, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._ids: Vector = ()
        self._marks = bytearray()
        self._groups: tuple[Group, ...] = ()
        self._offsets: list[int] = []
        """First finding of each group."""
        self._tops: list[int] = []
        """Row of each group's heading."""
        self._rows = 0
        self.has_focus = False
        """Whether the view that shows this model has the keys; the delegate draws the focus frame from it."""
        pages.arrived.connect(self._on_arrived)

    def show(self, ids: Vector, groups: tuple[Group, ...] = ()) -> None:
        """Another vector of ids, in order; marks stay on findings that are still there only through ``mark``."""
        self.beginResetModel()
        self._ids = ids
        self._marks = bytearray(len(ids))
        self._pages.show(ids)
        self._lay_out(groups)
        self.endResetModel()

    @property
    def ids(self) -> Vector:
        """The findings in the order shown."""
        return self._ids

    def toggle_group(self, row: int) -> None:
        """Open or shut the group whose heading stands at ``row``."""
        item = self.item(row)
        if isinstance(item, Group):
            at = self._tops.index(row)
            self.beginResetModel()
            self._lay_out((*self._groups[:at], replace(item, shut=not item.shut), *self._groups[at + 1 :]))
            self.endResetModel()

    # Qt's questions

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._rows

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        item = self.item(index.row())
        if isinstance(item, Group):
            return f"{item.name} ({item.count})"
        if item is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return plain(item)
        column = Column(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            shown = self._cell_text(item, column) if column in _ELIDED else None
            return plain_tip(shown) if shown else None
        return self._cell_text(item, column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        heading = HEADINGS[Column(section)]
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Columns", heading.words)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if heading.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    # Rows

    def item(self, row: int) -> FindingRow | Group | None:
        """What stands at ``row``: a finding, a group's heading, or None while its page is on its way."""
        group, at = self._split(row)
        if group is not None:
            return group
        return self._pages.row(at)

    def outdate(self, ids: Sequence[FindingId] | None) -> set[FindingId]:
        """These findings changed (None: many did): their rows are read again, where they stand.

        Returns those of ``ids`` whose rows are in memory.
        """
        return self._pages.outdate(ids)

    def finding_at(self, row: int) -> FindingId | None:
        """The id at ``row``, known even before its page has come; None for a heading or outside."""
        if not 0 <= row < self._rows:
            return None
        group, at = self._split(row)
        return None if group is not None else FindingId(int(self._ids[at]))

    def row_of(self, finding: FindingId) -> int | None:
        """Where ``finding`` stands; looks at rows in memory first."""
        at = self._pages.known().get(finding)
        if at is None:
            at = _position(self._ids, finding)
        return None if at is None else self.row_at(at)

    def place_of(self, row: int) -> int | None:
        """Position in ``ids`` of the finding at ``row``, None for a heading."""
        group, at = self._split(row)
        return None if group is not None else at

    def row_at(self, place: int) -> int | None:
        """Row of the finding at position ``place`` of ``ids``; None inside a shut group."""
        if not self._groups:
            return place
        at = bisect_right(self._offsets, place) - 1
        return None if self._groups[at].shut else self._tops[at] + 1 + place - self._offsets[at]

    # Marks

    def is_marked(self, row: int) -> bool:
        """Whether the finding at ``row`` is marked for a bulk decision."""
        group, at = self._split(row)
        return group is None and bool(self._marks[at])

    def mark(self, rows: Iterable[int], on: bool) -> None:
        """Mark or unmark these rows; headings are passed over."""
        touched = sorted(rows)
        for row in touched:
            group, at = self._split(row)
            if group is None:
                self._marks[at] = on
        if touched:
            self.dataChanged.emit(self.index(touched[0], 0), self.index(touched[-1], len(Column) - 1))

    def mark_all(self, on: bool) -> None:
        """Mark all matches, or none: a byte each, never Qt's selection (FACTS-LIST, traps)."""
        self._marks = bytearray((b"\x01" if on else b"\x00") * len(self._ids))
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, len(Column) - 1))

    @property
    def marked_count(self) -> int:
        """How many findings are marked; naming a million of them would take a hundred times as long."""
        return self._marks.count(1)

    @property
    def any_marked(self) -> bool:
        """Whether at least one finding is marked."""
        return b"\x01" in self._marks

    def marked(self) -> tuple[FindingId, ...]:
        """The marked findings in the order shown."""
        if not self.any_marked:
            return ()
        if isinstance(self._ids, list | tuple | range):
            return tuple(FindingId(one) for one in compress(self._ids, self._marks))
        import numpy as np  # the vector is numpy's: it is loaded already

        return tuple(np.asarray(self._ids)[np.frombuffer(self._marks, bool)].tolist())

    # Layout of groups

    def _lay_out(self, groups: tuple[Group, ...]) -> None:
        self._groups = groups
        self._offsets = [0, *accumulate(group.count for group in groups)][:-1] if groups else []
        heights = [1 + (0 if group.shut else group.count) for group in groups]
        self._tops = [0, *accumulate(heights)][:-1] if groups else []
        self._rows = sum(heights) if groups else len(self._ids)

    def _split(self, row: int) -> tuple[Group | None, int]:
        if not self._groups:
            return None, row
        at = bisect_right(self._tops, row) - 1
        inside = row - self._tops[at] - 1
        return (self._groups[at], 0) if inside < 0 else (None, self._offsets[at] + inside)

    def _on_arrived(self, first: int, last: int) -> None:
        last = min(last, len(self._ids) - 1)
        rows = [row for row in (self.row_at(first), self.row_at(last)) if row is not None]
        if rows and last >= first:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(Column) - 1))

    def _cell_text(self, row: FindingRow, column: Column) -> str:
        match column:
            case Column.FINDING:
                return row.title
            case Column.PLACE:
                return row.place
            case Column.ORIGIN:
                return row.source
            case Column.SEVERITY:
                return label(row.severity)
            case Column.HITS:
                return str(row.hits)
            case Column.VERIFICATION:
                return label(proof(row)[0])
            case Column.STATUS:
                return label(row.status)
            case Column.DUE:
                return row.due.isoformat() if row.due else ""


def _position(ids: Vector, finding: FindingId) -> int | None:
    """Where ``finding`` stands in the vector; numpy's comparison where the vector is numpy's (1 ms for a million)."""
    if isinstance(ids, list | tuple | range):
        try:
            return ids.index(finding)
        except ValueError:
            return None
    import numpy as np

    hits = np.flatnonzero(np.asarray(ids) == np.uint32(finding))
    return int(hits[0]) if len(hits) else None

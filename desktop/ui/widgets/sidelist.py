"""The left column of a page: captions and entries, one of them at hand. Painted, with a row's height by its lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.theme import icons, paint
from desktop.ui.theme.colours import Colours, colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.ink import Ink, Line, paint_line, width_of
from desktop.ui.widgets.label import Tone
from desktop.ui.widgets.scrollbar import plain_scroll_bars

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. A ``caption`` is a heading and can't be chosen; ``chip`` is a short word in a tinted frame."""

    key: object
    title: str
    right: str = ""
    second: str = ""
    icon: Icon | None = None
    tone: Tone = Tone.TEXT
    icon_tone: Tone = Tone.SECOND
    right_tone: Tone = Tone.SECOND
    chip: str = ""
    caption: bool = False
    ruled: bool = False
    """A hairline above it."""

    @property
    def pickable(self) -> bool:
        """Whether it can be at hand."""
        return not self.caption


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Other entries; where only their words changed, nothing moves."""
        same = [e.key for e in entries] == [e.key for e in self.entries]
        if same:
            self.entries = tuple(entries)
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            entry = self.entries[index.row()]
            return " ".join(part for part in (entry.title, entry.right, entry.second) if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        pickable = index.isValid() and self.entries[index.row()].pickable
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if pickable else Qt.ItemFlag.NoItemFlags


class SideList(QListView):
    """``chosen`` sends the key of the entry at hand, or None."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, ground: str = "window") -> None:
        super().__init__(parent)
        self._entries = _Model(self)
        self.setModel(self._entries)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        plain_scroll_bars(self, ground)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.chosen.emit(self._key(now)))

    @property
    def at_hand(self) -> object:
        """Key of the entry at hand."""
        return self._key(self.currentIndex())

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Other entries; the one at hand stays at hand where it is still there."""
        before = self.at_hand
        blocked = self.selectionModel().blockSignals(True)
        self._entries.show_entries(entries)
        kept = self.go_to(before)
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()
        if not kept and before is not None:
            self.chosen.emit(None)

    def go_to(self, key: object) -> bool:
        """Put the cursor on the entry ``key``; False where there is none."""
        for row, entry in enumerate(self._entries.entries):
            if key is not None and entry.key == key and entry.pickable:
                self.setCurrentIndex(self._entries.index(row))
                return True
        return False

    def wanted_height(self) -> int:
        """Height of all entries."""
        return sum(row_height(entry) for entry in self._entries.entries) + px(4)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._entries.entries)
        row = self.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Up:
                step, row = -1, row - 1
            case Qt.Key.Key_Down:
                step, row = 1, row + 1
            case Qt.Key.Key_Home:
                step, row = 1, 0
            case Qt.Key.Key_End:
                step, row = -1, count - 1
            case _:
                event.ignore()
                return
        while 0 <= row < count:
            if self._entries.entries[row].pickable:
                self.setCurrentIndex(self._entries.index(row))
                return
            row += step

    def _key(self, index: QModelIndex) -> object:
        return self._entries.entries[index.row()].key if index.isValid() else None


def row_height(entry: Entry) -> int:
    """Height of ``entry``."""
    height = 46 if entry.second else 30
    return px(height + (16 if entry.ruled else 0))


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: SideList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option
        model = index.model()
        assert isinstance(model, _Model)
        return QSize(px(60), row_height(model.entries[index.row()]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, _Model)
        entry = model.entries[index.row()]
        c = colours_of(option.palette)
        box = QRectF(option.rect)
        painter.save()
        if entry.ruled:
            painter.setPen(c.line)
            y = round(box.top() + px(8))
            painter.drawLine(round(box.left() + px(16)), y, round(box.right() - px(16)), y)
            box.setTop(box.top() + px(16))
        frame = box.adjusted(px(8), 1, -px(8), -1)
        if option.state & QStyle.StateFlag.State_Selected:
            paint.rounded(painter, frame, fill=c.selected, radius=paint.RADIUS)
            painter.fillRect(QRectF(frame.left(), frame.top() + px(5), 3, frame.height() - px(10)), c.accent)
            if self._view.hasFocus():
                paint.focus_frame(painter, frame, c)
        self._words(painter, frame, entry, c, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _words(self, painter: QPainter, frame: QRectF, entry: Entry, c: Colours, *, chosen: bool) -> None:
        left = frame.left() + (px(8) if entry.caption else px(12))
        right = frame.right() - px(8)
        first = QRectF(left, frame.top(), right - left, frame.height())
        if entry.second:
            first.setHeight(px(26))
        if entry.icon:
            icons.draw(painter, entry.icon, getattr(c, entry.icon_tone.value), left, first.center().y() - px(8), px(16))
            first.setLeft(left + px(23))
        value = (Ink(entry.right, entry.right_tone, size=Size.SECONDARY),) if entry.right else ()
        value_width = width_of(value)
        paint_line(painter, first, value, c, right=True)
        first.setRight(first.right() - value_width - px(8))
        title: Line = (Ink(entry.title, entry.tone, bold=entry.caption or chosen),)
        paint_line(painter, first, title, c)
        if entry.chip:
            chip_left = first.left() + min(width_of(title), first.width()) + px(8)
            chip_width = width_of((Ink(entry.chip, size=Size.CAPTION),)) + px(12)
            if chip_left + chip_width <= first.right() + px(8):
                chip = QRectF(chip_left, first.center().y() - px(8), chip_width, px(16))
                painter.setFont(Ink(size=Size.CAPTION).font())
                paint.chip(painter, chip, entry.chip, ink=c.masked, fill=c.masked_tint, line=None)
        if entry.second:
            below = QRectF(first.left(), frame.top() + px(22), right - first.left(), px(20))
            paint_line(painter, below, (Ink(entry.second, Tone.SECOND, size=Size.SECONDARY),), c)

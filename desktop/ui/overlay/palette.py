"""The command palette: actions, queues, findings and programs by a few letters, with their keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.inert import one_line
from desktop.ui.overlay.matching import Entry, matches
from desktop.ui.theme import paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.button import key_cap, key_width_of
from desktop.ui.widgets.lineedit import LineEdit

_ROW = 30
_MOST = 12


class EntryList(QWidget):
    """Painted entries with one at hand."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._at = 0
        self.setMouseTracking(True)

    def show_entries(self, entries: list[Entry]) -> None:
        """Other matches; the first is at hand."""
        self._entries, self._at = entries, 0
        self.setFixedHeight(px(_ROW) * max(1, len(entries)))
        self._say_name()
        self.update()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is listed."""
        return tuple(self._entries)

    def move_by(self, by: int) -> None:
        """Up or down, round at the ends."""
        if self._entries:
            self._at = (self._at + by) % len(self._entries)
            self._say_name()
            self.update()

    @property
    def at_hand(self) -> Entry | None:
        """The entry that Enter runs."""
        return self._entries[self._at] if self._entries else None

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        if not self._entries:
            painter.setFont(theme_type.font())
            painter.setPen(c.text2)
            paint.text(painter, QRectF(px(14), 0, self.width() - px(28), px(_ROW)), self.tr("Nothing matches."))
        for at, entry in enumerate(self._entries):
            box = QRectF(0, at * px(_ROW), self.width(), px(_ROW))
            if at == self._at:
                painter.fillRect(box, c.selected)
                painter.fillRect(QRectF(0, box.y() + 4, 3, box.height() - 8), c.accent)
            right = box.right() - px(14)
            if entry.keys:
                right -= key_width_of(entry.keys)
                key_cap(painter, right, box.center().y(), entry.keys, c)
            painter.setFont(theme_type.font(Size.CAPTION))
            painter.setPen(c.text2)
            kind = QRectF(right - px(130), box.y(), px(120), box.height())
            paint.text(painter, kind, entry.kind, align=Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.setFont(theme_type.font(bold=at == self._at))
            painter.setPen(c.text)
            paint.text(painter, QRectF(px(14), box.y(), kind.x() - px(24), box.height()), one_line(entry.words))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().y() // px(_ROW))
        if 0 <= at < len(self._entries) and at != self._at:
            self._at = at
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        del event
        if self.at_hand is not None:
            self.chosen.emit(self.at_hand)

    def _say_name(self) -> None:
        entry = self.at_hand
        self.setAccessibleName(f"{entry.words} {entry.keys}" if entry else "")


class Palette(QWidget):
    """Lies over ``parent``; ``typed`` lets the owner look for findings and programs, ``chosen`` is what Enter ran."""

    typed = Signal(str)
    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._fixed: Sequence[Entry] = ()
        self._found: Sequence[Entry] = ()
        self._line = LineEdit(self.tr("Command, queue, finding or program"), icon=Icon.SEARCH)
        self._list = EntryList()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(8))
        column.addWidget(self._line)
        column.addWidget(self._list)
        self._line.textEdited.connect(self._on_typed)
        self._line.entered.connect(self._enter)
        self._line.left.connect(self.close_palette)
        self._line.installEventFilter(self)
        self._list.chosen.connect(self._run)
        self.hide()

    def open(self, entries: Sequence[Entry]) -> None:
        """Show it, empty, with what can be done now."""
        self._fixed, self._found = entries, ()
        self._line.clear()
        self._refresh()
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def add_found(self, entries: Sequence[Entry]) -> None:
        """Findings and programs that match what is typed now."""
        self._found = entries
        self._refresh()

    @property
    def shown(self) -> tuple[str, ...]:
        """The words of what is listed."""
        return tuple(entry.words for entry in self._list.entries)

    def close_palette(self) -> None:
        """Put it away."""
        if self.isVisible():
            self.hide()
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            by = moves.get(Qt.Key(event.key()))
            if by is not None and not self._line.composing:
                self._list.move_by(by)
                return True
        if watched is self._line and event.type() is QEvent.Type.FocusOut:
            self.close_palette()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.panel)
        painter.setPen(c.text3)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _on_typed(self, words: str) -> None:
        self._refresh()
        self.typed.emit(words)

    def _refresh(self) -> None:
        shown = matches(self._fixed, self._line.text(), _MOST)
        self._list.show_entries([*shown, *self._found][:_MOST])
        parent = self._over
        width = min(px(620), parent.width() - px(40))
        self.resize(width, self._line.sizeHint().height() + self._list.height() + px(32))
        self.move((parent.width() - width) // 2, px(64))

    def _enter(self) -> None:
        if self._list.at_hand is not None:
            self._run(self._list.at_hand)

    def _run(self, entry: Entry) -> None:
        self.close_palette()
        self.chosen.emit(entry)

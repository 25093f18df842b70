"""Queues: a word and a count each; folded to icons on a narrow window, with the word as a tool tip."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.inert import one_line, plain_tip
from desktop.ui.language import number
from desktop.ui.queues import QUEUES, Queue
from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import px


class QueueRow(QAbstractButton):
    """One queue; checked while the list shows it."""

    def __init__(self, queue: Queue, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self.words = words
        self._count: int | None = None
        self.folded = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(None)

    def show_count(self, count: int | None) -> None:
        """How many findings are in it; None while not known."""
        self._count = count
        shown = "" if count is None else number(count)
        self.setAccessibleName(f"{self.words} {shown}".strip())
        self.setToolTip(plain_tip(self.accessibleName()) if self.folded else "")
        self.update()

    def nextCheckState(self) -> None:
        """Only the list's own state checks a row."""

    def sizeHint(self) -> QSize:
        return QSize(px(180), px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                event.ignore()  # the list's: Qt's own would walk out of it
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked():
            paint.rounded(painter, box.adjusted(0, 1, 0, -1), fill=c.selected)
            painter.fillRect(QRectF(0, box.height() / 2 - px(8), 3, px(16)), c.accent)
        elif self.underMouse():
            paint.rounded(painter, box.adjusted(0, 1, 0, -1), fill=c.sunken)
        ink = getattr(c, self._queue.tone) if self._count else c.text2
        left = px(9) if not self.folded else (box.width() - px(16)) / 2
        icons.draw(painter, self._queue.icon, ink, left, (box.height() - px(16)) / 2, px(16))
        if not self.folded:
            painter.setFont(theme_type.font(bold=self.isChecked()))
            painter.setPen(c.text)
            count = "" if self._count is None else number(self._count)
            count_width = painter.fontMetrics().horizontalAdvance(count)
            paint.text(painter, QRectF(px(33), 0, box.width() - px(46) - count_width, box.height()), self.words)
            painter.setPen(c.text if self.isChecked() else c.text2)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            paint.text(painter, QRectF(0, 0, box.width() - px(9), box.height()), count, align=right)
        if self.hasFocus():
            paint.focus_frame(painter, box, c)


class QueueList(QWidget):
    """``chosen`` carries the query of a queue."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, QueueRow] = {}
        self._saved: dict[str, QueueRow] = {}
        self._folded = False
        self._chosen = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for queue in QUEUES:
            self._rows[queue.query] = self._add(queue, QCoreApplication.translate("Queues", queue.words))

    def show_saved(self, saved: Sequence[tuple[str, str]]) -> None:
        """Queries of the analysts' own, as name and query, below the queues."""
        for row in self._saved.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._saved = {
            query: self._add(Queue("saved", name, Icon.BOOKMARK, query, ""), one_line(name)) for name, query in saved
        }
        self.fold(self._folded)
        self.show_chosen(self._chosen)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Counts by query."""
        for query, row in self._all():
            row.show_count(counts.get(query))

    def show_chosen(self, query: str) -> None:
        """Which queue the list shows."""
        self._chosen = query
        for own, row in self._all():
            row.setChecked(own == query)

    def fold(self, folded: bool) -> None:
        """Icons only."""
        self._folded = folded
        for _, row in self._all():
            row.folded = folded
            row.setToolTip(plain_tip(row.accessibleName()) if folded else "")
            row.update()

    def take_keys(self, reason: Qt.FocusReason) -> None:
        """The keys go to the queue that the list shows, else to the first."""
        rows = dict(self._all())
        rows.get(self._chosen, next(iter(rows.values()))).setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        rows = [row for _, row in self._all()]
        here = next((at for at, row in enumerate(rows) if row.hasFocus()), None)
        if by is None or here is None:
            super().keyPressEvent(event)
        else:
            rows[min(max(here + by, 0), len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def words(self) -> dict[str, str]:
        """The words of each row, by query."""
        return {query: row.words for query, row in self._all()}

    def _all(self) -> Iterator[tuple[str, QueueRow]]:
        yield from self._rows.items()
        yield from self._saved.items()

    def _add(self, queue: Queue, words: str) -> QueueRow:
        row = QueueRow(queue, words)
        row.clicked.connect(partial(self._choose, queue.query))
        self._column.addWidget(row)
        return row

    def _choose(self, query: str, _checked: bool = False) -> None:
        self.chosen.emit(query)

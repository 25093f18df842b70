"""Queues: a word and a count each; folded to icons on a narrow window, with the word as a tool tip."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.language import number
from desktop.ui.queues import QUEUES, Queue
from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import px


class QueueRow(QAbstractButton):
    """One queue; checked while the list shows it."""

    def __init__(self, queue: Queue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._words = QCoreApplication.translate("Queues", queue.words)
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
        self.setAccessibleName(f"{self._words} {shown}".strip())
        self.setToolTip(self.accessibleName() if self.folded else "")
        self.update()

    def nextCheckState(self) -> None:
        """Only the list's own state checks a row."""

    def sizeHint(self) -> QSize:
        return QSize(px(180), px(28))

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
            paint.text(painter, QRectF(px(33), 0, box.width() - px(46) - count_width, box.height()), self._words)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for queue in QUEUES:
            row = QueueRow(queue)
            row.clicked.connect(lambda _on=False, query=queue.query: self.chosen.emit(query))
            self._rows[queue.query] = row
            column.addWidget(row)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Counts by query."""
        for query, row in self._rows.items():
            row.show_count(counts.get(query))

    def show_chosen(self, query: str) -> None:
        """Which queue the list shows."""
        for own, row in self._rows.items():
            row.setChecked(own == query)

    def fold(self, folded: bool) -> None:
        """Icons only."""
        for row in self._rows.values():
            row.folded = folded
            row.setToolTip(row.accessibleName() if folded else "")
            row.update()

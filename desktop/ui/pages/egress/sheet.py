"""A unit of evidence as it is here, or as it would leave: painted lines with what was masked or only looked like it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.gate.edits import EDITED, places
from desktop.gate.preview import PreviewUnit
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.ink import one_line
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrollbar import plain_scroll_bars


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start`` to ``end`` of a text. ``role`` names the tint: masked, person (own words) or warn."""

    start: int
    end: int
    role: str


def marks_before(unit: PreviewUnit) -> list[Mark]:
    """What was found in the original."""
    found = [Mark(span.start, span.end, "warn") for span in unit.masked.spans]
    return sorted([*found, *(Mark(n.start, n.end, "warn") for n in unit.masked.near)], key=lambda mark: mark.start)


def marks_after(unit: PreviewUnit) -> list[Mark]:
    """Where the tokens, the analyst's own words and the near misses stand in the text that would leave."""
    spans = unit.masked.spans
    moved = [
        Mark(start, end, "person" if span.kind == EDITED else "masked")
        for span, (start, end) in zip(spans, places(spans), strict=True)
    ]
    for near in unit.masked.near:
        shift = sum(len(span.token) - (span.end - span.start) for span in spans if span.end <= near.start)
        moved.append(Mark(near.start + shift, near.end + shift, "warn"))
    return sorted(moved, key=lambda mark: mark.start)


class Sheet(QAbstractScrollArea):
    """Shows lines with their numbers; one line is at hand."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self._lines: list[tuple[int, str]] = []
        self._starts: list[int] = []
        self._marks: Sequence[Mark] = ()
        self._first = 1
        self._at_hand = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        plain_scroll_bars(self)
        self.setCornerWidget(Panel())

    def show_text(self, text: str, marks: Sequence[Mark], first: int, at_hand: int) -> None:
        """Show ``text``, whose first line is number ``first`` of its file, with line ``at_hand`` in sight."""
        self.text = text
        self._lines, self._starts, at = [], [], 0
        for number, line in enumerate(text.split("\n")):
            self._lines.append((first + number, line))
            self._starts.append(at)
            at += len(line) + 1
        self._marks, self._first, self._at_hand = marks, first, at_hand
        self._fit()
        self.verticalScrollBar().setValue(max(0, at_hand - first - self._rows() // 3))
        self.horizontalScrollBar().setValue(0)
        self.viewport().update()

    def clear(self) -> None:
        """Show nothing."""
        self.show_text("", (), 1, 0)

    @property
    def line_count(self) -> int:
        """Lines that are shown."""
        return len(self._lines)

    def line(self, row: int) -> str:
        """The text of a line, by its row from 0."""
        return self._lines[row][1]

    def start_of(self, row: int) -> int:
        """The first character of a line."""
        return self._starts[row]

    def row_of(self, at: int) -> tuple[int, int]:
        """Row and column of character ``at``."""
        row = max(bisect_right(self._starts, at) - 1, 0)
        return row, at - (self._starts[row] if self._starts else 0)

    def character_at(self, point: QPointF) -> int:
        """The character before which a click at ``point`` of the viewport stands."""
        row = min(max(int(point.y() // self._height()) + self.verticalScrollBar().value(), 0), len(self._lines) - 1)
        if row < 0:
            return 0
        shown = one_line(self.line(row))
        metrics = QFontMetricsF(theme_type.code(Size.CODE))
        x = point.x() - self._gutter() + self.horizontalScrollBar().value()

        def edge(column: int) -> float:
            return metrics.horizontalAdvance(shown[:column])

        right = bisect_right(range(len(shown) + 1), x, key=edge)
        nearest = min((max(right - 1, 0), min(right, len(shown))), key=lambda column: abs(edge(column) - x))
        return self._starts[row] + nearest

    def bring_into_sight(self, at: int) -> None:
        """Scroll as far as character ``at`` needs."""
        row, column = self.row_of(at)
        rows = self.verticalScrollBar()
        rows.setValue(min(rows.value(), row) if row < rows.value() else max(rows.value(), row - self._rows() + 1))
        metrics = QFontMetricsF(theme_type.code(Size.CODE))
        x = round(metrics.horizontalAdvance(one_line(self.line(row))[:column])) if self._lines else 0
        aside = self.horizontalScrollBar()
        aside.setValue(min(max(aside.value(), x - aside.pageStep() + px(16)), x))

    def paint_under_line(self, painter: QPainter, box: QRectF, row: int, shown: str, metrics: QFontMetricsF) -> None:
        """For a sheet that shows more: under the characters of a line, which begin at the left of ``box``."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), c.panel)
        font, height = theme_type.code(Size.CODE), self._height()
        metrics = QFontMetricsF(font)
        gutter = self._gutter()
        top = self.verticalScrollBar().value()
        for row in range(self._rows() + 1):
            if top + row >= len(self._lines):
                return
            number, line = self._lines[top + row]
            if line == "" and top + row == len(self._lines) - 1:
                return
            box = QRectF(0, row * height, self.viewport().width(), height)
            if number == self._at_hand:
                painter.fillRect(box, c.selected)
            painter.setFont(theme_type.code(Size.SECONDARY))
            painter.setPen(c.text3)
            numbers = QRectF(0, box.y(), gutter - px(10), height)
            painter.drawText(numbers, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(number))
            painter.setFont(font)
            painter.save()
            painter.setClipRect(box.adjusted(gutter, 0, 0, 0))
            aside = self.horizontalScrollBar().value()
            self._paint_line(painter, box.adjusted(gutter - aside, 0, 0, 0), top + row, line, metrics)
            painter.restore()

    def _paint_line(self, painter: QPainter, box: QRectF, row: int, line: str, metrics: QFontMetricsF) -> None:
        c = colours_of(self.palette())
        start = self._starts[row]
        shown = one_line(line)
        for mark in self._marks:
            first, last = max(mark.start - start, 0), min(mark.end - start, len(line))
            if first >= last:
                continue
            left = box.x() + metrics.horizontalAdvance(shown[:first])
            width = metrics.horizontalAdvance(shown[first:last])
            ground = QRectF(left - 1, box.y() + px(1), width + 2, box.height() - px(2))
            painter.fillRect(ground, getattr(c, f"{mark.role}_tint"))
            painter.setPen(QPen(getattr(c, mark.role), 1.2))
            painter.drawLine(QPointF(ground.left(), ground.bottom()), QPointF(ground.right(), ground.bottom()))
        self.paint_under_line(painter, box, row, shown, metrics)
        painter.setPen(c.text)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)

    def _gutter(self) -> float:
        return QFontMetricsF(theme_type.code(Size.CODE)).horizontalAdvance("00000") + px(16)

    def _height(self) -> int:
        return px(20)

    def _rows(self) -> int:
        return max(1, self.viewport().height() // self._height())

    def _fit(self) -> None:
        self.verticalScrollBar().setPageStep(self._rows())
        self.verticalScrollBar().setRange(0, max(0, len(self._lines) - self._rows()))
        metrics = QFontMetricsF(theme_type.code(Size.CODE))
        longest = max((metrics.horizontalAdvance(line.rstrip()) for _, line in self._lines), default=0.0)
        room = self.viewport().width() - self._gutter() - px(8)
        self.horizontalScrollBar().setPageStep(round(max(room, 1)))
        self.horizontalScrollBar().setRange(0, max(0, round(longest - room)))

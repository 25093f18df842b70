"""A unit of evidence as it is here, or as it would leave: painted lines with what was masked or only looked like it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.gate.preview import PreviewUnit
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.ink import one_line
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrollbar import plain_scroll_bars


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start`` to ``end`` of a text. ``role`` names the tint: masked or warn."""

    start: int
    end: int
    role: str


def marks_before(unit: PreviewUnit) -> list[Mark]:
    """What was found in the original."""
    found = [Mark(span.start, span.end, "warn") for span in unit.masked.spans]
    return sorted([*found, *(Mark(n.start, n.end, "warn") for n in unit.masked.near)], key=lambda mark: mark.start)


def marks_after(unit: PreviewUnit) -> list[Mark]:
    """Where the tokens and the near misses stand in the text that would leave."""
    moved: list[Mark] = []
    spans = sorted(unit.masked.spans, key=lambda span: span.start)

    def shift(at: int) -> int:
        return sum(len(span.token) - (span.end - span.start) for span in spans if span.end <= at)

    for span in spans:
        start = span.start + shift(span.start)
        moved.append(Mark(start, start + len(span.token), "masked"))
    moved += [Mark(near.start + shift(near.start), near.end + shift(near.start), "warn") for near in unit.masked.near]
    return sorted(moved, key=lambda mark: mark.start)


class Sheet(QAbstractScrollArea):
    """Shows lines with their numbers; one line is at hand."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
            painter.fillRect(ground, c.masked_tint if mark.role == "masked" else c.warn_tint)
            painter.setPen(QPen(c.masked if mark.role == "masked" else c.warn, 1.2))
            painter.drawLine(QPointF(ground.left(), ground.bottom()), QPointF(ground.right(), ground.bottom()))
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

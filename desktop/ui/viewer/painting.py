"""Paints the viewer: ground of quotes, selection, cells, frames and caret; then gutter, notes and overview."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.theme import paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import Colours
from desktop.ui.theme.type import Size, px
from desktop.ui.viewer import marks
from desktop.ui.viewer.caret import Caret
from desktop.ui.viewer.document import Document
from desktop.ui.viewer.geometry import Geometry
from desktop.ui.viewer.grid import paint_line
from desktop.ui.viewer.marks import Quote

_COBOL = ("cobol", "copybook")


@dataclass(frozen=True, slots=True)
class Picture:
    """What is painted in one go."""

    document: Document
    geometry: Geometry
    quotes: Sequence[Quote]
    caret: Caret
    colours: Colours
    focused: bool
    place_lost: str
    """Said over a note whose quote is gone."""

    def paint(self, painter: QPainter) -> None:
        """All of it."""
        painter.save()
        painter.setClipRect(self.geometry.text)
        self._text(painter)
        painter.restore()
        for line in self._lines():
            self._gutter(painter, line)
        if self.geometry.margin:
            self._notes(painter)
        seen = (self.geometry.first_line, self.geometry.last_line)
        marks.paint_overview(painter, self.geometry.overview, self.document, self.quotes, seen, self.colours)

    def _lines(self) -> range:
        return range(self.geometry.first_line, self.geometry.last_painted + 1)

    def _text(self, painter: QPainter) -> None:
        document, at, c = self.document, self.geometry, self.colours
        first, last = at.first_line, at.last_painted
        self._rulings(painter)
        boxes = [
            (marks.quote_box(quote, at.grid, at.text_left, float(at.line_top(1))), quote.row)
            for quote in self.quotes
            if quote.last >= first and quote.first <= last
        ]
        for box, row in boxes:
            marks.paint_quote(painter, box, row, c)
        self._selection(painter)
        sight = range(at.first_column, at.first_column + at.columns + 2)
        for line in self._lines():
            cells, language = document.cells(line, sight.stop), document.evidence.language
            paint_line(painter, at.grid, at.text_left, at.line_top(line), cells, language, c, sight)
        for box, row in boxes:
            marks.paint_frame(painter, box, row, c)
        if self.focused:
            x = at.text_left + self.caret.column * at.grid.cell
            painter.fillRect(QRectF(x, at.line_top(self.caret.line) + 2, 1.5, at.grid.line - 4), c.text)

    def _rulings(self, painter: QPainter) -> None:
        """Thin lines where a COBOL line's areas begin and end."""
        painter.setPen(QPen(self.colours.line_soft, 1))
        for column in (7, 72) if self.document.evidence.language in _COBOL else ():
            x = round(self.geometry.text_left + column * self.geometry.grid.cell) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, self.geometry.size.height()))

    def _selection(self, painter: QPainter) -> None:
        if self.caret.ends is None:
            return
        at, cell = self.geometry, self.geometry.grid.cell
        (start, from_column), (end, to_column) = self.caret.ends
        for line in range(max(at.first_line, start), min(at.last_painted, end) + 1):
            left = from_column if line == start else 0
            right = to_column if line == end else max(80, left + 1)
            box = QRectF(at.text_left + left * cell, at.line_top(line), (right - left) * cell, at.grid.line)
            painter.fillRect(box, self.colours.selected)

    def _gutter(self, painter: QPainter, line: int) -> None:
        at, c = self.geometry, self.colours
        top, height = at.line_top(line), at.grid.line
        numbers = QRectF(px(26), top, at.gutter - px(26) - px(24), height)
        quoted = next((quote for quote in self.quotes if quote.first <= line <= quote.last), None)
        painter.setFont(theme_type.code(Size.SECONDARY, bold=quoted is not None))
        painter.setPen(c.text if quoted else c.text3)
        painter.drawText(numbers, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(line))
        if quoted is not None and quoted.first == line:
            colour, _, solid = marks.quote_colour(quoted.row, c)
            side = float(px(17))
            ring = QRectF(px(5), top + (height - side) / 2, side, side)
            paint.place_number(painter, ring, str(quoted.number), solid=solid, colour=colour, c=c)
        column = QRectF(numbers.right() + px(8), top, 4, height)
        marks.paint_coverage(painter, column, self.document.read_by(line), c)

    def _notes(self, painter: QPainter) -> None:
        document, at, c = self.document, self.geometry, self.colours
        column, grid = at.notes, at.grid
        painter.fillRect(QRectF(column.x() - px(6), 0, column.width() + px(10), at.size.height()), c.panel)
        free_from = -1e9
        for note in sorted(document.annotations, key=lambda note: note.span.start if note.span else 0):
            if note.span is None:
                continue
            start = document.records.line_at(note.span.start)
            end = document.records.line_at(max(note.span.start, note.span.end - 1))
            if start > at.last_painted or end + 4 < at.first_line:
                continue
            top = max(float(at.line_top(start)), free_from)
            free_from = top + grid.line * 3
            box = QRectF(column.x(), top, column.width(), 0)
            marks.paint_note(painter, box, note, end - start + 1, grid, c, self.place_lost)

"""The painted text: gutter, cells, frames, notes, overview; caret and selection; what was on screen long enough."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.domain.coverage import ReadBy
from desktop.domain.places import Span
from desktop.ui.theme import paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import Colours, colours_of
from desktop.ui.theme.type import Size, px
from desktop.ui.viewer import marks
from desktop.ui.viewer.document import Document
from desktop.ui.viewer.grid import Grid, paint_line
from desktop.ui.viewer.marks import Quote
from desktop.ui.widgets.scrollbar import plain_scroll_bars

SHOWN_AFTER = 2000
"""Milliseconds on screen in the active window after which a line counts as shown, which is never counted as read (UX
§4)."""


class CodeView(QAbstractScrollArea):
    """Widgets of this name are given the code font (``theme.type.CODE_CLASS``)."""


class EvidenceView(CodeView):
    """Shows a ``Document``. Knows no case: what the analyst does leaves as signals."""

    caret_moved = Signal(int, int)
    """Line from 1, column from 0."""
    shown = Signal(int, int)
    """These lines were on screen for two seconds in the active window."""
    follow = Signal(str)
    """Ctrl+click on this word."""
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._quotes: tuple[Quote, ...] = ()
        self._at_hand: int | None = None
        self._line, self._column = 1, 0
        self._anchor: tuple[int, int] | None = None
        self._dragging = False
        self._grid = Grid.of(theme_type.code())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        plain_scroll_bars(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the overview is the scroll bar
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)
        self.horizontalScrollBar().valueChanged.connect(self._on_scroll)
        self._lingering = QTimer(self)
        self._lingering.setSingleShot(True)
        self._lingering.setInterval(SHOWN_AFTER)
        self._lingering.timeout.connect(self._on_lingered)

    # What is shown

    @property
    def document(self) -> Document | None:
        """The file on show."""
        return self._document

    @property
    def grid(self) -> Grid:
        """Sizes of the cells."""
        return self._grid

    def show_document(self, document: Document | None) -> None:
        """Show another file, or the same one read anew (line and selection stay then)."""
        same = (
            self._document is not None and document is not None and self._document.evidence.id == document.evidence.id
        )
        self._document = document
        self._quotes = ()
        if not same:
            self._line, self._column, self._anchor = 1, 0, None
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)
        self._fit()
        self.viewport().update()
        self.caret_moved.emit(self._line, self._column)
        self._lingering.start()

    def renew(self, document: Document) -> None:
        """The same bytes with other coverage, notes or places beside them; nothing moves."""
        self._document = document
        self._fit()
        self.viewport().update()

    def show_quotes(self, quotes: Sequence[Quote], at_hand: int | None) -> None:
        """Frame these places; ``at_hand`` is the number of the one that F and D stand on."""
        self._quotes = tuple(quotes)
        self._at_hand = at_hand
        self.viewport().update()

    def go_to(self, line: int, column: int = 0, *, context: int = 4) -> None:
        """Put the caret on ``line`` and show it with some lines above."""
        if self._document is None:
            return
        self._line = max(1, min(line, self._document.lines))
        self._column = column
        self._anchor = None
        first, last = self.lines_in_sight()
        if not first + 1 <= self._line <= last - 1:
            self.verticalScrollBar().setValue(max(0, self._line - 1 - context))
        self._after_move()

    @property
    def caret(self) -> tuple[int, int]:
        """Line from 1 and column from 0."""
        return self._line, self._column

    @property
    def selection(self) -> Span | None:
        """The selected bytes, None where nothing is selected."""
        if self._anchor is None or self._document is None:
            return None
        first, last = sorted((self._anchor, (self._line, self._column)))
        start, end = self._document.offset_at(*first), self._document.offset_at(*last)
        return Span(start, end) if end > start else None

    @property
    def selected_lines(self) -> tuple[int, int] | None:
        """First and last line of the selection."""
        if self._anchor is None:
            return None
        first, last = sorted((self._anchor[0], self._line))
        return first, last

    def lines_in_sight(self) -> tuple[int, int]:
        """First and last line that is wholly on screen."""
        first = self.verticalScrollBar().value() + 1
        rows = max(1, self.viewport().height() // self._grid.line)
        return first, min(first + rows - 1, self._document.lines if self._document else first)

    # Geometry

    @property
    def text_left(self) -> float:
        """x of column 0 in the viewport."""
        return self.gutter - self.horizontalScrollBar().value() * self._grid.cell

    @property
    def gutter(self) -> float:
        """Width of place numbers, line numbers and coverage."""
        digits = len(str(self._document.lines)) if self._document else 4
        return px(26) + max(4, digits) * self._grid.cell + px(30)

    def _margin(self) -> float:
        """Width of the notes at the right: what is left beside 80 columns, within limits."""
        if self._document is None or not self._document.annotations:
            return 0.0
        spare = self.viewport().width() - self.gutter - 80 * self._grid.cell - px(12)
        return min(float(px(190)), max(float(px(96)), spare))

    def _line_top(self, line: int) -> int:
        return (line - 1 - self.verticalScrollBar().value()) * self._grid.line + 2

    def _fit(self) -> None:
        self._grid = Grid.of(theme_type.code())
        rows = max(1, (self.viewport().height() - 2) // self._grid.line)
        lines = self._document.lines if self._document else 0
        self.verticalScrollBar().setRange(0, max(0, lines - rows + 1))
        self.verticalScrollBar().setPageStep(rows)
        room = int((self.viewport().width() - self.gutter - self._margin() - px(12)) // self._grid.cell)
        columns = self._document.columns if self._document else 0
        self.horizontalScrollBar().setRange(0, max(0, columns - max(room, 1)))
        self.horizontalScrollBar().setPageStep(max(room, 1))

    def _position(self, point: QPoint) -> tuple[int, int]:
        lines = self._document.lines if self._document else 1
        line = self.verticalScrollBar().value() + 1 + (point.y() - 2) // self._grid.line
        column = round((point.x() - self.text_left) / self._grid.cell - 0.25)
        return max(1, min(line, lines)), max(0, column)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours_of(self.palette())
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), c.panel)
        if self._document is None:
            return
        first, _ = self.lines_in_sight()
        last = min(self._document.lines, first + self.viewport().height() // self._grid.line + 1)
        width = self.viewport().width()
        overview = QRectF(width - px(12), 0, px(10), self.viewport().height())
        text = QRectF(self.gutter - 4, 0, overview.x() - self._margin() - self.gutter + 2, self.viewport().height())
        painter.save()
        painter.setClipRect(text)
        self._paint_text(painter, first, last, c)
        painter.restore()
        for line in range(first, last + 1):
            self._paint_gutter(painter, line, c)
        if self._margin():
            self._paint_notes(
                painter, QRectF(overview.x() - self._margin(), 0, self._margin() - px(4), 0), first, last, c
            )
        marks.paint_overview(painter, overview, self._document, self._quotes, self.lines_in_sight(), c)
        if self.hasFocus():
            paint.focus_frame(painter, QRectF(self.viewport().rect()), c, 0)

    def _paint_text(self, painter: QPainter, first: int, last: int, c: Colours) -> None:
        document = self._document
        assert document is not None
        left, top_of_one = self.text_left, float(self._line_top(1))
        painter.setPen(QPen(c.line_soft, 1))
        for column in (7, 72) if document.evidence.language in ("cobol", "copybook") else ():
            x = round(left + column * self._grid.cell) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, self.viewport().height()))
        boxes = [
            (marks.quote_box(quote, self._grid, left, top_of_one), quote.row)
            for quote in self._quotes
            if quote.last >= first and quote.first <= last
        ]
        for box, row in boxes:
            marks.paint_quote(painter, box, row, c)
        self._paint_selection(painter, first, last, c)
        for line in range(first, last + 1):
            paint_line(
                painter, self._grid, left, self._line_top(line), document.cells(line), document.evidence.language, c
            )
        for box, row in boxes:
            marks.paint_frame(painter, box, row, c)
        if self.hasFocus():
            x = left + self._column * self._grid.cell
            painter.fillRect(QRectF(x, self._line_top(self._line) + 2, 1.5, self._grid.line - 4), c.text)

    def _paint_selection(self, painter: QPainter, first: int, last: int, c: Colours) -> None:
        if self._anchor is None:
            return
        (start, from_column), (end, to_column) = sorted((self._anchor, (self._line, self._column)))
        for line in range(max(first, start), min(last, end) + 1):
            left = from_column if line == start else 0
            right = to_column if line == end else max(80, left + 1)
            x = self.text_left + left * self._grid.cell
            painter.fillRect(
                QRectF(x, self._line_top(line), (right - left) * self._grid.cell, self._grid.line), c.selected
            )

    def _paint_gutter(self, painter: QPainter, line: int, c: Colours) -> None:
        document = self._document
        assert document is not None
        top = self._line_top(line)
        numbers = QRectF(px(26), top, self.gutter - px(26) - px(24), self._grid.line)
        quoted = next((quote for quote in self._quotes if quote.first <= line <= quote.last), None)
        painter.setFont(theme_type.code(Size.SECONDARY, bold=quoted is not None))
        painter.setPen(c.text if quoted else c.text3)
        painter.drawText(numbers, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(line))
        if quoted is not None and quoted.first == line:
            colour, _, solid = marks.quote_colour(quoted.row, c)
            side = float(px(17))
            ring = QRectF(px(5), top + (self._grid.line - side) / 2, side, side)
            paint.place_number(painter, ring, str(quoted.number), solid=solid, colour=colour, c=c)
        marks.paint_coverage(
            painter, QRectF(numbers.right() + px(8), top, 4, self._grid.line), document.read_by(line), c
        )

    def _paint_notes(self, painter: QPainter, column: QRectF, first: int, last: int, c: Colours) -> None:
        document = self._document
        assert document is not None
        painter.fillRect(QRectF(column.x() - px(6), 0, column.width() + px(10), self.viewport().height()), c.panel)
        free_from = -1e9
        for note in sorted(document.annotations, key=lambda note: note.span.start if note.span else 0):
            if note.span is None:
                continue
            start = document.records.line_at(note.span.start)
            end = document.records.line_at(max(note.span.start, note.span.end - 1))
            if start > last or end + 4 < first:
                continue
            top = max(float(self._line_top(start)), free_from)
            free_from = top + self._grid.line * 3
            box = QRectF(column.x(), top, column.width(), 0)
            marks.paint_note(painter, box, note, end - start + 1, self._grid, c, self.tr("place lost"))

    # Moving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        first, last = self.lines_in_sight()
        page = max(1, last - first)
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        moves = {
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_PageDown: (page, 0),
            Qt.Key.Key_PageUp: (-page, 0),
        }
        if event.modifiers() & Qt.KeyboardModifier.AltModifier or self._document is None:
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key in moves:
            down, across = moves[key]
            self._move_caret(self._line + down, self._column + across, extend=extend)
        elif key is Qt.Key.Key_Home:
            self._move_caret(self._line, 0, extend=extend)
        elif key is Qt.Key.Key_End:
            self._move_caret(self._line, sum(cell.width for cell in self._document.cells(self._line)), extend=extend)
        else:
            super().keyPressEvent(event)

    def _move_caret(self, line: int, column: int, *, extend: bool) -> None:
        assert self._document is not None
        if extend and self._anchor is None:
            self._anchor = (self._line, self._column)
        elif not extend:
            self._anchor = None
        self._line = max(1, min(line, self._document.lines))
        self._column = max(0, column)
        first, last = self.lines_in_sight()
        if self._line < first:
            self.verticalScrollBar().setValue(self._line - 1)
        elif self._line > last:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + self._line - last)
        self._after_move()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._document is None:
            return
        point = event.position().toPoint()
        self._dragging = point.x() > self.viewport().width() - px(13)
        if self._dragging:
            self._jump(point.y())
            return
        line, column = self._position(point)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if word := self.word_at(line, column):
                self.follow.emit(word)
            return
        self._move_caret(line, column, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton or self._document is None:
            return
        if self._dragging:
            self._jump(event.position().toPoint().y())
        else:
            self._move_caret(*self._position(event.position().toPoint()), extend=True)

    def _jump(self, y: int) -> None:
        assert self._document is not None
        rows = self.verticalScrollBar().pageStep()
        line = int(y / max(1, self.viewport().height()) * self._document.lines)
        self.verticalScrollBar().setValue(line - rows // 2)

    def word_at(self, line: int, column: int) -> str:
        """The name under a column, as programs write names."""
        if self._document is None:
            return ""
        by_column = [cell for cell in self._document.cells(line) for _ in range(cell.width)]
        if column >= len(by_column):
            return ""

        def part(at: int) -> bool:
            return 0 <= at < len(by_column) and (
                by_column[at].char.isalnum() or by_column[at].char in ("-", "_", "#", "@", "$")
            )

        left = right = column
        while part(left - 1):
            left -= 1
        while part(right):
            right += 1
        return "".join(cell.char for cell in by_column[left:right] if cell.width == 1)

    def copy(self) -> None:
        """Put the selection on the clipboard as plain text; its standing goes before a quote of an undecided
        finding."""
        span = self.selection
        if span is not None and self._document is not None:
            QGuiApplication.clipboard().setText(self._document.text_between(span.start, span.end))

    def next_unread(self) -> int | None:
        """The next line after the caret that no person has read; None where all below is read."""
        if self._document is None:
            return None
        for line in range(self._line + 1, self._document.lines + 1):
            if not self._document.read_by(line) & ReadBy.PERSON:
                return line
        return None

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            x = self.text_left + self._column * self._grid.cell
            return QRect(round(x), self._line_top(self._line), 1, self._grid.line)
        return super().inputMethodQuery(query)

    def _after_move(self) -> None:
        self.viewport().update()
        self.caret_moved.emit(self._line, self._column)

    def _on_scroll(self) -> None:
        self._lingering.start()
        self.viewport().update()
        self.scrolled.emit()

    def _on_lingered(self) -> None:
        if self._document is not None and self.isVisible() and self.isActiveWindow():
            self.shown.emit(*self.lines_in_sight())

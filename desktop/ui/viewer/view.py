"""The painted text: scrolling, caret and selection by key and mouse, and what was on screen long enough."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.domain.places import Span
from desktop.ui.theme import paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.type import px
from desktop.ui.viewer.caret import Caret
from desktop.ui.viewer.document import Document
from desktop.ui.viewer.geometry import Geometry
from desktop.ui.viewer.grid import Grid
from desktop.ui.viewer.marks import Quote
from desktop.ui.viewer.painting import Picture
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
        self._caret = Caret()
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

    @property
    def geometry_now(self) -> Geometry:
        """Where everything stands, scrolled as it is."""
        first, left = self.verticalScrollBar().value() + 1, self.horizontalScrollBar().value()
        return Geometry.of(self._document, self._grid, self.viewport().size(), first, left)

    def show_document(self, document: Document | None) -> None:
        """Show another file, or the same one read anew (line and selection stay then)."""
        same = (
            self._document is not None and document is not None and self._document.evidence.id == document.evidence.id
        )
        self._document = document
        self._quotes = ()
        if not same:
            self._caret = Caret()
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)
        elif document is not None:
            self._caret = self._caret.within(document.lines)
        self._fit()
        self.viewport().update()
        self.caret_moved.emit(*self.caret)
        self._lingering.start()

    def renew(self, document: Document) -> None:
        """The same bytes with other coverage, notes or places beside them; nothing moves."""
        self._document = document
        self._fit()
        self.viewport().update()

    def show_quotes(self, quotes: Sequence[Quote]) -> None:
        """Frame these places."""
        self._quotes = tuple(quotes)
        self.viewport().update()

    def go_to(self, line: int, column: int = 0, *, context: int = 4) -> None:
        """Put the caret on ``line`` and show it with some lines above."""
        if self._document is None:
            return
        self._caret = self._caret.moved(line, column, self._document.lines, extend=False)
        first, last = self.lines_in_sight()
        if not first + 1 <= self._caret.line <= last - 1:
            self.verticalScrollBar().setValue(max(0, self._caret.line - 1 - context))
        self._after_move()

    @property
    def caret(self) -> tuple[int, int]:
        """Line from 1 and column from 0."""
        return self._caret.line, self._caret.column

    @property
    def selection(self) -> Span | None:
        """The selected bytes, None where nothing is selected."""
        return self._caret.selection(self._document) if self._document is not None else None

    @property
    def selected_lines(self) -> tuple[int, int] | None:
        """First and last line of the selection."""
        ends = self._caret.ends
        return (ends[0][0], ends[1][0]) if ends is not None else None

    def lines_in_sight(self) -> tuple[int, int]:
        """First and last line that is wholly on screen."""
        now = self.geometry_now
        return now.first_line, now.last_line

    def next_unread(self) -> int | None:
        """The next line after the caret that no person has read; None where all below is read."""
        return self._document.next_unread(self._caret.line) if self._document is not None else None

    def copy(self) -> None:
        """Put the selection on the clipboard as plain text."""
        span = self.selection
        if span is not None and self._document is not None:
            QGuiApplication.clipboard().setText(self._document.text_between(span.start, span.end))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours_of(self.palette())
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), c.panel)
        focused, lost = self.hasFocus(), self.tr("place lost")
        if self._document is not None:
            Picture(self._document, self.geometry_now, self._quotes, self._caret, c, focused, lost).paint(painter)
        if focused:
            paint.focus_frame(painter, QRectF(self.viewport().rect()), c, 0)

    def _fit(self) -> None:
        self._grid = Grid.of(theme_type.code())
        now = self.geometry_now
        self.verticalScrollBar().setRange(0, max(0, now.lines - now.rows + 1))
        self.verticalScrollBar().setPageStep(now.rows)
        columns = self._document.columns if self._document else 0
        self.horizontalScrollBar().setRange(0, max(0, columns - now.columns))
        self.horizontalScrollBar().setPageStep(now.columns)

    # Moving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier or self._document is None:
            super().keyPressEvent(event)
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        first, last = self.lines_in_sight()
        page = max(1, last - first)
        line, column = self.caret
        match event.key():
            case Qt.Key.Key_Down:
                line += 1
            case Qt.Key.Key_Up:
                line -= 1
            case Qt.Key.Key_Left:
                column -= 1
            case Qt.Key.Key_Right:
                column += 1
            case Qt.Key.Key_PageDown:
                line += page
            case Qt.Key.Key_PageUp:
                line -= page
            case Qt.Key.Key_Home:
                column = 0
            case Qt.Key.Key_End:
                column = sum(cell.width for cell in self._document.cells(line))
            case _:
                super().keyPressEvent(event)
                return
        self._move(line, column, extend=extend)

    def _move(self, line: int, column: int, *, extend: bool) -> None:
        assert self._document is not None
        self._caret = self._caret.moved(line, column, self._document.lines, extend=extend)
        first, last = self.lines_in_sight()
        bar = self.verticalScrollBar()
        if self._caret.line < first:
            bar.setValue(self._caret.line - 1)
        elif self._caret.line > last:
            bar.setValue(bar.value() + self._caret.line - last)
        self._after_move()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._document is None:
            return
        point = event.position().toPoint()
        self._dragging = point.x() > self.viewport().width() - px(13)
        if self._dragging:
            self._jump(point)
            return
        line, column = self.geometry_now.place(point)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if word := self._document.word_at(line, column):
                self.follow.emit(word)
            return
        self._move(line, column, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton or self._document is None:
            return
        point = event.position().toPoint()
        if self._dragging:
            self._jump(point)
        else:
            self._move(*self.geometry_now.place(point), extend=True)

    def _jump(self, point: QPoint) -> None:
        """To the part of the file that the overview shows under ``point``."""
        assert self._document is not None
        line = int(point.y() / max(1, self.viewport().height()) * self._document.lines)
        self.verticalScrollBar().setValue(line - self.geometry_now.rows // 2)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            now = self.geometry_now
            x = now.text_left + self._caret.column * self._grid.cell
            return QRect(round(x), now.line_top(self._caret.line), 1, self._grid.line)
        return super().inputMethodQuery(query)

    def _after_move(self) -> None:
        self.viewport().update()
        self.caret_moved.emit(*self.caret)

    def _on_scroll(self) -> None:
        self._lingering.start()
        self.viewport().update()
        self.scrolled.emit()

    def _on_lingered(self) -> None:
        if self._document is not None and self.isVisible() and self.isActiveWindow():
            self.shown.emit(*self.lines_in_sight())

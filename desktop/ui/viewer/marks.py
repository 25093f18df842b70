"""What is drawn over and beside the text: quote frames, places, coverage, notes, and the whole file at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextOption

from desktop.domain.coverage import ReadBy
from desktop.domain.findings import Annotation, FindingRow
from desktop.domain.standing import Standing, standing
from desktop.ui.inert import visible
from desktop.ui.language import clock, joined
from desktop.ui.theme import paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import Colours
from desktop.ui.theme.type import Size, px
from desktop.ui.viewer.document import Document, LineSpan
from desktop.ui.viewer.grid import Grid


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted place of the finding at hand: its number among all its places, and where it stands in this file."""

    number: int
    row: FindingRow
    spans: tuple[LineSpan, ...]

    @property
    def first(self) -> int:
        """Its first line."""
        return self.spans[0].line

    @property
    def last(self) -> int:
        """Its last line."""
        return self.spans[-1].line


def quote_colour(row: FindingRow, c: Colours) -> tuple[QColor, QColor, bool]:
    """Line, ground, and whether the frame is solid: solid is for what a person decided."""
    match standing(row):
        case Standing.LEAD | Standing.UNANCHORED:
            return c.model, c.model_tint, False
        case Standing.REPORTED:
            return c.accent, c.accent_tint, False
        case Standing.DISMISSED:
            return c.text3, c.sunken, True
        case _:
            return c.person, c.person_tint, True


def quote_box(quote: Quote, grid: Grid, x: float, top_of: float) -> QRectF:
    """The frame's rectangle; ``top_of`` is the y of line 1."""
    left = min(span.left for span in quote.spans)
    right = max(span.right for span in quote.spans)
    top = top_of + (quote.first - 1) * grid.line
    return QRectF(
        x + left * grid.cell - 2, top, (right - left) * grid.cell + 4, (quote.last - quote.first + 1) * grid.line
    )


def paint_quote(painter: QPainter, box: QRectF, row: FindingRow, c: Colours) -> None:
    """The ground of a quote; the frame comes after the text."""
    _, ground, _ = quote_colour(row, c)
    paint.rounded(painter, box, fill=ground)


def paint_frame(painter: QPainter, box: QRectF, row: FindingRow, c: Colours) -> None:
    """Dashed for what nobody decided, solid otherwise."""
    line, _, solid = quote_colour(row, c)
    paint.rounded(painter, box, line=line, width=1.3, dashed=not solid)


def paint_coverage(painter: QPainter, box: QRectF, by: ReadBy, c: Colours) -> None:
    """4 px of gutter beside a line: solid by a person, hatched by a model only, empty by nobody."""
    if by & ReadBy.PERSON:
        painter.fillRect(box, c.person)
    elif by & ReadBy.MODEL:
        paint.hatched_column(painter, box, c.model)


def paint_note(painter: QPainter, box: QRectF, note: Annotation, lines: int, grid: Grid, c: Colours, lost: str) -> None:
    """A bracket over the annotated lines, and who said what, when. ``lost`` is said where its quote is gone."""
    height = max(1, lines) * grid.line
    x = round(box.x()) + 0.5
    painter.setPen(QPen(c.person if not note.lost else c.warn, 1.4))
    top, bottom = box.y() + 3, box.y() + height - 3
    painter.drawLine(QPointF(x + 4, top), QPointF(x + 4, bottom))
    painter.drawLine(QPointF(x, top), QPointF(x + 4, top))
    painter.drawLine(QPointF(x, bottom), QPointF(x + 4, bottom))
    words = QRectF(box.x() + px(12), box.y(), box.width() - px(14), grid.line)
    painter.setFont(theme_type.font(Size.CAPTION, bold=True))
    painter.setPen(c.person if not note.lost else c.warn)
    paint.text(painter, words, joined(note.who, lost if note.lost else clock(note.when)))
    painter.setFont(theme_type.font(Size.CAPTION))
    painter.setPen(c.text2)
    body = QRectF(words.x(), words.bottom(), words.width(), grid.line * 3)
    option = QTextOption(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    painter.drawText(body, visible(note.text), option)


def paint_overview(
    painter: QPainter, box: QRectF, document: Document, quotes: Sequence[Quote], seen: tuple[int, int], c: Colours
) -> None:
    """The whole file in 10 px: coverage as a line, places as ticks, what is on screen as a frame."""
    painter.fillRect(box, c.raised)
    lines = max(1, document.lines)
    scale = box.height() / lines

    def y(line: int) -> float:
        return box.y() + (line - 1) * scale

    for stretch in document.stretches:
        part = QRectF(box.x() + 3, y(stretch.first), 3, max(1.0, (stretch.last - stretch.first + 1) * scale))
        paint_coverage(painter, part, stretch.by, c)
    for row, place in document.places:
        line, _, _ = quote_colour(row, c)
        painter.fillRect(QRectF(box.right() - 4, y(place.line), 4, 2), line)
    for quote in quotes:
        line, _, _ = quote_colour(quote.row, c)
        painter.fillRect(QRectF(box.x() + 2, y(quote.first), box.width() - 2, 2), line)
    frame = QRectF(box.x() + 0.5, y(seen[0]), box.width() - 1, max(6.0, (seen[1] - seen[0] + 1) * scale))
    painter.setPen(QPen(c.text2, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame)

"""The grid of host columns: sizes, and the painting of one line's cells into it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.text.cells import Cell, CellKind
from desktop.ui.theme import paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import Colours
from desktop.ui.theme.type import px
from desktop.ui.viewer.syntax import Ink, inks


@dataclass(frozen=True, slots=True)
class Grid:
    """``cell`` is the width of one host column, ``line`` the height of one line, in logical pixels."""

    font: QFont
    cell: float
    line: int
    ascent: float

    @classmethod
    def of(cls, font: QFont) -> "Grid":
        """The grid of a code font: a line is 20 px at 14, and always in proportion."""
        metrics = QFontMetricsF(font)
        return cls(font, metrics.horizontalAdvance("0"), px(20), metrics.ascent() + (px(20) - metrics.height()) / 2)


def ink_colour(ink: Ink, c: Colours) -> QColor:
    """The colour of the scheme for ``ink``."""
    return {Ink.CODE: c.text, Ink.KEYWORD: c.keyword, Ink.STRING: c.string, Ink.COMMENT: c.text2, Ink.ASIDE: c.text3}[
        ink
    ]


def paint_line(
    painter: QPainter, grid: Grid, x: float, y: float, line: Sequence[Cell], language: str, c: Colours, sight: range
) -> None:
    """Paint the cells of one line with column 0 at ``x``; each character stands in its own host column.

    Columns outside of ``sight`` are left out.
    """
    columns: list[int] = []
    column = 0
    for cell in line:
        columns.append(column)
        column += cell.width
    text = "".join(cell.char[:1] or " " for cell in line)
    painter.setFont(grid.font)
    run, run_at, run_ink = "", 0, Ink.CODE
    for cell, at, ink in zip(line, columns, inks(text, columns, language), strict=True):
        if at + cell.width <= sight.start or at >= sight.stop:
            continue
        if run and (ink is not run_ink or cell.width != 1 or cell.kind is not CellKind.CHAR or not cell.char.isascii()):
            _run(painter, grid, x, y, run, run_at, ink_colour(run_ink, c))
            run = ""
        if cell.kind is not CellKind.CHAR:
            _special(painter, grid, x + at * grid.cell, y, cell, c)
        elif cell.width != 1 or not cell.char.isascii():
            _run(painter, grid, x, y, cell.char, at, ink_colour(ink, c))
        else:
            if not run:
                run_at, run_ink = at, ink
            run += " " if cell.char == "\t" else cell.char
    if run:
        _run(painter, grid, x, y, run, run_at, ink_colour(run_ink, c))


def _run(painter: QPainter, grid: Grid, x: float, y: float, run: str, column: int, colour: QColor) -> None:
    if run.strip():
        painter.setPen(colour)
        painter.drawText(QPointF(x + column * grid.cell, y + grid.ascent), run)


def _special(painter: QPainter, grid: Grid, x: float, y: float, cell: Cell, c: Colours) -> None:
    box = QRectF(x, y, grid.cell * cell.width, grid.line)
    match cell.kind:
        case CellKind.SO | CellKind.SI:
            _bracket(painter, box, c, opens=cell.kind is CellKind.SO)
        case CellKind.BAD:
            _stacked_hex(painter, box, cell.char.strip("⟦⟧"), c.warn, c.warn_tint)
        case CellKind.CUT:
            painter.setFont(grid.font)
            _run(painter, grid, x, y, cell.char, 0, c.warn)
        case CellKind.CODE:
            _stacked_hex(painter, box, f"{ord(cell.char):04x}", c.text2, c.raised)
        case _:
            painter.setPen(QPen(c.warn, 1))
            middle = box.center()
            painter.drawLine(QPointF(middle.x(), box.y() + 5), QPointF(middle.x(), box.bottom() - 5))


def _bracket(painter: QPainter, box: QRectF, c: Colours, *, opens: bool) -> None:
    """A shift code: a thin bracket that turns towards the Japanese between them."""
    painter.setPen(QPen(c.text3, 1))
    top, bottom = box.y() + 4.5, box.bottom() - 4.5
    spine = round(box.center().x()) + 0.5 - (1 if opens else -1)
    hook = spine + (3 if opens else -3)
    painter.drawLine(QPointF(spine, top), QPointF(spine, bottom))
    painter.drawLine(QPointF(spine, top), QPointF(hook, top))
    painter.drawLine(QPointF(spine, bottom), QPointF(hook, bottom))


def _stacked_hex(painter: QPainter, box: QRectF, digits: str, colour: QColor, ground: QColor) -> None:
    """What has no glyph as its digits, the first half over the second: amber a byte that could not be read, grey the
    code point of a character that no font knows."""
    paint.rounded(painter, box.adjusted(0, 1, 0, -1), fill=ground, line=colour, radius=1.5)
    font = theme_type.code()
    font.setPointSizeF(font.pointSizeF() * 0.62)
    font.setWeight(QFont.Weight.DemiBold)
    painter.save()
    painter.setFont(font)
    painter.setPen(colour)
    row, half = box.height() / 2, len(digits) // 2
    for at, part in enumerate((digits[:half], digits[half:])):
        cell = QRectF(box.x(), box.y() + at * (row - 2) + 1, box.width(), row)
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), part)
    painter.restore()

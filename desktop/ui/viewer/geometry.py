"""Where things stand in the viewer: gutter, cells, notes and overview, in logical pixels of the viewport."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize

from desktop.ui.theme.type import px
from desktop.ui.viewer.document import Document
from desktop.ui.viewer.grid import Grid

_TOP = 2
_OVERVIEW = 10
_COLUMNS = 80
"""Host columns that notes leave room for."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """``first_line`` from 1 and ``first_column`` from 0 are those that scrolling has brought to the edge."""

    grid: Grid
    size: QSize
    lines: int
    has_notes: bool
    first_line: int = 1
    first_column: int = 0

    @classmethod
    def of(cls, document: Document | None, grid: Grid, size: QSize, first_line: int, first_column: int) -> "Geometry":
        """The geometry of ``document`` in a viewport of ``size``."""
        lines = document.lines if document is not None else 0
        return cls(grid, size, lines, bool(document and document.annotations), first_line, first_column)

    @property
    def rows(self) -> int:
        """Lines that are wholly on screen."""
        return max(1, self.size.height() // self.grid.line)

    @property
    def columns(self) -> int:
        """Host columns that are wholly on screen."""
        return max(1, int((self.size.width() - self.gutter - self.margin - px(12)) // self.grid.cell))

    @property
    def last_line(self) -> int:
        """The last line that is wholly on screen."""
        return min(self.first_line + self.rows - 1, max(self.lines, self.first_line))

    @property
    def last_painted(self) -> int:
        """The last line of which anything is on screen."""
        return min(self.lines, self.first_line + self.size.height() // self.grid.line + 1)

    @property
    def gutter(self) -> float:
        """Width of place numbers, line numbers and coverage."""
        digits = len(str(self.lines)) if self.lines else 4
        return px(26) + max(4, digits) * self.grid.cell + px(30)

    @property
    def margin(self) -> float:
        """Width of the notes at the right: what is left beside 80 columns, within limits."""
        if not self.has_notes:
            return 0.0
        spare = self.size.width() - self.gutter - _COLUMNS * self.grid.cell - px(12)
        return min(float(px(190)), max(float(px(96)), spare))

    @property
    def text_left(self) -> float:
        """x of column 0."""
        return self.gutter - self.first_column * self.grid.cell

    @property
    def overview(self) -> QRectF:
        """The whole file at a glance, at the right edge."""
        return QRectF(self.size.width() - px(12), 0, px(_OVERVIEW), self.size.height())

    @property
    def text(self) -> QRectF:
        """What the cells are clipped to."""
        left = self.gutter - 4
        return QRectF(left, 0, self.overview.x() - self.margin - left - 2, self.size.height())

    @property
    def notes(self) -> QRectF:
        """The column of the notes."""
        return QRectF(self.overview.x() - self.margin, 0, self.margin - px(4), 0)

    def line_top(self, line: int) -> int:
        """y of a line."""
        return (line - self.first_line) * self.grid.line + _TOP

    def place(self, point: QPoint) -> tuple[int, int]:
        """Line and column under a point, within the file."""
        line = self.first_line + (point.y() - _TOP) // self.grid.line
        column = round((point.x() - self.text_left) / self.grid.cell - 0.25)
        return max(1, min(line, max(1, self.lines))), max(0, column)

"""The heading row of the list: quiet words, a mark at the column that the order follows."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.ui.list.columns import HEADINGS, Column
from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px


class ListHeader(QHeaderView):
    """``asked`` says that the analyst wants another order; the list does not move before that."""

    asked = Signal(str)
    """The sort word of the query."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sort = ""
        self._reverse = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.sectionClicked.connect(lambda section: self.asked.emit(HEADINGS[Column(section)].sort))

    def show_order(self, sort: str, *, reverse: bool) -> None:
        """Mark the column that the order follows."""
        self._sort, self._reverse = sort, reverse
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        c = colours_of(self.palette())
        heading = HEADINGS[Column(logicalIndex)]
        box = QRectF(rect)
        painter.save()
        painter.fillRect(box, c.panel)
        painter.setPen(c.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        chosen = heading.sort == self._sort
        painter.setFont(theme_type.font(Size.SECONDARY, bold=chosen))
        painter.setPen(c.text if chosen else c.text2)
        words = QCoreApplication.translate("Columns", heading.words)
        inner = box.adjusted(px(14 if logicalIndex == Column.SEVERITY else 8), 0, -px(8), 0)
        side = Qt.AlignmentFlag.AlignRight if heading.right else Qt.AlignmentFlag.AlignLeft
        paint.text(painter, inner, words, align=Qt.AlignmentFlag.AlignVCenter | side)
        if chosen and not heading.right:
            left = inner.x() + QFontMetricsF(painter.font()).horizontalAdvance(words) + px(3)
            icons.draw(
                painter, Icon.UP if self._reverse else Icon.DOWN, c.text2, left, box.center().y() - px(5), px(11)
            )
        painter.restore()

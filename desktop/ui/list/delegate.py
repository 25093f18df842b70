"""Paints a row of the list in its standing (UX §2): no style sheet, no widget a row."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.findings import FindingRow
from desktop.domain.levels import Origin
from desktop.domain.standing import Proof
from desktop.ui.inert import one_line
from desktop.ui.labels import label
from desktop.ui.language import number, short_date
from desktop.ui.list.columns import HEADINGS, Column
from desktop.ui.list.model import FindingModel, Group
from desktop.ui.standing import Ink, ink, waits_for_second
from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import Colours, colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px

ORIGIN_ICONS = {Origin.MODEL: Icon.MODEL, Origin.SCANNER: Icon.SCANNER, Origin.HUMAN: Icon.PERSON}
SEAL_ICONS = {
    Proof.UNVERIFIED: Icon.RING,
    Proof.NOT_REPRODUCED: Icon.RING,
    Proof.REPRODUCED: Icon.SEAL,
    Proof.REFUTED: Icon.BARRED,
}
_Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """One delegate for all eight columns."""

    def __init__(self, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._today = today

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return QSize(px(60), px(30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        c = colours_of(option.palette)
        box = QRectF(option.rect)
        state = option.state
        model = index.model()
        assert isinstance(model, FindingModel)
        column = Column(index.column())
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, c.selected if selected else c.panel)
        item = model.item(index.row())
        if isinstance(item, Group):
            self._group(painter, box, item, column, c)
        elif item is not None:
            self._cell(painter, box, item, column, c, marked=model.is_marked(index.row()))
        elif column is Column.FINDING:
            paint.rounded(painter, QRectF(box.x() + px(8), box.center().y() - px(4), px(180), px(8)), fill=c.sunken)
        painter.setPen(c.line_soft)
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        if selected and state & QStyle.StateFlag.State_Active and model.has_focus:
            _focus_edge(painter, box, column, c)
        painter.restore()

    def _cell(
        self, painter: QPainter, box: QRectF, row: FindingRow, column: Column, c: Colours, *, marked: bool
    ) -> None:
        drawn = ink(row)
        words = box.adjusted(px(8), 0, -px(8), 0)
        quiet = c.text3 if drawn.struck else c.text2
        match column:
            case Column.SEVERITY:
                if marked:
                    painter.fillRect(QRectF(box.x() + 5, box.y() + 4, 4, box.height() - 8), c.accent)
                paint.rail(painter, box, drawn.rail, c)
                height = min(float(px(20)), box.height() - 4)
                badge = QRectF(box.x() + px(14), box.center().y() - height / 2, box.width() - px(26), height)
                paint.badge(painter, badge, row.severity, label(row.severity), drawn.badge, c)
            case Column.FINDING:
                self._title(painter, words, row, drawn, c)
            case Column.HITS:
                if row.hits > 1:
                    _right(painter, words, number(row.hits), c.text)
            case Column.PLACE:
                _text(painter, words, row.place, quiet)
            case Column.ORIGIN:
                colour = c.model if row.origin is Origin.MODEL and not drawn.struck else quiet
                _icon_text(painter, words, ORIGIN_ICONS[row.origin], colour, row.source, quiet)
            case Column.VERIFICATION:
                self._seal(painter, words, drawn, c)
            case Column.STATUS:
                name = self.tr("For a second person") if waits_for_second(row) else label(row.status)
                _text(painter, words, name, c.text if drawn.bold else quiet, bold=drawn.bold)
            case Column.DUE:
                if row.due is not None:
                    late = row.due < self._today() and not row.status.is_decision
                    _right(painter, words, short_date(row.due, self._today()), c.blocked if late else c.text)

    def _title(self, painter: QPainter, box: QRectF, row: FindingRow, drawn: Ink, c: Colours) -> None:
        font = theme_type.font(bold=drawn.bold, struck=drawn.struck)
        painter.setFont(font)
        painter.setPen(c.text3 if drawn.struck else c.text)
        title = one_line(row.title)
        taken = QFontMetricsF(font).horizontalAdvance(title)
        paint.text(painter, box, title)
        small = f"CWE-{row.cwe}" if row.cwe else ""
        painter.setFont(theme_type.font(Size.CAPTION))
        if small and taken + px(10) + QFontMetricsF(painter.font()).horizontalAdvance(small) <= box.width():
            painter.setPen(c.text3)
            paint.text(painter, box.adjusted(taken + px(10), 1, 0, 0), small)

    def _seal(self, painter: QPainter, box: QRectF, drawn: Ink, c: Colours) -> None:
        match drawn.seal:
            case Proof.REPRODUCED:
                words = joined_name(self.tr("Reproduced"), drawn.who)
                _icon_text(painter, box, Icon.SEAL, c.person, words, c.person, bold=True)
            case Proof.REFUTED:
                words = joined_name(self.tr("Refuted"), drawn.who)
                _icon_text(painter, box, Icon.BARRED, c.text3, words, c.text3)
            case Proof.NOT_REPRODUCED:
                _icon_text(painter, box, Icon.RING, c.text2, self.tr("Not reproduced"), c.text2)
            case Proof.UNVERIFIED:
                _icon_text(painter, box, Icon.RING, c.text3, self.tr("Unverified"), c.text2)

    def _group(self, painter: QPainter, box: QRectF, group: Group, column: Column, c: Colours) -> None:
        painter.fillRect(box, c.raised)
        if column is Column.SEVERITY:
            icons.draw(
                painter,
                Icon.RIGHT if group.shut else Icon.DOWN,
                c.text2,
                box.x() + px(14),
                box.center().y() - px(8),
                px(16),
            )
        elif column is Column.FINDING:
            painter.setFont(theme_type.font(bold=True))
            painter.setPen(c.text)
            paint.text(painter, box.adjusted(px(8), 0, -px(8), 0), one_line(group.name))
        elif column is Column.HITS:
            _right(painter, box.adjusted(px(8), 0, -px(8), 0), number(group.count), c.text2)


def joined_name(words: str, who: str) -> str:
    """What was found, and the name behind it."""
    return f"{words} {who}".rstrip()


def _text(painter: QPainter, box: QRectF, words: str, colour: QColor, *, bold: bool = False) -> None:
    painter.setFont(theme_type.font(bold=bold))
    painter.setPen(colour)
    paint.text(painter, box, one_line(words))


def _right(painter: QPainter, box: QRectF, words: str, colour: QColor) -> None:
    painter.setFont(theme_type.font())
    painter.setPen(colour)
    paint.text(painter, box, words, align=Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


def _icon_text(
    painter: QPainter, box: QRectF, icon: Icon, icon_colour: QColor, words: str, colour: QColor, *, bold: bool = False
) -> None:
    icons.draw(painter, icon, icon_colour, box.x(), box.center().y() - px(8), px(16))
    _text(painter, box.adjusted(px(22), 0, 0, 0), words, colour, bold=bold)


def _focus_edge(painter: QPainter, box: QRectF, column: Column, c: Colours) -> None:
    """A 2 px frame round the whole row, each cell drawing its part."""
    painter.setPen(QPen(c.accent, 2))
    top, bottom = box.top() + 1, box.bottom() - 1
    painter.drawLine(QPointF(box.left(), top), QPointF(box.right(), top))
    painter.drawLine(QPointF(box.left(), bottom), QPointF(box.right(), bottom))
    if column is min(HEADINGS):
        painter.drawLine(QPointF(box.left() + 1, top), QPointF(box.left() + 1, bottom))
    if column is max(HEADINGS):
        painter.drawLine(QPointF(box.right() - 1, top), QPointF(box.right() - 1, bottom))

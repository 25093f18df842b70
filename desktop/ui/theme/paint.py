"""Shapes that stand in several places: severity badge, seal, chip, key cap, focus frame, hatching."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from desktop.domain.levels import Severity
from desktop.ui.standing import Badge, Rail
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import Colours
from desktop.ui.theme.type import Size, px

RADIUS: Final = 4.0
RADIUS_LARGE: Final = 6.0
_CENTRED: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def text(painter: QPainter, rect: QRectF, words: str, *, align: Qt.AlignmentFlag = _CENTRED) -> None:
    """One line of plain text, elided at its end where ``rect`` is too narrow."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), shown)


def rounded(
    painter: QPainter,
    rect: QRectF,
    *,
    fill: QColor | None = None,
    line: QColor | None = None,
    radius: float = RADIUS,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle whose line lies inside ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        pen = QPen(line, width)
        if dashed:
            pen.setDashPattern([3.2, 2.2])
        painter.setPen(pen)
        half = width / 2
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def focus_frame(painter: QPainter, rect: QRectF, c: Colours, radius: float = RADIUS) -> None:
    """2 px of accent inside ``rect``: where the keys go."""
    rounded(painter, rect, line=c.accent, radius=radius, width=2)


def severity_shape(severity: Severity, box: QRectF) -> QPainterPath:
    """◆ ▲ ■ ● – : told apart without colour."""
    path = QPainterPath()
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    match severity:
        case Severity.CRITICAL:
            path.addPolygon(
                QPolygonF(
                    [QPointF(x + w / 2, y), QPointF(x + w, y + h / 2), QPointF(x + w / 2, y + h), QPointF(x, y + h / 2)]
                )
            )
            path.closeSubpath()
        case Severity.HIGH:
            path.addPolygon(
                QPolygonF([QPointF(x + w / 2, y + h * 0.06), QPointF(x + w, y + h * 0.92), QPointF(x, y + h * 0.92)])
            )
            path.closeSubpath()
        case Severity.MEDIUM:
            path.addRect(box.adjusted(w * 0.08, h * 0.08, -w * 0.08, -h * 0.08))
        case Severity.LOW:
            path.addEllipse(box.adjusted(w * 0.04, h * 0.04, -w * 0.04, -h * 0.04))
        case Severity.NONE:
            path.addRect(QRectF(x, y + h / 2 - 0.75, w, 1.5))
    return path


def badge_width(words: str) -> float:
    """Width of a severity badge that holds ``words``."""
    return QFontMetricsF(theme_type.font(Size.SECONDARY, bold=True)).horizontalAdvance(words) + px(32)


def badge(painter: QPainter, rect: QRectF, severity: Severity, words: str, kind: Badge, c: Colours) -> None:
    """Severity as shape, word and colour, in the standing ``kind``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind is Badge.ABSENT:
        painter.setFont(theme_type.font())
        painter.setPen(c.text3)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), "—")
        painter.restore()
        return
    inks = c.severity[severity]
    mark, word = inks.mark, c.text
    light = kind in (Badge.DASHED, Badge.STRUCK)
    match kind:
        case Badge.DASHED:
            rounded(painter, rect, line=inks.mark, width=1.4, dashed=True)
            word = c.text2
        case Badge.OUTLINED:
            rounded(painter, rect, line=inks.mark, width=1.4)
        case Badge.FILLED:
            rounded(painter, rect, fill=inks.fill)
            mark = word = inks.text
        case Badge.STRUCK:
            mark = word = c.text3
    painter.setFont(theme_type.font(Size.SECONDARY, bold=not light))
    advance = QFontMetricsF(painter.font()).horizontalAdvance(words)
    side, gap = float(px(11)), float(px(5))
    left = rect.x() + max(px(6), (rect.width() - side - gap - advance) / 2)
    shape = severity_shape(severity, QRectF(left, rect.center().y() - side / 2, side, side))
    if light:
        painter.setPen(QPen(mark, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark)
    painter.drawPath(shape)
    painter.setPen(word)
    word_box = QRectF(left + side + gap, rect.y(), rect.right() - left - side - gap, rect.height())
    text(painter, word_box, words)
    if kind is Badge.STRUCK:
        y = round(rect.center().y()) + 0.5
        painter.setPen(QPen(c.text3, 1))
        painter.drawLine(QPointF(left - px(4), y), QPointF(left + side + gap + advance + px(4), y))
    painter.restore()


def rail(painter: QPainter, rect: QRectF, kind: Rail, c: Colours) -> None:
    """The mark at a row's left edge; ``rect`` is the whole row."""
    strip = QRectF(rect.x(), rect.y(), 3, rect.height())
    match kind:
        case Rail.REPRODUCED:
            painter.fillRect(strip, c.person)
        case Rail.LEAD:
            step = max(6.0, rect.height() / 4)
            top = strip.y() + 1
            while top < strip.bottom() - 1:
                painter.fillRect(QRectF(strip.x(), top, 3, min(step * 0.62, strip.bottom() - top)), c.model)
                top += step


def chip(painter: QPainter, rect: QRectF, words: str, *, ink: QColor, fill: QColor | None, line: QColor | None) -> None:
    """A short fact in a small frame: information class, TLP, token kind."""
    rounded(painter, rect, fill=fill, line=line)
    painter.setPen(ink)
    text(painter, rect.adjusted(px(6), 0, -px(6), 0), words, align=Qt.AlignmentFlag.AlignCenter)


def hatched(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Slanted lines: read by a model only."""
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.1))
    x = rect.x() - rect.height()
    while x < rect.right() + 4:
        painter.drawLine(QPointF(x, rect.bottom() + 0.5), QPointF(x + rect.height() + 1, rect.y() - 0.5))
        x += 3.4
    painter.restore()


def hatched_column(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """The same for a narrow upright bar, one short slanted line every four pixels of the page."""
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    y = rect.y() - rect.y() % 4 - 4
    while y < rect.bottom() + 4:
        painter.drawLine(QPointF(rect.x() - 0.5, y + 4), QPointF(rect.right() + 0.5, y))
        y += 4
    painter.restore()


def place_number(painter: QPainter, rect: QRectF, words: str, *, solid: bool, colour: QColor, c: Colours) -> None:
    """A place's number in a ring: dashed for what nobody decided."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.3)
    if not solid:
        pen.setDashPattern([2.2, 1.6])
    painter.setPen(pen)
    painter.setBrush(QBrush(c.panel))
    painter.drawEllipse(rect.adjusted(0.7, 0.7, -0.7, -0.7))
    painter.setPen(colour)
    painter.setFont(theme_type.font(Size.CAPTION, bold=True))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()

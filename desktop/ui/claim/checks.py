"""The four checks of a claim: quotes, refutation, reproduction, what left the building. Machine checks tick in grey."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.findings import FindingRow
from desktop.domain.levels import Anchor, Verification
from desktop.domain.runs import Exchange
from desktop.ui.claim.facts import Facts
from desktop.ui.language import joined, number
from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import px


@dataclass(frozen=True, slots=True)
class Check:
    """``tone`` is a colour of the scheme, for icon and value."""

    icon: Icon
    words: str
    value: str
    tone: str = "text2"
    bold: bool = False


class CheckList(QWidget):
    """Painted rows; a click on the last one asks for what left the building."""

    sendings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks: tuple[Check, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_facts(self, facts: Facts) -> None:
        """What was checked of a claim, and what was not: a dash is drawn where nobody did."""
        shown = (
            self._quotes(facts),
            self._refutation(facts.row),
            self._reproduction(facts.row),
            self._left_the_building(facts.exchanges),
        )
        self._checks = shown
        self.setAccessibleDescription("; ".join(f"{check.words}: {check.value}" for check in shown))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(21) * max(1, len(self._checks)))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        c = colours_of(self.palette())
        painter = QPainter(self)
        for at, check in enumerate(self._checks):
            row = QRectF(0, at * px(21), self.width(), px(21))
            ink = getattr(c, check.tone)
            icons.draw(painter, check.icon, ink, 0, row.center().y() - px(8), px(16))
            painter.setFont(theme_type.font())
            painter.setPen(c.text)
            paint.text(painter, row.adjusted(px(24), 0, -px(150), 0), check.words)
            painter.setFont(theme_type.font(bold=check.bold))
            painter.setPen(ink)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            paint.text(painter, row.adjusted(px(160), 0, 0, 0), check.value, align=right)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().y() // px(21))
        if 0 <= at < len(self._checks) and self._checks[at].icon is Icon.SEND:
            self.sendings_wanted.emit()

    def _quotes(self, facts: Facts) -> Check:
        found, total = facts.quotes
        words = self.tr("Quotes match the evidence")
        if facts.row.anchor is Anchor.NOT_FOUND:
            return Check(Icon.UNLINK, words, self.tr("not found"), "warn")
        if not found:
            return Check(Icon.MINUS, words, self.tr("no evidence yet"))
        count = self.tr("{found} of {total}").format(found=number(found), total=number(total))
        by = facts.place_shown_by if facts.row.anchor is Anchor.MOVED else ""
        return Check(Icon.CHECK, words, joined(count, self.tr("shown by {who}").format(who=by) if by else ""))

    def _refutation(self, row: FindingRow) -> Check:
        words = self.tr("Attempt to refute")
        if row.verification is Verification.REFUTED:
            return Check(Icon.BARRED, words, self.tr("refuted by {who}").format(who=row.verified_by), "text")
        return Check(Icon.MINUS, words, self.tr("not yet"))

    def _reproduction(self, row: FindingRow) -> Check:
        words = self.tr("Reproduced")
        if row.verification is Verification.REPRODUCED:
            return Check(Icon.SEAL, words, row.verified_by, "person", bold=True)
        return Check(Icon.MINUS, words, self.tr("not yet"))

    def _left_the_building(self, sent: tuple[Exchange, ...]) -> Check:
        words = self.tr("What left the building")
        if not sent:
            return Check(Icon.MINUS, words, self.tr("nothing"))
        tokens = sum(exchange.tokens_in for exchange in sent)
        masked = sum(exchange.masked for exchange in sent)
        value = joined(
            self.tr("{n} sendings", "", len(sent)).format(n=number(len(sent))),
            self.tr("{n} tokens", "", tokens).format(n=number(tokens)),
            self.tr("{n} masked", "", masked).format(n=number(masked)) if masked else "",
        )
        return Check(Icon.SEND, words, value, "masked")

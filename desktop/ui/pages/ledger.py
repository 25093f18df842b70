"""The egress ledger: every sending; for the one at hand its exact bytes, its masks, its model, what came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.casefile import Reader
from desktop.domain.changes import Change, Kind
from desktop.domain.findings import FindingRow
from desktop.domain.ids import ExchangeId, FindingId
from desktop.domain.runs import Exchange, Outcome
from desktop.ui.labels import label, plain
from desktop.ui.language import joined, moment, number
from desktop.ui.pages.case_page import CasePage
from desktop.ui.pages.egress.words import money
from desktop.ui.pages.form import Beside
from desktop.ui.pages.page import Footing, Heading, Page, PageButton
from desktop.ui.session import Session
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.empty import Empty
from desktop.ui.widgets.facts import Fact, Facts
from desktop.ui.widgets.ink import Ink
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.rule import Rule
from desktop.ui.widgets.scrollbar import plain_scroll_bars
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.sizes import size_words
from desktop.ui.widgets.table import Cells, Column, Table

_MOST_SHOWN = 400_000
"""Bytes of a body that are shown; all of it stays in the case."""


class Part(Enum):
    """What of an exchange is shown."""

    SENT = auto()
    ANSWER = auto()


@dataclass(frozen=True, slots=True)
class _Held:
    sent: bytes
    answer: bytes
    findings: list[FindingRow]


def make(session: Session, argument: object) -> Page:
    """``argument`` is ``("finding", FindingId)``, ``("exchange", ExchangeId)``, a finding's id, or None for all."""
    match argument:
        case ("finding", int() as finding):
            return LedgerPage(session, FindingId(finding), None)
        case ("exchange", int() as exchange):
            return LedgerPage(session, None, ExchangeId(exchange))
        case int() as finding:
            return LedgerPage(session, FindingId(finding), None)
    return LedgerPage(session, None, None)


class LedgerPage(CasePage):
    """Reads only: what left cannot be changed."""

    def __init__(self, session: Session, finding: FindingId | None, exchange: ExchangeId | None) -> None:
        super().__init__(session)
        self._finding, self._wanted = finding, exchange
        self._exchanges: Sequence[Exchange] = ()
        self._at_hand: Exchange | None = None
        self._held: _Held | None = None
        self._table: Table[Exchange] = Table(
            self.tr("Sendings"),
            (
                Column(self.tr("When"), 150),
                Column(self.tr("Unit")),
                Column(self.tr("Model"), 150),
                Column(self.tr("Bytes"), 84, right=True),
                Column(self.tr("Masks"), 70, right=True),
                Column(self.tr("Cost"), 84, right=True),
                Column(self.tr("Outcome"), 150),
            ),
            self._cells,
        )
        self._table.chosen.connect(self._on_exchange)
        self._part = Segments(
            self.tr("Shown"),
            [(Part.SENT, self.tr("Exact bytes that left")), (Part.ANSWER, self.tr("Answer"))],
            Part.SENT,
        )
        self._part.chosen.connect(lambda _: self._show_part())
        self._cut = Label(size=Size.SECONDARY, tone=Tone.SECOND)
        self._text = QPlainTextEdit()
        self._empty = Empty(
            self.tr("Nothing has left this case."),
            self.tr("Make a plan"),
            lambda: session.page_wanted.emit("egress", None),
        )
        self._facts = Facts(self.tr("Sending"))
        self._models = Facts(self.tr("Model"))
        self._found_caption = Label(self.tr("What came of it"), size=Size.SECONDARY, bold=True, tone=Tone.SECOND)
        self._found = QVBoxLayout()
        self._found.setSpacing(px(6))
        self._beside = Beside()
        self._lay_out()
        self.setFocusProxy(self._table)
        self._read()

    def _lay_out(self) -> None:
        self._text.setReadOnly(True)
        self._text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._text.setFont(theme_type.code(Size.TEXT))
        self._text.setAccessibleName(self.tr("Exact bytes that left"))
        plain_scroll_bars(self._text)
        lower = Panel(Side.TOP)
        stack = QVBoxLayout(lower)
        stack.setContentsMargins(px(16), px(9), px(4), 0)
        row = QHBoxLayout()
        row.addWidget(self._part, 1)
        row.addWidget(self._cut)
        stack.addLayout(row)
        stack.addWidget(self._text, 1)
        self._lower = lower
        middle = Panel()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._table, 4)
        column.addWidget(lower, 5)
        column.addWidget(self._empty)
        found = QWidget()
        words = QVBoxLayout(found)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(px(8))
        words.addWidget(self._found_caption)
        words.addLayout(self._found)
        for widget in (self._facts, Rule(), self._models, Rule(), found):
            self._beside.add(widget)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(middle, 1)
        whole.addWidget(self._beside)

    # Reading

    def case_changed(self, change: Change) -> None:
        if Kind.LEDGER in change.kinds:
            self._read()

    def _read(self) -> None:
        finding = self._finding
        self.ask("exchanges", lambda reader: reader.exchanges(finding=finding)[::-1], self._show)

    def _show(self, exchanges: Sequence[Exchange]) -> None:
        self._exchanges = exchanges
        wanted = self._at_hand.id if self._at_hand else self._wanted
        at = next((n for n, one in enumerate(exchanges) if one.id == wanted), 0)
        there = bool(exchanges)
        self._table.setVisible(there)
        self._lower.setVisible(there)
        self._beside.setVisible(there)
        self._empty.setVisible(not there)
        if self._finding is not None and not there:
            self._empty.say(self.tr("Nothing left the building for this finding."), self.tr("All sendings"), self._all)
        self._table.show_rows(exchanges, at)
        self.updated.emit()

    def _all(self) -> None:
        self._finding = None
        self._empty.say(
            self.tr("Nothing has left this case."),
            self.tr("Make a plan"),
            lambda: self.session.page_wanted.emit("egress", None),
        )
        self._read()

    def _on_exchange(self, exchange: Exchange | None) -> None:
        self._at_hand = exchange
        self._held = None
        if exchange is None:
            self._text.clear()
            return
        self._show_facts(exchange)

        def work(reader: Reader) -> _Held:
            answered = exchange.outcome not in (Outcome.SENT, Outcome.UNKNOWN)
            answer = reader.reply(exchange.id) if answered else b""
            return _Held(reader.body(exchange.id), answer, reader.rows(exchange.findings))

        self.ask("held", work, self._on_held)

    def _on_held(self, held: _Held) -> None:
        self._held = held
        self._show_part()
        while (item := self._found.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in held.findings:
            self._found.addWidget(Label(plain(row), wrap=True, tone=Tone.MODEL))
        if not held.findings:
            self._found.addWidget(Label(self.tr("No finding."), tone=Tone.SECOND))

    def _show_part(self) -> None:
        held = self._held
        if held is None:
            return
        data = held.sent if self._part.value is Part.SENT else held.answer
        shown = data[:_MOST_SHOWN].decode("utf-8", "backslashreplace")
        self._text.setPlainText(shown if data else self.tr("No answer was seen."))
        cut = len(data) > _MOST_SHOWN
        words = self.tr("the first {shown} of {all}").format(shown=size_words(_MOST_SHOWN), all=size_words(len(data)))
        self._cut.setText(words if cut else size_words(len(data)))

    def _show_facts(self, exchange: Exchange) -> None:
        self._facts.show_facts(
            (
                Fact(self.tr("When"), moment(exchange.when)),
                Fact(self.tr("Approved by"), exchange.approved_by),
                Fact(self.tr("Outcome"), label(exchange.outcome), bold=True),
                Fact(self.tr("Masks"), number(exchange.masked)),
                Fact(self.tr("Tokens in, out"), f"{number(exchange.tokens_in)}, {number(exchange.tokens_out)}"),
                Fact(self.tr("Cost"), money(exchange.cost, exchange.currency) if exchange.cost else "—"),
                Fact(self.tr("Time taken"), self.tr("{n} s").format(n=f"{exchange.seconds:.1f}")),
                Fact("SHA-256", f"{exchange.body_digest[:8]}…", tip=exchange.body_digest),
            )
        )
        returned = exchange.model_returned or "—"
        same = returned in ("—", exchange.model_asked)
        self._models.show_facts(
            (
                Fact(self.tr("Asked"), exchange.model_asked),
                Fact(self.tr("Returned"), returned, tone=Tone.TEXT if same else Tone.WARN),
                Fact(self.tr("Provider"), exchange.provider),
                Fact(self.tr("Address"), exchange.endpoint),
                Fact(self.tr("Policy"), f"{exchange.policy_digest[:8]}…", tip=exchange.policy_digest),
                Fact(self.tr("Its number"), exchange.request_id or "—"),
            )
        )

    def _cells(self, exchange: Exchange) -> Cells:
        fine = exchange.outcome is Outcome.ANSWERED
        return (
            (Ink(moment(exchange.when), Tone.SECOND),),
            (Ink(exchange.unit),),
            (Ink(exchange.model_asked, Tone.MODEL),),
            (Ink(number(exchange.bytes_sent)),),
            (Ink(number(exchange.masked), Tone.MASKED),),
            (Ink(money(exchange.cost, exchange.currency) if exchange.cost else "", Tone.SECOND),),
            (Ink(label(exchange.outcome), Tone.SECOND if fine else Tone.WARN),),
        )

    # Heading and footing

    def heading(self) -> Heading:
        only = self.tr("for finding #{n}").format(n=self._finding) if self._finding is not None else ""
        return Heading(self.tr("Egress ledger"), joined(self.tr("what left, when, to whom, for what"), only))

    def footing(self) -> Footing:
        count = len(self._exchanges)
        size = size_words(sum(one.bytes_sent for one in self._exchanges))
        note = self.tr("{n} sendings, {size} in all.", "", count).format(n=number(count), size=size)
        at_hand = self._at_hand
        first = at_hand.findings[0] if at_hand is not None and at_hand.findings else None
        others = (PageButton(self.tr("All sendings"), self._all),) if self._finding is not None else ()
        return Footing(
            note if count else "",
            self.tr("Written before the bytes left. Nothing here can be changed or undone.") if count else "",
            PageButton(self.tr("To its finding"), self._to_finding, "Ctrl Enter", enabled=first is not None)
            if count
            else None,
            others,
        )

    def _to_finding(self) -> None:
        if self._at_hand is not None and self._at_hand.findings:
            self.session.finding_wanted.emit(self._at_hand.findings[0])

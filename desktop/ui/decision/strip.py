"""The reason strip: opens above the decision bar and says all that will happen. Nothing has changed while it is
open."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, Status
from desktop.ui.decision.asking import HOWS, MOST_CHOICES, Asking, Need
from desktop.ui.decision.candidates import why_words
from desktop.ui.inert import one_line
from desktop.ui.labels import label
from desktop.ui.language import joined, number
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.keybutton import KeyButton
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.widgets.panel import Panel, Side


class ReasonStrip(Panel):
    """Shows an ``Asking`` and reports what was chosen or typed; the panel that holds it keeps the state."""

    changed = Signal(object)
    """An ``Asking`` that differs from the one shown."""
    picked = Signal(int)
    """A choice was clicked: the same as its digit."""
    repeated = Signal()
    """The last reason was clicked: the same as Space."""
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Side.TOP, parent, edge="accent")
        self._asking: Asking | None = None
        self._title = Label(bold=True)
        self._hint = Label(size=Size.CAPTION, tone=Tone.SECOND, elided=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self._hits = Label(size=Size.SECONDARY, tone=Tone.WARN, wrap=True)
        self._choices = QWidget()
        self._flow = Flow(px(8), self._choices)
        self._until = LineEdit(self.tr("Until (YYYY-MM-DD)"))
        self._approver = LineEdit(self.tr("Who approves"))
        self._compensating = LineEdit(self.tr("Compensating control"))
        self._line = LineEdit("", hint=self.tr("Enter decides"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(8), px(20), px(10))
        layout.setSpacing(px(7))
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._hint, 1)
        layout.addLayout(head)
        layout.addWidget(self._hits)
        layout.addWidget(self._choices)
        self._risk = QWidget()
        risk = QGridLayout(self._risk)
        risk.setContentsMargins(0, 0, 0, 0)
        risk.setSpacing(px(8))
        risk.addWidget(self._until, 0, 0)
        risk.addWidget(self._approver, 0, 1)
        risk.addWidget(self._compensating, 1, 0, 1, 2)
        layout.addWidget(self._risk)
        layout.addWidget(self._line)
        for editor in (self._until, self._approver, self._compensating, self._line):
            editor.textEdited.connect(self._on_edited)
            editor.entered.connect(self.entered)
            editor.left.connect(self.left)

    def show_asking(self, asking: Asking) -> None:
        """Show what is asked; the choices are made anew only where they differ."""
        before, self._asking = self._asking, asking
        if before is None or _choices_differ(before, asking):
            self._fill(asking)
        self._title.setText(self._question(asking))
        self._hint.setText(joined(self._will_show(asking), self.tr("Esc cancels")))
        self._hits.setText(self._what_it_hits(asking))
        self._hits.setVisible(bool(self._hits.text()))
        for at, button in enumerate(self._buttons):
            button.setChecked(self._is_chosen(asking, at))
        self._risk.setVisible(asking.status is Status.RISK_ACCEPTED)
        if self._line.text() != asking.line:
            self._line.setText(asking.line)
        self._line.setPlaceholderText(self._line_words(asking))
        self._line.setVisible(not asking.refuses_bulk)

    def start_typing(self) -> None:
        """Tab: the keys go to the first line that still needs words."""
        needs = self._asking.needs() if self._asking else ()
        first = {Need.UNTIL: self._until, Need.APPROVER: self._approver, Need.COMPENSATING: self._compensating}
        editor = next((first[need] for need in needs if need in first), self._line)
        editor.setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """Empty all lines, for the next decision."""
        self._asking = None
        for editor in (self._until, self._approver, self._compensating, self._line):
            editor.clear()

    # Within

    def _fill(self, asking: Asking) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._buttons: list[KeyButton] = []
        words = self._choice_words(asking)
        for at, text in enumerate(words[:MOST_CHOICES]):
            button = KeyButton(str(at + 1), text)
            button.clicked.connect(lambda _on=False, at=at: self.picked.emit(at + 1))
            self._buttons.append(button)
            self._flow.addWidget(button)
        if asking.offers_last:
            last = KeyButton(self.tr("Space"), one_line(asking.last_reason))
            last.clicked.connect(self.repeated)
            self._flow.addWidget(last)
        self._choices.setVisible(self._flow.count() > 0)

    def _choice_words(self, asking: Asking) -> list[str]:
        if asking.refuses_bulk:
            return []
        if asking.status is Status.CONFIRMED:
            return [label(how) for how in HOWS]
        if asking.status is Status.DUPLICATE:
            return [
                joined(f"#{one.row.id}", why_words(one.why), one_line(one.row.place), one_line(one.row.title))
                for one in asking.candidates
            ]
        return [] if asking.must_type else [one_line(words) for words in asking.presets]

    def _is_chosen(self, asking: Asking, at: int) -> bool:
        if asking.status is Status.CONFIRMED:
            return asking.how is HOWS[at]
        if asking.status is Status.DUPLICATE:
            return asking.candidate == asking.candidates[at].row.id
        return asking.line == asking.presets[at]

    def _question(self, asking: Asking) -> str:
        name = label(asking.status)
        match asking.status:
            case Status.CONFIRMED:
                return self.tr("{status} — how was it checked?").format(status=name)
            case Status.DUPLICATE:
                return self.tr("{status} — of which finding?").format(status=name)
            case Status.RISK_ACCEPTED:
                return self.tr("{status} — until when, approved by whom, with what control?").format(status=name)
            case _:
                return self.tr("{status} — why?").format(status=name)

    def _will_show(self, asking: Asking) -> str:
        if asking.refuses_bulk:
            return ""
        if asking.status is Status.CONFIRMED and asking.how is CheckedHow.REPRODUCED:
            return self.tr("the list will say: confirmed, reproduced by you")
        if asking.status is Status.CONFIRMED:
            return self.tr("the list will say: confirmed, not reproduced")
        if asking.status is Status.RISK_ACCEPTED:
            return self.tr("waits for a second person then")
        return ""

    def _what_it_hits(self, asking: Asking) -> str:
        targets = asking.targets
        if not targets.bulk:
            return ""
        hits = joined(
            self.tr("{n} findings", "", len(targets.ids)).format(n=number(len(targets.ids))),
            self.tr("{n} AI leads", "", targets.leads).format(n=number(targets.leads)) if targets.leads else "",
            self.tr("{n} critical", "", targets.critical).format(n=number(targets.critical))
            if targets.critical
            else "",
        )
        if asking.refuses_bulk:
            return joined(hits, self.tr("AI leads are decided one by one"))
        return hits

    def _line_words(self, asking: Asking) -> str:
        if asking.must_type:
            return self.tr("Your own words: why this AI lead is real (Tab)")
        return self.tr("Reason (Tab to type)")

    def _on_edited(self) -> None:
        if self._asking is None:
            return
        self.changed.emit(
            replace(
                self._asking,
                line=self._line.text(),
                typed=self._asking.typed or self._line.text() != self._asking.line,
                until=_day(self._until.text()),
                approver=self._approver.text(),
                compensating=self._compensating.text(),
            )
        )


def _choices_differ(one: Asking, other: Asking) -> bool:
    def shown(asking: Asking) -> tuple[object, ...]:
        candidates: tuple[FindingId, ...] = tuple(candidate.row.id for candidate in asking.candidates)
        return asking.status, asking.targets.ids, asking.presets, asking.offers_last, asking.last_reason, candidates

    return shown(one) != shown(other)


def _day(words: str) -> date | None:
    """A date as typed, with any of the usual separators; None while it is not one."""
    try:
        return date.fromisoformat(words.strip().replace("/", "-").replace(".", "-"))
    except ValueError:
        return None

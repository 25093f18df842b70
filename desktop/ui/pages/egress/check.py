"""The check's body: groups at the left, hits in context, before and after, and the terms at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.levels import DataClass
from desktop.domain.runs import Authorisation
from desktop.gate.effective import Effective
from desktop.gate.objections import Spent
from desktop.gate.policy import ModelEntry
from desktop.gate.preview import Group, proves
from desktop.ui.labels import label
from desktop.ui.language import joined, long_date, number
from desktop.ui.pages.egress.looking import Hit, Looking, hits_of
from desktop.ui.pages.egress.sheet import Sheet, marks_after, marks_before
from desktop.ui.pages.egress.words import CHIPS, MASKED, group_words, money, why_words
from desktop.ui.pages.form import Beside
from desktop.ui.pages.policy_words import model_name
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.facts import Fact, Facts
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.ink import Ink, Line
from desktop.ui.widgets.keybutton import KeyButton
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.rule import Rule
from desktop.ui.widgets.sidelist import Entry, SideList
from desktop.ui.widgets.sizes import size_words
from desktop.ui.widgets.table import Cells, Column, Table
from desktop.uses.sending import PlanPreview

_CONTEXT = 36
"""Characters that stand before a hit in its line of the table."""


class Groups(Panel):
    """The left column. ``picked`` sends the group's name."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Side.RIGHT, parent, ground="window")
        self.list = SideList(self.tr("What to look at"))
        self.list.chosen.connect(self.picked)
        self._proves = Label(size=Size.SECONDARY, tone=Tone.SECOND, wrap=True)
        self._proves.setContentsMargins(px(16), px(8), px(16), px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 1, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._proves)

    def show_groups(self, looking: Looking) -> None:
        """Near misses first, then what is not sent, what was masked, and the sample."""
        entries: list[Entry] = []
        masked = [group for group in looking.groups if group.name.startswith(MASKED)]
        for group in looking.groups:
            if group in masked[:1]:
                count = sum(len(one.looks) for one in masked)
                entries.append(
                    Entry(
                        "masked",
                        self.tr("Masked"),
                        number(count),
                        icon=Icon.MASKED,
                        tone=Tone.MASKED,
                        icon_tone=Tone.MASKED,
                        caption=True,
                        ruled=bool(entries),
                    )
                )
            entries.append(self._entry(group, looking, first=not entries or not group.name.startswith(MASKED)))
        self.list.show_entries(entries)
        drawn = looking.shown.asked.random
        share = f"{proves(drawn):.1%}".replace(".0%", "%")
        self._proves.setText(
            self.tr(
                "A random sample of {n} units without a leak leaves up to {share} of all units possibly leaking (95 %)."
            ).format(n=number(drawn), share=share)
        )

    def _entry(self, group: Group, looking: Looking, *, first: bool) -> Entry:
        done = looking.is_ticked(group.name)
        kind = group.name.removeprefix(MASKED)
        warn = group.name == "near"
        tone = Tone.WARN if warn else Tone.BLOCKED if group.name == "not_sent" else Tone.TEXT
        return Entry(
            group.name,
            group_words(group),
            number(len(group.looks)),
            icon=Icon.CHECK if done else Icon.CIRCLE,
            tone=tone,
            icon_tone=Tone.PERSON if done else Tone.SECOND,
            chip=CHIPS.get(kind, ""),
            ruled=first and group.name != looking.groups[0].name,
        )


class Hits(Panel):
    """Hits of one group, and the unit of the one at hand before and after. ``moved`` sends the ``Hit`` at hand."""

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = Label(size=Size.TITLE, bold=True, elided=True)
        self._count = Label(tone=Tone.SECOND)
        self.table: Table[Hit] = Table(
            self.tr("Hits"),
            (
                Column(self.tr("Unit"), 160),
                Column(self.tr("Line"), 58, right=True),
                Column(self.tr("In its line")),
                Column(self.tr("Why"), 290),
            ),
            self._cells,
            row_height=26,
        )
        self.table.chosen.connect(self._on_hit)
        self.mask_key = KeyButton("M", self.tr("Mask this value everywhere"))
        self.leave_key = KeyButton("X", self.tr("Leave this unit out"))
        self.fine_key = KeyButton("Space", self.tr("Fine as it is, next"))
        self._before, self._after = Sheet(self.tr("Here")), Sheet(self.tr("What leaves"))
        self._unit = Label(tone=Tone.SECOND, elided=True)
        self._unit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._facts = Label(tone=Tone.MASKED, elided=True)
        for one, other in ((self._before, self._after), (self._after, self._before)):
            one.verticalScrollBar().valueChanged.connect(other.verticalScrollBar().setValue)
            one.horizontalScrollBar().valueChanged.connect(other.horizontalScrollBar().setValue)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(20), px(12), px(20), px(10))
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        keys = Flow(px(8))
        keys.setContentsMargins(px(20), px(8), px(20), px(8))
        for button in (self.mask_key, self.leave_key, self.fine_key):
            keys.addWidget(button)
        sheets = QHBoxLayout()
        sheets.setSpacing(0)
        sheets.addWidget(self._half(Label(self.tr("Here"), bold=True), self._unit, self._before), 1)
        sheets.addWidget(self._half(Label(self.tr("What leaves"), bold=True), self._facts, self._after, Side.LEFT), 1)
        self._note = note = Label(
            self.tr("Each change is masked and scanned again. What comes back is scanned too."),
            size=Size.SECONDARY,
            tone=Tone.SECOND,
            elided=True,
        )
        note.setContentsMargins(px(20), px(6), px(20), px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 4)
        column.addLayout(keys)
        column.addWidget(Rule())
        column.addLayout(sheets, 6)
        column.addWidget(note)

    def _half(self, title: Label, right: Label, sheet: Sheet, lines: Side = Side.NONE) -> QWidget:
        half = Panel(lines)
        half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(half)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(px(4))
        row = QHBoxLayout()
        row.setContentsMargins(px(20), 0, px(16), 0)
        row.addWidget(title)
        row.addWidget(right, 1)
        right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addWidget(sheet, 1)
        return half

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._note.setVisible(self.height() > px(440))  # evidence needs the room more

    def show_group(self, shown: PlanPreview, group: Group, at: int = 0) -> None:
        """Show the lines of ``group``."""
        self._title.setText(group_words(group))
        self.table.show_rows(hits_of(shown, group), min(at, len(group.looks) - 1))

    def say_count(self, unseen: int) -> None:
        """How many lines were not on the screen yet."""
        total = self.table.count
        self._count.setText(self.tr("{seen} of {n} seen").format(seen=number(total - unseen), n=number(total)))

    def lines_seen(self) -> Sequence[int]:
        """Positions of the rows that are wholly on the screen."""
        first = max(0, self.table.rowAt(0))
        return range(first, self.table.last_seen() + 1)

    def _on_hit(self, hit: Hit | None) -> None:
        span = hit.span if hit is not None else None
        self.mask_key.setEnabled(span is not None and not (hit is not None and hit.planned.blocked_by))
        self.leave_key.setEnabled(hit is not None and not hit.planned.blocked_by)
        if hit is None:
            self._before.clear()
            self._after.clear()
        else:
            unit, first = hit.unit, hit.planned.first_line
            self._unit.setText(hit.unit.name)
            at_hand = hit.line if span is not None else 0
            self._before.show_text(unit.original, marks_before(unit), first, at_hand)
            if hit.planned.blocked_by:
                self._after.clear()
                self._facts.setText(self.tr("nothing of this unit leaves"))
            else:
                self._after.show_text(unit.masked.text, marks_after(unit), first, at_hand)
                self._facts.setText(
                    joined(
                        self.tr("{n} tokens").format(n=number(hit.planned.tokens)),
                        self.tr("{n} masks", "", hit.planned.masked).format(n=number(hit.planned.masked)),
                    )
                )
        self.moved.emit(hit)

    def _cells(self, hit: Hit) -> Cells:
        if hit.span is None:
            lines = joined(f"{number(hit.planned.first_line)}–{number(hit.planned.last_line)}")
            context: Line = (Ink(self.tr("the whole unit, lines {lines}").format(lines=lines), Tone.SECOND),)
        else:
            context = (
                Ink(hit.before.lstrip()[-_CONTEXT:], Tone.SECOND, code=True, size=Size.TEXT),
                Ink(hit.text, Tone.WARN, bold=True, code=True, ground="warn_tint", size=Size.TEXT),
                Ink(hit.after, Tone.SECOND, code=True, size=Size.TEXT),
            )
        return (
            (Ink(hit.unit.name),),
            (Ink(number(hit.line), Tone.SECOND),),
            context,
            (Ink(why_words(hit), Tone.SECOND),),
        )


class Terms(Beside):
    """Where to, what, at which cost, by whose leave."""

    SHARE = 0.27

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(276, parent)
        self._where = Facts(self.tr("Where to"))
        self._what = Facts(self.tr("What"))
        self._cost = Facts(self.tr("Cost"))
        self._leave = Facts(self.tr("Permission"))
        for at, facts in enumerate((self._where, self._what, self._cost, self._leave)):
            if at:
                self.add(Rule())
            self.add(facts)

    def show_terms(
        self,
        shown: PlanPreview,
        model: ModelEntry,
        holds: Effective,
        given: Authorisation | None,
        spent: Spent,
        by: str,
    ) -> None:
        """Fill all four."""
        plan = shown.plan
        sent = [unit for unit in plan.units if unit.body_digest is not None]
        excluded = self.tr("excluded ({terms})").format(terms=model.terms)
        self._where.show_facts(
            (
                Fact(self.tr("Model"), model_name(model), bold=True),
                Fact(self.tr("Provider"), joined(model.provider, model.api)),
                Fact(self.tr("Region"), model.region),
                Fact(self.tr("Provider keeps"), model.retention),
                Fact(
                    self.tr("Training use"),
                    excluded if model.training_excluded else self.tr("allowed"),
                    tone=Tone.TEXT if model.training_excluded else Tone.WARN,
                ),
            )
        )
        data_class = DataClass[plan.facts["data_class"].upper()]
        size = sum(len(unit.masked.text.encode()) for unit in shown.units if not unit.masked.blocked)
        self._what.show_facts(
            (
                Fact(self.tr("Units"), f"{number(len(sent))} / {number(len(plan.units))}", bold=True),
                Fact(self.tr("Size"), size_words(size)),
                Fact(self.tr("Tokens"), number(plan.tokens_in)),
                Fact(
                    self.tr("Data class"),
                    self.tr("{asked} (up to {highest})").format(asked=label(data_class), highest=label(model.highest)),
                    tone=Tone.BLOCKED if data_class > model.highest else Tone.TEXT,
                ),
            )
        )
        limit, month = model.limits.cost_run, model.limits.cost_month
        currency = plan.currency
        facts = [Fact(self.tr("At most"), money(plan.cost, currency), bold=True)]
        if limit is not None:
            facts.append(Fact(self.tr("Limit of a run"), money(limit, currency)))
        gone = money(spent.cost_month, currency)
        facts.append(Fact(self.tr("This month"), f"{gone} / {money(month, currency)}" if month is not None else gone))
        self._cost.show_facts(facts)
        policy = holds.policy
        needs = data_class.name.lower() in model.second_person_for
        self._leave.show_facts(
            (
                Fact(
                    self.tr("Authorisation"),
                    self.tr("until {day}").format(day=long_date(given.until)) if given else self.tr("none"),
                    tone=Tone.TEXT if given else Tone.BLOCKED,
                ),
                Fact(self.tr("Policy"), self.tr("no. {serial}").format(serial=policy.serial if policy else "—")),
                Fact(
                    self.tr("Second person"),
                    plan.second.name if plan.second else self.tr("needed") if needs else self.tr("not needed"),
                    tone=Tone.WARN if needs and not (plan.second and plan.second.approves) else Tone.TEXT,
                ),
                Fact(self.tr("Sender"), by),
            )
        )

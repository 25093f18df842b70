"""A run: what was sent, answered, checked and filed, at which cost; pause, stop, and going on with one that ended
half-way.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.casefile import Reader
from desktop.domain.changes import Change, Kind
from desktop.domain.errors import SekishoError
from desktop.domain.ids import PlanId, RunId
from desktop.domain.runs import Exchange, Outcome, PlanSummary, Run, RunState
from desktop.gate.errors import Refused
from desktop.gate.policy import ModelEntry
from desktop.gate.reasons import sentences
from desktop.ui.jobs import Job, Ticks
from desktop.ui.labels import label
from desktop.ui.language import clock, joined, language, moment, number
from desktop.ui.pages.case_page import CasePage
from desktop.ui.pages.egress.words import money
from desktop.ui.pages.form import Beside
from desktop.ui.pages.page import Footing, Heading, Page, PageButton
from desktop.ui.session import Session
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.banner import Banner, Mood
from desktop.ui.widgets.facts import Fact, Facts
from desktop.ui.widgets.ink import Ink
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.rule import Rule
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.table import Cells, Column, Table
from desktop.uses.policies import effective_policy
from desktop.uses.sending import analyse, resumable, resume
from desktop.uses.workstation import utc_now
from desktop.words import say_error

_FINE = frozenset({Outcome.ANSWERED})
_OPEN = frozenset({Outcome.SENT, Outcome.UNKNOWN})


@dataclass(frozen=True, slots=True)
class _Seen:
    run: Run | None
    plan: PlanSummary | None
    exchanges: list[Exchange]
    model: ModelEntry | None


def make(session: Session, argument: object) -> Page:
    """``argument`` is ``("plan", PlanId)`` to begin a run, ``("run", RunId)`` to see one, or None for the newest."""
    match argument:
        case ("plan", int() as plan):
            return RunPage(session, PlanId(plan), None)
        case ("run", int() as run):
            return RunPage(session, None, RunId(run))
    return RunPage(session, None, None)


class RunPage(CasePage):
    """Shows one run; begins it where it is given an approved plan."""

    def __init__(self, session: Session, plan: PlanId | None, run: RunId | None) -> None:
        super().__init__(session)
        self._plan_id, self._run_id = plan, run
        self._seen = _Seen(None, None, [], None)
        self._job: Job | None = None
        self._paused = False
        self._done = self._total = 0
        self._banner = Banner(Mood.REFUSED)
        self._title = Label(size=Size.TITLE, bold=True, elided=True)
        self._table: Table[Exchange] = Table(
            self.tr("Sendings of this run"),
            (
                Column(self.tr("Time"), 64),
                Column(self.tr("Unit")),
                Column(self.tr("Outcome"), 210),
                Column(self.tr("Tokens"), 110, right=True),
                Column(self.tr("Cost"), 90, right=True),
                Column(self.tr("Leads"), 104, right=True),
            ),
            self._cells,
        )
        self._table.entered.connect(lambda exchange: session.page_wanted.emit("ledger", ("exchange", exchange.id)))
        self._counts = Facts(self.tr("This run"))
        self._cost = Facts(self.tr("Cost"))
        self._unknown_words = Label(wrap=True, tone=Tone.WARN)
        self._unknown = Segments(
            self.tr("Units of unknown outcome"),
            [(False, self.tr("Leave them")), (True, self.tr("Send them again"))],
            False,
        )
        self._beside = Beside()
        for widget in (self._counts, Rule(), self._cost, Rule(), self._unknown_words, self._unknown):
            self._beside.add(widget)
        self._lay_out()
        self._tick = QTimer(self)
        self._tick.setInterval(500)
        self._tick.timeout.connect(self._read)
        if plan is not None:
            self._begin(
                lambda ticks: analyse(
                    session.case,
                    session.station,
                    plan,
                    progress=ticks.progress,
                    cancelled=ticks.cancelled,
                    paused=ticks.paused,
                )
            )
        self._read()

    def _lay_out(self) -> None:
        middle = Panel()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        self._title.setContentsMargins(px(20), px(12), px(20), px(10))
        column.addWidget(self._title)
        column.addWidget(self._table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(middle, 1)
        row.addWidget(self._beside)
        self.setFocusProxy(self._table)

    # Running

    def _begin(self, work: Callable[[Ticks], Run]) -> None:
        self._banner.say()
        self._done = self._total = 0
        self._paused = False
        self._job = self.start(self.tr("Analysing with AI"), work, self._on_ended, pausable=True)
        self._job.progressed.connect(self._on_progress)
        self._tick.start()
        self.updated.emit()

    def _go_on(self) -> None:
        run, session = self._seen.run, self.session
        if run is None or self._job is not None:
            return
        again = bool(self._unknown.value)
        self._begin(
            lambda ticks: resume(
                session.case,
                session.station,
                run.id,
                again_unknown=again,
                progress=ticks.progress,
                cancelled=ticks.cancelled,
                paused=ticks.paused,
            )
        )

    def _on_progress(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self.updated.emit()

    def _on_ended(self, run: Run) -> None:
        self._job = None
        self._tick.stop()
        self._run_id = run.id
        self._read()

    def _pause(self) -> None:
        if self._job is not None:
            self._paused = not self._paused
            self._job.ticks.pause(self._paused)
            self.updated.emit()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.ticks.cancel()

    def failed(self, error: SekishoError) -> None:
        self._job = None
        self._tick.stop()
        if isinstance(error, Refused):
            self._banner.say(*sentences(error.objections, language()), mood=Mood.REFUSED)
        else:
            self._banner.say(say_error(error, language()), mood=Mood.REFUSED)
        self._read()
        self.updated.emit()

    # Reading

    def case_changed(self, change: Change) -> None:
        if self._job is None and change.kinds & {Kind.RUN, Kind.LEDGER}:
            self._read()

    def _read(self) -> None:
        plan_id, run_id, station = self._plan_id, self._run_id, self.session.station

        def work(reader: Reader) -> _Seen:
            run = _which(reader, plan_id, run_id)
            plan = reader.plan(run.plan) if run and run.plan else reader.plan(plan_id) if plan_id else None
            policy = effective_policy(station, utc_now()).policy
            model = policy.model(plan.entry) if policy and plan else None
            return _Seen(run, plan, reader.exchanges(run=run.id) if run else [], model)

        self.ask("run", work, self._show)

    def _show(self, seen: _Seen) -> None:
        fresh = len(seen.exchanges) != len(self._seen.exchanges) or seen.exchanges != self._seen.exchanges
        self._seen = seen
        run, plan = seen.run, seen.plan
        if run is None:
            self._title.setText(self.tr("No run yet.") if self._job is None else self.tr("Starting"))
        else:
            self._title.setText(joined(run.model, self._state_words(run.state), moment(run.started)))
        if fresh:
            self._table.show_rows(seen.exchanges, len(seen.exchanges) - 1)
        planned = run.planned if run else 0
        unknown = sum(e.outcome is Outcome.UNKNOWN for e in seen.exchanges)
        other = sum(e.outcome not in _FINE | _OPEN for e in seen.exchanges)
        self._counts.show_facts(
            (
                Fact(self.tr("Planned"), number(planned)),
                Fact(self.tr("Sent"), number(len(seen.exchanges))),
                Fact(self.tr("Answered"), number(run.answered if run else 0), bold=True),
                Fact(self.tr("Without a usable answer"), number(other), tone=Tone.WARN if other else Tone.TEXT),
                Fact(self.tr("Outcome unknown"), number(unknown), tone=Tone.WARN if unknown else Tone.TEXT),
                Fact(self.tr("Leads filed"), number(run.leads if run else 0), tone=Tone.MODEL),
                Fact(self.tr("Quote not found"), number(run.unanchored if run else 0)),
            )
        )
        spent = sum((Decimal(e.cost) for e in seen.exchanges if e.cost), Decimal(0))
        currency = plan.currency if plan else "JPY"
        facts = [Fact(self.tr("So far"), money(spent, currency), bold=True)]
        if plan is not None:
            facts.append(Fact(self.tr("Planned at most"), money(plan.cost, currency)))
        if seen.model is not None and seen.model.limits.cost_run is not None:
            facts.append(Fact(self.tr("Limit of a run"), money(seen.model.limits.cost_run, currency)))
        self._cost.show_facts(facts)
        ask = unknown > 0 and self._job is None and self._can_go_on()
        words = self.tr("{n} units were sent and no answer was seen. They may have been charged.", "", unknown)
        self._unknown_words.setText(words.format(n=number(unknown)))
        self._unknown_words.setVisible(ask)
        self._unknown.setVisible(ask)
        self.updated.emit()

    def _cells(self, exchange: Exchange) -> Cells:
        fine = exchange.outcome in _FINE
        tone = Tone.TEXT if fine else Tone.SECOND if exchange.outcome is Outcome.SENT else Tone.WARN
        icon = Icon.CHECK if fine else Icon.HOURGLASS if exchange.outcome is Outcome.SENT else Icon.WARN
        found = len(exchange.findings)
        tokens = f"{number(exchange.tokens_in)} + {number(exchange.tokens_out)}" if exchange.tokens_in else ""
        return (
            (Ink(clock(exchange.when), Tone.SECOND),),
            (Ink(exchange.unit),),
            (Ink(label(exchange.outcome), tone, icon=icon),),
            (Ink(tokens, Tone.SECOND),),
            (Ink(money(exchange.cost, exchange.currency) if exchange.cost else "", Tone.SECOND),),
            (Ink(number(found) if found else "", Tone.MODEL),),
        )

    def _state_words(self, state: RunState) -> str:
        return {
            RunState.RUNNING: self.tr("running"),
            RunState.PAUSED: self.tr("paused"),
            RunState.INTERRUPTED: self.tr("interrupted"),
            RunState.CANCELLED: self.tr("cancelled"),
            RunState.STOPPED: self.tr("stopped by the gate"),
            RunState.DONE: self.tr("done"),
        }[state]

    def _can_go_on(self) -> bool:
        run = self._seen.run
        return run is not None and run.plan is not None and run.state is not RunState.DONE

    # Heading and footing

    def heading(self) -> Heading:
        steps = (self.tr("Plan"), self.tr("Check"), self.tr("Send"), self.tr("Compare"))
        ended = self._job is None and self._seen.run is not None and self._seen.run.state is RunState.DONE
        plan = self._seen.plan
        if plan is None:
            return Heading(self.tr("Run"))
        return Heading(self.tr("Run"), plan.model, steps, 3 if ended else 2)

    def footing(self) -> Footing:
        run = self._seen.run
        if self._job is not None:
            left = self._job.seconds_left
            minutes = self.tr("about {n} min left").format(n=number(max(1, round(left / 60)))) if left else ""
            words = self.tr("{done} of {total}").format(done=number(self._done), total=number(self._total))
            hold = self.tr("Go on") if self._paused else self.tr("Pause")
            return Footing(
                joined(self.tr("Paused: what is in the air comes back.") if self._paused else words, minutes),
                self.tr("Leads wait behind F5; the list does not move. You can go back, the run goes on."),
                PageButton(self.tr("To the list"), self.left.emit, "Ctrl Enter"),
                (PageButton(self.tr("Stop"), self._cancel), PageButton(hold, self._pause)),
                words,
                self._done,
                self._total or 1,
            )
        leave = PageButton(self.tr("To the ledger"), lambda: self.session.page_wanted.emit("ledger", None))
        if run is not None and self._can_go_on():
            left_over = max(0, run.planned - run.answered)
            note = self.tr("{n} units of this run have no answer.", "", left_over).format(n=number(left_over))
            return Footing(
                note,
                self.tr("What was answered is not asked again."),
                PageButton(
                    self.tr("Go on with the run"), self._go_on, "Ctrl Enter", enabled=self.session.case.editable
                ),
                (leave,),
            )
        if run is None:
            return Footing(
                self.tr("Nothing has been sent from this case."),
                main=PageButton(
                    self.tr("Make a plan"), lambda: self.session.page_wanted.emit("egress", None), "Ctrl Enter"
                ),
            )
        words = self.tr("{leads} leads, {lost} with no matching quote.", "", run.leads)
        return Footing(
            words.format(leads=number(run.leads), lost=number(run.unanchored)),
            self.tr("Leads are unverified: nobody has decided on them yet."),
            PageButton(self.tr("To the leads"), self._to_leads, "Ctrl Enter")
            if run.leads
            else PageButton(self.tr("To the list"), self.left.emit, "Ctrl Enter"),
            (leave,),
        )

    def _to_leads(self) -> None:
        self.left.emit()
        self.session.queue_wanted.emit("leads")

    def closed(self) -> None:
        self._tick.stop()
        super().closed()


def _which(reader: Reader, plan: PlanId | None, run: RunId | None) -> Run | None:
    """The run asked for; of a plan its newest; else the newest that can be resumed, else the newest of all."""
    if run is not None:
        return reader.run(run)
    runs: Sequence[Run] = reader.runs()
    if plan is not None:
        return next((one for one in runs if one.plan == plan), None)
    return next(iter([*resumable(reader), *(one for one in runs if one.plan is not None)]), None)

"""The egress page: plan, look, and hand the plan over to its run."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desktop.domain.errors import SekishoError
from desktop.domain.ids import EvidenceId
from desktop.gate.errors import Refused
from desktop.gate.policy import ModelEntry
from desktop.gate.reasons import Objection, sentences
from desktop.gate.second_person import Request
from desktop.ui.jobs import Ticks
from desktop.ui.language import joined, language, moment, number
from desktop.ui.pages.case_page import CasePage
from desktop.ui.pages.egress.check import Check
from desktop.ui.pages.egress.choosing import PlanChoice
from desktop.ui.pages.egress.footing import Footings, Ways
from desktop.ui.pages.egress.known import Known, Planned, read_known, read_planned
from desktop.ui.pages.egress.second import SecondPerson
from desktop.ui.pages.page import Footing, Heading
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner, Mood
from desktop.uses.sending import against, approve, make_plan, wants_second
from desktop.words import say_error


class Stage(Enum):
    """Where the page is."""

    PLAN = auto()
    PLANNING = auto()
    CHECK = auto()
    SENDING = auto()


class EgressPage(CasePage):
    """Nothing leaves from here: the approved plan goes to the run page, and the gate looks at it once more."""

    MOMENT: ClassVar[float] = 0.6
    """Seconds that a line must be on the screen to count as seen."""

    def __init__(self, session: Session, evidence: Sequence[EvidenceId] = ()) -> None:
        super().__init__(session)
        self.stage = Stage.PLAN
        self._known: Known | None = None
        self._job_done, self._job_total = 0, 0
        self._banner = Banner(Mood.REFUSED)
        self._choice = PlanChoice(evidence)
        self._choice.changed.connect(self.updated)
        self.check = Check(self.MOMENT)
        self.check.changed.connect(self.updated)
        self.check.plan_again.connect(self._plan)
        self.check.begin(str(session.station.lang))
        self.second = SecondPerson(self)
        ways = Ways(
            plan=self._plan,
            leave=self.left.emit,
            authorise=lambda: session.page_wanted.emit("authorise", None),
            go_on=self.check.go_on,
            send=self._send,
            ask_second=self._ask_second,
            take_answer=lambda: self.second.take(self.on_answered),
        )
        self._footings = Footings(ways, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._choice)
        self._stack.addWidget(self.check)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self._choice)
        station = session.station
        self.ask("known", lambda reader: read_known(reader, station), self._know)

    # Planning

    def _know(self, known: Known) -> None:
        self._known = known
        policy = known.holds.policy
        self._choice.show_models(policy.models if policy else ())
        self._choice.show_evidence(known.evidence)
        self._banner.say(*sentences(known.against, language()))
        self.updated.emit()

    def _plan(self) -> None:
        model, chosen = self._choice.model, frozenset(self._choice.chosen)
        if model is None or not chosen:
            return
        self._go_to(Stage.PLANNING)
        self._banner.say()
        self._job_done = self._job_total = 0
        session, wishes = self.session, self.check.changes.wishes

        def work(ticks: Ticks) -> Planned | None:
            plan = make_plan(
                session.case,
                session.station,
                model.id,
                evidence=chosen,
                wishes=wishes,
                progress=ticks.progress,
                cancelled=ticks.cancelled,
            )
            return read_planned(session.case, session.station, plan) if plan is not None else None

        job = self.start(self.tr("Planning"), work, self._on_planned)
        job.progressed.connect(self._on_progress)

    def _on_progress(self, done: int, total: int) -> None:
        self._job_done, self._job_total = done, total
        self.updated.emit()

    def _on_planned(self, planned: Planned | None) -> None:
        if planned is None:
            self._plan_as_before()
        else:
            self._show(planned)

    def _show(self, planned: Planned, *, frozen: bool = False) -> None:
        self._stack.setCurrentWidget(self.check)
        self.check.show_plan(planned.shown, frozen=frozen)
        model, known = self._model(), self._known
        if model is not None and known is not None:
            self.check.terms.show_terms(
                planned.shown, model, known.holds, known.info.authorisation, planned.spent, self.session.station.actor
            )
        self.setFocusProxy(self.check)
        self._go_to(Stage.CHECK)

    def _plan_as_before(self) -> None:
        """A plan that was not made changes nothing: the step that asked for it is forgotten."""
        self.check.changes.forget_unplanned()
        self._go_to(Stage.CHECK if self.check.looking is not None else Stage.PLAN)

    def _go_to(self, stage: Stage) -> None:
        self.stage = stage
        self.check.busy = stage is not Stage.CHECK
        self.updated.emit()

    def _model(self) -> ModelEntry | None:
        policy = self._known.holds.policy if self._known else None
        entry = self.check.looking.shown.plan.entry if self.check.looking else ""
        return policy.model(entry) if policy is not None else None

    # Approving

    def _send(self) -> None:
        looking = self.check.looking
        if looking is None or looking.left:
            return
        self._go_to(Stage.SENDING)
        session, plan, frozen = self.session, looking.shown.plan, self.check.frozen
        records = looking.records(session.station.actor)

        def work() -> tuple[Objection, ...]:
            if not frozen:
                approve(session.case, session.station, plan, records)
            return against(session.case, session.station, plan)

        self.write(work, self._on_approved)

    def _on_approved(self, found: tuple[Objection, ...]) -> None:
        looking = self.check.looking
        if looking is None:
            return
        if found:
            self._banner.say(*sentences(found, language()), mood=Mood.REFUSED)
        else:
            self.session.page_wanted.emit("run", ("plan", looking.shown.plan.id))
        self._go_to(Stage.CHECK)

    def _needs_second(self) -> bool:
        model, looking = self._model(), self.check.looking
        if model is None or looking is None:
            return False
        plan = looking.shown.plan
        return wants_second(plan, model) and not (plan.second is not None and plan.second.approves)

    def _ask_second(self) -> None:
        looking = self.check.looking
        if looking is not None:
            self.second.ask(looking.shown.plan, looking.records(self.session.station.actor), self.on_asked)

    def on_asked(self, out: Path, request: Request) -> None:
        """The request was written to ``out``."""
        words = self.tr(
            "{name} is written. Hand it to the second person; the sender cannot approve. It is good until {until}."
        )
        self._banner.say(words.format(name=out.name, until=moment(request.until)), mood=Mood.DONE)

    def on_answered(self, planned: Planned) -> None:
        """The second person has approved a plan, which is shown as it was approved and may not be changed any more."""
        second = planned.shown.plan.second
        self._show(planned, frozen=True)
        words = self.tr("{name} has approved this plan, and the signature is right. It can be sent once.")
        self._banner.say(words.format(name=second.name if second else ""), mood=Mood.DONE)

    def failed(self, error: SekishoError) -> None:
        said = sentences(error.objections, language()) if isinstance(error, Refused) else [say_error(error, language())]
        self._banner.say(*said, mood=Mood.REFUSED)
        if self.stage is Stage.PLANNING:
            self._plan_as_before()
        else:
            self._go_to(Stage.CHECK if self.check.looking is not None else Stage.PLAN)

    # Heading and footing

    def escape(self) -> bool:
        """From the own words to the check, from the check back to the plan."""
        if self.stage is Stage.CHECK and self.check.rewriting:
            self.check.hits.rewriting.end()
            return True
        if self.stage is Stage.CHECK:
            self.check.begin(str(self.session.station.lang))
            self._stack.setCurrentWidget(self._choice)
            self.setFocusProxy(self._choice)
            self._choice.setFocus(Qt.FocusReason.OtherFocusReason)
            self._go_to(Stage.PLAN)
            return True
        return self.stage in (Stage.PLANNING, Stage.SENDING)

    def heading(self) -> Heading:
        check = self.stage in (Stage.CHECK, Stage.SENDING)
        steps = (self.tr("Plan"), self.tr("Check"), self.tr("Send"), self.tr("Compare"))
        title = self.tr("Preview before sending") if check else self.tr("Analyse with AI")
        units = len(self.check.looking.shown.plan.units) if self.check.looking else 0
        quiet = self.tr("nothing leaves before you approve")
        words = self.tr("{n} units", "", units).format(n=number(units)) if units else quiet
        return Heading(title, joined(self._known.info.title if self._known else "", words), steps, int(check))

    def footing(self) -> Footing:
        looking, table = self.check.looking, self.check.hits.table
        if self.stage is Stage.PLANNING:
            return self._footings.planning(self._job_done, self._job_total)
        if looking is None:
            return self._footings.choosing(
                self._choice.model,
                len(self._choice.chosen),
                editable=self.session.case.editable,
                authorised=self._known is None or self._known.info.authorisation is not None,
                wants_second=self._known is not None and self._known.wants_second,
            )
        if self.check.rewriting:
            return self._footings.rewriting(looking)
        if looking.left:
            return self._footings.looking_on(looking, self.check.group, at_end=table.at == table.count - 1)
        if self._needs_second():
            return self._footings.second_missing(looking)
        return self._footings.sending(looking, self._model(), ready=self.stage is Stage.CHECK)

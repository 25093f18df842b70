"""The egress page: plan, look, and hand the plan over to its run."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from time import monotonic
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.analysis.plan import Wishes
from desktop.casefile import CaseInfo
from desktop.detect import NearMiss
from desktop.domain.errors import SekishoError
from desktop.domain.evidence import Evidence
from desktop.domain.ids import EvidenceId
from desktop.domain.levels import DataClass
from desktop.domain.runs import PlanSummary
from desktop.gate.effective import Effective
from desktop.gate.errors import Refused
from desktop.gate.objections import Spent, policy_objections
from desktop.gate.policy import ModelEntry
from desktop.gate.reasons import NoAuthorisation, Objection, sentences
from desktop.ui.choosing import choose_new_file
from desktop.ui.jobs import Ticks
from desktop.ui.language import joined, language, number
from desktop.ui.pages.case_page import CasePage
from desktop.ui.pages.egress.check import Groups, Hits, Terms
from desktop.ui.pages.egress.choosing import PlanChoice
from desktop.ui.pages.egress.looking import Hit, Looking
from desktop.ui.pages.egress.words import group_words, money
from desktop.ui.pages.page import Footing, Heading, PageButton
from desktop.ui.pages.policy_words import model_name
from desktop.ui.session import Session
from desktop.ui.theme.type import px
from desktop.ui.widgets.banner import Banner, Mood
from desktop.uses.policies import effective_policy
from desktop.uses.second_person import ask_second
from desktop.uses.sending import PlanPreview, against, approve, egress_log, make_plan, preview_of
from desktop.uses.workstation import utc_now
from desktop.words import say_error

LEFT = 288


class Stage(Enum):
    """Where the page is."""

    PLAN = auto()
    PLANNING = auto()
    CHECK = auto()
    SENDING = auto()


@dataclass(frozen=True, slots=True)
class _Known:
    info: CaseInfo
    evidence: list[Evidence]
    holds: Effective


@dataclass(frozen=True, slots=True)
class _Planned:
    shown: PlanPreview
    spent: Spent


class EgressPage(CasePage):
    """Nothing leaves from here: the approved plan goes to the run page, and the gate looks at it once more."""

    MOMENT: ClassVar[float] = 0.6
    """Seconds that a line must be on the screen to count as seen."""

    def __init__(self, session: Session, evidence: Sequence[EvidenceId] = ()) -> None:
        super().__init__(session)
        self._stage = Stage.PLAN
        self._known: _Known | None = None
        self._looking: Looking | None = None
        self._spent = Spent()
        self._wishes = Wishes(answer_in=str(session.station.lang))
        self._group = ""
        self._hit: Hit | None = None
        self._on_screen: tuple[Sequence[int], float] = ((), monotonic())
        self._job_done, self._job_total = 0, 0
        self._banner = Banner(Mood.REFUSED)
        self._choice = PlanChoice(evidence)
        self._choice.changed.connect(self.updated)
        self._groups, self._hits, self._terms = Groups(), Hits(), Terms()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._moment = QTimer(self)
        self._moment.setInterval(200)
        self._moment.timeout.connect(self._look)
        station = session.station
        self.ask(
            "known",
            lambda reader: _Known(
                reader.info(),
                [e for e in reader.evidence() if e.kind == "source"],
                effective_policy(station, utc_now()),
            ),
            self._know,
        )

    def _lay_out(self) -> None:
        check = QWidget()
        row = QHBoxLayout(check)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._groups)
        row.addWidget(self._hits, 1)
        row.addWidget(self._terms)
        self._check = check
        self._stack.addWidget(self._choice)
        self._stack.addWidget(check)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self._choice)

    def _connect(self) -> None:
        self._groups.picked.connect(self._on_group)
        self._hits.moved.connect(self._on_hit)
        self._hits.mask_key.clicked.connect(self._mask_value)
        self._hits.leave_key.clicked.connect(self._leave_out)
        self._hits.fine_key.clicked.connect(self._next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._groups.setFixedWidth(min(px(LEFT), self.width() * 24 // 100))

    # Planning

    def _know(self, known: _Known) -> None:
        self._known = known
        policy = known.holds.policy
        self._choice.show_models(policy.models if policy else ())
        self._choice.show_evidence(known.evidence)
        found: list[Objection] = list(policy_objections(known.holds, utc_now()))
        if known.info.authorisation is None:
            found.append(NoAuthorisation())
        self._banner.say(*sentences(found, language()))
        self.updated.emit()

    def _plan(self) -> None:
        model, chosen = self._choice.model, frozenset(self._choice.chosen)
        if model is None or not chosen:
            return
        self._stage = Stage.PLANNING
        self._banner.say()
        self._job_done = self._job_total = 0
        session, wishes = self.session, self._wishes

        def work(ticks: Ticks) -> _Planned | None:
            plan = make_plan(
                session.case,
                session.station,
                model.id,
                evidence=chosen,
                wishes=wishes,
                progress=ticks.progress,
                cancelled=ticks.cancelled,
            )
            return _read_plan(session, plan) if plan is not None else None

        job = self.start(self.tr("Planning"), work, self._on_planned)
        job.progressed.connect(self._on_progress)
        self.updated.emit()

    def _on_progress(self, done: int, total: int) -> None:
        self._job_done, self._job_total = done, total
        self.updated.emit()

    def _on_planned(self, planned: _Planned | None) -> None:
        if planned is None:
            self._stage = Stage.PLAN
            self.updated.emit()
            return
        older, self._looking = self._looking, Looking(planned.shown)
        if older is not None:
            self._looking.take_over(older)
        self._spent = planned.spent
        self._stage = Stage.CHECK
        self._stack.setCurrentWidget(self._check)
        self._groups.show_groups(self._looking)
        model, known = self._model(), self._known
        if model is not None and known is not None:
            self._terms.show_terms(
                planned.shown, model, known.holds, known.info.authorisation, planned.spent, self.session.station.actor
            )
        at = self._hits.table.at
        name = self._group if self._looking.group(self._group) else self._next_group()
        self._groups.list.go_to(name)
        self._show_group(name, max(at, 0))
        self._moment.start()
        self.setFocusProxy(self._hits.table)
        self._hits.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updated.emit()

    def _model(self) -> ModelEntry | None:
        policy = self._known.holds.policy if self._known else None
        entry = self._looking.shown.plan.entry if self._looking else ""
        return policy.model(entry) if policy is not None else None

    # Looking

    def _next_group(self) -> str:
        looking = self._looking
        if looking is None:
            return ""
        left = looking.left
        return left[0].name if left else (looking.groups[0].name if looking.groups else "")

    def _on_group(self, name: object) -> None:
        if isinstance(name, str) and name != self._group:
            self._show_group(name)

    def _show_group(self, name: str, at: int = 0) -> None:
        group = self._looking.group(name) if self._looking else None
        if self._looking is None or group is None:
            return
        self._group = name
        self._on_screen = ((), monotonic())
        self._hits.show_group(self._looking.shown, group, at)
        self._hits.say_count(self._looking.unseen(name))
        self.updated.emit()

    def _on_hit(self, hit: Hit | None) -> None:
        self._hit = hit

    def _look(self) -> None:
        """Lines count as seen that stay on the screen of the active window for a moment."""
        looking = self._looking
        if looking is None or not self._group or not self.isVisible() or not self.isActiveWindow():
            self._on_screen = ((), monotonic())
            return
        lines, now = self._hits.lines_seen(), monotonic()
        before, since = self._on_screen
        if tuple(before) != tuple(lines):
            self._on_screen = (lines, now)
        elif now - since >= self.MOMENT:
            looking.saw(self._group, lines, now - since)
            self._on_screen = (lines, now)
            self._hits.say_count(looking.unseen(self._group))
            self.updated.emit()

    def _next(self) -> None:
        """Fine as it is: the next line, and at the end the group is done and the next one begins."""
        looking, table = self._looking, self._hits.table
        if looking is None:
            return
        if table.at < table.count - 1:
            table.go_to(table.at + 1)
            return
        if looking.reach_end(self._group):
            self._groups.show_groups(looking)
            if looking.left:
                name = self._next_group()
                self._groups.list.go_to(name)
                self._show_group(name)
        self.updated.emit()

    def _mask_value(self) -> None:
        hit = self._hit
        if hit is None or hit.span is None or hit.planned.blocked_by:
            return
        kind = hit.span.kind
        if isinstance(hit.span, NearMiss) or (kind, hit.text) not in self._wishes.mask_too:
            masked = (*self._wishes.mask_too, (kind, hit.text))
            self._wishes = Wishes(self._wishes.answer_in, masked, self._wishes.leave_out)
            self._plan()

    def _leave_out(self) -> None:
        hit = self._hit
        if hit is None or hit.planned.blocked_by:
            return
        left_out = self._wishes.leave_out | {(hit.planned.evidence, hit.planned.first_line)}
        self._wishes = Wishes(self._wishes.answer_in, self._wishes.mask_too, left_out)
        self._plan()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._stage is Stage.CHECK and not event.isAutoRepeat() and not event.modifiers():
            run = {Qt.Key.Key_Space: self._next, Qt.Key.Key_M: self._mask_value, Qt.Key.Key_X: self._leave_out}.get(
                Qt.Key(event.key())
            )
            if run is not None:
                run()
                return
        super().keyPressEvent(event)

    # Approving

    def _approve(self) -> None:
        looking = self._looking
        if looking is None or looking.left:
            return
        self._stage = Stage.SENDING
        self.updated.emit()
        session, plan = self.session, looking.shown.plan
        records = looking.records(session.station.actor)

        def work() -> tuple[Objection, ...]:
            approve(session.case, plan, records)
            return against(session.case, session.station, plan)

        self.write(work, self._on_approved)

    def _on_approved(self, found: tuple[Objection, ...]) -> None:
        self._stage = Stage.CHECK
        looking = self._looking
        if looking is None:
            return
        if found:
            self._banner.say(*sentences(found, language()), mood=Mood.REFUSED)
            self.updated.emit()
        else:
            self.session.page_wanted.emit("run", ("plan", looking.shown.plan.id))

    def _needs_second(self) -> bool:
        model, looking = self._model(), self._looking
        if model is None or looking is None:
            return False
        data_class = DataClass[looking.shown.plan.facts["data_class"].upper()]
        return data_class.name.lower() in model.second_person_for and not looking.shown.plan.second

    def _ask_second(self) -> None:
        looking = self._looking
        if looking is None:
            return
        start = Path.home() / f"sekisho-request-{looking.shown.plan.digest[:12]}.json"
        choose_new_file(self, self.tr("Request for a second person"), start, self._write_request)

    def _write_request(self, out: Path) -> None:
        looking = self._looking
        if looking is None:
            return
        session, plan = self.session, looking.shown.plan
        records = looking.records(session.station.actor)
        self.write(
            lambda: ask_second(session.case, session.station, plan, records, out), lambda _: self._on_request(out)
        )

    def _on_request(self, out: Path) -> None:
        words = self.tr("{name} is written. Hand it to the second person; the sender cannot approve.")
        self._banner.say(words.format(name=out.name), mood=Mood.DONE)

    def failed(self, error: SekishoError) -> None:
        if isinstance(error, Refused):
            self._banner.say(*sentences(error.objections, language()), mood=Mood.REFUSED)
        else:
            self._banner.say(say_error(error, language()), mood=Mood.REFUSED)
        self._stage = Stage.CHECK if self._looking is not None else Stage.PLAN
        self.updated.emit()

    # Heading and footing

    def escape(self) -> bool:
        """From the check back to the plan."""
        if self._stage is Stage.CHECK:
            self._stage, self._looking, self._group = Stage.PLAN, None, ""
            self._wishes = Wishes(answer_in=self._wishes.answer_in)
            self._moment.stop()
            self._stack.setCurrentWidget(self._choice)
            self._choice.setFocus(Qt.FocusReason.OtherFocusReason)
            self.updated.emit()
            return True
        return self._stage in (Stage.PLANNING, Stage.SENDING)

    def heading(self) -> Heading:
        check = self._stage in (Stage.CHECK, Stage.SENDING)
        steps = (self.tr("Plan"), self.tr("Check"), self.tr("Send"), self.tr("Compare"))
        title = self.tr("Preview before sending") if check else self.tr("Analyse with AI")
        units = len(self._looking.shown.plan.units) if self._looking else 0
        words = self.tr("{n} units", "", units).format(n=number(units)) if units else self.tr("nothing has left yet")
        return Heading(title, joined(self._known.info.title if self._known else "", words), steps, int(check))

    def footing(self) -> Footing:
        if self._stage is Stage.PLANNING:
            return Footing(
                self.tr("Cutting, masking and pricing. Nothing is sent."),
                progress=self.tr("Planning"),
                done=self._job_done,
                total=self._job_total or 1,
            )
        if self._looking is None:
            return self._plan_footing()
        return self._check_footing(self._looking)

    def _plan_footing(self) -> Footing:
        count, model = len(self._choice.chosen), self._choice.model
        leave = PageButton(self.tr("Leave"), self.left.emit, "Esc")
        others = [leave]
        if self._known is not None and self._known.info.authorisation is None:
            others.append(
                PageButton(self.tr("Record an authorisation"), lambda: self.session.page_wanted.emit("authorise", None))
            )
        if model is None:
            note = self.tr("No approved model. A signed policy names the models that may be used.")
        elif not count:
            note = self.tr("Choose evidence: Space takes a row in or leaves it out.")
        else:
            note = self.tr("{n} files go into a plan for {model}.", "", count).format(
                n=number(count), model=model_name(model)
            )
        ready = model is not None and count > 0 and self.session.case.editable
        return Footing(
            note,
            self.tr("A plan sends nothing. It is looked at first."),
            PageButton(self.tr("Make the plan"), self._plan, "Ctrl Enter", enabled=ready),
            tuple(others),
        )

    def _check_footing(self, looking: Looking) -> Footing:
        plan: PlanSummary = looking.shown.plan
        count = sum(unit.body_digest is not None for unit in plan.units)
        send = self.tr("Send {n} units", "", count).format(n=number(count))
        total, done = len(looking.groups), looking.done
        progress = self.tr("{done} of {total} looked at").format(done=number(done), total=number(total))
        if looking.left:
            left = joined(*(group_words(group) for group in looking.left[:4]))
            unseen = looking.unseen(self._group) if self._group else 0
            detail = self.tr("A group is done when its end is reached and each line was on the screen for a moment.")
            if unseen and self._hits.table.at == self._hits.table.count - 1:
                detail = self.tr("{n} lines of this group were not on the screen yet.", "", unseen)
                detail = detail.format(n=number(unseen))
            return Footing(
                self.tr("Left: {groups}").format(groups=left),
                detail,
                PageButton(self.tr("Next check"), self._next, "Space"),
                (PageButton(send, self._approve, enabled=False),),
                progress,
                done,
                total,
            )
        if self._needs_second():
            return Footing(
                self.tr("A second person must approve."),
                self.tr("A request file names case, plan and cost. The sender cannot approve."),
                PageButton(self.tr("Ask for the second person"), self._ask_second, "Ctrl Enter"),
                (PageButton(send, self._approve, enabled=False),),
                progress,
                done,
                total,
            )
        model = self._model()
        words = self.tr("{n} units go to {model} for at most {cost}. This cannot be taken back.", "", count)
        note = words.format(
            n=number(count), model=model_name(model) if model else plan.model, cost=money(plan.cost, plan.currency)
        )
        ready = self._stage is Stage.CHECK and count > 0
        return Footing(
            note,
            self.tr("The gate looks at every byte once more."),
            PageButton(send, self._approve, "Ctrl Enter", enabled=ready),
            (),
            progress,
            done,
            total,
        )


def _read_plan(session: Session, plan: PlanSummary) -> _Planned:
    with session.case.reader() as reader:
        shown = preview_of(reader, session.station, plan)
    return _Planned(shown, egress_log(session.station).spent(plan.entry, utc_now()))

"""The policy in sentences: what may go where, until when, signed by whom; and a trial of evidence against a model."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import SekishoError
from desktop.domain.evidence import Evidence
from desktop.domain.levels import DataClass
from desktop.gate.effective import Effective, State
from desktop.gate.objections import policy_objections
from desktop.gate.policy import ModelEntry
from desktop.gate.reasons import Objection, sentences
from desktop.ui.choosing import choose_files
from desktop.ui.labels import label
from desktop.ui.language import joined, language, long_date, number
from desktop.ui.pages.case_page import CasePage
from desktop.ui.pages.form import Beside
from desktop.ui.pages.page import Footing, Heading, Page, PageButton
from desktop.ui.pages.policy_words import model_name, model_sentences, policy_sentences
from desktop.ui.session import Session
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.banner import Banner, Mood
from desktop.ui.widgets.facts import Fact, Facts
from desktop.ui.widgets.ink import Ink
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.scroll import Scroll
from desktop.ui.widgets.sidelist import Entry, SideList
from desktop.ui.widgets.table import Cells, Column, Table
from desktop.uses.policies import effective_policy, use_policy
from desktop.uses.trying import try_out
from desktop.uses.workstation import utc_now
from desktop.words import say_error

_WHOLE: Final = "policy"
"""Key of the entry that stands for the policy itself."""
SIDE: Final = 264


def make(session: Session, argument: object) -> Page:
    """The page; it takes no argument."""
    del argument
    return PolicyPage(session)


class PolicyPage(CasePage):
    """Reads the policy anew each time it is opened."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._holds: Effective | None = None
        self._tried: tuple[Objection, ...] | None = None
        self._side = SideList(self.tr("Policy and models"))
        self._side.chosen.connect(self._on_chosen)
        self._banner = Banner(Mood.REFUSED)
        self._title = Label(size=Size.TITLE, bold=True, wrap=True)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(px(10))
        self._signed = Facts(self.tr("Signed"))
        self._evidence: Table[Evidence] = Table(
            self.tr("Evidence to try"),
            (Column(self.tr("Evidence")), Column(self.tr("Data class"), 92)),
            self._cells,
        )
        self._evidence.chosen.connect(lambda _: self._try())
        self._result = QVBoxLayout()
        self._result.setSpacing(px(8))
        self._trial = self._trial_part()
        self._beside = Beside()
        self._beside.add(self._signed)
        self._lay_out()
        self.setFocusProxy(self._side)
        session.reading.ask(
            (id(self), "policy"), lambda _: effective_policy(session.station, utc_now()), self._know, self.failed
        )
        self.ask("evidence", lambda reader: [e for e in reader.evidence() if e.kind == "source"], self._know_evidence)

    # Layout

    def _lay_out(self) -> None:
        left = Panel(Side.RIGHT, ground="window")
        left.setFixedWidth(px(SIDE))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, px(8), 1, px(8))
        column.addWidget(self._side)
        self._left = left
        text = QWidget()
        words = QVBoxLayout(text)
        words.setContentsMargins(px(20), px(18), px(20), px(18))
        words.setSpacing(px(14))
        words.addWidget(self._title)
        words.addLayout(self._sentences)
        words.addStretch(1)
        middle = Panel()
        stack = QVBoxLayout(middle)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._banner)
        stack.addWidget(Scroll(text), 3)
        stack.addWidget(self._trial, 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(middle, 1)
        row.addWidget(self._beside)

    def _trial_part(self) -> QWidget:
        part = Panel(Side.TOP)
        stack = QVBoxLayout(part)
        stack.setContentsMargins(0, px(1), 0, 0)
        stack.setSpacing(0)
        head = Label(self.tr("Try it: could this evidence go to this model?"), bold=True)
        head.setContentsMargins(px(20), px(10), px(20), px(10))
        stack.addWidget(head)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self._evidence, 1)
        answer = QWidget()
        column = QVBoxLayout(answer)
        column.setContentsMargins(px(16), px(8), px(20), px(12))
        column.addLayout(self._result)
        column.addStretch(1)
        both.addWidget(Scroll(answer), 1)
        stack.addLayout(both, 1)
        return part

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(min(px(SIDE), self.width() * 27 // 100))

    # What holds

    def _know(self, holds: Effective) -> None:
        self._holds = holds
        against = tuple(policy_objections(holds, utc_now()))
        self._banner.say(*(sentences(against, language()) if holds.policy is not None else ()))
        policy = holds.policy
        self._side.show_entries(self._entries(holds))
        self._side.go_to(policy.models[0].id if policy and policy.models else _WHOLE)
        states = {
            State.MANAGED: self.tr("managed"),
            State.UNMANAGED: self.tr("unmanaged"),
            State.OFFLINE: self.tr("offline"),
        }
        quiet = holds.state is State.MANAGED
        facts = [
            Fact(self.tr("This machine"), states[holds.state], tone=Tone.TEXT if quiet else Tone.WARN, bold=not quiet)
        ]
        if policy is not None:
            facts += [
                Fact(self.tr("Issuer"), policy.issuer),
                Fact(self.tr("Serial"), number(policy.serial)),
                Fact(self.tr("Signed by"), joined(*holds.signers), tone=Tone.TEXT if holds.signers else Tone.BLOCKED),
                Fact(self.tr("Valid until"), long_date(policy.valid_until.astimezone().date())),
            ]
        if holds.digest is not None:
            facts.append(Fact("SHA-256", f"{holds.digest[:8]}…{holds.digest[-4:]}", tip=holds.digest))
        if holds.source is not None:
            facts.append(Fact(self.tr("File"), holds.source.name, tip=str(holds.source)))
        self._signed.show_facts(facts)
        self.updated.emit()

    def _entries(self, holds: Effective) -> list[Entry]:
        policy = holds.policy
        serial = self.tr("no. {serial}").format(serial=policy.serial) if policy else self.tr("none")
        entries = [Entry(_WHOLE, self.tr("Policy"), serial, icon=Icon.POLICY)]
        if policy is not None:
            count = number(len(policy.models))
            entries.append(Entry("models", self.tr("Approved models"), count, caption=True, ruled=True))
            today = utc_now().date()
            for model in policy.models:
                ended = model.valid_until < today
                entries.append(
                    Entry(
                        model.id,
                        model_name(model),
                        self.tr("ended") if ended else "",
                        joined(model.provider, model.region),
                        icon=Icon.MODEL,
                        right_tone=Tone.BLOCKED,
                    )
                )
        return entries

    def _on_chosen(self, _key: object) -> None:
        holds, model = self._holds, self._model()
        if holds is None:
            return
        if model is not None:
            self._title.setText(model_name(model))
            self._show_sentences(self._sentences, model_sentences(model))
        else:
            self._title.setText(holds.policy.issuer if holds.policy else self.tr("No policy holds"))
            self._show_sentences(self._sentences, policy_sentences(holds))
        self._trial.setVisible(model is not None)
        self._try()

    def _model(self) -> ModelEntry | None:
        key = self._side.at_hand
        policy = self._holds.policy if self._holds else None
        return policy.model(key) if policy is not None and isinstance(key, str) else None

    def _show_sentences(self, layout: QVBoxLayout, said: Sequence[str], tone: Tone = Tone.TEXT) -> None:
        while (item := layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in said:
            layout.addWidget(Label(sentence, wrap=True, tone=tone))

    # The trial

    def _know_evidence(self, evidence: list[Evidence]) -> None:
        self._evidence.show_rows(evidence, 0)
        if not evidence:
            self._show_sentences(self._result, (self.tr("The case has no source to try yet."),), Tone.SECOND)

    def _cells(self, evidence: Evidence) -> Cells:
        high = evidence.data_class is DataClass.RESTRICTED
        return (
            (Ink(evidence.path),),
            (Ink(label(evidence.data_class), Tone.WARN if high else Tone.SECOND),),
        )

    def _try(self) -> None:
        model, evidence, station = self._model(), self._evidence.row(), self.session.station
        self._tried = None
        if model is None or evidence is None:
            self.updated.emit()
            return
        self.ask("trial", lambda reader: try_out(reader, station, model.id, evidence, utc_now()), self._know_trial)

    def _know_trial(self, against: tuple[Objection, ...]) -> None:
        self._tried = against
        model = self._model()
        if against:
            count = len(against)
            head = self.tr("Cannot go: {n} reasons.", "", count).format(n=count)
            self._show_sentences(self._result, (head, *sentences(against, language())), Tone.BLOCKED)
        elif model is not None:
            words = self.tr("Can go to {model} once the plan is looked at and approved.")
            self._show_sentences(self._result, (words.format(model=model_name(model)),))
        self.updated.emit()

    def _plan(self) -> None:
        if (evidence := self._evidence.row()) is not None:
            self.session.page_wanted.emit("egress", (evidence.id,))

    def _choose_policy(self) -> None:
        pattern = self.tr("Policies (*.json)")
        choose_files(self, self.tr("Bring in a policy"), lambda paths: self._bring_in(paths[0]), pattern)

    def _bring_in(self, path: Path) -> None:
        """Take a signed policy as the analyst's own; its signature lies beside it."""
        station = self.session.station

        def work() -> Effective:
            use_policy(station, path)
            return effective_policy(station, utc_now())

        self.write(work, self._know)

    def _connection(self) -> None:
        if (model := self._model()) is not None:
            self.page_wanted.emit("connection", model.id)

    def failed(self, error: SekishoError) -> None:
        self._banner.say(say_error(error, language()))

    # The page

    def heading(self) -> Heading:
        policy = self._holds.policy if self._holds else None
        return Heading(self.tr("Policy"), policy.issuer if policy else "")

    def footing(self) -> Footing:
        if self._model() is None:
            note = self.tr("Choose a model to see what may go to it.")
        elif self._tried is None:
            note = self.tr("Choose evidence to try it.")
        elif self._tried:
            count = len(self._tried)
            note = self.tr("{n} reasons stand against sending this evidence.", "", count).format(n=count)
        else:
            note = self.tr("Nothing stands against planning to send this evidence.")
        bring = PageButton(self.tr("Bring in a policy"), self._choose_policy)
        if self._holds is not None and self._holds.policy is None:
            return Footing(
                self.tr("Bring in a policy and the signature that lies beside it."),
                self.tr("Its key must be known to this machine. Make and sign one with “sekisho policy”."),
                replace(bring, keys="Ctrl Enter"),
            )
        managed = self._holds is None or self._holds.state is State.MANAGED
        connection = PageButton(self.tr("Key and connection"), self._connection, enabled=self._model() is not None)
        ready = self._tried == () and self.session.case.editable
        return Footing(
            note,
            self.tr("Trying sends nothing. Each sending is planned, looked at and approved."),
            PageButton(self.tr("Plan to send"), self._plan, "Ctrl Enter", enabled=ready),
            (connection,) if managed else (connection, bring),
        )

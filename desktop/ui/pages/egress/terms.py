"""The right column of the check: where to, what, at which cost, by whose leave."""

from PySide6.QtWidgets import QWidget

from desktop.domain.levels import DataClass
from desktop.domain.runs import Authorisation, PlanSummary
from desktop.gate.effective import Effective
from desktop.gate.objections import Spent
from desktop.gate.policy import ModelEntry
from desktop.ui.labels import label
from desktop.ui.language import joined, long_date, number
from desktop.ui.pages.egress.words import money
from desktop.ui.pages.form import Beside
from desktop.ui.pages.policy_words import model_name
from desktop.ui.widgets.facts import Fact, Facts
from desktop.ui.widgets.label import Tone
from desktop.ui.widgets.rule import Rule
from desktop.ui.widgets.sizes import size_words
from desktop.uses.sending import PlanPreview, wants_second


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
                Fact(self.tr("Plan"), f"{plan.digest[:8]}…{plan.digest[-4:]}", tip=plan.digest),
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
        self._leave.show_facts(
            (
                Fact(
                    self.tr("Authorisation"),
                    self.tr("until {day}").format(day=long_date(given.until)) if given else self.tr("none"),
                    tone=Tone.TEXT if given else Tone.BLOCKED,
                ),
                Fact(self.tr("Policy"), self.tr("no. {serial}").format(serial=policy.serial if policy else "—")),
                self._second(plan, needed=wants_second(plan, model)),
                Fact(self.tr("Sender"), by),
            )
        )

    def _second(self, plan: PlanSummary, *, needed: bool) -> Fact:
        name, second = self.tr("Second person"), plan.second
        if second is not None and second.approves:
            return Fact(name, second.name, tip=second.fingerprint)
        if second is not None:
            return Fact(name, self.tr("{name} said no").format(name=second.name), tone=Tone.BLOCKED, tip=second.reason)
        return Fact(name, self.tr("needed") if needed else self.tr("not needed"), Tone.WARN if needed else Tone.TEXT)

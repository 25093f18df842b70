"""What the egress page reads: what may be planned, and a plan with what there is to look at in it."""

from dataclasses import dataclass

from desktop.casefile import Case, CaseInfo, Reader
from desktop.domain.evidence import Evidence
from desktop.domain.runs import PlanSummary
from desktop.gate.effective import Effective
from desktop.gate.objections import Spent, policy_objections
from desktop.gate.reasons import NoAuthorisation, Objection
from desktop.uses.clearing import egress_log
from desktop.uses.policies import effective_policy
from desktop.uses.sending import PlanPreview, preview_of
from desktop.uses.workstation import Workstation, utc_now


@dataclass(frozen=True, slots=True)
class Known:
    """The case, its sources, and the policy that holds."""

    info: CaseInfo
    evidence: list[Evidence]
    holds: Effective

    @property
    def against(self) -> tuple[Objection, ...]:
        """What already stands against any sending from this case."""
        found = tuple(policy_objections(self.holds, utc_now()))
        return found if self.info.authorisation is not None else (*found, NoAuthorisation())

    @property
    def wants_second(self) -> bool:
        """Whether any approved model wants a second person for some class."""
        policy = self.holds.policy
        return policy is not None and any(model.second_person_for for model in policy.models)


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, and what its model has cost so far."""

    shown: PlanPreview
    spent: Spent


def read_known(reader: Reader, station: Workstation) -> Known:
    """What may be planned now."""
    evidence = [one for one in reader.evidence() if one.kind == "source"]
    return Known(reader.info(), evidence, effective_policy(station, utc_now()))


def read_planned(case: Case, station: Workstation, plan: PlanSummary) -> Planned:
    """``plan`` to look at."""
    with case.reader() as reader:
        shown = preview_of(reader, station, plan)
    return Planned(shown, egress_log(station).spent(plan.entry, utc_now()))

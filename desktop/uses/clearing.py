"""What the gate is told of a plan before anything leaves: what would leave, who sends, and what the case says.

An approval counts where the journal has its entry, for the plan that the entry names, and for one run.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Final

from desktop.analysis.facts import facts_now, name_of
from desktop.analysis.preview import differences, outgoing, preview_units, since
from desktop.casefile import Case, Reader
from desktop.casefile.actions import LOG_HEAD, LOG_LINES, looked_digest
from desktop.domain.changes import Entry
from desktop.domain.ids import PlanId, RunId, Sha256
from desktop.domain.levels import DataClass
from desktop.domain.runs import PlanSummary
from desktop.gate.clearance import Clearance, still_against
from desktop.gate.effective import Effective
from desktop.gate.egress_log import EgressLog, Mark
from desktop.gate.errors import Refused
from desktop.gate.objections import Approval, Outgoing, Spent, Standing, authorisation_objections, objections
from desktop.gate.policy import ModelEntry
from desktop.gate.preview import Looked, Preview, PreviewUnit, left_to_look, preview
from desktop.gate.reasons import CaseFoundChanged, LogBehind, Objection, SerialTooOld
from desktop.gate.second_person import asked_in
from desktop.uses.cases import device_of
from desktop.uses.credentials import credential
from desktop.uses.policies import effective_policy, own_keys
from desktop.uses.workstation import Workstation, utc_now

DECIDING: Final = ("authorisation", "case_info", "evidence", "import", "plan", "plan_unit", "run", "token")
"""Tables of a case that decide what may leave: before anything does, their rows must be as the journal left them."""


def egress_log(station: Workstation) -> EgressLog:
    """The workstation's own log of sendings, over all cases; it carries the budgets."""
    return EgressLog(station.state_dir / "egress")


def keys_of(station: Workstation) -> frozenset[str]:
    """Public keys (hex) whose private halves are this workstation's: its own, and those that were made on it."""
    return frozenset({device_of(station).public.hex(), *(key.key for key in own_keys(station))})


def sender(station: Workstation) -> tuple[str, str]:
    """What who sends is called, and their account."""
    return station.actor, station.account


def was_used(answer: bytes, plan: PlanId, reader: Reader, log: EgressLog) -> bool:
    """Whether ``plan`` was sent on a second person's ``answer`` before: by this machine's log, or by the case's runs.

    The log knows of other copies of the case, the case of what other machines sent.
    """
    asked = asked_in(answer)
    if asked is None:
        return False
    return log.used(asked.digest) or any(run.plan == plan and run.started >= asked.said.asked for run in reader.runs())


def looked_at(
    reader: Reader, plan: PlanSummary, entry: ModelEntry | None, holds: Effective
) -> tuple[list[PreviewUnit], Preview]:
    """What there is to look at in ``plan``; the sample is drawn by the plan's digest and the policy's size.

    Raises Refused where what would leave is not what would be looked at.
    """
    if entry is not None and (against := tuple(differences(reader, plan, entry, holds))):
        raise Refused(against)
    units = preview_units(reader, plan.id)
    return units, preview(units, holds.policy.sample_size if holds.policy else len(units), plan.digest)


def told_of(
    case: Case,
    reader: Reader,
    station: Workstation,
    holds: Effective,
    plan: PlanSummary,
    entry: ModelEntry,
    now: datetime,
    resumed: RunId | None = None,
) -> tuple[Outgoing, Standing]:
    """What would leave, and what must be known beside it; ``resumed`` is the run that would go on."""
    out = outgoing(reader, plan.id, entry, holds, sender(station))
    log, info = egress_log(station), reader.info()
    standing = Standing(
        user=station.account,
        has_credential=holds.policy is not None and credential(station, holds.policy, entry) is not None,
        approval=_approval(reader, plan, out, holds, log, resumed),
        spent=log.spent(entry.id, now),
        keys=keys_of(station),
        case=info.case_id,
        title=info.title,
        name=station.actor,
        found=tuple(_found(case, reader, station, holds, log, now)),
    )
    return out, standing


def _found(
    case: Case, reader: Reader, station: Workstation, holds: Effective, log: EgressLog, now: datetime
) -> Iterator[Objection]:
    """What the case says against any sending: what was done to it, and what this machine has forgotten since."""
    if case.standing or reader.changed_tables(DECIDING):
        yield CaseFoundChanged()
    if (policy := holds.policy) is not None:
        seen = reader.policy_serials().get(name_of(policy), 0)
        if policy.serial < seen:
            yield SerialTooOld(policy.serial, seen)
    sent = reader.last_entry("record_sending", device_of(station).id)
    if sent is not None and (sent.when.year, sent.when.month) == (now.year, now.month):
        mark = Mark(int(str(sent.fields.get(LOG_LINES, 0))), str(sent.fields.get(LOG_HEAD, "")))
        if not log.holds(mark):
            yield LogBehind(mark.lines)


def against_unplanned(
    case: Case, station: Workstation, holds: Effective, model: str, now: datetime
) -> tuple[Objection, ...]:
    """What stands against asking ``model`` where there can be no plan for it."""
    with case.reader() as reader:
        authorisation = reader.info().authorisation
    nothing = Outgoing(
        plan=Sha256(""),
        model=model,
        purpose="review",
        data_class=DataClass.PUBLIC,
        host=("", 0),
        profile="",
        bodies=(),
        currency="",
    )
    entry = holds.policy.model(model) if holds.policy else None
    has_key = holds.policy is not None and entry is not None and credential(station, holds.policy, entry) is not None
    standing = Standing(station.account, has_key, None, Spent(0, Decimal(0), Decimal(0)))
    return objections(nothing, holds, authorisation, standing, now)


def rechecked(
    case: Case, station: Workstation, plan: PlanSummary, clearance: Clearance
) -> Callable[[], tuple[Objection, ...]]:
    """What is asked again before each request: the policy, the leave to test, and whether the plan is what it was."""

    def recheck() -> tuple[Objection, ...]:
        now = utc_now()
        holds = effective_policy(station, now)
        with case.reader() as reader:
            facts = facts_now(reader, plan, clearance.entry, holds, sender(station))
            authorisation = reader.info().authorisation
        # what the policy changed is said by the gate, which knows the one that it cleared under
        content = {name: value for name, value in facts.items() if name not in _POLICYS}
        return (
            *still_against(clearance, holds, now),
            *authorisation_objections(authorisation, now),
            *since(plan, content),
        )

    return recheck


_POLICYS: Final = ("policy", "policy_name", "policy_serial")


def _approval(
    reader: Reader, plan: PlanSummary, out: Outgoing, holds: Effective, log: EgressLog, resumed: RunId | None
) -> Approval | None:
    entry = _approval_entry(reader, plan)
    if entry is None:
        return None
    left = 0
    if not out.found:  # else nothing leaves, and there may be nothing to look at
        _, asked = looked_at(reader, plan, None, holds)
        left = left_to_look(asked, [Looked(*look) for look in plan.looked])
    answer = plan.second.answer if plan.second else None
    used = resumed is None and answer is not None and was_used(answer, plan.id, reader, log)
    return Approval(plan.digest, plan.approved_by, left, answer, used, _run_since(reader, plan, entry, resumed))


def _approval_entry(reader: Reader, plan: PlanSummary) -> Entry | None:
    """The journal's entry of the approval that stands with ``plan``; without one nobody has approved it."""
    said = {"plan": plan.id, "digest": plan.digest, "looked": looked_digest(plan.looked)}
    entries = [one for one in reader.entries_of({"approve_plan"}) if one.fields.get("plan") == plan.id]
    if not plan.approved_by or not entries or entries[-1].who != plan.approved_by:
        return None
    return entries[-1] if entries[-1].fields.items() >= said.items() else None


def _run_since(reader: Reader, plan: PlanSummary, approval: Entry, resumed: RunId | None) -> int | None:
    """The run that began under ``approval``, unless that one goes on."""
    if resumed is not None:
        return None
    begun = [one for one in reader.entries_of({"start_run"}) if one.fields.get("plan") == plan.id]
    return next((int(str(one.fields["run"])) for one in begun if one.seq > approval.seq), None)

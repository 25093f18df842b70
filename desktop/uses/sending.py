"""Ask an approved model: plan, look, approve, send through the gate, resume.

Everything that is refused is refused by the gate with all its objections; nothing here decides.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from desktop.analysis.engine import Line, run
from desktop.analysis.plan import Wishes
from desktop.analysis.plan import make_plan as draft_plan
from desktop.casefile import Case, Reader
from desktop.casefile.actions import ApprovePlan, StorePlan
from desktop.domain.ids import EvidenceId, ExchangeId, PlanId, RunId, Sha256
from desktop.domain.levels import DataClass
from desktop.domain.runs import PlanSummary, Run, RunState
from desktop.gate.clearance import Clearance, clear
from desktop.gate.client import open_client
from desktop.gate.errors import Refused
from desktop.gate.ledger import Leaving, Ledger
from desktop.gate.objections import Approval, objections, second_wanted
from desktop.gate.policy import ModelEntry
from desktop.gate.preview import Looked, Preview, PreviewUnit, left_to_look
from desktop.gate.reasons import CredentialMissing, Objection, PreviewMissing
from desktop.gate.second_reasons import SecondPersonMissing
from desktop.gate.transport import noted, open_transport
from desktop.secrets import Secret
from desktop.uses.clearing import against_unplanned, egress_log, looked_at, rechecked, sender, told_of
from desktop.uses.credentials import credential, proxy_logins
from desktop.uses.evidence import matching
from desktop.uses.policies import effective_policy
from desktop.uses.workstation import Workstation, utc_now

Progress = Callable[[int, int], None]
Asked = Callable[[], bool]
_RESUMABLE = frozenset({RunState.RUNNING, RunState.PAUSED, RunState.INTERRUPTED, RunState.CANCELLED, RunState.STOPPED})


def never() -> bool:
    """Nobody cancels or pauses."""
    return False


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """What a person looks at before a plan leaves. ``units`` are numbered as the plan's are."""

    plan: PlanSummary
    units: tuple[PreviewUnit, ...]
    asked: Preview


def make_plan(
    case: Case,
    station: Workstation,
    model: str,
    *,
    pattern: str = "*",
    evidence: Collection[EvidenceId] | None = None,
    wishes: Wishes | None = None,
    progress: Progress | None = None,
    cancelled: Asked = never,
) -> PlanSummary | None:
    """Plan to ask ``model`` about the sources that fit ``pattern``, and keep the plan in the case; None if cancelled.

    With ``evidence`` only these of them. Nothing is sent. Raises Refused where the policy approves no such model,
    NoEvidenceMatches, NothingToPlan.
    """
    now = utc_now()
    holds = effective_policy(station, now)
    entry = holds.policy.model(model) if holds.policy else None
    if entry is None:
        raise Refused(against_unplanned(case, station, holds, model, now))
    wanted = wishes or Wishes(answer_in=str(station.lang))
    with case.reader() as reader:
        sources = [one for one in matching(reader, pattern) if one.kind == "source"]
        if evidence is not None:
            sources = [one for one in sources if one.id in evidence]
        draft = draft_plan(reader, entry, holds, sources, now, wanted, sender(station), progress, cancelled)
    if draft is None:
        return None
    stored = case.do(StorePlan(draft))
    with case.reader() as reader:
        return reader.plan(PlanId(stored.made))


def preview_of(reader: Reader, station: Workstation, plan: PlanSummary) -> PlanPreview:
    """What there is to look at in ``plan``.

    Raises Refused where what would leave is not what would be looked at.
    """
    holds = effective_policy(station, utc_now())
    units, asked = looked_at(reader, plan, holds.policy.model(plan.entry) if holds.policy else None, holds)
    return PlanPreview(plan, tuple(units), asked)


def against(case: Case, station: Workstation, plan: PlanSummary, *, approved: bool = False) -> tuple[Objection, ...]:
    """All that stands against sending ``plan`` now. With ``approved`` as if this person had just approved it."""
    second = plan.second.answer if plan.second else None
    return _against(case, station, plan, Approval(plan.digest, station.actor, second=second) if approved else None)


def _against(case: Case, station: Workstation, plan: PlanSummary, given: Approval | None) -> tuple[Objection, ...]:
    """All that stands against sending ``plan`` now, under the approval ``given`` or else the one that it has."""
    now = utc_now()
    holds = effective_policy(station, now)
    with case.reader() as reader:
        fresh = reader.plan(plan.id)
        entry = holds.policy.model(fresh.entry) if holds.policy else None
        if entry is None:
            return against_unplanned(case, station, holds, fresh.entry, now)
        out, standing = told_of(case, reader, station, holds, fresh, entry, now)
        if given is not None:
            standing = replace(standing, approval=given)
        return objections(out, holds, reader.info().authorisation, standing, now)


def wants_second(plan: PlanSummary, entry: ModelEntry) -> bool:
    """Whether ``plan`` needs a second person, by its class and by the one from which who planned it had lowered it."""
    lowered = plan.facts["lowered_from"]
    data_class, before = plan.facts["data_class"], DataClass[lowered.upper()] if lowered else None
    return second_wanted(entry, DataClass[data_class.upper()], before) is not None


def against_unlooked(case: Case, station: Workstation, plan: PlanSummary) -> tuple[Objection, ...]:
    """What stands against letting ``plan`` leave if this person approved it now without looking at any of it."""
    found = against(case, station, plan, approved=True)
    policy = effective_policy(station, utc_now()).policy
    entry = policy.model(plan.entry) if policy else None
    if entry is None or not entry.preview_required or plan.approved_by:
        return found
    with case.reader() as reader:
        left = preview_of(reader, station, plan).asked.looks
    return (*found, PreviewMissing(left)) if left else found


def approve(case: Case, station: Workstation, plan: PlanSummary, looked: Iterable[Looked]) -> None:
    """The analyst lets exactly this plan leave; what was looked at, by whom and how long, is kept with it.

    Raises Refused, and writes nothing, where anything but a second person would still stand against it.
    """
    seen = tuple(looked)
    with case.reader() as reader:
        left = left_to_look(preview_of(reader, station, plan).asked, seen)
    found = _against(case, station, plan, Approval(plan.digest, station.actor, left))
    if found := tuple(one for one in found if not isinstance(one, SecondPersonMissing)):
        raise Refused(found)
    told = tuple((look.group, look.who, look.seconds, look.looks) for look in seen)
    case.do(ApprovePlan(plan.id, plan.digest, told))


def analyse(
    case: Case,
    station: Workstation,
    plan: Sha256 | PlanId,
    *,
    progress: Progress | None = None,
    cancelled: Asked = never,
    paused: Asked = never,
) -> Run:
    """Send an approved plan. Raises Refused with every objection, and what ``engine.run`` raises."""
    return _run(case, station, plan, None, again_unknown=False, progress=progress, cancelled=cancelled, paused=paused)


def resume(
    case: Case,
    station: Workstation,
    interrupted: RunId,
    *,
    again_unknown: bool = False,
    progress: Progress | None = None,
    cancelled: Asked = never,
    paused: Asked = never,
) -> Run:
    """Go on with a run; what was answered is not asked again, what is unknown only with ``again_unknown``."""
    with case.reader() as reader:
        plan = reader.run(interrupted).plan
    assert plan is not None  # only runs of plans are interrupted
    return _run(
        case,
        station,
        plan,
        interrupted,
        again_unknown=again_unknown,
        progress=progress,
        cancelled=cancelled,
        paused=paused,
    )


def resumable(reader: Reader) -> list[Run]:
    """Runs that did not come to their end, newest first."""
    return [one for one in reader.runs() if one.plan is not None and one.state in _RESUMABLE]


def _run(
    case: Case,
    station: Workstation,
    which: Sha256 | PlanId,
    interrupted: RunId | None,
    *,
    again_unknown: bool,
    progress: Progress | None,
    cancelled: Asked,
    paused: Asked,
) -> Run:
    now = utc_now()
    holds = effective_policy(station, now)
    with case.reader() as reader:
        plan = reader.plan(which)
        entry = holds.policy.model(plan.entry) if holds.policy else None
        if entry is None or holds.policy is None:
            raise Refused(against_unplanned(case, station, holds, plan.entry, now))
        out, standing = told_of(case, reader, station, holds, plan, entry, now, interrupted)
        clearance = clear(out, holds, reader.info().authorisation, standing, now)
    return run(
        case,
        plan.id,
        entry,
        lambda record: _open_line(case, station, plan, clearance, record),
        utc_now,
        resume=interrupted,
        again_unknown=again_unknown,
        progress=progress,
        cancelled=cancelled,
        paused=paused,
    )


def _open_line(
    case: Case,
    station: Workstation,
    plan: PlanSummary,
    clearance: Clearance,
    record: Callable[[Leaving], ExchangeId],
) -> Line:
    policy = effective_policy(station, utc_now()).policy
    secret = credential(station, policy, clearance.entry) if policy else None
    if secret is None:  # gone since the clearance
        raise Refused((CredentialMissing(clearance.entry.id),))
    ledger = Ledger(egress_log(station), case.case_id, record, utc_now)
    said: list[Secret] = []
    transport = open_transport(clearance.entry, station.proxies, noted(proxy_logins(station), said))
    recheck = rechecked(case, station, plan, clearance)
    return Line(open_client(clearance, ledger, secret, transport, recheck, said), ledger, transport.close)

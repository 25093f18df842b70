"""Ask an approved model: plan, look, approve, send through the gate, resume.

Everything that is refused is refused by the gate with all its objections; nothing here decides.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from desktop.analysis.engine import Line, run
from desktop.analysis.plan import Wishes
from desktop.analysis.plan import make_plan as draft_plan
from desktop.analysis.preview import outgoing, preview_units
from desktop.casefile import Case, Reader
from desktop.casefile.actions import ApprovePlan, StorePlan
from desktop.domain.ids import EvidenceId, ExchangeId, PlanId, RunId, Sha256
from desktop.domain.levels import DataClass
from desktop.domain.runs import PlanSummary, Run, RunState
from desktop.gate.clearance import Clearance, clear, still_against
from desktop.gate.client import open_client
from desktop.gate.effective import Effective
from desktop.gate.egress_log import EgressLog
from desktop.gate.errors import Refused
from desktop.gate.ledger import Leaving, Ledger
from desktop.gate.objections import Approval, Outgoing, Spent, Standing, objections
from desktop.gate.policy import ModelEntry
from desktop.gate.preview import Looked, Preview, PreviewUnit, left_to_look, preview
from desktop.gate.reasons import CredentialMissing, Objection, PreviewMissing
from desktop.gate.second_person import asked_in
from desktop.gate.transport import noted, open_transport
from desktop.secrets import Secret
from desktop.uses.cases import device_of
from desktop.uses.credentials import credential, proxy_logins
from desktop.uses.evidence import matching
from desktop.uses.policies import effective_policy, own_keys
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


def egress_log(station: Workstation) -> EgressLog:
    """The workstation's own log of sendings, over all cases; it carries the budgets."""
    return EgressLog(station.state_dir / "egress")


def keys_of(station: Workstation) -> frozenset[str]:
    """Public keys (hex) whose private halves are this workstation's: its own, and those that were made on it."""
    return frozenset({device_of(station).public.hex(), *(key.key for key in own_keys(station))})


def was_used(answer: bytes, plan: PlanId, reader: Reader, log: EgressLog) -> bool:
    """Whether ``plan`` was sent on a second person's ``answer`` before: by this machine's log, or by the case's runs.

    The log knows of other copies of the case, the case of what other machines sent.
    """
    asked = asked_in(answer)
    if asked is None:
        return False
    return log.used(asked.digest) or any(run.plan == plan and run.started >= asked.said.asked for run in reader.runs())


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
    if entry is None or holds.digest is None:
        raise Refused(_against_unplanned(case, station, holds, model, now))
    wanted = wishes or Wishes(answer_in=str(station.lang))
    with case.reader() as reader:
        sources = [one for one in matching(reader, pattern) if one.kind == "source"]
        if evidence is not None:
            sources = [one for one in sources if one.id in evidence]
        draft = draft_plan(reader, entry, holds.digest, sources, now, wanted, progress, cancelled)
    if draft is None:
        return None
    stored = case.do(StorePlan(draft))
    with case.reader() as reader:
        return reader.plan(PlanId(stored.made))


def preview_of(reader: Reader, station: Workstation, plan: PlanSummary) -> PlanPreview:
    """What there is to look at in ``plan``; the sample is drawn by the plan's digest and the policy's size."""
    policy = effective_policy(station, utc_now()).policy
    units = preview_units(reader, plan.id)
    return PlanPreview(plan, tuple(units), preview(units, policy.sample_size if policy else len(units), plan.digest))


def against(case: Case, station: Workstation, plan: PlanSummary, *, approved: bool = False) -> tuple[Objection, ...]:
    """All that stands against sending ``plan`` now. With ``approved`` as if this person had just approved it."""
    now = utc_now()
    holds = effective_policy(station, now)
    with case.reader() as reader:
        fresh = reader.plan(plan.id)
        entry = holds.policy.model(fresh.entry) if holds.policy else None
        if entry is None:
            return _against_unplanned(case, station, holds, fresh.entry, now)
        out = outgoing(reader, fresh.id, entry)
        standing = _standing(reader, station, holds, fresh, entry, now)
        if approved and standing.approval is None:
            standing = replace(standing, approval=Approval(fresh.digest, station.actor))
        return objections(out, holds, reader.info().authorisation, standing, now)


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


def approve(case: Case, plan: PlanSummary, looked: Iterable[Looked]) -> None:
    """The analyst lets exactly this plan leave; what was looked at, by whom and how long, is kept with it."""
    told = tuple((look.group, look.who, look.seconds, look.looks) for look in looked)
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
            raise Refused(_against_unplanned(case, station, holds, plan.entry, now))
        standing = _standing(reader, station, holds, plan, entry, now, interrupted)
        clearance = clear(outgoing(reader, plan.id, entry), holds, reader.info().authorisation, standing, now)
    return run(
        case,
        plan.id,
        entry,
        lambda record: _open_line(case, station, clearance, record),
        utc_now,
        resume=interrupted,
        again_unknown=again_unknown,
        progress=progress,
        cancelled=cancelled,
        paused=paused,
    )


def _open_line(case: Case, station: Workstation, clearance: Clearance, record: Callable[[Leaving], ExchangeId]) -> Line:
    policy = effective_policy(station, utc_now()).policy
    secret = credential(station, policy, clearance.entry) if policy else None
    if secret is None:  # gone since the clearance
        raise Refused((CredentialMissing(clearance.entry.id),))
    ledger = Ledger(egress_log(station), case.case_id, record, utc_now)
    said: list[Secret] = []
    transport = open_transport(clearance.entry, station.proxies, noted(proxy_logins(station), said))

    def recheck() -> tuple[Objection, ...]:
        now = utc_now()
        return tuple(still_against(clearance, effective_policy(station, now), now))

    return Line(open_client(clearance, ledger, secret, transport, recheck, said), ledger, transport.close)


def _standing(
    reader: Reader,
    station: Workstation,
    holds: Effective,
    plan: PlanSummary,
    entry: ModelEntry,
    now: datetime,
    resumed: RunId | None = None,
) -> Standing:
    log, info = egress_log(station), reader.info()
    approval = None
    if plan.approved_by:
        looked = [Looked(*look) for look in plan.looked]
        left = left_to_look(preview_of(reader, station, plan).asked, looked)
        answer = plan.second.answer if plan.second else None
        used = resumed is None and answer is not None and was_used(answer, plan.id, reader, log)
        approval = Approval(plan.digest, plan.approved_by, left, answer, used)
    policy = holds.policy
    has_key = policy is not None and credential(station, policy, entry) is not None
    spent = log.spent(entry.id, now)
    return Standing(
        station.account, has_key, approval, spent, keys_of(station), info.case_id, info.title, station.actor
    )


def _against_unplanned(
    case: Case, station: Workstation, holds: Effective, model: str, now: datetime
) -> tuple[Objection, ...]:
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

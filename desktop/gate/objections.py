"""All that stands against sending: one pure function, and it names everything at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from desktop.detect import DETECTORS
from desktop.domain.ids import Sha256
from desktop.domain.levels import DataClass
from desktop.domain.people import same_person
from desktop.domain.runs import Authorisation
from desktop.gate import reasons
from desktop.gate.effective import Effective, State
from desktop.gate.policy import ModelEntry, class_name
from desktop.gate.reasons import Objection
from desktop.gate.second_answer import Judged, Sender, judge
from desktop.gate.second_person import Terms
from desktop.gate.second_reasons import SecondPersonMissing

_KINDS: Final = frozenset(detector.kind for detector in DETECTORS)


@dataclass(frozen=True, slots=True)
class Body:
    """One exact request body, by its digest, and the most that it can use."""

    digest: Sha256
    tokens_in: int
    tokens_out: int
    cost: Decimal


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What a plan would send."""

    plan: Sha256
    """The plan's digest; empty where nothing was planned."""
    model: str
    """Id of the policy's entry."""
    purpose: str
    data_class: DataClass
    """The highest class of all evidence in it, and of the case."""
    host: tuple[str, int]
    profile: str
    """Masking profile that was used."""
    bodies: tuple[Body, ...]
    currency: str
    forbidden: tuple[tuple[str, str], ...] = ()
    """(kind, unit) for each unit among ``bodies`` that must not leave."""
    unmasked: tuple[tuple[str, str], ...] = ()
    """(kind, unit) for what the final scan of the bodies found."""
    lowered_from: DataClass | None = None
    """The class from which who sends has lowered it alone."""
    found: tuple[Objection, ...] = ()
    """What the plan itself, as it stands in the case, says against it."""

    @property
    def cost(self) -> Decimal:
        """The most that all bodies together can cost."""
        return sum((body.cost for body in self.bodies), Decimal(0))


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved which plan; ``left`` are the things that the preview asks to look at and were not looked at."""

    plan: Sha256
    by: str
    left: int = 0
    second: bytes | None = None
    """The second person's answer file, which is checked each time; None where there is none."""
    used: bool = False
    """Whether the plan was sent under that answer already."""
    run: int | None = None
    """The run that the approval was for, where another than that one is wanted now."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What this workstation has spent on one entry, requests in the air counted at their highest cost."""

    requests_day: int = 0
    cost_day: Decimal = Decimal(0)
    cost_month: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Standing:
    """What must be known beside the plan."""

    user: str
    """The operating system's account of who sends."""
    has_credential: bool
    approval: Approval | None
    spent: Spent
    keys: frozenset[str] = frozenset()
    """Public keys (hex) whose private halves this workstation has: none of them is a second person's."""
    case: str = ""
    title: str = ""
    name: str = ""
    """What who sends is called."""
    found: tuple[Objection, ...] = ()
    """What the case says against it."""


def objections(
    out: Outgoing, effective: Effective, authorisation: Authorisation | None, standing: Standing, now: datetime
) -> tuple[Objection, ...]:
    """Everything that stands against sending ``out`` at ``now`` (UTC); empty where nothing does. Pure."""
    return tuple(_all(out, effective, authorisation, standing, now))


def _all(
    out: Outgoing, effective: Effective, authorisation: Authorisation | None, standing: Standing, now: datetime
) -> Iterator[Objection]:
    yield from policy_objections(effective, now)
    yield from authorisation_objections(authorisation, now)
    yield from standing.found
    entry = effective.policy.model(out.model) if effective.policy else None
    if entry is None:
        yield reasons.ModelNotApproved(out.model)
    else:
        yield from _about_model(out, entry, standing, now)
        yield from _about_amount(out, entry, standing.spent)
    yield from _about_content(out, entry)
    yield from _about_approval(out, entry, standing)
    if entry is not None and (wanted := needs_second(out, entry)) is not None:
        judged = judge_second(out, entry, effective, standing, now)
        yield from judged.against if judged else (SecondPersonMissing(wanted),)


def terms_of(out: Outgoing, entry: ModelEntry, policy: Sha256, case: str, title: str) -> Terms:
    """What a second person is asked to allow."""
    return Terms(
        case=case,
        title=title,
        plan=out.plan,
        policy=policy,
        entry=entry.id,
        model=entry.model,
        host=f"{out.host[0]}:{out.host[1]}",
        purpose=out.purpose,
        data_class=class_name(out.data_class),
        lowered_from=class_name(out.lowered_from) if out.lowered_from is not None else "",
        units=len(out.bodies),
        tokens_in=sum(body.tokens_in for body in out.bodies),
        cost=str(out.cost),
        currency=out.currency,
    )


def policy_objections(effective: Effective, now: datetime) -> Iterator[Objection]:
    """What the policy itself says against any sending; asked again before each request."""
    yield from effective.reasons
    if (policy := effective.policy) is None:
        return
    if policy.kill_switch:
        yield reasons.KillSwitch(policy.id)
    if effective.state is not State.OFFLINE and now > policy.valid_until:
        yield reasons.PolicyExpired(policy.valid_until)


def authorisation_objections(authorisation: Authorisation | None, now: datetime) -> Iterator[Objection]:
    """What the case's leave to test says against any sending; asked again before each request."""
    if authorisation is None:
        yield reasons.NoAuthorisation()
    elif now.date() > authorisation.until:
        yield reasons.AuthorisationEnded(authorisation.until)


def _about_model(out: Outgoing, entry: ModelEntry, standing: Standing, now: datetime) -> Iterator[Objection]:
    if now.date() > entry.valid_until:
        yield reasons.ModelEnded(entry.id, entry.valid_until)
    if "*" not in entry.users and not any(same_person(standing.user, one) for one in entry.users):
        yield reasons.UserNotNamed(standing.user, entry.id)
    if out.purpose not in entry.purposes:
        yield reasons.PurposeNotAllowed(out.purpose, entry.id)
    if out.data_class > entry.highest:
        yield reasons.ClassTooHigh(out.data_class, entry.highest)
    if out.profile != entry.masking_profile:
        yield reasons.WrongProfile(out.profile, entry.masking_profile)
    if out.host not in entry.hosts:
        yield reasons.HostNotAllowed(*out.host)
    for kind in sorted(set(entry.forbidden_kinds) - _KINDS):
        yield reasons.KindNotKnown(entry.id, kind)
    if not standing.has_credential:
        yield reasons.CredentialMissing(entry.id)


def _about_amount(out: Outgoing, entry: ModelEntry, spent: Spent) -> Iterator[Objection]:
    limits, requests = entry.limits, len(out.bodies)
    for asked, limit in (
        (max((b.tokens_in for b in out.bodies), default=0), limits.tokens_in_request),
        (max((b.tokens_out for b in out.bodies), default=0), limits.tokens_out_request),
    ):
        if limit is not None and asked > limit:
            yield reasons.TooManyTokens(asked, limit)
    for per, limit, used in (("run", limits.requests_run, 0), ("day", limits.requests_day, spent.requests_day)):
        if limit is not None and used + requests > limit:
            yield reasons.TooManyRequests(per, requests, max(limit - used, 0))
    if out.currency != entry.price.currency:
        yield reasons.WrongCurrency(out.currency, entry.price.currency)
    for per, most, gone in (
        ("run", limits.cost_run, Decimal(0)),
        ("day", limits.cost_day, spent.cost_day),
        ("month", limits.cost_month, spent.cost_month),
    ):
        if most is not None and gone + out.cost > most:
            yield reasons.BudgetExceeded(per, out.cost, max(most - gone, Decimal(0)), entry.price.currency)


def _about_content(out: Outgoing, entry: ModelEntry | None) -> Iterator[Objection]:
    if not out.plan:
        yield reasons.NotPlanned()
    elif not out.bodies:
        yield reasons.NothingToSend()
    yield from out.found
    for kind, unit in out.forbidden:
        yield reasons.ForbiddenKind(kind, unit)
    for kind, unit in out.unmasked:
        forbidden = entry is not None and kind in entry.forbidden_kinds
        yield reasons.ForbiddenKind(kind, unit) if forbidden else reasons.Unmasked(kind, unit)


def _about_approval(out: Outgoing, entry: ModelEntry | None, standing: Standing) -> Iterator[Objection]:
    approval = standing.approval
    if approval is None:
        if out.plan:
            yield reasons.PlanNotApproved(out.plan)
    elif approval.plan != out.plan:
        yield reasons.PlanChanged(("plan",))
    elif approval.run is not None:
        yield reasons.ApprovalUsed(approval.run)
    if entry is None:
        return
    if entry.preview_required and approval is not None and approval.left:
        yield reasons.PreviewMissing(approval.left)


def needs_second(out: Outgoing, entry: ModelEntry) -> DataClass | None:
    """The class for which the entry wants a second person; None where it wants none.

    Who sends does not get round it by lowering the class: every class from which it was lowered counts.
    """
    return second_wanted(entry, out.data_class, out.lowered_from)


def second_wanted(entry: ModelEntry, data_class: DataClass, lowered_from: DataClass | None) -> DataClass | None:
    """The same for any evidence of ``data_class`` that was of class ``lowered_from``."""
    highest = max(data_class, lowered_from or data_class)
    wanted = [one for one in DataClass if data_class <= one <= highest and class_name(one) in entry.second_person_for]
    return max(wanted, default=None)


def judge_second(
    out: Outgoing, entry: ModelEntry, effective: Effective, standing: Standing, now: datetime
) -> Judged | None:
    """What the second person's answer comes to; None where there is no answer."""
    approval = standing.approval
    if approval is None or approval.second is None or effective.policy is None or effective.digest is None:
        return None
    terms = terms_of(out, entry, effective.digest, standing.case, standing.title)
    sender = Sender(standing.name, standing.user, standing.keys)
    return judge(approval.second, terms, sender, effective.policy.approvers, now, used=approval.used)

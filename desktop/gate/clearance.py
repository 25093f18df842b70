"""Leave to send exactly these bodies to exactly this model: made here, and only where nothing stands against it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.ids import Sha256
from desktop.domain.runs import Authorisation
from desktop.gate import reasons
from desktop.gate.effective import Effective
from desktop.gate.errors import Refused, WrongModel
from desktop.gate.objections import (
    Body,
    Outgoing,
    Standing,
    judge_second,
    needs_second,
    objections,
    policy_objections,
)
from desktop.gate.policy import ModelEntry
from desktop.gate.reasons import Objection
from desktop.gate.second_answer import Second
from desktop.gate.second_reasons import AnswerExpired


@dataclass(frozen=True, slots=True)
class Clearance:
    """What was cleared. Only ``clear`` makes one."""

    entry: ModelEntry
    bodies: Mapping[Sha256, Body]
    plan: Sha256
    policy: Sha256
    """Digest of the policy under which it was cleared."""
    approved_by: str
    """The analyst and, where there is one, the second person."""
    user: str
    second: Second | None = None
    """Whose answer allows it, where the policy wants a second person."""


def clear(
    out: Outgoing, effective: Effective, authorisation: Authorisation | None, standing: Standing, now: datetime
) -> Clearance:
    """Clear ``out`` for sending, or raise Refused with everything that stands against it."""
    against = objections(out, effective, authorisation, standing, now)
    entry = effective.policy.model(out.model) if effective.policy else None
    if against or entry is None or effective.digest is None or standing.approval is None:
        raise Refused(against)
    bodies = {body.digest: body for body in out.bodies}
    judged = judge_second(out, entry, effective, standing, now) if needs_second(out, entry) is not None else None
    second = judged.second if judged else None
    by = ", ".join((standing.approval.by, *((second.name,) if second else ())))
    return Clearance(entry, bodies, out.plan, effective.digest, by, standing.user, second)


def still_against(clearance: Clearance, effective: Effective, now: datetime) -> Iterator[Objection]:
    """What came to stand against a clearance since it was given; asked again before each request."""
    yield from policy_objections(effective, now)
    if effective.digest is not None and effective.digest != clearance.policy:
        yield reasons.PolicyChanged(clearance.policy, effective.digest)
    if now.date() > clearance.entry.valid_until:
        yield reasons.ModelEnded(clearance.entry.id, clearance.entry.valid_until)
    if clearance.second is not None and now > clearance.second.until:
        yield AnswerExpired(clearance.second.until)


def check_model(entry: ModelEntry, returned: str) -> None:
    """Raise WrongModel if an answer says that it comes from a model which the entry does not accept."""
    if not entry.accepts(returned):
        raise WrongModel(entry.model, returned)

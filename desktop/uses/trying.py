"""Whether evidence could go to a model, without a plan: what the policy, the case and the evidence itself say."""

from datetime import datetime
from decimal import Decimal

from desktop.analysis.plan import PURPOSE
from desktop.casefile import Reader
from desktop.domain.evidence import Evidence
from desktop.domain.ids import Sha256
from desktop.gate.masking_files import mask_file
from desktop.gate.objections import Approval, Body, Outgoing, Spent, Standing, objections
from desktop.gate.profiles import profile
from desktop.gate.reasons import Objection
from desktop.uses.credentials import credential
from desktop.uses.policies import effective_policy
from desktop.uses.workstation import Workstation

_NO_PLAN = Sha256("0" * 64)


def try_out(
    reader: Reader, station: Workstation, model: str, evidence: Evidence, now: datetime
) -> tuple[Objection, ...]:
    """Everything that would stand against sending ``evidence`` to ``model`` once a plan was looked at and approved.

    Nothing is sent, and no budget is asked: that needs a plan's price.
    """
    holds = effective_policy(station, now)
    entry = holds.policy.model(model) if holds.policy else None
    has_key = holds.policy is not None and entry is not None and credential(station, holds.policy, entry) is not None
    blocked = ""
    if entry is not None:
        asked = profile(entry.masking_profile, entry.forbidden_kinds)
        blocked = mask_file(reader.blob(evidence.id), evidence.decoding, asked, evidence.language).reason
    outgoing = Outgoing(
        plan=_NO_PLAN,
        model=model,
        purpose=PURPOSE,
        data_class=max(evidence.data_class, reader.info().data_class),
        host=entry.endpoint_host if entry else ("", 0),
        profile=entry.masking_profile if entry else "",
        bodies=(Body(_NO_PLAN, 0, 0, Decimal(0)),),
        currency=entry.price.currency if entry else "",
        forbidden=((blocked, evidence.path),) if blocked else (),
    )
    standing = Standing(station.account, has_key, Approval(_NO_PLAN, station.actor), Spent())
    return objections(outgoing, holds, reader.info().authorisation, standing, now)

"""A connection check at the gate: a sending like any other, but without evidence, and so without a case.

What is asked about evidence (whose it is, who allowed the work, a second person) is not asked of it; policy, model, key
and budget are, and it stands in the workstation's log.
"""

from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from typing import Final

from desktop.domain.errors import SekishoError
from desktop.domain.levels import DataClass
from desktop.gate import reasons
from desktop.gate.clearance import Clearance
from desktop.gate.effective import Effective
from desktop.gate.errors import Refused, ReplyTooLarge
from desktop.gate.objections import Approval, Body, Outgoing, Spent, Standing, objections
from desktop.gate.second_reasons import SecondPersonMissing
from desktop.net import (
    AuthorityUnreadable,
    CertificateExpired,
    CertificateNotTrusted,
    CertificateWrongName,
    ConnectionRefused,
    HostNotListed,
    HostUnknown,
    NetError,
    NoConnection,
    NotEncrypted,
    ProxyNotReached,
    ProxyOfAnotherKind,
    ProxyRefusesPassword,
    ProxyWantsPassword,
    TimedOut,
    TlsFailed,
)

LONGEST: Final = 16 << 10
"""Bytes of a check's body: room for its own words and none for evidence."""


class ConnectionStep(Enum):
    """What must hold one after the other before a model can be asked."""

    POLICY = "policy"
    KEY = "key"
    WAY = "way"
    """The host is reached, through the proxy where there is one."""
    CERTIFICATE = "certificate"
    """The host proves that it is the one of the policy."""
    ANSWER = "answer"
    """What answers is the model's API."""
    ACCESS = "access"
    """It takes the key."""
    MODEL = "model"
    """It lets the approved model answer."""


_STEPS: Final[dict[type[NetError], ConnectionStep]] = {
    HostNotListed: ConnectionStep.POLICY,
    NotEncrypted: ConnectionStep.POLICY,
    AuthorityUnreadable: ConnectionStep.POLICY,
    HostUnknown: ConnectionStep.WAY,
    ConnectionRefused: ConnectionStep.WAY,
    NoConnection: ConnectionStep.WAY,
    ProxyNotReached: ConnectionStep.WAY,
    ProxyOfAnotherKind: ConnectionStep.WAY,
    ProxyWantsPassword: ConnectionStep.WAY,
    ProxyRefusesPassword: ConnectionStep.WAY,
    CertificateExpired: ConnectionStep.CERTIFICATE,
    CertificateNotTrusted: ConnectionStep.CERTIFICATE,
    CertificateWrongName: ConnectionStep.CERTIFICATE,
    TlsFailed: ConnectionStep.CERTIFICATE,
}


_LASTING: Final = (
    HostNotListed,
    NotEncrypted,
    ProxyOfAnotherKind,
    ProxyWantsPassword,
    ProxyRefusesPassword,
    CertificateExpired,
    CertificateNotTrusted,
    CertificateWrongName,
)


def clear_check(
    model: str, body: Body, length: int, effective: Effective, user: str, spent: Spent, now: datetime
) -> Clearance:
    """Clear a check's one body of ``length`` bytes for ``model``, or raise Refused with all that stands against it.

    Whether there is a key is the caller's to know: it is needed for the sending itself.
    """
    entry = effective.policy.model(model) if effective.policy else None
    out = Outgoing(
        plan=body.digest,
        model=model,
        purpose=entry.purposes[0] if entry and entry.purposes else "",
        data_class=DataClass.PUBLIC,
        host=entry.endpoint_host if entry else ("", 0),
        profile=entry.masking_profile if entry else "",
        bodies=(body,),
        currency=entry.price.currency if entry else "",
    )
    standing = Standing(user, True, Approval(body.digest, user), spent)
    asked_of_evidence = (reasons.NoAuthorisation, SecondPersonMissing)
    against = tuple(
        one for one in objections(out, effective, None, standing, now) if not isinstance(one, asked_of_evidence)
    )
    if length > LONGEST:
        against += (reasons.BodyNotCleared(body.digest),)
    if against or entry is None or effective.digest is None:
        raise Refused(against)
    return Clearance(entry, {body.digest: body}, body.digest, effective.digest, user, user)


def failed_on_the_way(error: BaseException) -> tuple[ConnectionStep, NetError | ReplyTooLarge] | None:
    """The net's or the gate's failure within ``error``, as SDKs wrap it, and the step that it belongs to."""
    net = next((one for one in _chain(error) if isinstance(one, NetError | ReplyTooLarge)), None)
    if net is None:
        return None
    if isinstance(net, TimedOut) and net.stage == "connect":
        return ConnectionStep.WAY, net
    step = _STEPS.get(type(net), ConnectionStep.ANSWER) if isinstance(net, NetError) else ConnectionStep.ANSWER
    return step, net


def lasts(error: SekishoError) -> bool:
    """Whether there is no use in asking again before somebody has changed something."""
    return isinstance(error, _LASTING)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__

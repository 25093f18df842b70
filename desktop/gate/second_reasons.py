"""What can stand against a second person's answer, each a value; sentences as for ``desktop.gate.reasons``."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.ids import Sha256
from desktop.domain.levels import DataClass
from desktop.gate.reasons import Objection


@dataclass(frozen=True, slots=True)
class SecondPersonMissing(Objection):
    """This class needs a second person, who is not the sender."""

    data_class: DataClass


@dataclass(frozen=True, slots=True)
class AnswerUnreadable(Objection):
    """The file is no answer of a second person, or holds no request."""


@dataclass(frozen=True, slots=True)
class AnswerBroken(Objection):
    """The answer, or the request in it, was changed after it was signed."""


@dataclass(frozen=True, slots=True)
class ApproverNotNamed(Objection):
    """The policy's approvers do not have this key (its fingerprint)."""

    key: str


@dataclass(frozen=True, slots=True)
class ApproverIsSender(Objection):
    """The policy's name of this key is the sender's own."""

    name: str


@dataclass(frozen=True, slots=True)
class ApproverKeyIsSenders(Objection):
    """The key (its fingerprint) is one that the sender's workstation holds."""

    key: str


@dataclass(frozen=True, slots=True)
class AnswerForOtherCase(Objection):
    """What was allowed belongs to another case."""

    title: str


@dataclass(frozen=True, slots=True)
class AnswerForOtherPlan(Objection):
    """What was allowed is another plan."""

    answered: Sha256
    plan: Sha256


@dataclass(frozen=True, slots=True)
class AnswerUnderOtherPolicy(Objection):
    """It was allowed under another policy than the one that holds."""

    answered: Sha256
    holds: Sha256


@dataclass(frozen=True, slots=True)
class RequestSaidOtherwise(Objection):
    """The request told the second person something of this plan that is not so. ``terms`` names the fields."""

    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequestOfAnother(Objection):
    """Somebody else, or another workstation, asked for this answer."""

    asked_by: str


@dataclass(frozen=True, slots=True)
class AnswerExpired(Objection):
    """The answer could be used until then."""

    until: datetime


@dataclass(frozen=True, slots=True)
class AnswerUsed(Objection):
    """The plan was sent under this request already; it is a leave to send once."""

    request: Sha256


@dataclass(frozen=True, slots=True)
class SecondPersonRefused(Objection):
    """The second person said no."""

    name: str
    reason: str

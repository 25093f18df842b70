"""Everything that can stand against sending, each a value: a code (the class's name) and its facts.

The sentences stand in ``desktop/words/catalogue/gate.py``; ``sentences`` puts several in words.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal

from desktop.domain.errors import SekishoError
from desktop.domain.ids import Sha256
from desktop.domain.levels import DataClass
from desktop.words import Lang, MissingWords, label, say, say_error


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing that stands against sending."""

    @property
    def code(self) -> str:
        """The key of its sentences."""
        return type(self).__name__


def sentences(objections: Iterable[Objection], lang: Lang) -> list[str]:
    """What a user reads, one sentence an objection."""
    return [
        say(o.code, lang, {f.name: _shown(f.name, getattr(o, f.name), lang) for f in fields(o)}) for o in objections
    ]


def kind_name(kind: str, lang: Lang) -> str:
    """What a kind of hit is called; a kind of the analyst's or a policy's own is called by its own name."""
    try:
        return say(f"kind.{kind}", lang)
    except MissingWords:
        return kind


def _shown(name: str, value: object, lang: Lang) -> object:
    match value:
        case str() if name == "per":
            return say(f"per_{value}", lang)
        case str() if name == "kind":
            return kind_name(value, lang)
        case tuple() if name in ("terms", "changed"):
            return tuple(say(f"{name.removesuffix('s')}.{one}", lang) for one in value)
        case SekishoError():
            return say_error(value, lang)
        case DataClass():
            return label(value, lang)
        case _:
            return value


# --- the policy of this workstation -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NoPolicy(Objection):
    """Unmanaged, and the analyst has no policy of their own."""


@dataclass(frozen=True, slots=True)
class ManagedWithoutPolicy(Objection):
    """The package says that only a machine policy counts, and there is none."""

    folder: str


@dataclass(frozen=True, slots=True)
class PolicyWritable(Objection):
    """Whoever sits here could change the file, its folder or one above."""

    path: str


@dataclass(frozen=True, slots=True)
class PolicyRejected(Objection):
    """The file could not be taken; ``cause`` says why."""

    path: str
    cause: SekishoError


@dataclass(frozen=True, slots=True)
class NoTrustedKeys(Objection):
    """There is a policy and no key that this workstation trusts for it."""

    path: str


@dataclass(frozen=True, slots=True)
class SerialTooOld(Objection):
    """A policy with a higher serial was seen here before."""

    serial: int
    known: int


@dataclass(frozen=True, slots=True)
class SerialUsedTwice(Objection):
    """Another policy with this very serial was seen here before."""

    serial: int


@dataclass(frozen=True, slots=True)
class PolicyNotYetValid(Objection):
    """Before the policy's first day."""

    valid_from: datetime


@dataclass(frozen=True, slots=True)
class PolicyExpired(Objection):
    """After the policy's last moment."""

    valid_until: datetime


@dataclass(frozen=True, slots=True)
class ClockTurnedBack(Objection):
    """The clock stands before a time that this workstation has already seen."""

    seen: datetime


@dataclass(frozen=True, slots=True)
class KillSwitch(Objection):
    """The policy stops all sending."""

    policy: str


# --- the case, the model, the person ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NoAuthorisation(Objection):
    """Nobody has said that this target may be tested."""


@dataclass(frozen=True, slots=True)
class AuthorisationEnded(Objection):
    """The leave to test was until that day."""

    until: date


@dataclass(frozen=True, slots=True)
class ModelNotApproved(Objection):
    """No entry of the policy has this id."""

    model: str


@dataclass(frozen=True, slots=True)
class ModelEnded(Objection):
    """The entry was valid until that day."""

    model: str
    until: date


@dataclass(frozen=True, slots=True)
class UserNotNamed(Objection):
    """The entry is for other people."""

    user: str
    model: str


@dataclass(frozen=True, slots=True)
class PurposeNotAllowed(Objection):
    """The entry is for other purposes."""

    purpose: str
    model: str


@dataclass(frozen=True, slots=True)
class ClassTooHigh(Objection):
    """The evidence's class is above what the entry allows."""

    asked: DataClass
    highest: DataClass


@dataclass(frozen=True, slots=True)
class KindNotKnown(Objection):
    """The entry forbids a kind that this program has no detector for, so that it could not be kept back."""

    model: str
    kind: str


@dataclass(frozen=True, slots=True)
class CredentialMissing(Objection):
    """No key for this model is held on this workstation, or it belongs to another policy or host."""

    model: str


# --- what would be sent -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NotPlanned(Objection):
    """There is no plan yet, so nothing was looked at or approved."""


@dataclass(frozen=True, slots=True)
class NothingToSend(Objection):
    """No unit is left that may be sent."""


@dataclass(frozen=True, slots=True)
class ForbiddenKind(Objection):
    """A unit that holds what must not leave is among what would be sent."""

    kind: str
    unit: str


@dataclass(frozen=True, slots=True)
class Unmasked(Objection):
    """The final scan found something that is not masked."""

    kind: str
    unit: str


@dataclass(frozen=True, slots=True)
class WrongProfile(Objection):
    """Masked by another profile than the entry asks for."""

    used: str
    asked: str


@dataclass(frozen=True, slots=True)
class HostNotAllowed(Objection):
    """The address is none of the entry's."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class TooManyTokens(Objection):
    """A request is larger than the entry allows."""

    asked: int
    limit: int


@dataclass(frozen=True, slots=True)
class TooManyRequests(Objection):
    """More requests than the entry allows. ``per``: run, day."""

    per: str
    asked: int
    left: int


@dataclass(frozen=True, slots=True)
class BudgetExceeded(Objection):
    """More money than the entry allows. ``per``: run, day, month."""

    per: str
    asked: Decimal
    left: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class WrongCurrency(Objection):
    """The plan counts in another currency than the entry."""

    used: str
    asked: str


@dataclass(frozen=True, slots=True)
class PlanNotApproved(Objection):
    """Nobody has approved this plan."""

    plan: Sha256


@dataclass(frozen=True, slots=True)
class PlanChanged(Objection):
    """Something is otherwise than when the plan was made and approved. ``changed`` names what."""

    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanNotAsWritten(Objection):
    """The plan in the case file is not the one that its entry in the journal names: another program wrote into it."""

    plan: Sha256


@dataclass(frozen=True, slots=True)
class BodyNotAsShown(Objection):
    """What would leave for a unit is not what comes of the evidence and its masking, which is what is shown."""

    unit: str


@dataclass(frozen=True, slots=True)
class ApprovalUsed(Objection):
    """An approval is for one run, and this one began."""

    run: int


@dataclass(frozen=True, slots=True)
class CaseFoundChanged(Objection):
    """The case file is not as Sekisho left it: its first check says so, or rows that decide about sending."""


@dataclass(frozen=True, slots=True)
class LogBehind(Objection):
    """The workstation's log of sendings does not hold what this case left in it this month, ``lines`` lines long."""

    lines: int


@dataclass(frozen=True, slots=True)
class PlannedBeforeChange(Objection):
    """The case file was found changed by another hand after the plan was made."""


@dataclass(frozen=True, slots=True)
class PreviewMissing(Objection):
    """A person must look first, and has not looked at everything that the entry asks for."""

    left: int


@dataclass(frozen=True, slots=True)
class BodyNotCleared(Objection):
    """Bytes that are not among those that were cleared."""

    digest: Sha256


@dataclass(frozen=True, slots=True)
class PolicyChanged(Objection):
    """Another policy holds now than the one under which this was cleared."""

    cleared: Sha256
    holds: Sha256

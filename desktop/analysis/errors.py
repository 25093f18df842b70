"""What can go wrong with a plan or a run."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.errors import ExitCode, SekishoError
from desktop.domain.ids import PlanId, RunId


class AnalysisError(SekishoError):
    """Base of this room's failures."""


@dataclass(eq=False)
class NothingToPlan(AnalysisError):
    """No source was chosen."""


@dataclass(eq=False)
class RequestTooSmall(AnalysisError):
    """The policy allows requests so short that instructions and evidence do not fit."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED
    limit: int
    needed: int


@dataclass(eq=False)
class NoSuchApi(AnalysisError):
    """A policy's entry names an API that its provider does not have."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED
    provider: str
    api: str


@dataclass(eq=False)
class EffortNotTaken(AnalysisError):
    """A policy's entry says how much the model should think to a provider that takes no such wish."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED
    provider: str
    api: str


@dataclass(eq=False)
class RunOfAnotherPlan(AnalysisError):
    """A run is resumed with the plan that it was started with."""

    run: RunId
    plan: PlanId


@dataclass(eq=False)
class KeyRefused(AnalysisError):
    """The provider does not take the credential (HTTP 401)."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    entry: str


@dataclass(eq=False)
class ModelNotGranted(AnalysisError):
    """The provider does not give this model to this credential (HTTP 403 or 404)."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    model: str
    status: int


@dataclass(eq=False)
class ProviderFailing(AnalysisError):
    """The provider answered with errors until the patience was over; the run can be resumed."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    status: int
    """The last HTTP status."""
    tries: int


@dataclass(eq=False)
class AnsweredByAnother(AnalysisError):
    """What answers at the address is not the provider's API: a portal, a proxy's page; the run can be resumed."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    host: str
    content_type: str


@dataclass(eq=False)
class ProviderUnreachable(AnalysisError):
    """No connection could be made until the patience was over; the run can be resumed."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    host: str
    tries: int

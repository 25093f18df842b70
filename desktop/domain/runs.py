"""Plans, runs and exchanges with a model: what was meant to leave, what left, what came back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.ids import EvidenceId, ExchangeId, FindingId, PlanId, RunId, Sha256
from desktop.domain.places import Span


@dataclass(frozen=True, slots=True)
class Authorisation:
    """Leave to test: who owns the target, who authorised the work, for what, until when (that day included)."""

    owner: str
    by: str
    scope: str
    until: date
    reference: str = ""


class MaskAction(StrEnum):
    """What the gate does with a detected string, strictest first."""

    NOT_SENT = "not_sent"
    STRUCK_OUT = "struck_out"
    MASKED = "masked"
    ALLOWED = "allowed"


@dataclass(frozen=True, slots=True)
class PlannedUnit:
    """One unit of evidence in a plan. ``body_digest`` is the SHA-256 of the exact request body; empty if not sent."""

    evidence: EvidenceId
    path: str
    name: str
    span: Span
    body_digest: Sha256 | None
    tokens: int
    masked: int
    blocked_by: tuple[str, ...]
    """Detector kinds that forbid sending."""
    number: int
    """Its place in the plan, from 1."""
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """Another person's signed answer to a plan, as it was taken in; the gate checks it again before each run."""

    name: str
    fingerprint: str
    """Of the key that signed it."""
    approves: bool
    reason: str
    digest: Sha256
    """SHA-256 of ``answer``."""
    answer: bytes


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan as stored in the case; ``digest`` is what a person approves."""

    id: PlanId
    digest: Sha256
    entry: str
    """Id of the policy's model entry."""
    model: str
    made: datetime
    units: tuple[PlannedUnit, ...]
    tokens_in: int
    tokens_out_max: int
    cost: str
    """Decimal amount as text, with ``currency``."""
    currency: str
    facts: Mapping[str, str]
    """What else the digest covers; see ``PlanDraft``."""
    approved_by: str
    """Empty while nobody has approved it."""
    approved_at: datetime | None
    looked: tuple[tuple[str, str, float, int], ...]
    """(group, who, seconds, lines) of the preview that were looked at."""
    second: SecondPerson | None
    """The second person's last answer, where one was taken in."""


class Outcome(StrEnum):
    """How an exchange ended. ``UNKNOWN``: bytes left, no answer was seen."""

    SENT = "sent"
    ANSWERED = "answered"
    REFUSED_BY_MODEL = "refused_by_model"
    FILTERED = "filtered"
    TRUNCATED = "truncated"
    EMPTY = "empty"
    BROKEN_SCHEMA = "broken_schema"
    FAILED = "failed"
    WRONG_MODEL = "wrong_model"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and what came of it, from the egress ledger."""

    id: ExchangeId
    run: RunId
    when: datetime
    model_asked: str
    model_returned: str
    provider: str
    endpoint: str
    policy_digest: Sha256
    approved_by: str
    body_digest: Sha256
    bytes_sent: int
    masked: int
    tokens_in: int
    tokens_out: int
    cost: str
    currency: str
    seconds: float
    outcome: Outcome
    request_id: str
    findings: tuple[FindingId, ...]
    evidence: EvidenceId | None
    unit: str


class RunState(StrEnum):
    """A run is resumable while it is paused or was interrupted."""

    RUNNING = "running"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    CANCELLED = "cancelled"
    STOPPED = "stopped"
    """Stopped by the gate (wrong model, policy ended, budget)."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of an approved plan (or of the built-in rules: ``plan`` is None)."""

    id: RunId
    plan: PlanId | None
    model: str
    started: datetime
    ended: datetime | None
    state: RunState
    planned: int
    answered: int
    unknown: int
    leads: int
    unanchored: int

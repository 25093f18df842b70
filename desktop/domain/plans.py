"""A plan as it is made: exact bodies, before it is stored in a case and approved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop.domain.ids import EvidenceId, Sha256
from desktop.domain.places import Span


@dataclass(frozen=True, slots=True)
class TokenText:
    """A masking token and what it stands for; kept in the case, never sent."""

    text: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class DraftUnit:
    """One unit of evidence and the request that would carry it."""

    evidence: EvidenceId
    path: str
    name: str
    span: Span
    first_line: int
    last_line: int
    body: bytes | None
    """The exact request body; None where the unit is not sent."""
    digest: Sha256 | None
    """SHA-256 of ``body``."""
    tokens: int
    masked: int
    """How many strings were masked or struck out in it."""
    blocked_by: tuple[str, ...]
    masks: bytes
    """What masking did, as JSON (``desktop.analysis.masks``), so that a reply can be mapped back later."""


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A whole plan. ``digest`` covers everything in it but ``made``; it is what a person approves."""

    digest: Sha256
    entry: str
    """Id of the policy's model entry."""
    model: str
    """Model id that is asked for."""
    made: datetime
    units: tuple[DraftUnit, ...]
    tokens_in: int
    tokens_out_max: int
    cost: Decimal
    """The most that it can cost, in ``currency``."""
    currency: str
    facts: Mapping[str, str]
    """What else the digest covers: digests of policy and prompts, profile, provider, endpoint, purpose, class."""
    tokens: tuple[TokenText, ...]
    """Masking tokens that were made for it."""

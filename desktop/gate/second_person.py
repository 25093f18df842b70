"""A second person's leave, asked for and given in two signed files; there is no server (DESIGN §5).

The sender's workstation signs a request that says what would leave. The approver looks at it elsewhere and signs an
answer that holds the whole request, so that the answer alone says what was allowed. Whether an answer counts is said by
``desktop.gate.second_answer``.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Final, Literal

import msgspec

from desktop.domain.ids import Sha256
from desktop.gate.errors import NotSealed, SealBroken
from desktop.gate.policy import ClassName
from desktop.gate.sealed import Sealed, seal, unseal
from desktop.gate.signing import Signer

USUAL_DAYS: Final = 7
"""How long an answer may be used where the sender names no other time."""
MOST_DAYS: Final = 31
_MOST_REASON: Final = 2_000


class Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What would leave, as the second person reads it; the gate holds every field against the plan itself."""

    case: str
    title: str
    plan: str
    """The plan's digest, which covers every byte."""
    policy: str
    entry: str
    model: str
    host: str
    purpose: str
    data_class: ClassName
    """The highest class of all evidence in it, and of the case."""
    lowered_from: str
    """The class from which who asks has lowered it; empty where they have not."""
    units: int
    tokens_in: int
    cost: str
    """The most that it can cost, as decimal text."""
    currency: str


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who asks for what until when. ``nonce`` makes two requests for the same plan two leaves to send it once."""

    kind: Literal["sekisho second person request"]
    schema: Literal[1]
    nonce: str
    terms: Terms
    asked_by: str
    account: str
    """The operating system's account of who asks."""
    asked: datetime
    until: datetime


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the second person says to ``request``, the request file's own text."""

    kind: Literal["sekisho second person answer"]
    schema: Literal[1]
    request: str
    approves: bool
    reason: str
    """Why not; may be empty where they approve."""
    answered: datetime


def ask(terms: Terms, asked_by: tuple[str, str], by: Signer, now: datetime, days: int = USUAL_DAYS) -> bytes:
    """The request file for ``terms``, good for ``days`` (at most MOST_DAYS); ``asked_by`` is a name and an account."""
    asked = now.replace(microsecond=0)  # as a case keeps the time of a run
    until = asked + timedelta(days=min(days, MOST_DAYS))
    return seal(Request("sekisho second person request", 1, token_hex(16), terms, *asked_by, asked, until), by)


def read_request(data: bytes) -> Sealed[Request]:
    """The request in ``data``; raises NotSealed and SealBroken."""
    sealed = unseal(data, Request)
    asked, until = sealed.said.asked, sealed.said.until
    if asked.utcoffset() != timedelta(0) or until.utcoffset() != timedelta(0):
        raise NotSealed
    if not timedelta(0) < until - asked <= timedelta(days=MOST_DAYS):
        raise NotSealed
    return sealed


def answer(request: bytes, by: Signer, now: datetime, *, refuse: str | None = None) -> bytes:
    """The answer file of ``by``: yes, or no with the reason ``refuse``. ``request`` must have been read before."""
    kind: Final = "sekisho second person answer"
    reason = (refuse or "")[:_MOST_REASON]
    said = Answer(kind, 1, request.decode(), refuse is None, reason, now.replace(microsecond=0))
    return seal(said, by)


def read_answer(data: bytes) -> Sealed[Answer]:
    """The answer in ``data``, its request not looked at yet; raises NotSealed and SealBroken."""
    return unseal(data, Answer)


@dataclass(frozen=True, slots=True)
class Asked:
    """The request behind an answer, and the SHA-256 of its file."""

    said: Request
    digest: Sha256


def asked_in(answer: bytes) -> Asked | None:
    """The request that ``answer`` holds; None where either cannot be read."""
    try:
        text = read_answer(answer).said.request
        return Asked(read_request(text.encode()).said, digest_of(text))
    except (NotSealed, SealBroken):
        return None


def digest_of(request: str) -> Sha256:
    """What a request is called where it is remembered as used: the SHA-256 of its file."""
    return Sha256(hashlib.sha256(request.encode()).hexdigest())

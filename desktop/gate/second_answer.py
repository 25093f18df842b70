"""Whether a second person's answer counts for what is about to leave; pure, and it names everything at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from desktop.domain.ids import Sha256
from desktop.domain.people import same_person
from desktop.gate import second_reasons as reasons
from desktop.gate.errors import NotSealed, SealBroken
from desktop.gate.policy import Approver
from desktop.gate.reasons import Objection
from desktop.gate.sealed import Sealed
from desktop.gate.second_person import Answer, Request, Terms, digest_of, read_answer, read_request
from desktop.gate.signing import fingerprint
from desktop.text.fold import fold

_NAMED_APART: Final = frozenset({"case", "plan", "policy"})


@dataclass(frozen=True, slots=True)
class Sender:
    """Who would send, under which account of the operating system.

    ``keys`` are the public keys (hex) whose private halves this workstation has.
    """

    name: str
    account: str = ""
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Second:
    """A second person whose answer was found whole, by the policy's name of their key."""

    name: str
    fingerprint: str
    digest: Sha256
    """Of the answer file."""
    request: Sha256
    """Of the request file; a request is a leave to send once."""
    until: datetime
    approves: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Judged:
    """``second`` is None where the file says nothing that could be believed."""

    second: Second | None
    against: tuple[Objection, ...]


def judge(
    data: bytes, terms: Terms, sender: Sender, approvers: Sequence[Approver], now: datetime, *, used: bool = False
) -> Judged:
    """Hold the answer file ``data`` against the ``terms`` of what would leave now; ``used``: it was, before."""
    try:
        answer = read_answer(data)
        request = read_request(answer.said.request.encode())
    except NotSealed:
        return Judged(None, (reasons.AnswerUnreadable(),))
    except SealBroken:
        return Judged(None, (reasons.AnswerBroken(),))
    approver = next((one for one in approvers if one.key == answer.key), None)
    if approver is None:
        named: Sequence[Objection] = (reasons.ApproverNotNamed(fingerprint(answer.key)),)
    else:
        named = tuple(against_approver(approver, sender, request))
    second = Second(
        name=approver.name if approver else "",
        fingerprint=fingerprint(answer.key),
        digest=answer.digest,
        request=digest_of(answer.said.request),
        until=request.said.until,
        approves=answer.said.approves,
        reason=answer.said.reason,
    )
    found = [*named, *_against_terms(request.said.terms, terms), *_against_use(answer, request, sender, now)]
    if used:
        found.append(reasons.AnswerUsed(second.request))
    if not second.approves:
        found.append(reasons.SecondPersonRefused(second.name or second.fingerprint, second.reason))
    return Judged(second if approver else None, tuple(found))


def against_approver(approver: Approver, sender: Sender, request: Sealed[Request]) -> Iterator[Objection]:
    """The sender cannot be the second person: not by name or account, however it is written, nor by key."""
    names = (sender.name, sender.account, request.said.asked_by, request.said.account)
    if any(same_person(fold(approver.name), fold(name)) for name in names):
        yield reasons.ApproverIsSender(approver.name)
    if approver.key in sender.keys or approver.key == request.key:
        yield reasons.ApproverKeyIsSenders(fingerprint(approver.key))


def _against_terms(asked: Terms, now: Terms) -> Iterator[Objection]:
    if asked.case != now.case:
        yield reasons.AnswerForOtherCase(asked.title)
    if asked.policy != now.policy:
        yield reasons.AnswerUnderOtherPolicy(Sha256(asked.policy), Sha256(now.policy))
    if asked.plan != now.plan:
        yield reasons.AnswerForOtherPlan(Sha256(asked.plan), Sha256(now.plan))
        return
    said, holds = msgspec.to_builtins(asked), msgspec.to_builtins(now)
    wrong = tuple(name for name in said if name not in _NAMED_APART and said[name] != holds[name])
    if wrong:
        yield reasons.RequestSaidOtherwise(wrong)


def _against_use(
    answer: Sealed[Answer], request: Sealed[Request], sender: Sender, now: datetime
) -> Iterator[Objection]:
    asked_by = (request.said.asked_by, request.said.account)
    if asked_by != (sender.name, sender.account) or request.key not in sender.keys:
        yield reasons.RequestOfAnother(request.said.asked_by)
    if now > request.said.until or answer.said.answered > request.said.until:
        yield reasons.AnswerExpired(request.said.until)

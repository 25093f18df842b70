"""A second person's check of a plan: ask for it, look at what is asked, answer it, and take the answer in.

Two files go between two workstations by whatever way the bank has; there is no server. What counts is decided by the
gate, each time before anything leaves.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop.analysis.preview import outgoing
from desktop.casefile import Case, Reader
from desktop.casefile.actions import TakeAnswer
from desktop.domain.ids import Sha256
from desktop.domain.levels import DataClass
from desktop.domain.runs import PlanSummary, SecondPerson
from desktop.gate.errors import Refused
from desktop.gate.objections import terms_of
from desktop.gate.policy import Approver
from desktop.gate.preview import Looked
from desktop.gate.reasons import ModelNotApproved, NoPolicy, Objection
from desktop.gate.sealed import Sealed
from desktop.gate.second_answer import Judged, Sender, against_approver, judge
from desktop.gate.second_person import USUAL_DAYS, Request, Terms, answer, ask, asked_in, read_answer, read_request
from desktop.gate.second_reasons import AnswerExpired, AnswerUnreadable, ApproverNotNamed, SecondPersonRefused
from desktop.gate.signing import Signer, fingerprint, signer
from desktop.uses.cases import device_of
from desktop.uses.clearing import egress_log, keys_of, sender, was_used
from desktop.uses.files import read_small, write_whole
from desktop.uses.policies import effective_policy
from desktop.uses.sending import approve
from desktop.uses.workstation import Workstation, utc_now
from desktop.words import Lang, label, say


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as a second person looks at it. ``policy_known``: it was made under the policy that holds here too."""

    data: bytes
    request: Sealed[Request]
    policy_known: bool
    approvers: tuple[Approver, ...]
    """Who may answer, where the policy is known."""


def ask_second(
    case: Case,
    station: Workstation,
    plan: PlanSummary,
    looked: Iterable[Looked],
    out: Path,
    *,
    days: int = USUAL_DAYS,
) -> Request:
    """Approve ``plan`` as the first person, and write the request for the second one to ``out``.

    Raises Refused where no policy approves the plan's model any more, CannotWrite.
    """
    now = utc_now()
    with case.reader() as reader:
        terms = _terms(reader, station, plan)
    device = device_of(station)
    data = ask(terms, (station.actor, station.account), Signer(device.public.hex(), device.sign), now, days)
    approve(case, station, plan, looked)
    write_whole(out, data)
    return read_request(data).said


def look_at_request(station: Workstation, path: Path) -> Asked:
    """What the request at ``path`` asks for; raises CannotRead, NotSealed, SealBroken."""
    data = read_small(path)
    request = read_request(data)
    holds = effective_policy(station, utc_now())
    known = holds.policy is not None and holds.digest == request.said.terms.policy
    return Asked(data, request, known, holds.policy.approvers if known and holds.policy else ())


def request_in_words(asked: Asked, lang: Lang) -> list[tuple[str, str]]:
    """What the second person reads before they answer, line by line: its name and its value."""
    said = asked.request.said
    plain: dict[str, object] = msgspec.to_builtins(said.terms)
    for name in ("data_class", "lowered_from"):
        plain[name] = label(DataClass[str(plain[name]).upper()], lang) if plain[name] else "-"
    people: dict[str, object] = {
        "asked_by": said.asked_by,
        "account": said.account,
        "workstation": fingerprint(asked.request.key),
        "asked": said.asked,
        "until": said.until,
        "policy_known": say("term.known" if asked.policy_known else "term.not_known", lang),
    }
    return [(say(f"term.{name}", lang), say("term.value", lang, {"value": v})) for name, v in (plain | people).items()]


def answer_request(
    station: Workstation, asked: Asked, key_file: Path, out: Path, *, refuse: str | None = None
) -> Sha256:
    """Sign yes, or no with the reason ``refuse``, and write the answer to ``out``; returns the answer's digest.

    Raises Refused where the gate would never take the answer: the asker's own, a key that the policy does not name, too
    late. A no may always be said.
    """
    now = utc_now()
    by = signer(read_small(key_file))
    found = tuple(_against_answering(station, asked, by.key)) if refuse is None else ()
    if refuse is None and now > asked.request.said.until:
        found = (*found, AnswerExpired(asked.request.said.until))
    if found:
        raise Refused(found)
    data = answer(asked.data, by, now, refuse=refuse)
    write_whole(out, data)
    return read_answer(data).digest


def plan_answered(reader: Reader, path: Path) -> Sha256:
    """The digest of the plan that the answer at ``path`` is about; raises CannotRead, Refused."""
    asked = asked_in(read_small(path))
    if asked is None:
        raise Refused((AnswerUnreadable(),))
    return Sha256(asked.said.terms.plan)


def take_answer(case: Case, station: Workstation, plan: PlanSummary, path: Path) -> PlanSummary:
    """Take in the second person's answer at ``path``, and keep it with ``plan``; returns the plan as it is then.

    A no is kept too, with its reason; then Refused is raised as for everything else that stands against the answer.
    """
    data = read_small(path)
    with case.reader() as reader:
        judged = _judge(reader, station, plan, data)
    second = judged.second
    if second is not None and (not judged.against or _is_a_no(judged)):
        kept = SecondPerson(second.name, second.fingerprint, second.approves, second.reason, second.digest, data)
        case.do(TakeAnswer(plan.id, plan.digest, kept))
    if judged.against:
        raise Refused(judged.against)
    with case.reader() as reader:
        return reader.plan(plan.id)


def _terms(reader: Reader, station: Workstation, plan: PlanSummary) -> Terms:
    holds = effective_policy(station, utc_now())
    if holds.policy is None or holds.digest is None:
        raise Refused(holds.reasons or (NoPolicy(),))
    entry = holds.policy.model(plan.entry)
    if entry is None:
        raise Refused((ModelNotApproved(plan.entry),))
    info = reader.info()
    out = outgoing(reader, plan.id, entry, holds, sender(station))
    return terms_of(out, entry, holds.digest, info.case_id, info.title)


def _judge(reader: Reader, station: Workstation, plan: PlanSummary, data: bytes) -> Judged:
    now = utc_now()
    terms = _terms(reader, station, plan)
    policy = effective_policy(station, now).policy
    used = was_used(data, plan.id, reader, egress_log(station))
    sender = Sender(station.actor, station.account, keys_of(station))
    return judge(data, terms, sender, policy.approvers if policy else (), now, used=used)


def _is_a_no(judged: Judged) -> bool:
    return all(isinstance(one, SecondPersonRefused) for one in judged.against)


def _against_answering(station: Workstation, asked: Asked, key: str) -> Iterator[Objection]:
    """What the gate would say against an answer by ``key``, as far as it can be told here."""
    said = asked.request.said
    named = next((one for one in asked.approvers if one.key == key), None)
    if asked.policy_known and named is None:
        yield ApproverNotNamed(fingerprint(key))
    approver = named or Approver(station.actor, key)
    yield from against_approver(
        approver, Sender(said.asked_by, said.account, frozenset({asked.request.key})), asked.request
    )

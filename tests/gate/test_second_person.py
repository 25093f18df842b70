"""A second person's leave: two signed files, and every way in which one is no leave, each with its own reason."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ids import Sha256
from desktop.domain.levels import DataClass
from desktop.domain.runs import Outcome
from desktop.gate import second_reasons as reasons
from desktop.gate.clearance import Clearance, clear, still_against
from desktop.gate.egress_log import EgressLog
from desktop.gate.egress_log import Sending as Logged
from desktop.gate.errors import NotSealed, Refused, SealBroken
from desktop.gate.objections import Approval, objections, terms_of
from desktop.gate.policy import Limits
from desktop.gate.reasons import Objection, sentences
from desktop.gate.sealed import seal
from desktop.gate.second_person import Request, answer, ask, asked_in, read_answer, read_request
from desktop.gate.signing import KeyPair, Signer, keygen, sign, signer, verify
from desktop.words import Lang
from tests.gate.bank import NOW, Sending, entry, managed, sending

DEVICE, SUZUKI, TANAKA = keygen("Sato's workstation"), keygen("Suzuki"), keygen("Tanaka")
APPROVERS = [{"name": "Suzuki", "key": SUZUKI.public.key}]
LATER = NOW + timedelta(hours=1)
_Spoil = Callable[[Sending], Sending]


def _by(pair: KeyPair) -> Signer:
    return signer(pair.private_pem)


def _asked(one: Sending, *, by: KeyPair = DEVICE, asked_by: str = "Sato", account: str = "sato", **terms: Any) -> bytes:
    """The request for ``one``; ``terms`` are lies in it."""
    assert one.effective.policy is not None and one.effective.digest is not None
    model = one.effective.policy.models[0]
    true = terms_of(one.out, model, one.effective.digest, one.standing.case, one.standing.title)
    return ask(msgspec.structs.replace(true, **terms), (asked_by, account), _by(by), NOW)


def _wanted(approvers: list[dict[str, str]] = APPROVERS, **policy: Any) -> Sending:
    """A sending in order but for the second person that its policy wants."""
    effective = managed(entry(second_person_for=["internal"], users=["Ｓａｔｏ"]), approvers=approvers, **policy)
    one = sending(effective=effective)
    standing = replace(
        one.standing, user="sato", keys=frozenset({DEVICE.public.key}), case="case-1", title="Deposits", name="Sato"
    )
    return replace(one, standing=standing)


def _called(name: str, one: Sending) -> Sending:
    return replace(one, standing=replace(one.standing, name=name))


def _with(one: Sending, answered: bytes, *, used: bool = False) -> Sending:
    approval = Approval(one.out.plan, "Sato", second=answered, used=used)
    return replace(one, standing=replace(one.standing, approval=approval))


def _against(one: Sending, now: Any = LATER) -> tuple[Objection, ...]:
    return objections(one.out, one.effective, one.authorisation, one.standing, now)


def _kinds(one: Sending, now: Any = LATER) -> list[type[Objection]]:
    return [type(o) for o in _against(one, now)]


def _clear(one: Sending) -> Clearance:
    return clear(one.out, one.effective, one.authorisation, one.standing, LATER)


ASKED = _asked(_wanted())
ANSWER = answer(ASKED, _by(SUZUKI), LATER)


def test_without_an_answer_the_second_person_is_missing() -> None:
    assert _kinds(_wanted()) == [reasons.SecondPersonMissing]


def test_an_answer_of_a_named_approver_lets_exactly_this_plan_leave_and_both_are_named() -> None:
    clearance = _clear(_with(_wanted(), ANSWER))
    assert clearance.approved_by == "Sato, Suzuki"
    assert clearance.second is not None
    assert (clearance.second.name, clearance.second.digest) == ("Suzuki", read_answer(ANSWER).digest)


def test_the_approver_reads_in_the_request_what_the_gate_knows_of_the_plan() -> None:
    said = read_request(ASKED).said
    assert (said.asked_by, said.asked, said.until) == ("Sato", NOW, NOW + timedelta(days=7))
    assert (said.terms.case, said.terms.plan, said.terms.data_class) == ("case-1", "a" * 64, "internal")
    assert (said.terms.units, said.terms.cost, said.terms.currency) == (1, "1", "JPY")
    assert said.terms.policy == _wanted().effective.digest


NAMED_SATO = [{"name": " ｓａｔｏ", "key": SUZUKI.public.key}]
NAMED_DEVICE = [*APPROVERS, {"name": "Suzuki", "key": DEVICE.public.key}]
OTHER = Sha256("b" * 64)
OF_OTHER_CASE = _with(_wanted(), answer(_asked(_wanted(), case="case-2"), _by(SUZUKI), LATER))
SPOILT: dict[str, tuple[type[Objection], Sending]] = {
    "another plan": (
        reasons.AnswerForOtherPlan,
        replace(
            _with(_wanted(), ANSWER),
            out=replace(_wanted().out, plan=OTHER),
            standing=replace(_wanted().standing, approval=Approval(OTHER, "Sato", second=ANSWER)),
        ),
    ),
    "another policy": (reasons.AnswerUnderOtherPolicy, _with(_wanted(serial=8), ANSWER)),
    "another case": (reasons.AnswerForOtherCase, OF_OTHER_CASE),
    "by the sender's name": (
        reasons.ApproverIsSender,
        _with(_wanted(NAMED_SATO), answer(_asked(_wanted(NAMED_SATO)), _by(SUZUKI), LATER)),
    ),
    "by the sender's key": (
        reasons.ApproverKeyIsSenders,
        _with(_wanted(NAMED_DEVICE), answer(_asked(_wanted(NAMED_DEVICE)), _by(DEVICE), LATER)),
    ),
    "by an unknown key": (reasons.ApproverNotNamed, _with(_wanted(), answer(ASKED, _by(TANAKA), LATER))),
    "used before": (reasons.AnswerUsed, _with(_wanted(), ANSWER, used=True)),
    "a no": (reasons.SecondPersonRefused, _with(_wanted(), answer(ASKED, _by(SUZUKI), LATER, refuse="too much"))),
    "asked by another": (
        reasons.RequestOfAnother,
        _with(_wanted(), answer(_asked(_wanted(), asked_by="Mori"), _by(SUZUKI), LATER)),
    ),
    "asked under another account": (
        reasons.RequestOfAnother,
        _with(_wanted(), answer(_asked(_wanted(), account="mori"), _by(SUZUKI), LATER)),
    ),
    "by the account of who asks": (
        reasons.ApproverIsSender,
        _with(
            _called("Suzuki", _wanted(NAMED_SATO)),
            answer(_asked(_wanted(NAMED_SATO), asked_by="Suzuki"), _by(SUZUKI), LATER),
        ),
    ),
    "asked elsewhere": (
        reasons.RequestOfAnother,
        _with(_wanted(), answer(_asked(_wanted(), by=TANAKA), _by(SUZUKI), LATER)),
    ),
    "no answer at all": (reasons.AnswerUnreadable, _with(_wanted(), b"{}")),
    "the request itself": (reasons.AnswerUnreadable, _with(_wanted(), ASKED)),
}


@pytest.mark.parametrize(("kind", "one"), SPOILT.values(), ids=SPOILT)
def test_each_answer_that_is_no_leave_is_refused_with_its_own_reason(kind: type[Objection], one: Sending) -> None:
    assert _kinds(one) == [kind]
    with pytest.raises(Refused):
        _clear(one)
    for lang in Lang:
        [said] = sentences(_against(one), lang)
        assert said and "{" not in said


@pytest.mark.parametrize(
    "lie",
    [
        {"title": "Sandbox"},
        {"units": 0},
        {"cost": "0.01"},
        {"currency": "USD"},
        {"data_class": "public"},
        {"model": "other"},
        {"host": "127.0.0.1:1"},
        {"purpose": "chat"},
        {"tokens_in": 1},
        {"entry": "other"},
    ],
)
def test_a_request_that_told_the_approver_something_untrue_is_worth_nothing(lie: dict[str, Any]) -> None:
    one = _with(_wanted(), answer(_asked(_wanted(), **lie), _by(SUZUKI), LATER))
    assert _against(one) == (reasons.RequestSaidOtherwise(tuple(lie)),)


def test_what_was_planned_after_the_request_is_another_thing_even_under_the_same_digest() -> None:
    dearer = _with(_wanted(), ANSWER)
    bodies = tuple(replace(body, cost=Decimal(2)) for body in dearer.out.bodies)
    higher = replace(dearer, out=replace(dearer.out, bodies=bodies))
    assert _against(higher) == (reasons.RequestSaidOtherwise(("cost",)),)


def test_an_answer_ends_with_its_request_also_in_the_middle_of_a_run() -> None:
    one = _with(_wanted(), ANSWER)
    clearance = _clear(one)
    until = NOW + timedelta(days=7)
    assert list(still_against(clearance, one.effective, until)) == []
    after = until + timedelta(seconds=1)
    assert list(still_against(clearance, one.effective, after)) == [reasons.AnswerExpired(until)]
    assert _kinds(one, after) == [reasons.AnswerExpired]


def test_an_answer_dated_after_the_end_of_its_request_counts_as_too_late() -> None:
    late = answer(ASKED, _by(SUZUKI), NOW + timedelta(days=8))
    assert _kinds(_with(_wanted(), late)) == [reasons.AnswerExpired]


def test_a_request_that_would_be_good_for_ever_is_none() -> None:
    said = read_request(ASKED).said
    endless = seal(msgspec.structs.replace(said, until=NOW + timedelta(days=4000)), _by(DEVICE))
    with pytest.raises(NotSealed):
        read_request(endless)
    assert asked_in(answer(endless, _by(SUZUKI), LATER)) is None


@given(st.integers(0, len(ASKED) * 8 - 1))
def test_any_flipped_bit_of_a_request_is_noticed(bit: int) -> None:
    with pytest.raises((NotSealed, SealBroken)):
        read_request(_flipped(ASKED, bit))


@given(st.integers(0, len(ANSWER) * 8 - 1))
def test_any_flipped_bit_of_an_answer_is_refused(bit: int) -> None:
    kinds = set(_kinds(_with(_wanted(), _flipped(ANSWER, bit))))
    assert kinds and kinds <= {reasons.AnswerUnreadable, reasons.AnswerBroken}


@given(st.integers(0, len(ASKED) * 8 - 1))
def test_an_answer_to_a_request_with_a_flipped_bit_is_refused_whoever_signs_it(bit: int) -> None:
    flipped = _flipped(ASKED, bit)
    try:
        flipped.decode()
    except UnicodeDecodeError:
        return
    kinds = set(_kinds(_with(_wanted(), answer(flipped, _by(SUZUKI), LATER))))
    assert kinds and kinds <= {reasons.AnswerUnreadable, reasons.AnswerBroken}


@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_no_answer(data: bytes) -> None:
    assert _kinds(_with(_wanted(), data)) == [reasons.AnswerUnreadable]


@pytest.mark.parametrize("where", ["key", "signature"])
@pytest.mark.parametrize("spell", [str.upper, lambda text: f" {text}", lambda text: f"{text[:2]} {text[2:]}"])
def test_a_file_has_one_spelling(where: str, spell: Callable[[str], str]) -> None:
    file = json.loads(ANSWER)
    respelt = json.dumps(file | {where: spell(file[where])}, separators=(",", ":"), sort_keys=True, ensure_ascii=False)
    assert _kinds(_with(_wanted(), respelt.encode())) == [reasons.AnswerBroken]


def test_a_signature_over_a_policy_is_none_over_an_answer_and_the_other_way_round() -> None:
    said = json.loads(ANSWER)
    detached = json.loads(sign(ANSWER, SUZUKI.private_pem))["signatures"][0]
    swapped = said | {"signature": detached["signature"]}
    assert _kinds(_with(_wanted(), json.dumps(swapped, separators=(",", ":"), sort_keys=True).encode())) == [
        reasons.AnswerBroken
    ]
    assert verify(ANSWER, sign(ANSWER, SUZUKI.private_pem), [SUZUKI.public]) == ("Suzuki",)
    with pytest.raises(NotSealed):
        read_answer(seal(msgspec.convert(json.loads(ASKED)["said"], Request), _by(SUZUKI)))


def _flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


# --- once ---------------------------------------------------------------------------------------------------------


def _logged(second: Sha256 | None, body: str = "c") -> Logged:
    return Logged(
        time=NOW,
        case="case-1",
        user="Sato",
        entry="tiny",
        model="tiny-1",
        host="127.0.0.1",
        body=Sha256(body * 64),
        size=10,
        cost=Decimal(1),
        currency="JPY",
        policy=OTHER,
        approved_by="Sato, Suzuki",
        second=second,
    )


def test_the_workstation_remembers_under_which_request_something_left(tmp_path: Path) -> None:
    log = EgressLog(tmp_path)
    log.reserve(_logged(None), Limits())
    assert not log.used(OTHER)
    log.reserve(_logged(OTHER), Limits())
    assert log.used(OTHER)
    assert EgressLog(tmp_path).used(OTHER), "another process, and another copy of the case, know it too"


def test_a_body_that_was_answered_never_leaves_again_under_the_same_request(tmp_path: Path) -> None:
    log = EgressLog(tmp_path)
    failed = log.reserve(_logged(OTHER), Limits())
    log.settle(failed, NOW, Decimal(0), Outcome.FAILED)
    again = log.reserve(_logged(OTHER), Limits())
    log.settle(again, NOW, Decimal(1), Outcome.ANSWERED)
    with pytest.raises(Refused) as refused:
        EgressLog(tmp_path).reserve(_logged(OTHER), Limits())
    assert refused.value.objections == (reasons.AnswerUsed(OTHER),)
    log.reserve(_logged(OTHER, "d"), Limits())
    log.reserve(_logged(None), Limits())


def test_where_the_class_needs_no_second_person_an_answer_changes_nothing() -> None:
    one = _with(_wanted(), ANSWER)
    public = replace(one, out=replace(one.out, data_class=DataClass.PUBLIC))
    assert _kinds(public) == []
    assert _clear(public).second is None

"""The gate says everything that stands against a sending, at once, in both languages."""

import dataclasses
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop.domain.errors import ExitCode
from desktop.domain.ids import Sha256
from desktop.domain.levels import DataClass
from desktop.gate import reasons
from desktop.gate.clearance import clear, still_against
from desktop.gate.effective import Effective, State
from desktop.gate.errors import PolicyNotCanonical, Refused
from desktop.gate.objections import Approval, Body, Spent, objections
from desktop.gate.reasons import Objection, sentences
from desktop.gate.second_reasons import SecondPersonMissing
from desktop.words import Lang
from desktop.words.catalogue import SENTENCES
from tests.gate.bank import AUTHORISATION, NOW, Sending, entry, managed, sending


def against(one: Sending) -> set[type[Objection]]:
    return {type(o) for o in objections(one.out, one.effective, one.authorisation, one.standing, NOW)}


def test_nothing_stands_against_a_sending_in_order() -> None:
    one = sending()
    assert against(one) == set()
    clearance = clear(one.out, one.effective, one.authorisation, one.standing, NOW)
    assert set(clearance.bodies) == {body.digest for body in one.out.bodies}


def _out(**changes: object) -> Callable[[Sending], Sending]:
    return lambda one: replace(one, out=replace(one.out, **changes))  # type: ignore[arg-type]


def _standing(**changes: object) -> Callable[[Sending], Sending]:
    return lambda one: replace(one, standing=replace(one.standing, **changes))  # type: ignore[arg-type]


def _entry(**changes: object) -> Callable[[Sending], Sending]:
    return lambda one: replace(one, effective=managed(entry(**changes)))


OTHER = Sha256("b" * 64)
BIG = Body(OTHER, 10_000, 9_000, Decimal(50))
UNMANAGED = Effective(State.UNMANAGED, None, None, None, (), (reasons.NoPolicy(),))
CASES: dict[type[Objection], Callable[[Sending], Sending]] = {
    reasons.NoPolicy: lambda one: replace(one, effective=UNMANAGED),
    reasons.KillSwitch: lambda one: replace(one, effective=managed(kill_switch=True)),
    reasons.PolicyExpired: lambda one: replace(one, effective=managed(valid_until="2026-11-24T00:00:00Z")),
    reasons.NoAuthorisation: lambda one: replace(one, authorisation=None),
    reasons.AuthorisationEnded: lambda one: replace(
        one, authorisation=replace(AUTHORISATION, until=NOW.date() - timedelta(days=1))
    ),
    reasons.ModelNotApproved: _out(model="other"),
    reasons.ModelEnded: _entry(valid_until="2026-11-24"),
    reasons.UserNotNamed: _standing(user="Mallory"),
    reasons.PurposeNotAllowed: _out(purpose="chat"),
    reasons.ClassTooHigh: _out(data_class=DataClass.RESTRICTED),
    reasons.WrongProfile: _out(profile="on-premises"),
    reasons.HostNotAllowed: _out(host=("evil.example.com", 443)),
    reasons.KindNotKnown: _entry(forbidden_kinds=["retina_scan"]),
    reasons.CredentialMissing: _standing(has_credential=False),
    reasons.TooManyTokens: lambda one: _entry(limits={"tokens_in_request": 500})(one),
    reasons.TooManyRequests: lambda one: _entry(limits={"requests_run": 0})(one),
    reasons.BudgetExceeded: lambda one: _entry(limits={"cost_run": "0.5"})(one),
    reasons.WrongCurrency: _out(currency="USD"),
    reasons.NotPlanned: _out(plan=Sha256("")),
    reasons.NothingToSend: _out(bodies=()),
    reasons.ForbiddenKind: _out(forbidden=(("my_number", "DPB0700"),)),
    reasons.Unmasked: _out(unmasked=(("phone", "DPB0450"),)),
    reasons.PlanNotApproved: _standing(approval=None),
    reasons.PlanChanged: _standing(approval=Approval(OTHER, "Sato")),
    reasons.PlanNotAsWritten: _out(found=(reasons.PlanNotAsWritten(OTHER),)),
    reasons.BodyNotAsShown: _out(found=(reasons.BodyNotAsShown("DPB0450"),)),
    reasons.PlannedBeforeChange: _out(found=(reasons.PlannedBeforeChange(),)),
    reasons.LogBehind: _standing(found=(reasons.LogBehind(12),)),
    reasons.CaseFoundChanged: _standing(found=(reasons.CaseFoundChanged(),)),
    reasons.ApprovalUsed: _standing(approval=Approval(Sha256("a" * 64), "Sato", run=3)),
    reasons.PreviewMissing: _standing(approval=Approval(Sha256("a" * 64), "Sato", left=3)),
    SecondPersonMissing: _entry(second_person_for=["internal"]),
}


@pytest.mark.parametrize(("kind", "spoil"), CASES.items(), ids=lambda v: getattr(v, "__name__", ""))
def test_each_thing_in_the_way_is_named(kind: type[Objection], spoil: Callable[[Sending], Sending]) -> None:
    spoiled = spoil(sending())
    assert kind in against(spoiled)
    with pytest.raises(Refused) as refused:
        clear(spoiled.out, spoiled.effective, spoiled.authorisation, spoiled.standing, NOW)
    assert kind in {type(o) for o in refused.value.objections}
    assert refused.value.exit_code is ExitCode.REFUSED


def test_all_are_named_at_once() -> None:
    spoiled = sending()
    together = [k for k in CASES if k not in (reasons.NoPolicy, reasons.ModelNotApproved, reasons.NothingToSend)]
    for kind in (reasons.NoAuthorisation, reasons.UserNotNamed, reasons.PurposeNotAllowed, reasons.ClassTooHigh):
        assert kind in together
        spoiled = CASES[kind](spoiled)
    spoiled = CASES[reasons.HostNotAllowed](CASES[reasons.CredentialMissing](CASES[reasons.PlanNotApproved](spoiled)))
    spoiled = CASES[reasons.Unmasked](CASES[reasons.ForbiddenKind](CASES[reasons.WrongCurrency](spoiled)))
    assert against(spoiled) == {
        *(reasons.NoAuthorisation, reasons.UserNotNamed, reasons.PurposeNotAllowed, reasons.ClassTooHigh),
        *(reasons.HostNotAllowed, reasons.CredentialMissing, reasons.PlanNotApproved),
        *(reasons.Unmasked, reasons.ForbiddenKind, reasons.WrongCurrency),
    }


def test_what_was_spent_counts_against_the_budget() -> None:
    one = _entry(limits={"cost_day": "10", "cost_month": "100", "requests_day": 5})(sending(cost="2"))
    spent = _standing(spent=Spent(5, Decimal(9), Decimal(99)))(one)
    assert against(one) == set()
    said = objections(spent.out, spent.effective, spent.authorisation, spent.standing, NOW)
    assert {o.per for o in said if isinstance(o, reasons.BudgetExceeded)} == {"day", "month"}
    assert [o.left for o in said if isinstance(o, reasons.TooManyRequests)] == [0]


def test_a_forbidden_kind_of_the_entry_that_the_final_scan_finds_is_forbidden() -> None:
    one = _entry(forbidden_kinds=["phone"])(CASES[reasons.Unmasked](sending()))
    assert against(one) == {reasons.ForbiddenKind}


def test_a_clearance_ends_with_the_policy_under_which_it_was_given() -> None:
    one = sending()
    clearance = clear(one.out, one.effective, one.authorisation, one.standing, NOW)
    assert list(still_against(clearance, one.effective, NOW)) == []
    killed = managed(kill_switch=True)
    assert {type(o) for o in still_against(clearance, killed, NOW)} == {reasons.KillSwitch, reasons.PolicyChanged}
    later = NOW + timedelta(days=200)
    assert {type(o) for o in still_against(clearance, one.effective, later)} == {
        reasons.PolicyExpired,
        reasons.ModelEnded,
    }


FIXED = {"per": "day", "kind": "my_number", "terms": ("cost", "data_class"), "changed": ("policy", "evidence")}


def _kinds(base: type[Objection]) -> list[type[Objection]]:
    return [k for sub in base.__subclasses__() for k in (sub, *_kinds(sub))]


@pytest.mark.parametrize("kind", _kinds(Objection), ids=lambda k: k.__name__)
def test_every_objection_has_its_sentence_in_both_languages(kind: type[Objection]) -> None:
    assert kind.__name__ in SENTENCES
    samples = {
        "int": 3,
        "str": "x",
        "Sha256": "c" * 64,
        "date": date(2026, 1, 2),
        "datetime": NOW,
        "Decimal": Decimal(5),
        "DataClass": DataClass.RESTRICTED,
        "SekishoError": PolicyNotCanonical(),
    }
    values = {
        f.name: FIXED.get(f.name) or samples[f.type if isinstance(f.type, str) else f.type.__name__]
        for f in dataclasses.fields(kind)
    }
    for lang in Lang:
        (said,) = sentences([kind(**values)], lang)
        assert said.strip()
        assert "{" not in said


def test_classes_and_causes_are_put_in_words() -> None:
    said = sentences([reasons.ClassTooHigh(DataClass.RESTRICTED, DataClass.INTERNAL)], Lang.JA)
    assert "極秘" in said[0]
    (said_en,) = sentences([reasons.PolicyRejected("p.json", PolicyNotCanonical())], Lang.EN)
    assert "RFC 8785" in said_en

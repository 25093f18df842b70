"""The reason strip as a value: what it still needs, what a digit answers, and when Space has something to repeat."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, Origin, Status
from desktop.ui.decision.asking import Asking, Need, Streak, Targets
from tests.ui.test_standing import ROW

TOOL = Targets.of([replace(ROW, origin=Origin.SCANNER)], "R1")
LEAD = Targets.of([ROW], "R1")
MANY = Targets.of([ROW, replace(ROW, id=FindingId(2), origin=Origin.SCANNER)])


def test_two_keys_are_a_decision_where_a_reason_was_given_before() -> None:
    asking = Asking(Status.FALSE_POSITIVE, TOOL, last_reason="Checked before")
    assert asking.offers_last
    action = replace(asking, line=asking.last_reason).decision()
    assert action is not None
    assert (action.reason, action.typed) == ("Checked before", False)


def test_nothing_is_decided_without_a_reason() -> None:
    assert Asking(Status.NOT_AFFECTED, TOOL).decision() is None
    assert Asking(Status.NOT_AFFECTED, TOOL, line="  ").decision() is None


def test_a_digit_takes_a_preset_reason_and_never_counts_as_typed() -> None:
    action = Asking(Status.FALSE_POSITIVE, TOOL, presets=("Checked", "Dead code")).digit(2).decision()
    assert action is not None
    assert (action.reason, action.typed) == ("Dead code", False)
    assert Asking(Status.FALSE_POSITIVE, TOOL, presets=("Checked",)).digit(5).decision() is None


def test_confirming_asks_how_it_was_checked() -> None:
    asking = Asking(Status.CONFIRMED, TOOL, last_reason="Seen in the log")
    assert asking.needs() == (Need.HOW,)
    assert not asking.offers_last
    answered = asking.digit(2)
    assert (answered.how, answered.offers_last) == (CheckedHow.READ_THE_CODE, True)
    action = answered.decision("Read the code")
    assert action is not None
    assert (action.how, action.reason) == (CheckedHow.READ_THE_CODE, "Read the code")


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.FIXED, Status.CLOSED])
def test_a_lead_taken_as_real_needs_a_typed_line_and_space_does_nothing(status: Status) -> None:
    asking = Asking(status, LEAD, presets=("Released",), last_reason="Seen", how=CheckedHow.READ_THE_CODE)
    assert asking.must_type
    assert not asking.offers_last
    assert replace(asking, line="Seen").decision("Read the code") is None
    typed = replace(asking, line="Nothing tests the branch number", typed=True).decision()
    assert typed is not None
    assert typed.typed


def test_leads_are_never_taken_as_real_in_bulk() -> None:
    asking = Asking(Status.CONFIRMED, MANY, how=CheckedHow.READ_THE_CODE, line="All of them", typed=True)
    assert asking.refuses_bulk
    assert asking.decision() is None
    dismissed = Asking(Status.FALSE_POSITIVE, MANY, line="Test code").decision()
    assert dismissed is not None
    assert len(dismissed.findings) == 2


def test_the_strip_counts_leads_and_critical_ones_among_what_it_hits() -> None:
    assert (MANY.leads, MANY.critical, MANY.bulk) == (1, 2, True)


def test_accepting_a_risk_needs_an_end_an_approver_and_a_control() -> None:
    asking = Asking(Status.RISK_ACCEPTED, TOOL, line="Replaced in spring")
    assert asking.needs() == (Need.UNTIL, Need.APPROVER, Need.COMPENSATING)
    full = replace(asking, until=date(2027, 3, 31), approver="Suzuki", compensating="Filter in front")
    assert full.decision() is not None


def test_twenty_quick_decisions_with_one_reason_ask_for_another_look() -> None:
    streak = Streak()
    for number in range(19):
        streak = streak.after("Checked", FindingId(number), number * 1.5)
    assert not streak.asks
    assert streak.after("Checked", FindingId(19), 19 * 1.5).asks
    assert not streak.after("Checked", FindingId(19), 19 * 1.5 + 60).asks
    assert not streak.after("Another", FindingId(19), 19 * 1.5).asks

"""The rules of deciding, asked of the one place where decisions are written."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.casefile import Case
from desktop.casefile.actions import ApproveDecision, Reanchor, SetStatus, SetVerification
from desktop.casefile.errors import (
    AcceptanceIncomplete,
    AlreadyOver,
    AnotherWasAsked,
    ApproverIsAuthor,
    DuplicateOfWhat,
    HowMissing,
    LeadsInBulk,
    MustBeTyped,
    NoSuchFinding,
    NothingToApprove,
    QuoteNotFound,
    ReasonMissing,
    StandsRefuted,
)
from desktop.domain.ids import FindingId
from desktop.domain.levels import Anchor, CheckedHow, Status, Verification
from desktop.domain.places import Span
from desktop.domain.standing import Standing, standing
from tests.casefile.conftest import Bench
from tests.casefile.samples import lead, own, source

LATER = date(2027, 3, 31)
DECISIONS = [status for status in Status if status.is_decision]


@pytest.mark.parametrize("status", DECISIONS)
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_decision_needs_a_reason(case: Case, status: Status, reason: str) -> None:
    with pytest.raises(ReasonMissing):
        case.do(SetStatus((own(case),), status, reason, CheckedHow.READ_THE_CODE))


def test_in_review_needs_no_reason(case: Case) -> None:
    finding = own(case)
    case.do(SetStatus((finding,), Status.IN_REVIEW))
    assert case.read.finding(finding).row.status is Status.IN_REVIEW
    assert case.read.finding(finding).row.decided_by == ""


def test_a_refused_decision_leaves_no_entry(case: Case) -> None:
    finding = own(case)
    before = case.read.info()
    with pytest.raises(ReasonMissing):
        case.do(SetStatus((finding,), Status.FIXED))
    assert case.read.info() == before


def test_confirming_says_how_it_was_checked(case: Case) -> None:
    finding = own(case)
    with pytest.raises(HowMissing):
        case.do(SetStatus((finding,), Status.CONFIRMED, "seen"))
    case.do(SetStatus((finding,), Status.CONFIRMED, "seen", CheckedHow.READ_THE_CODE))
    found = case.read.finding(finding)
    assert found.decision is not None
    assert (found.row.decided_by, found.decision.who, found.decision.how) == ("Sato", "Sato", CheckedHow.READ_THE_CODE)


def test_who_confirms_by_reproducing_records_both_in_one_entry_and_one_undo(case: Case) -> None:
    some = (own(case), own(case, "two"))
    case.do(SetVerification((some[1],), Verification.REFUTED, "not on the test system", typed=True))
    before = case.read.info().entries
    case.do(SetStatus(some, Status.CONFIRMED, "ran it", CheckedHow.REPRODUCED))
    assert case.read.info().entries == before + 1
    for finding in some:
        row = case.read.finding(finding).row
        assert (row.status, row.verification, row.verified_by) == (Status.CONFIRMED, Verification.REPRODUCED, "Sato")
        assert standing(row) is Standing.REPRODUCED
    assert case.read.history(limit=1)[0].fields["verification"] == "reproduced"
    case.undo()
    assert [case.read.finding(one).row.verification for one in some] == [Verification.UNVERIFIED, Verification.REFUTED]


@pytest.mark.parametrize("how", [CheckedHow.READ_THE_CODE, CheckedHow.TOOL_AGREES])
def test_other_ways_of_confirming_do_not_claim_that_it_was_reproduced(case: Case, how: CheckedHow) -> None:
    finding = own(case)
    case.do(SetStatus((finding,), Status.CONFIRMED, "seen", how))
    assert case.read.finding(finding).row.verification is Verification.UNVERIFIED


def test_a_refuted_finding_is_not_taken_as_real_unless_it_is_reproduced_or_the_refutation_withdrawn(case: Case) -> None:
    finding = own(case)
    case.do(SetVerification((finding,), Verification.REFUTED, "the value is checked", typed=True))
    for action in (
        SetStatus((finding,), Status.CONFIRMED, "real", CheckedHow.READ_THE_CODE),
        SetStatus((finding,), Status.FIXED, "released"),
        accept(finding),
    ):
        with pytest.raises(StandsRefuted):
            case.do(action)
    case.do(SetStatus((finding,), Status.NOT_AFFECTED, "checked"))
    case.do(SetVerification((finding,), Verification.UNVERIFIED))
    case.do(SetStatus((finding,), Status.CONFIRMED, "real after all", CheckedHow.READ_THE_CODE))
    assert standing(case.read.finding(finding).row) is Standing.DECIDED


@pytest.mark.parametrize("verification", [Verification.REPRODUCED, Verification.REFUTED])
def test_who_reproduces_or_refutes_says_what_they_saw(case: Case, verification: Verification) -> None:
    with pytest.raises(ReasonMissing):
        case.do(SetVerification((own(case),), verification, " "))


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.FIXED, Status.CLOSED])
def test_a_lead_is_taken_as_real_only_by_a_typed_line(case: Case, status: Status) -> None:
    claim = lead(case)
    with pytest.raises(MustBeTyped):
        case.do(SetStatus((claim,), status, "preset", CheckedHow.READ_THE_CODE))
    case.do(SetStatus((claim,), status, "I read lines 40 to 52", CheckedHow.READ_THE_CODE, typed=True))
    assert case.read.finding(claim).row.status is status


def test_leads_are_never_taken_as_real_in_bulk_but_may_be_dismissed_so(case: Case) -> None:
    both = (own(case), lead(case))
    with pytest.raises(LeadsInBulk) as refused:
        case.do(SetStatus(both, Status.CONFIRMED, "all of them", CheckedHow.READ_THE_CODE, typed=True))
    assert (refused.value.leads, refused.value.count) == (1, 2)
    case.do(SetStatus(both, Status.FALSE_POSITIVE, "dead code"))


def test_reproducing_a_lead_needs_a_typed_note(case: Case) -> None:
    claim = lead(case)
    with pytest.raises(MustBeTyped):
        case.do(SetVerification((claim,), Verification.REPRODUCED, "ran it"))
    case.do(SetVerification((claim,), Verification.REPRODUCED, "ran it with '", typed=True))
    row = case.read.finding(claim).row
    assert (row.verification, row.verified_by, row.status) == (Verification.REPRODUCED, "Sato", Status.NEW)
    assert [note.text for note in case.read.annotations(finding=claim)] == ["ran it with '"]


def test_a_quote_that_stands_nowhere_must_be_anchored_before_it_is_believed(case: Case) -> None:
    claim, evidence = lead(case, anchor=Anchor.NOT_FOUND), source(case)
    believe = SetStatus((claim,), Status.CONFIRMED, "there it is", CheckedHow.READ_THE_CODE, typed=True)
    for action in (believe, SetVerification((claim,), Verification.REPRODUCED, "ran", typed=True)):
        with pytest.raises(QuoteNotFound):
            case.do(action)
    case.do(Reanchor(claim, evidence, Span(7, 31)))
    case.do(believe)
    assert case.read.finding(claim).row.anchor is Anchor.MOVED


def test_a_made_up_quote_may_be_dismissed(case: Case) -> None:
    claim = lead(case, anchor=Anchor.NOT_FOUND)
    case.do(SetStatus((claim,), Status.FALSE_POSITIVE, "made up"))
    assert case.read.finding(claim).row.status is Status.FALSE_POSITIVE


def test_accepting_a_risk_names_until_when_who_approves_and_what_compensates(case: Case) -> None:
    finding = own(case)
    with pytest.raises(AcceptanceIncomplete) as refused:
        case.do(SetStatus((finding,), Status.RISK_ACCEPTED, "small"))
    assert refused.value.missing == ("until", "approver", "compensating")
    with pytest.raises(AlreadyOver):
        case.do(accept(finding, until=date(2026, 11, 1)))
    with pytest.raises(ApproverIsAuthor):
        case.do(accept(finding, approver=" Ｓａｔｏ "))


def test_an_accepted_risk_waits_for_a_second_person_who_is_not_the_author(
    case: Case, as_actor: Callable[[Case, str], Case]
) -> None:
    finding = own(case)
    case.do(accept(finding))
    assert case.read.finding(finding).row.needs_second
    with pytest.raises(ApproverIsAuthor):
        case.do(ApproveDecision(finding, "fine by me"))
    with as_actor(case, "Suzuki") as theirs:
        theirs.do(ApproveDecision(finding, "agreed in the meeting"))
        found = theirs.read.finding(finding)
        assert found.decision is not None
        assert not found.row.needs_second
        assert (found.decision.who, found.decision.asked, found.decision.approver) == ("Sato", "Suzuki", "Suzuki")
        assert (found.decision.until, found.decision.compensating) == (LATER, "WAF rule")
        with pytest.raises(NothingToApprove):
            theirs.do(ApproveDecision(finding, "again"))
        approval, decision, _ = theirs.read.history(finding=finding)
        assert (approval.fields["reason_text"], decision.fields["reason_text"]) == ("agreed in the meeting", "small")


def test_only_the_person_who_was_asked_approves_and_only_while_it_lasts(
    bench: Bench, case: Case, as_actor: Callable[[Case, str], Case]
) -> None:
    finding = own(case)
    case.do(accept(finding))
    with as_actor(case, "Tanaka") as other, pytest.raises(AnotherWasAsked) as refused:
        other.do(ApproveDecision(finding, "fine"))
    assert (refused.value.asked, refused.value.who) == ("Suzuki", "Tanaka")
    bench.now = datetime(2027, 4, 1, tzinfo=UTC)
    with bench.open(actor="suzuki ") as late, pytest.raises(AlreadyOver):
        late.do(ApproveDecision(finding, "fine"))


def test_an_accepted_risk_is_due_again_when_its_acceptance_ends(case: Case) -> None:
    finding = own(case)
    case.do(accept(finding))
    assert case.read.finding(finding).row.due == LATER
    assert case.read.queue_counts(LATER)["overdue"] == 0
    assert case.read.queue_counts(LATER + timedelta(days=1))["overdue"] == 1
    case.undo()
    assert case.read.finding(finding).row.due is None


def test_a_duplicate_names_another_finding_and_never_runs_in_a_circle(case: Case) -> None:
    first, second, third = own(case, "one"), own(case, "two"), own(case, "three")
    for wrong in (None, first, FindingId(99)):
        with pytest.raises((DuplicateOfWhat, NoSuchFinding)):
            case.do(SetStatus((first,), Status.DUPLICATE, "same", duplicate_of=wrong))
    case.do(SetStatus((second,), Status.DUPLICATE, "same", duplicate_of=first))
    case.do(SetStatus((third,), Status.DUPLICATE, "same", duplicate_of=second))
    with pytest.raises(DuplicateOfWhat):
        case.do(SetStatus((first,), Status.DUPLICATE, "same", duplicate_of=third))


def test_deciding_on_nothing_or_on_what_is_not_there_is_refused(case: Case) -> None:
    for findings in ((), (FindingId(7),)):
        with pytest.raises(NoSuchFinding):
            case.do(SetStatus(findings, Status.IN_REVIEW))


def test_the_last_reason_is_that_of_the_same_decision_and_rule(case: Case) -> None:
    finding = own(case)
    assert case.read.last_reason(Status.FALSE_POSITIVE, "") is None
    case.do(SetStatus((finding,), Status.FALSE_POSITIVE, "dead code"))
    case.do(SetStatus((finding,), Status.NOT_AFFECTED, "not deployed"))
    assert case.read.last_reason(Status.FALSE_POSITIVE, "") == "dead code"
    assert case.read.last_reason(Status.FALSE_POSITIVE, "R1") is None


def accept(finding: FindingId, until: date = LATER, approver: str = "Suzuki") -> SetStatus:
    return SetStatus((finding,), Status.RISK_ACCEPTED, "small", until=until, approver=approver, compensating="WAF rule")

"""The rules of deciding, asked of the one place where decisions are written."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from desktop.casefile import Case
from desktop.casefile.actions import ApproveDecision, Reanchor, SetStatus, SetVerification
from desktop.casefile.errors import (
    AcceptanceIncomplete,
    AlreadyOver,
    ApproverIsAuthor,
    DuplicateOfWhat,
    HowMissing,
    LeadsInBulk,
    MustBeTyped,
    NoSuchFinding,
    NothingToApprove,
    QuoteNotFound,
    ReasonMissing,
)
from desktop.domain.ids import FindingId
from desktop.domain.levels import Anchor, CheckedHow, Status, Verification
from desktop.domain.places import BytePlace, Span
from tests.casefile.samples import PATH, lead, own, source

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
    place = BytePlace(evidence, PATH, Span(0, 31), 1, 1, 1, quote="IDENTIFICATION DIVISION.")
    case.do(Reanchor(claim, place))
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
        case.do(accept(finding, approver=" SATO "))


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

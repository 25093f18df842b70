"""Deciding from the command line: the same entries as in the window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.casefile import Case
from desktop.casefile.actions import AddFinding
from desktop.casefile.errors import ApproverIsAuthor, ReasonMissing
from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, Severity, Status, Verification
from desktop.secrets import SessionStore
from desktop.uses.cases import new_case, open_case
from desktop.uses.deciding import Verdict, annotate
from desktop.uses.errors import Contradicting
from desktop.uses.workstation import Workstation
from desktop.words import Lang

ONE = FindingId(1)


def station(folder: Path, actor: str, account: str = "") -> Workstation:
    return Workstation(
        actor,
        Lang.EN,
        folder / "s",
        folder / "c",
        folder / "d",
        keyring=SessionStore(),
        session=SessionStore(),
        account=account or actor.lower(),
    )


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with new_case(station(tmp_path, "Sato"), tmp_path / "a.sekisho", title="a", encrypt=False).case as made:
        made.do(AddFinding("Overflow", Severity.HIGH))
        yield made


@pytest.mark.parametrize(
    ("how", "verification"),
    [
        (None, Verification.REPRODUCED),
        (CheckedHow.REPRODUCED, None),
        (CheckedHow.REPRODUCED, Verification.REPRODUCED),
    ],
)
def test_confirmed_as_reproduced_is_one_entry(
    case: Case, how: CheckedHow | None, verification: Verification | None
) -> None:
    verdict = Verdict(Status.CONFIRMED, "ran it on the test system", how, verification)
    before = case.read.info().entries
    annotate(case, ONE, verdict)
    assert case.read.info().entries == before + 1
    row = case.read.finding(ONE).row
    assert (row.status, row.verification, row.verified_by) == (Status.CONFIRMED, Verification.REPRODUCED, "Sato")


def test_all_that_is_said_in_one_go_is_one_entry_that_undo_takes_back_whole(case: Case) -> None:
    before = case.read.finding(ONE)
    verdict = Verdict(
        Status.CONFIRMED,
        "both",
        CheckedHow.READ_THE_CODE,
        Verification.REPRODUCED,
        Severity.LOW,
        comment="asked the developers",
        tags=("batch",),
    )
    seq = annotate(case, ONE, verdict).seq
    found = case.read.finding(ONE)
    assert (found.row.status, found.row.severity, found.tags) == (Status.CONFIRMED, Severity.LOW, ("batch",))
    entry = case.read.entry(seq)
    assert entry is not None
    assert entry.fields["actions"] == ["set_severity", "set_verification", "set_status", "annotate", "tag"]
    assert entry.named == (ONE,)
    case.undo()
    assert case.read.finding(ONE) == before
    assert len(case.read.annotations(finding=ONE)) == 0
    case.redo()
    assert case.read.finding(ONE) == found
    assert case.verify().ok


def test_where_one_of_several_is_refused_nothing_is_written(case: Case) -> None:
    before = case.read.info().entries
    with pytest.raises(ReasonMissing):
        annotate(case, ONE, Verdict(Status.CONFIRMED, severity=Severity.LOW, tags=("batch",)))
    assert case.read.info().entries == before
    assert case.read.finding(ONE).row.severity is Severity.HIGH
    assert case.verify().ok


def test_reproduced_and_refuted_at_once_is_refused_before_anything_is_written(case: Case) -> None:
    before = case.read.info().entries
    with pytest.raises(Contradicting):
        annotate(case, ONE, Verdict(Status.CONFIRMED, "?", CheckedHow.REPRODUCED, Verification.REFUTED))
    assert case.read.info().entries == before


def test_the_second_person_approves_from_the_command_line_too(case: Case, tmp_path: Path) -> None:
    until = date(2099, 1, 1)
    annotate(case, ONE, Verdict(Status.RISK_ACCEPTED, "small", until=until, approver="Suzuki", compensating="WAF rule"))
    with pytest.raises(ApproverIsAuthor):
        annotate(case, ONE, Verdict(reason="fine", approve=True))
    case.close()
    with (
        open_case(station(tmp_path, "Suzuki", account="sato"), tmp_path / "a.sekisho") as own,
        pytest.raises(ApproverIsAuthor),
    ):
        annotate(own, ONE, Verdict(reason="fine", approve=True))
    with open_case(station(tmp_path, "Suzuki"), tmp_path / "a.sekisho") as theirs:
        annotate(theirs, ONE, Verdict(reason="agreed", approve=True))
        assert not theirs.read.finding(ONE).row.needs_second

"""Deciding from the command line: the same entries as in the window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.casefile import Case
from desktop.casefile.actions import AddFinding
from desktop.casefile.errors import ApproverIsAuthor
from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, Severity, Status, Verification
from desktop.secrets import SessionStore
from desktop.uses.cases import new_case, open_case
from desktop.uses.deciding import Verdict, annotate
from desktop.uses.errors import Contradicting
from desktop.uses.workstation import Workstation
from desktop.words import Lang

ONE = FindingId(1)


def station(folder: Path, actor: str) -> Workstation:
    return Workstation(
        actor, Lang.EN, folder / "s", folder / "c", folder / "d", keyring=SessionStore(), session=SessionStore()
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
    assert len(annotate(case, ONE, verdict)) == 1
    row = case.read.finding(ONE).row
    assert (row.status, row.verification, row.verified_by) == (Status.CONFIRMED, Verification.REPRODUCED, "Sato")


def test_confirmed_by_reading_and_reproduced_too_are_two(case: Case) -> None:
    verdict = Verdict(Status.CONFIRMED, "both", CheckedHow.READ_THE_CODE, Verification.REPRODUCED)
    assert len(annotate(case, ONE, verdict)) == 2


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
    with open_case(station(tmp_path, "Suzuki"), tmp_path / "a.sekisho") as theirs:
        annotate(theirs, ONE, Verdict(reason="agreed", approve=True))
        assert not theirs.read.finding(ONE).row.needs_second

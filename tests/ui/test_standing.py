"""UX §2, the table of standings: the same everywhere."""

from dataclasses import replace

import pytest

from desktop.domain.findings import FindingRow
from desktop.domain.ids import FindingId
from desktop.domain.levels import Anchor, Origin, Severity, Status, Verification
from desktop.domain.standing import Proof, Standing, standing
from desktop.ui.labels import plain
from desktop.ui.standing import Badge, Rail, ink

ROW = FindingRow(
    id=FindingId(1),
    severity=Severity.CRITICAL,
    title="A claim",
    cwe=89,
    hits=1,
    place="DPO0310 ▸ 1000-SHOKI",
    origin=Origin.MODEL,
    source="m-1",
    verification=Verification.UNVERIFIED,
    verified_by="",
    status=Status.NEW,
    decided_by="",
    anchor=Anchor.FOUND,
    due=None,
    needs_second=False,
)


def test_a_lead_is_drawn_in_dashes_however_loud_its_claim() -> None:
    drawn = ink(ROW)
    assert (drawn.rail, drawn.badge, drawn.bold, drawn.seal) == (Rail.LEAD, Badge.DASHED, False, Proof.UNVERIFIED)


@pytest.mark.parametrize("origin", [Origin.SCANNER, Origin.HUMAN])
def test_a_tools_or_persons_undecided_finding_has_a_solid_outline(origin: Origin) -> None:
    drawn = ink(replace(ROW, origin=origin))
    assert (drawn.rail, drawn.badge, drawn.bold, drawn.seal) == (Rail.NONE, Badge.OUTLINED, False, Proof.UNVERIFIED)


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.RISK_ACCEPTED, Status.FIXED, Status.CLOSED])
def test_only_a_persons_decision_fills_the_badge(status: Status) -> None:
    drawn = ink(replace(ROW, status=status, decided_by="Sato"))
    assert (drawn.badge, drawn.bold, drawn.seal) == (Badge.FILLED, True, Proof.NOT_REPRODUCED)


def test_reproduced_has_a_green_rail_and_the_name_of_who_saw_it() -> None:
    drawn = ink(
        replace(
            ROW, status=Status.CONFIRMED, decided_by="Sato", verification=Verification.REPRODUCED, verified_by="Mori"
        )
    )
    assert (drawn.rail, drawn.badge, drawn.seal, drawn.who) == (Rail.REPRODUCED, Badge.FILLED, Proof.REPRODUCED, "Mori")


@pytest.mark.parametrize("status", [Status.FALSE_POSITIVE, Status.DUPLICATE, Status.NOT_AFFECTED])
def test_what_was_dismissed_is_grey_and_struck_and_names_who(status: Status) -> None:
    drawn = ink(replace(ROW, status=status, decided_by="Sato"))
    assert (drawn.badge, drawn.struck, drawn.seal, drawn.who) == (Badge.STRUCK, True, Proof.REFUTED, "Sato")


def test_a_quote_that_was_not_found_shows_no_severity() -> None:
    unanchored = replace(ROW, anchor=Anchor.NOT_FOUND)
    assert ink(unanchored).badge is Badge.ABSENT
    assert ink(replace(unanchored, status=Status.FALSE_POSITIVE)).badge is Badge.ABSENT
    assert "Critical" not in plain(unanchored)


def test_a_reproduced_lead_stays_a_lead_until_a_person_decides() -> None:
    assert standing(replace(ROW, verification=Verification.REPRODUCED, verified_by="Sato")) is Standing.LEAD


def test_plain_text_says_the_standing_in_words_first() -> None:
    assert plain(ROW) == "[AI lead, unverified] ◇ Critical A claim"


def test_no_two_standings_look_alike_without_colour() -> None:
    rows = {
        Standing.LEAD: ROW,
        Standing.UNANCHORED: replace(ROW, anchor=Anchor.NOT_FOUND),
        Standing.REPORTED: replace(ROW, origin=Origin.SCANNER),
        Standing.DECIDED: replace(ROW, status=Status.CONFIRMED),
        Standing.REPRODUCED: replace(ROW, status=Status.CONFIRMED, verification=Verification.REPRODUCED),
        Standing.DISMISSED: replace(ROW, status=Status.DUPLICATE),
    }
    assert {standing(row) for row in rows.values()} == set(Standing)
    drawn = [(ink(row).badge, ink(row).bold, ink(row).struck, ink(row).seal) for row in rows.values()]
    assert len(set(drawn)) == len(drawn)

"""The floor under recall and precision on the labelled set; figures by kind come from ``make bench``."""

import pytest

from tests.labelled.measure import HALVES, NOT_SENT, STRUCK_OUT, by_kind, samples, touched


@pytest.mark.parametrize("half", HALVES)
def test_what_must_not_leave_is_found_in_each_kind(half: str) -> None:
    scores = by_kind(samples("places", half))
    assert len(scores) >= 20
    low = {
        kind: round(score.recall, 1)
        for kind, score in scores.items()
        if score.places and score.recall < (99.5 if kind in NOT_SENT | STRUCK_OUT else 97)
    }
    assert low == {}


@pytest.mark.parametrize("half", HALVES)
def test_look_alikes_are_left_alone(half: str) -> None:
    lines = list(samples("look_alikes", half))
    assert len(touched(lines)) <= 0.02 * len(lines)

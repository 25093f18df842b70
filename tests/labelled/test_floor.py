"""The floor under recall and precision on the labelled set; figures by kind come from ``make bench``."""

import pytest

from tests.labelled.measure import NOT_SENT, PARTS, STRUCK_OUT, by_kind, samples, touched


@pytest.mark.parametrize("part", PARTS)
def test_what_must_not_leave_is_found_in_each_kind(part: str) -> None:
    scores = by_kind(samples("places", part))
    assert len(scores) >= 15
    low = {
        kind: round(score.recall, 1)
        for kind, score in scores.items()
        if score.places and score.recall < (99.5 if kind in NOT_SENT | STRUCK_OUT else 97)
    }
    assert low == {}


@pytest.mark.parametrize("part", PARTS)
def test_look_alikes_are_left_alone(part: str) -> None:
    lines = list(samples("look_alikes", part))
    assert len(touched(lines)) <= 0.02 * len(lines)

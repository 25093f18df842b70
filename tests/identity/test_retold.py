"""Two tellings of one weakness are one finding; two weaknesses that stand close together are two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.places import Span
from desktop.identity.retold import Told, likeness
from desktop.identity.weaknesses import are_kin, exists


@pytest.mark.parametrize(
    ("one", "other"), [(120, 121), (120, 787), (129, 1284), (89, 943), (798, 259), (78, 77), (1427, 77), (121, 122)]
)
def test_near_numbers_are_kin(one: int, other: int) -> None:
    assert are_kin(one, other)
    assert are_kin(other, one)


@pytest.mark.parametrize(("one", "other"), [(89, 798), (120, 252), (327, 862), (707, 20), (79, 120), (99_999, 89)])
def test_far_ones_are_not(one: int, other: int) -> None:
    assert not are_kin(one, other)


def test_only_weaknesses_exist() -> None:
    assert exists(89)
    assert exists(1427)
    assert not exists(0)
    assert not exists(310), "a category"
    assert not exists(9_999)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Told(120, Span(100, 600)), Told(120, Span(100, 680)), True),  # lines 45 to 51 and 45 to 52
        (Told(120, Span(100, 600)), Told(121, Span(500, 640)), True),
        (Told(120, Span(100, 600)), Told(89, Span(100, 600)), False),
        (Told(120, Span(100, 600)), Told(120, Span(590, 1_000)), False),
        (Told(120, Span(100, 600)), Told(120, Span(600, 700)), False),
        (Told(120, Span(0, 90_000)), Told(120, Span(100, 180)), False),  # a whole program and a line of it
        (Told(0, Span(100, 600)), Told(120, Span(100, 610)), True),
        (Told(0, Span(100, 600)), Told(120, Span(100, 900)), False),
    ],
)
def test_place_family_and_quote_decide(one: Told, other: Told, same: bool) -> None:
    assert (likeness(one, other) > 0) is same


spans = st.tuples(st.integers(0, 500), st.integers(1, 500)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
told = st.builds(Told, st.sampled_from([0, 20, 89, 120, 121, 252, 787]), spans)


@given(told, told)
def test_it_does_not_matter_who_told_first(one: Told, other: Told) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= likeness(one, one) == 1

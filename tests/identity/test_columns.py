"""Matching by columns gives what matching one by one gives."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.identity.columns import Columns, Indexed, match_columns
from desktop.identity.keys import Keys
from desktop.identity.matching import Group, Pair, match

few = st.integers(1, 5)
groups = st.lists(
    st.tuples(st.none() | few, few, st.none() | few, st.sampled_from("ab"), st.integers(1, 3)), max_size=14
).map(
    lambda rows: [
        Group(number, Keys(fingerprint, place, quote, 0), "r", path, "u", line)
        for number, (fingerprint, place, quote, path, line) in enumerate(rows)
    ]
)


def columns(made: list[Group]) -> Columns:
    held = Columns()
    for group in made:
        held.append(group.keys.fingerprint, group.keys.place, group.keys.quote, ord(group.path), group.line)
    return held


@settings(deadline=None)  # numpy is imported by the first example
@given(groups, groups)
def test_columns_give_the_same_as_the_passes(old: list[Group], new: list[Group]) -> None:
    expected = match(old, new)
    got = match_columns(
        Indexed(columns(old)), columns(new), lambda ns: [old[n] for n in ns], lambda ns: [new[n] for n in ns]
    )
    same, moved = set(got.rest.same), set(got.rest.moved)
    for plain in got.plain:
        for one, other, stands in zip(plain.old.tolist(), plain.new.tolist(), plain.stands.tolist(), strict=True):
            (same if stands else moved).add(Pair(one, other, plain.why))
    assert same == set(expected.same)
    assert moved == set(expected.moved)
    assert sorted(got.rest.new) == sorted(expected.new)
    assert sorted([*got.rest.gone, *got.gone.tolist()]) == sorted(expected.gone)
    assert {frozenset(q.new) for q in got.rest.ask} == {frozenset(q.new) for q in expected.ask}


def test_keys_come_back_from_columns() -> None:
    held = Columns()
    held.append(None, 7, -3, 1, 1)
    assert held.keys(0, 9) == Keys(None, 7, -3, 9)

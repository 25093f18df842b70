"""One to one, or asked: never guessed."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from desktop.identity import Keys, Why, match
from desktop.identity.matching import Group


def group(
    number: int, place: int = 0, fingerprint: int | None = None, quote: int | None = None, line: int = 1, unit: str = ""
) -> Group:
    return Group(number, Keys(fingerprint, place, quote, place), "R", "a.cbl", unit or f"P{number}", line)


def test_the_tools_own_fingerprint_is_stronger_than_the_place() -> None:
    old = [group(1, place=10, fingerprint=1), group(2, place=20, fingerprint=2)]
    new = [group(7, place=20, fingerprint=1), group(8, place=10, fingerprint=2)]
    pairs = match(old, new).same
    assert {(pair.old, pair.new, pair.why) for pair in pairs} == {(1, 7, Why.FINGERPRINT), (2, 8, Why.FINGERPRINT)}


def test_a_finding_on_another_line_has_moved() -> None:
    found = match([group(1, place=10, line=5)], [group(7, place=10, line=9)])
    assert [(pair.old, pair.new, pair.why) for pair in found.moved] == [(1, 7, Why.PLACE)]
    assert found.same == ()


def test_as_many_equal_places_on_both_sides_keep_their_order() -> None:
    old = [group(1, place=10, line=50), group(2, place=10, line=5)]
    new = [group(7, place=10, line=8), group(8, place=10, line=60)]
    assert {(pair.old, pair.new) for pair in match(old, new).moved} == {(2, 7), (1, 8)}


def test_a_place_that_one_side_has_more_often_is_asked_about() -> None:
    found = match([group(1, place=10)], [group(7, place=10, line=3), group(8, place=10, line=9)])
    assert [(set(question.new), set(question.old)) for question in found.ask] == [({7, 8}, {1})]
    assert (found.new, found.gone, found.same, found.moved) == ((), (), (), ())


def test_a_changed_line_in_the_same_paragraph_is_the_same_finding_if_it_is_the_only_one() -> None:
    found = match([group(1, place=10, unit="2300-KOZA")], [group(7, place=11, unit="2300-KOZA", line=3)])
    assert [(pair.old, pair.new, pair.why) for pair in found.moved] == [(1, 7, Why.LOOSE)]


def test_two_changed_lines_in_the_same_paragraph_are_new_and_gone() -> None:
    old = [group(1, place=10, unit="2300-KOZA"), group(2, place=20, unit="2300-KOZA")]
    new = [group(7, place=11, unit="2300-KOZA"), group(8, place=21, unit="2300-KOZA")]
    found = match(old, new)
    assert (found.new, found.gone, found.ask) == ((7, 8), (1, 2), ())


def test_a_quote_that_went_to_another_file_is_followed() -> None:
    found = match([group(1, place=10, quote=5)], [group(7, place=11, quote=5)])
    assert [(pair.old, pair.new, pair.why) for pair in found.same] == [(1, 7, Why.QUOTE)]


SMALL = st.integers(0, 4)
GROUPS = st.lists(
    st.tuples(SMALL, st.none() | SMALL, st.none() | SMALL, SMALL, st.sampled_from(["A", "B"])), max_size=12
).map(lambda rows: [group(n, place, told, said, line, unit) for n, (place, told, said, line, unit) in enumerate(rows)])


@given(GROUPS, GROUPS)
def test_every_finding_is_in_exactly_one_list(old: Sequence[Group], new: Sequence[Group]) -> None:
    found = match(old, new)
    pairs = (*found.same, *found.moved)
    olds = [pair.old for pair in pairs] + list(found.gone) + [n for question in found.ask for n in question.old]
    news = [pair.new for pair in pairs] + list(found.new) + [n for question in found.ask for n in question.new]
    assert sorted(olds) == list(range(len(old)))
    assert sorted(news) == list(range(len(new)))


@given(GROUPS)
def test_an_unchanged_run_is_all_the_same_but_for_what_cannot_be_told_apart(groups: Sequence[Group]) -> None:
    found = match(groups, groups)
    assert (found.new, found.gone, found.ask) == ((), (), ())
    assert len(found.same) + len(found.moved) == len(groups)


@given(GROUPS, GROUPS)
def test_the_order_in_which_a_run_is_given_decides_nothing_for_single_partners(
    old: Sequence[Group], new: Sequence[Group]
) -> None:
    def pairs(first: Sequence[Group], second: Sequence[Group]) -> set[tuple[int, int]]:
        found = match(first, second)
        return {(pair.old, pair.new) for pair in (*found.same, *found.moved) if pair.why is not Why.PLACE}

    assert pairs(old, new) == pairs(old[::-1], new[::-1])

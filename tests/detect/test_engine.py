"""The engine: words gate nothing away, time is linear, spans lead back into the original."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.detect import DETECTORS, scan
from desktop.detect.engine import MOST_HITS, Engine
from tests.detect.material import PIECES, sample_bank, texts
from tests.labelled.measure import PARTS, samples

EVERYTHING = Engine(DETECTORS, gated=False)
_TOGETHER = 400


def test_words_lose_nothing_against_all_patterns_over_everything() -> None:
    made = "\n".join(PIECES) + "\n" + "".join(PIECES)
    for text in (*sample_bank(), made):
        assert scan(text) == EVERYTHING.scan(text)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("what", ["places", "look_alikes"])
def test_words_lose_nothing_on_the_labelled_set(what: str, part: str) -> None:
    made = [one.text for one in samples(what, part)]
    for at in range(0, len(made), _TOGETHER):
        text = "\n".join(made[at : at + _TOGETHER])
        assert scan(text) == EVERYTHING.scan(text)


@settings(max_examples=150, deadline=None)
@given(texts())
def test_words_lose_nothing_in_any_mixture(text: str) -> None:
    assert scan(text) == EVERYTHING.scan(text)


@settings(max_examples=150, deadline=None)
@given(texts())
def test_hits_are_ascending_spans_of_the_text(text: str) -> None:
    found = scan(text)
    for one in (*found.hits, *found.near):
        assert 0 <= one.start < one.end <= len(text)
    assert [h.start for h in found.hits] == sorted(h.start for h in found.hits)


def test_so_many_hits_that_it_is_data_are_called_bulk() -> None:
    assert scan("a@b.cc " * (MOST_HITS + 1)).bulk
    assert not scan("a@b.cc " * 10).bulk


@given(st.text())
def test_nothing_that_is_text_breaks_a_scan(text: str) -> None:
    scan(text)


def test_a_find_does_not_swallow_the_next_one() -> None:
    text = "担当：佐藤担当：鈴木個人番号 621498320257"
    found = {text[hit.start : hit.end] for hit in scan(text).hits}
    assert {"佐藤", "鈴木", "621498320257"} <= found

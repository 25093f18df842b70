"""The analyst's own words: in their place, scanned again, never less masked, and leading back to the evidence."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.domain.runs import MaskAction
from desktop.gate.edits import EDITED, Edit, behind, compose, edited, places, put_in
from desktop.gate.masking import Masked, Masker, MaskSpan
from desktop.gate.tokens import TokenBook, occurs_in, unmask
from desktop.text.codecs import encode
from tests.detect.material import texts
from tests.gate.test_masking import SOURCE, masker

LINE = "口座番号 1480233、担当 永井 正博、版 7"


def at(text: str, part: str, words: str) -> Edit:
    start = text.index(part)
    return Edit(start, start + len(part), words)


def edit(text: str, *edits: Edit, maker: Masker | None = None, columns: str = "") -> Masked:
    maker = maker or masker()
    return edited(text, maker.mask(text, columns), edits, maker, columns)


def test_own_words_stand_where_the_stretch_stood_and_nothing_else_changes() -> None:
    masked = edit(LINE, at(LINE, "版 7", "edition seven"))
    assert masked.text == "口座番号 ⟦ACCT-0001⟧、担当 ⟦NAME-0001⟧、edition seven"
    assert [span.kind for span in masked.spans] == ["account_number", "person_name", EDITED]


def test_without_edits_everything_is_as_masking_left_it() -> None:
    assert edit(LINE) == masker().mask(LINE)


def test_a_stand_in_that_an_edit_touches_is_replaced_whole() -> None:
    masked = edit(LINE, Edit(LINE.index("1480233") + 3, LINE.index("、"), "any account"))
    assert masked.text.startswith("口座番号 any account、")


@pytest.mark.parametrize(
    "words", ["1480233", "it is 1480233", "永井 正博", "x" * 30 + "永井 正博/1480233", "口座 1480233 です"]
)
def test_a_value_that_was_masked_is_masked_in_own_words_too(words: str) -> None:
    masked = edit(LINE, at(LINE, "版 7", words))
    assert "1480233" not in masked.text
    assert "永井 正博" not in masked.text
    assert "⟦" in masked.text.rpartition("、")[2]


def test_a_value_cannot_be_put_together_from_own_words_and_what_stands_beside_them() -> None:
    text = "口座番号 1480233、x-233"
    joined = edit(text, at(text, "x-", "1480"))
    assert "1480233" not in joined.text
    cut = "口座番号 1480233、1480-233"
    assert "1480233" not in edit(cut, at(cut, "-", "")).text


def test_own_words_are_scanned_with_what_stands_around_them() -> None:
    text = "備考 なし 7654321 と"
    assert "7654321" in masker().mask(text).text
    masked = edit(text, at(text, "なし", "口座番号"))
    assert "7654321" not in masked.text
    typed = edit(LINE, at(LINE, "版 7", "password = 'TSUBAME3-long-one'"))
    assert "TSUBAME3" not in typed.text


def test_a_unit_that_own_words_bring_what_must_not_leave_into_is_not_sent() -> None:
    masked = edit(LINE, at(LINE, "版 7", "個人番号 621498320257"))
    assert masked.blocked == ("my_number",)
    assert [span.action for span in masked.spans][-1] is MaskAction.NOT_SENT


def test_what_must_not_leave_is_not_edited_away() -> None:
    text = "個人番号 621498320257、版 7"
    masked = edit(text, at(text, "621498320257", "none"), at(text, "版 7", "v7"))
    assert masked.blocked == ("my_number",)
    assert masked.text.endswith("、v7")
    assert "none" not in masked.text


def test_of_two_edits_that_touch_the_later_counts() -> None:
    masked = edit(LINE, at(LINE, "版 7", "seven"), Edit(len(LINE) - 1, len(LINE), "8"))
    assert masked.text.endswith("版 8")


def test_lines_stay_where_they_are() -> None:
    text = "a\nb c\nd"
    masked = edit(text, Edit(2, len(text), "x\ny"))
    assert masked.text == "a\nx y\nd"


def test_shorter_words_are_filled_up_where_columns_count() -> None:
    masked = edit(SOURCE, at(SOURCE, "WS-KOZA-NO", "WS-A"), columns="cp932")
    before, after = SOURCE.split("\n"), masked.text.split("\n")
    assert [len(encode(line, "cp932")) for line in before] == [len(encode(line, "cp932")) for line in after]
    assert after[1].startswith("000200 01  WS-A      ")


def test_what_stands_behind_a_stretch_is_found_again() -> None:
    masked = edit(LINE, at(LINE, "版 7", "edition seven"))
    start = masked.text.index("edition")
    assert behind(masked.spans, start + 2, start + 4) == (LINE.index("版"), len(LINE))
    assert behind(masked.spans, 0, 2) == (0, 2)
    comma = masked.text.index("、")
    assert behind(masked.spans, comma, comma + 1) == (LINE.index("、"), LINE.index("、") + 1)


# --- laws ---------------------------------------------------------------------------------------------------------

WORDS = st.one_of(
    st.sampled_from(["", "x", "口座番号", "担当 永井", "1480233", "-", "password="]), st.text(max_size=12)
)
SPOTS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 30), WORDS), max_size=4)


def _edits(text: str, spots: list[tuple[int, int, str]]) -> list[Edit]:
    return [Edit(min(a, len(text)), min(a + n, len(text)), words) for a, n, words in spots]


@settings(max_examples=150)
@given(texts(), SPOTS)
def test_an_edited_text_is_clean_and_its_stand_ins_make_it(text: str, spots: list[tuple[int, int, str]]) -> None:
    maker = Masker(TokenBook((), occurs_in((text,))))
    first = maker.mask(text)
    assume(not maker.rescan(first.text))
    masked = edited(text, first, _edits(text, spots), maker)
    assert masked.text == put_in(text, masked.spans)
    assert set(masked.blocked) >= set(first.blocked)
    assert all(one.end <= other.start for one, other in zip(masked.spans, masked.spans[1:], strict=False))
    if not masked.blocked:
        assert maker.rescan(masked.text) == ()


@settings(max_examples=150)
@given(texts(), SPOTS)
def test_no_value_that_was_wholly_masked_comes_back(text: str, spots: list[tuple[int, int, str]]) -> None:
    maker = Masker(TokenBook((), occurs_in((text,))))
    first = maker.mask(text)
    gone = {text[span.start : span.end] for span in first.spans}
    gone = {value for value in gone if value not in first.text and len(value) > 1}
    tokens = "".join(token.text for token in maker.book.new)
    masked = edited(text, first, _edits(text, spots), maker)
    assert not [value for value in gone if value in masked.text and value not in tokens]


@given(st.text("abcdef", min_size=4, max_size=30), st.data())
def test_one_after_the_other_is_the_same_as_both_at_once(plain: str, data: st.DataObject) -> None:
    first = data.draw(_spans(len(plain)))
    between = put_in(plain, first)
    second = data.draw(_spans(len(between)))
    both = compose(plain, first, second)
    assert put_in(plain, both) == put_in(between, second)
    assert [between[a:b] for a, b in places(first)] == [span.token for span in first]


@st.composite
def _spans(draw: st.DrawFn, length: int) -> list[MaskSpan]:
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [MaskSpan(a, b, "k", MaskAction.MASKED, draw(st.text("XYZ", max_size=4))) for a, b in pairs if a < b]


def test_own_tokens_in_own_words_stay_tokens_and_lead_back() -> None:
    maker = masker()
    masked = edit(LINE, at(LINE, "版 7", "as ⟦ACCT-0001⟧ above"), maker=maker)
    assert masked.text.endswith("as ⟦ACCT-0001⟧ above")
    assert unmask(masked.text, maker.book).endswith("as 1480233 above")

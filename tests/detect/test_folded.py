"""Folding finds wide and narrow forms alike, and every span leads back to the characters that it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.detect.folded import fold
from tests.detect.material import HARD

TEXTS = st.text(st.one_of(st.sampled_from(HARD + "abc１２３"), st.characters()), max_size=40)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("ｶﾞｲｼｬ", "ガイシャ"), ("㈱東", "(株)東"), ("㍻12", "平成12"), ("１２３", "123"), ("か\u3099", "が"),
     ("1\u200b2", "12"), ("1\u200e2\u20633\ufe0f4\u034f5\u03016\x007\x088\u31649\U000e0030", "123456789"),
     ("\u0661\u0662\t\r\n", "12\t\r\n"),
     ("パ\u0301ス", "パス"), ("髙﨑〜−", "高崎~-"), ("plain", "plain"), ("\udcff", "\ufffd")],
)  # fmt: skip
def test_forms_of_one_thing_fold_to_one_text(text: str, folded: str) -> None:
    assert fold(text).data.decode() == folded


@given(TEXTS)
def test_the_whole_leads_back_to_the_whole(text: str) -> None:
    folded = fold(text)
    if folded.data:
        (span,) = folded.spans([(0, len(folded.data))])
        assert _shown(text[slice(*span)]) == _shown(text)


def _shown(text: str) -> str:
    return "".join(character for character in text if fold(character).data)


@given(TEXTS)
def test_each_folded_character_leads_back_to_what_folds_to_it(text: str) -> None:
    folded = fold(text)
    places, at = [], 0
    for character in folded.data.decode():
        width = len(character.encode())
        places.append((at, at + width))
        at += width
    for (start, end), (first, last) in zip(folded.spans(places), places, strict=True):
        assert 0 <= start < end <= len(text)
        piece = folded.data[first:last]
        assert piece in fold(text[start:end]).data


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E, include_characters="\t\r\n")))
def test_ascii_is_itself(text: str) -> None:
    assert fold(text).data == text.encode()


KANJI_AND_KANA = st.sampled_from(
    [chr(c) for c in (*range(0x4E00, 0x9FA0), *range(0x3041, 0x3097), *range(0x30A1, 0x30FB))]
)


@given(st.text(KANJI_AND_KANA, max_size=20))
def test_ordinary_japanese_folds_to_itself_but_for_our_own_folds(text: str) -> None:
    assert fold(text).data.decode() == text.translate(str.maketrans("髙﨑濵凜", "高崎浜凛"))

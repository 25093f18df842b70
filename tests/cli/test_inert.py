"""Whatever a model, a scanner or a file name says: a terminal shows it and never obeys it."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desktop.cli.inert import inert, inert_json

OBEYED = ("Cc", "Cf", "Zl", "Zp")


def obeyed(text: str) -> list[str]:
    return [c for c in text if c != "\n" and unicodedata.category(c) in OBEYED]


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_printed(text: str) -> None:
    assert not obeyed(inert(text))
    assert inert(text).count("\n") == text.count("\n")


@given(st.recursive(st.text() | st.integers(), lambda one: st.lists(one) | st.dictionaries(st.text(), one)))
def test_json_is_the_same_value_without_what_a_terminal_obeys(value: object) -> None:
    written = inert_json(json.dumps(value, ensure_ascii=False))
    assert not obeyed(written)
    assert json.loads(written) == value


def test_text_of_a_bank_stays_as_it_is() -> None:
    text = "口座番号　ｻﾞﾝﾀﾞｶ “CWE-89” 残高\n  2行目"
    assert inert(text) == text


def test_attacks_are_shown_by_number() -> None:
    assert inert("\x1b]52;c;ZXZpbA==\x07") == "⟦1b⟧]52;c;ZXZpbA==⟦7⟧"
    assert inert("admin\u202e\u2066cod") == "admin⟦202e⟧⟦2066⟧cod"
    assert inert_json('"\u202e\U000e0001\x9b"') == '"\\u202e\\udb40\\udc01\\u009b"'
    assert inert("a\tb\r") == "a       b⟦d⟧"

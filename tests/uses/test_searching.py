"""Words are found in the lines of every source, however they are written."""

from datetime import date
from pathlib import Path

import pytest

from desktop.casefile import Case
from desktop.uses.searching import lines_saying, words_of
from tests.casefile.conftest import Bench
from tests.casefile.samples import source

TODAY = date(2026, 11, 23)
TEXT = "* 口座番号 CHECK\n* ＫＯＺＡ-ﾊﾞﾝｺﾞｳ\n* ザンダカ\n* ｻﾞﾝﾀﾞｶ  残高\n"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Bench(tmp_path).create()
    source(made, "b/ZAN.cbl", TEXT.encode())
    source(made, "a/LONG.cbl", ("x\n" * 1200 + "* 残高\n").encode())
    return made


def found(case: Case, query: str, most: int = 100) -> list[tuple[str, int]]:
    hits = lines_saying(case.read, words_of(query, today=TODAY), most=most)
    return [(hit.path, hit.line) for hit in hits.lines]


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        ("口座", [("b/ZAN.cbl", 1)]),
        ("koza", [("b/ZAN.cbl", 2)]),
        ("ﾊﾞﾝｺﾞｳ", [("b/ZAN.cbl", 2)]),
        ("ｻﾞﾝﾀﾞｶ", [("b/ZAN.cbl", 3), ("b/ZAN.cbl", 4)]),
        ("残高", [("a/LONG.cbl", 1201), ("b/ZAN.cbl", 4)]),
        ("残高 ザンダカ", [("b/ZAN.cbl", 4)]),
        ("残高 -ザンダカ severity:high", [("a/LONG.cbl", 1201), ("b/ZAN.cbl", 4)]),
        ("severity:high", []),
        ("severity:odd", []),
        ("nowhere", []),
    ],
)
def test_a_word_is_found_in_every_line_that_holds_it(case: Case, query: str, lines: list[tuple[str, int]]) -> None:
    with case:
        assert found(case, query) == lines


def test_there_are_only_so_many_lines_and_that_is_said(case: Case) -> None:
    with case:
        hits = lines_saying(case.read, ("x",), most=100)
        assert (len(hits.lines), hits.more) == (100, True)
        assert not lines_saying(case.read, ("口座",), most=1).more


def test_a_search_that_nobody_waits_for_ends_at_once(case: Case) -> None:
    with case:
        assert lines_saying(case.read, ("残高",), cancelled=lambda: True).lines == ()


def test_a_line_is_where_its_bytes_are(case: Case) -> None:
    with case:
        hit = lines_saying(case.read, ("口座",)).lines[0]
        raw = case.read.raw(hit.evidence, hit.span.start, hit.span.end - hit.span.start)
    assert raw.decode() == "* 口座番号 CHECK"

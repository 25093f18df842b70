"""Source is found in prose however it was joined, cut or indented, in cases of any size."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.casefile import Case
from desktop.domain.places import BytePlace, Place, Span
from desktop.reports import source_lines
from desktop.reports.source_lines import LEFT_OUT, SourceLines, Stretches
from desktop.uses.cases import new_case
from desktop.uses.workstation import Workstation, this_workstation
from tests.casefile.samples import source

LINES = [f"           MOVE WK-ITEM-{number} TO OUT-ITEM-{number}." for number in range(2_000)]


@pytest.fixture
def station(no_secret_service: None) -> Workstation:
    return replace(this_workstation(), actor="佐藤")


@pytest.fixture
def case(station: Workstation, tmp_path: Path) -> Iterator[Case]:
    with new_case(station, tmp_path / "c.sekisho", title="Deposits", encrypt=False).case as made:
        source(made, data="\n".join(LINES).encode())
        yield made


def _place(case: Case, line: int, quote: str = "") -> BytePlace:
    [evidence] = case.read.evidence()
    start = sum(len(one) + 1 for one in LINES[: line - 1])
    return BytePlace(evidence.id, evidence.path, Span(start, start + 20), line, line, 1, quote=quote)


def _without(case: Case, text: str, *places: Place) -> str:
    return SourceLines(case.read).around(places, (), ()).without(text)


def test_a_line_copied_into_a_sentence_is_left_out_and_the_sentence_stays(case: Case) -> None:
    assert _without(case, f"Here 「{LINES[70].strip()}」 loses digits") == f"Here 「{LEFT_OUT}」 loses digits"


def test_what_a_cut_line_ends_with_goes_with_it(case: Case) -> None:
    for cut in (f"{LINES[7].strip()} WK-ANSH", f"{LINES[7].strip()}CD-"):
        assert _without(case, f"Line 7: {cut}\nnothing else") == f"Line 7: {LEFT_OUT}\nnothing else"


def test_of_a_large_case_the_neighbourhood_of_the_places_is_known(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_lines, "_LARGEST_CASE", 0)
    monkeypatch.setattr(source_lines, "_AROUND", 2_000)
    place = _place(case, 1_000)
    assert _without(case, LINES[1_000].strip(), place) == LEFT_OUT
    assert _without(case, LINES[3].strip(), place) != LEFT_OUT, "too far away, which is why small cases are known whole"


def test_a_findings_own_quote_counts_from_few_words_on(case: Case) -> None:
    assert _without(case, "as in mktemp( name ) over there", _place(case, 1, "mktemp(name)")) == (
        f"as in {LEFT_OUT} over there"
    )
    assert _without(case, "the item WK-NAME is read", _place(case, 1, "WK-NAME")) == "the item WK-NAME is read"


@given(st.integers(0, 1_999), st.sampled_from([" ", "\n", "\t ", ""]), st.text("あいう、 ", max_size=9))
def test_no_way_of_wrapping_a_line_hides_it(line: int, gap: str, around: str) -> None:
    runs = frozenset(map(hash, source_lines._windows(source_lines._TOKEN.findall("\n".join(LINES)))))
    copied = (gap or " ").join(LINES[line].split())
    assert f"ITEM-{line}" not in Stretches(runs).without(f"{around}{copied}{around}")

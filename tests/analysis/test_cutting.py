"""Evidence is cut so that nothing is lost, nothing is asked twice, and programs stay together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis import tokens
from desktop.analysis.cutting import Piece, cut
from tests.analysis.bank import of_bank, original, sources

PROGRAM = of_bank("online/DPO0310.cbl")


def covers(pieces: tuple[Piece, ...], lines: int) -> bool:
    """Whether every line is in exactly one piece, in order."""
    return [n for p in pieces for n in range(p.first, p.last + 1)] == list(range(1, lines + 1))


@pytest.mark.parametrize("budget", [1, 60, 700, 6_000, 10**9])
@pytest.mark.parametrize("name", sources())
def test_every_line_of_the_bank_is_in_exactly_one_piece_that_fits(name: str, budget: int) -> None:
    one = of_bank(name)
    counts = tokens.count_lines(one.lines)
    pieces = cut(one.member, counts, budget)
    assert covers(pieces, len(one.lines))
    assert all(sum(counts[p.first - 1 : p.last]) <= budget or p.first == p.last for p in pieces)


@given(st.binary(max_size=3_000), st.integers(1, 500))
def test_no_bytes_whatever_lose_a_line(data: bytes, budget: int) -> None:
    one = original(data, "rubbish.bin")
    lines = one.lines if data else []
    assert covers(cut(one.member, tokens.count_lines(lines), budget), len(lines))


def test_a_program_that_fits_stays_whole_and_has_its_name() -> None:
    assert cut(PROGRAM.member, [1] * len(PROGRAM.lines), 10**6) == (Piece("DPO0310", 1, len(PROGRAM.lines)),)


def test_a_program_that_does_not_fit_is_cut_between_its_paragraphs() -> None:
    counts = tokens.count_lines(PROGRAM.lines)
    pieces = cut(PROGRAM.member, counts, 1_500)
    firsts = {unit.first_line for unit in PROGRAM.member.units}
    assert len(pieces) > 2
    assert sum(piece.first in firsts for piece in pieces) >= len(pieces) - 1
    assert any("…" in piece.name for piece in pieces)


def test_small_definitions_of_one_file_are_asked_about_together() -> None:
    one = of_bank("csd/DPCSD.csd")
    assert len(cut(one.member, tokens.count_lines(one.lines), 6_000)) == 1


def test_two_programs_in_one_file_are_asked_about_apart() -> None:
    lines = ["IDENTIFICATION DIVISION.", "PROGRAM-ID. PGMA.", "PROCEDURE DIVISION.", "A-1.", "    GOBACK."]
    program = "".join(f"       {line}\n" for line in (*lines, "END PROGRAM PGMA."))
    one = original((program + program.replace("PGMA", "PGMB")).encode(), "two.cbl")
    assert [piece.name for piece in cut(one.member, tokens.count_lines(one.lines), 6_000)] == ["PGMA", "PGMB"]


def test_tokens_are_those_of_o200k_and_need_no_network() -> None:
    assert tokens._encoding().encode_ordinary("hello world") == [24912, 2375]
    assert tokens.count("口座番号") <= 4
    assert tokens.count("\ud800") > 0

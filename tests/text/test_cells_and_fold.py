"""Host columns of a line, and what compares equal in a search."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.text import codecs
from desktop.text.cells import CellKind, cells, text_of
from desktop.text.fold import fold, fold_with_map
from desktop.text.offsets import decode_with_map
from desktop.text.tables import MIXED


def shape(line: bytes, encoding: str) -> str:
    """One letter a cell: 1 or 2 columns, [ ] shift codes, x a bad byte, ? unseen."""
    marks = {CellKind.SO: "[", CellKind.SI: "]", CellKind.BAD: "x", CellKind.UNSEEN: "?", CellKind.CODE: "p"}
    return "".join(marks.get(cell.kind, str(cell.width)) for cell in cells(line, encoding))


@pytest.mark.parametrize(
    ("line", "encoding", "expected"),
    [
        (codecs.encode("a残高b", "cp930"), "cp930", "1[22]1"),
        (b"\x0e\x45\x46\x45", "cp930", "[2x"),
        ("a残ｶ①".encode("cp932"), "cp932", "1212"),
        ("a残ｶ①é".encode(), "utf-8", "12121"),
        ("ｶ残".encode("euc_jp"), "euc_jp", "12"),
        (b"a\xff\x85\xe2\x80\xae", "utf-8", "1xx?"),
        (b"a\0\x1bz\t", "utf-8", "1??11"),
        (b"MOVE\xfe", "cp932", "1111x"),
        (b"a\x81", "cp932", "1x"),
        (b"\xfe\xfdb\xa0\xff\x80", "cp932", "xx1xxx"),
        (b"\x81\x20\x83\x0d", "cp932", "x1x?"),
        (b"\xf0\x40a", "cp932", "p1"),
        ("\ue000a".encode(), "utf-8", "p1"),
        (b"\x0e\x69\x41\x0f", "cp939", "[p]"),
        (b"\x8f\x49\xf8\xe0A", "euc_jp", "x1xx1"),
        (b"\x1b\xf8a", "iso2022_jp", "xx1"),
        (b"\x1b$B!!!\n!", "iso2022_jp", "???2x?1"),
        (b"\x0e\x45\x46\x15\x45", "cp939", "[2xx"),
    ],
)
def test_a_cell_is_a_host_column(line: bytes, encoding: str, expected: str) -> None:
    assert shape(line, encoding) == expected


def test_copying_cells_drops_shifts_and_keeps_bad_bytes_as_hex() -> None:
    assert text_of(cells(b"\xc1\x0e\x45\x46\x0f\x0e\xfe\xfe\x0f", "cp939")) == "A六⟦fe⟧⟦fe⟧"


HARD = st.lists(
    st.one_of(
        st.integers(0, 255),
        st.sampled_from(b"\x0e\x0f\x1b$B(J\x80\x81\x8e\x8f\x9f\xa0\xd8\xdc\xe0\xf0\xf8\xfc\xfd\xfe\xff"),
    ),
    max_size=120,
).map(bytes)
"""Bytes, those that begin or end something in some encoding above all."""


@given(HARD, st.sampled_from(codecs.ENCODINGS))
def test_every_byte_is_in_exactly_one_cell(line: bytes, encoding: str) -> None:
    got = cells(line, encoding)
    at = 0
    for cell in got:
        assert cell.start == at
        assert cell.width in (1, 2)
        at = cell.end
    assert at == len(line)
    if encoding in codecs.EBCDIC or encoding == "cp932":
        assert sum(cell.width for cell in got) == len(line)


@given(HARD, st.sampled_from(codecs.ENCODINGS))
def test_every_cell_shows_a_character_or_the_hex_of_its_one_byte(line: bytes, encoding: str) -> None:
    for cell in cells(line, encoding):
        raw = line[cell.start : cell.end]
        if cell.kind is CellKind.BAD:
            assert cell.char == f"⟦{raw[0]:02x}⟧"
            assert len(raw) == 1
        elif cell.kind is CellKind.CHAR:
            assert cell.char
            assert all(
                unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn", "Cf") or char == "\t" for char in cell.char
            )


@given(HARD, st.sampled_from(sorted(set(codecs.ENCODINGS) - set(MIXED) - {"iso2022_jp"})))
def test_the_bytes_of_a_cell_read_as_what_it_shows(line: bytes, encoding: str) -> None:
    for cell in cells(line, encoding):
        assert codecs.decode(line[cell.start : cell.end], encoding).text == cell.char


@given(HARD, st.sampled_from(codecs.ENCODINGS))
def test_as_many_bytes_show_as_hex_as_are_counted(line: bytes, encoding: str) -> None:
    record = Decoding(encoding, RecordFormat.FIXED, max(1, len(line)))
    bad = sum(cell.kind is CellKind.BAD for cell in cells(line, encoding))
    assert decode_with_map(line, record).undecoded == bad


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("ｻﾞﾝﾀﾞｶ", "ザンダカ"), ("デ−タ", "データ"), ("ﾃﾞ-ﾀ", "データ"), ("〜", "～"), ("−１", "-1"), ("‐", "－"),
        ("髙﨑", "高崎"), ("㈱", "(株)"), ("Ａｂｃ", "aBC"), ("PASS\u200bWORD", "password"), ("Straße", "STRASSE"),
        ("０１２ー３", "012-3"),
    ],
)  # fmt: skip
def test_what_looks_the_same_compares_equal(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


def test_hiragana_and_katakana_stay_apart() -> None:
    assert fold("ざんだか") != fold("ザンダカ")


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_folded_hit_is_found_where_it_stands() -> None:
    folded = fold_with_map("口座ｻﾞﾝﾀﾞｶ照会")
    at = folded.text.index("ザンダカ")
    assert folded.unfold(at, at + 4) == (2, 8)


@given(st.text(max_size=40))
def test_origins_ascend_and_end_at_the_length(text: str) -> None:
    folded = fold_with_map(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    assert folded.origin[-1] == len(text)

"""Lines in every record format, and the way from characters to bytes and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.places import Span
from desktop.text import codecs
from desktop.text.offsets import decode_with_map, mapped_pieces
from desktop.text.records import split

F = RecordFormat


def lines(data: bytes, decoding: Decoding) -> list[bytes]:
    records = split(data, decoding)
    return [data[records.span(n).start : records.span(n).end] for n in range(1, len(records) + 1)]


@pytest.mark.parametrize(
    ("data", "decoding", "expected"),
    [
        (b"a\nbc\n", Decoding("utf-8", F.LF), [b"a", b"bc"]),
        (b"a\n\nbc", Decoding("utf-8", F.LF), [b"a", b"", b"bc"]),
        (b"a\r\nbc\r\n", Decoding("cp932", F.CRLF), [b"a", b"bc"]),
        (b"a\rbc", Decoding("cp932", F.CR), [b"a", b"bc"]),
        (b"\xef\xbb\xbfa\nb", Decoding("utf-8", F.LF), [b"a", b"b"]),
        (b"\xc1\x15\xc2\x15", Decoding("cp930", F.NEL), [b"\xc1", b"\xc2"]),
        (b"\xc1\x25\xc2\x25", Decoding("cp037", F.LF), [b"\xc1", b"\xc2"]),
        (b"12345678", Decoding("cp037", F.FIXED, 3), [b"123", b"456", b"78"]),
        (b"\0\5\0\0a\0\7\0\0bcd", Decoding("cp037", F.RDW), [b"a", b"bcd"]),
        (b"\0\5\0\0a\0\2\0\0bcd", Decoding("cp037", F.RDW), [b"a", b"\0\2\0\0bcd"]),
        (
            "a\r\nbc\n".encode("utf-16"),
            Decoding("utf-16-le", F.LF),
            ["a".encode("utf-16-le"), "bc".encode("utf-16-le")],
        ),
        (bytes(20), Decoding("latin-1", F.BINARY), [bytes(16), bytes(4)]),
        (b"", Decoding("utf-8", F.LF), []),
    ],
)
def test_lines_are_what_the_record_format_says(data: bytes, decoding: Decoding, expected: list[bytes]) -> None:
    assert lines(data, decoding) == expected


@given(
    st.binary(max_size=400), st.sampled_from(F), st.integers(0, 90), st.sampled_from(["utf-8", "cp930", "utf-16-le"])
)
def test_lines_are_ascending_and_every_byte_has_one(
    data: bytes, form: RecordFormat, length: int, encoding: str
) -> None:
    records = split(data, Decoding(encoding, form, length))
    previous = 0
    for number in range(1, len(records) + 1):
        span = records.span(number)
        assert previous <= span.start <= span.end <= len(data)
        assert records.line_at(span.start) >= number
        previous = span.end


def test_line_of_an_offset_counts_from_one() -> None:
    records = split(b"ab\ncd\n", Decoding("utf-8", F.LF))
    assert [records.line_at(offset) for offset in range(6)] == [1, 1, 1, 2, 2, 2]
    with pytest.raises(IndexError):
        records.span(0)


def test_a_host_member_in_fixed_blocks_reads_as_lines_and_finds_its_bytes_back() -> None:
    rows = ["000100*  残高照会", "000200     MOVE A TO B.  ｻﾞﾝﾀﾞｶ", "000300     'あ'"]
    data = b"".join(codecs.encode(row, "cp930").ljust(80, b"\x40") for row in rows)
    mapped = decode_with_map(data, Decoding("cp930", F.FIXED, 80))
    assert [line.rstrip() for line in mapped.text.split("\n")] == rows
    at = mapped.text.index("残高")
    assert mapped.span(at, at + 2) == Span(10, 14)
    assert mapped.char(10) == mapped.char(11) == at
    assert mapped.char(9) == at - 1
    assert mapped.byte(mapped.text.index("000300")) == 160


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16-le", "cp1399", "cp930"])
def test_every_character_knows_its_bytes(encoding: str) -> None:
    text = "残高 abc\n預金ａ12\nおわり"
    data = codecs.encode(text, encoding)
    nel = data.replace(b"\x25", b"\x15") if encoding in codecs.EBCDIC else data
    mapped = decode_with_map(nel, Decoding(encoding, F.NEL if encoding in codecs.EBCDIC else F.LF))
    assert mapped.text == text
    for index in range(len(text)):
        assert mapped.char(mapped.byte(index)) == index
        assert mapped.byte(index) < mapped.span(index, index + 1).end <= len(data)
    if encoding not in ("iso2022_jp", "cp1399", "cp930"):
        assert all(
            codecs.decode(data[mapped.byte(i) : int(mapped.ends[i])], encoding).text == text[i]
            for i in range(len(text))
        )


def test_what_cannot_be_read_is_four_characters_of_one_byte() -> None:
    mapped = decode_with_map(b"a\xffb\r\nc", Decoding("utf-8", F.CRLF))
    assert (mapped.text, mapped.undecoded) == ("a⟦ff⟧b\nc", 1)
    assert mapped.char(1) == 1
    assert mapped.span(1, 5) == Span(1, 2)
    assert mapped.span(6, 7) == Span(3, 5)


def test_what_is_no_text_shows_its_printable_bytes() -> None:
    mapped = decode_with_map(b"\x00key=1" + bytes(20), Decoding("latin-1", F.BINARY))
    assert mapped.text.startswith("⟦00⟧key=1")
    assert mapped.undecoded == 21


@given(
    st.binary(max_size=200),
    st.sampled_from(codecs.ENCODINGS),
    st.sampled_from(F),
    st.integers(0, 40),
)
def test_offsets_ascend_and_stay_inside_for_any_bytes(
    data: bytes, encoding: str, form: RecordFormat, length: int
) -> None:
    mapped = decode_with_map(data, Decoding(encoding, form, length))
    assert len(mapped.starts) == len(mapped.ends) == len(mapped.text)
    starts, ends = list(mapped.starts), list(mapped.ends)
    assert all(0 <= start <= end <= len(data) for start, end in zip(starts, ends, strict=True))
    assert starts == sorted(starts)
    assert all(0 <= mapped.char(offset) <= len(mapped.text) for offset in range(len(data)))


@given(
    st.binary(max_size=200),
    st.sampled_from(sorted(codecs.EBCDIC | codecs.SINGLE_BYTE)),
    st.sampled_from(F),
    st.integers(1, 40),
    st.integers(1, 4),
)
def test_a_text_in_pieces_of_lines_is_the_text_at_once(
    data: bytes, encoding: str, form: RecordFormat, length: int, lines: int
) -> None:
    decoding = Decoding(encoding, form, length)
    whole = decode_with_map(data, decoding)
    pieces = list(mapped_pieces(data, decoding, split(data, decoding), lines))
    told = [(char, start + at) for start, piece in pieces for char, at in zip(piece.text, piece.starts, strict=True)]
    at_once = zip(whole.text, whole.starts, strict=True)
    assert [one for one in told if one[0] != "\n"] == [one for one in at_once if one[0] != "\n"]
    assert sum(piece.undecoded for _, piece in pieces) == whole.undecoded

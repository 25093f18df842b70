"""Japanese EBCDIC and its neighbours, against iconv where there is one, and the laws that hold for any bytes."""

import hashlib
import json
import shutil
import subprocess
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text import codecs, marks
from desktop.text.errors import CannotEncode, UnknownEncoding
from desktop.text.mixed import decode_mixed, line_resets
from desktop.text.tables import FOLDER, MIXED, OWN_SINGLE, encoder, single

needs_iconv = pytest.mark.skipif(shutil.which("iconv") is None, reason="no iconv here")
ICONV = {"cp290": "IBM930", "cp1047": "IBM1047", "cp1141": "IBM1141"} | {name: f"IBM{name[2:]}" for name in MIXED}


def iconv(data: bytes, source: str, target: str) -> bytes:
    return subprocess.run(["iconv", "-f", source, "-t", target], input=data, capture_output=True, check=True).stdout


@needs_iconv
@pytest.mark.parametrize("encoding", MIXED)
def test_every_mapped_character_is_read_as_iconv_reads_it(encoding: str) -> None:
    text = "\n".join(char for char in encoder(encoding) if char not in "\r\n\x85")
    ours = codecs.encode(text, encoding)
    assert iconv(ours, ICONV[encoding], "UTF-8").decode() == text
    assert codecs.decode(ours, encoding) == codecs.Decoded(text, 0)


@needs_iconv
@pytest.mark.parametrize("encoding", OWN_SINGLE)
def test_every_single_byte_is_read_as_iconv_reads_it(encoding: str) -> None:
    shifts = b"\x0e\x0f" if encoding == "cp290" else b""
    known = bytes(byte for byte in range(256) if not marks.count(single(encoding)[byte]) and byte not in shifts)
    assert codecs.decode(known, encoding) == codecs.Decoded(iconv(known, ICONV[encoding], "UTF-8").decode(), 0)
    assert codecs.encode(codecs.decode(known, encoding).text, encoding) == known


def test_the_double_byte_table_is_the_one_that_was_made() -> None:
    raw = zlib.decompress((FOLDER / "ebcdic-double.z").read_bytes())
    assert hashlib.sha256(raw).hexdigest() == json.loads((FOLDER / "ebcdic.json").read_text())["double_sha256"]
    assert len(raw) == 65536 * 4


def test_the_kana_and_the_latin_page_differ_in_single_bytes_only() -> None:
    assert codecs.encode("abc", "cp930") == b"\x62\x63\x64"
    assert codecs.encode("abc", "cp939") == b"\x81\x82\x83"
    assert codecs.encode("残高照会", "cp930") == codecs.encode("残高照会", "cp939")
    assert codecs.encode("ｶ", "cp930") == b"\x86"


def test_what_only_the_newer_pages_have_shows_as_hex_in_the_older() -> None:
    data = codecs.encode("①", "cp1399")
    assert codecs.decode(data, "cp1399").text == "①"
    assert codecs.decode(data, "cp939") == codecs.Decoded("".join(f"⟦{byte:02x}⟧" for byte in data[1:3]), 2)


@pytest.mark.parametrize(
    ("data", "text", "undecoded"),
    [
        (b"\xc1\x0e\x45\x46\x45\x0f\xc2", "A六⟦45⟧B", 1),
        (b"\xc1\x0e\x45\x46\x15\xc1\xc2\x15", "A六\x85AB\x85", 0),
        (b"\xc1\x0f\xc2\x0e\x0f\x0f", "AB", 0),
        (b"\x0e\x0e\x45\x46\x0f", "六", 0),
        (b"\x0e\xfe\xfe\x45\x46\x0f", "⟦fe⟧⟦fe⟧六", 2),
    ],
    ids=["odd run", "a line end closes a shift", "shift in without out", "two shifts out", "unassigned pair"],
)
def test_broken_shifts_lose_no_byte(data: bytes, text: str, undecoded: int) -> None:
    assert codecs.decode(data, "cp939") == codecs.Decoded(text, undecoded)


def test_fixed_blocks_begin_in_single_bytes_each() -> None:
    card = b"\xc1\x0e\x45\x46" + b"\x40" * 4
    assert decode_mixed(card * 3, "cp930", np.arange(0, 24, 8)) == "A六⟦40⟧⟦40⟧".replace("⟦40⟧⟦40⟧", "\u3000\u3000") * 3


@pytest.mark.parametrize("size", [1000, 600_000, 1_300_000])
def test_pieces_of_a_long_text_join_as_if_it_were_read_at_once(size: int) -> None:
    text = ("000100*  残高を照会する。ABC ｻﾞﾝﾀﾞｶ" * (size // 30 + 1))[:size]
    assert codecs.decode(codecs.encode(text, "cp1390"), "cp1390") == codecs.Decoded(text, 0)


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"a\x81\xad\x82\xa0b", "cp932", "a⟦81⟧⟦ad⟧あb"),
        (b"a\x81 b\x81", "cp932", "a⟦81⟧ b⟦81⟧"),
        (b"\xa9\xa1\xb0\xa1", "euc_jp", "⟦a9⟧⟦a1⟧亜"),
        (b"\xe3\x81zz\xff", "utf-8", "⟦e3⟧⟦81⟧zz⟦ff⟧"),
        (b"a\0\0\xdc", "utf-16-le", "a⟦00⟧⟦dc⟧"),
        (b"\xfe\xff\0a", "utf-16", "\ufeffa"),
    ],
)
def test_a_mistake_is_shown_and_does_not_shift_what_follows(data: bytes, encoding: str, text: str) -> None:
    assert codecs.decode(data, encoding).text == text


@pytest.mark.parametrize(
    "name", ["shift_jis", "Shift-JIS", "MS932", "IBM-939", "ibm939", "CP37", "utf8", "EUC-JP", "latin1"]
)
def test_common_spellings_are_known(name: str) -> None:
    assert codecs.canonical(name) in codecs.ENCODINGS


def test_an_unknown_encoding_and_an_impossible_character_are_said() -> None:
    with pytest.raises(UnknownEncoding, match="klingon"):
        codecs.decode(b"", "klingon")
    with pytest.raises(CannotEncode) as error:
        codecs.encode("ab⟦fe⟧é漢", "cp290")
    assert error.value.position == 6
    with pytest.raises(CannotEncode):
        codecs.encode("😀", "cp1399")


@given(st.binary(max_size=300), st.sampled_from(codecs.ENCODINGS))
def test_no_bytes_are_refused_and_undecoded_ones_are_counted(data: bytes, encoding: str) -> None:
    decoded = codecs.decode(data, encoding)
    decoded.text.encode("utf-8")
    assert decoded.undecoded == len(marks.SHOWN.findall(decoded.text))


@given(st.binary(max_size=200), st.sampled_from(["utf-8", "cp037", "cp290", "cp1047", "latin-1", "cp500"]))
def test_writing_what_was_read_gives_the_bytes_back(data: bytes, encoding: str) -> None:
    assert codecs.encode(codecs.decode(data, encoding).text, encoding) == data


@given(st.text(st.sampled_from(sorted(c for c in encoder("cp1390") if len(c) == 1)), max_size=80))
def test_japanese_ebcdic_reads_back_what_it_wrote(text: str) -> None:
    assert codecs.decode(codecs.encode(text, "cp1390"), "cp1390").text == text


def test_resets_are_the_line_ends() -> None:
    assert line_resets(b"a\x15b\x0d\x25").tolist() == [1, 3, 4]

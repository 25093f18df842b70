"""Zengin files are known by their shape in every form in which they travel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.detect import record_shape
from desktop.text.codecs import encode

HEADER = (
    "1210"
    + "9876543210"
    + "ｱｵｻｷﾞ ｼｮｳｼﾞ".ljust(40)
    + "1126"
    + "0995"
    + "ｷﾀﾉｼﾝｷﾝ".ljust(15)
    + "007"
    + "ﾎﾝﾃﾝ".ljust(15)
    + "1"
    + "6601285"
)
DATA = (
    "2"
    + "0995"
    + "ｷﾀﾉｼﾝｷﾝ".ljust(15)
    + "007"
    + "ﾎﾝﾃﾝ".ljust(15)
    + "    "
    + "1"
    + "6601285"
    + "ﾀﾒｼ ﾖｼｺ".ljust(30)
    + "0000076400"
    + "0"
)
TRAILER = "8" + "000002" + "000000152800"
RECORDS_120 = [r.ljust(120) for r in (HEADER, DATA, DATA, TRAILER, "9")]
STATEMENT = [
    "1030" + "0".ljust(196),
    *["2" + "00000001" + "080401" + "080401" + "11" + "1".ljust(177)] * 2,
    "8".ljust(200),
    "9".ljust(200),
]


@pytest.mark.parametrize(("encoding", "end"), [("cp932", ""), ("cp932", "\n"), ("cp932", "\r\n"), ("cp290", "")])
def test_a_transfer_file_is_known_in_any_encoding_and_with_any_line_end(encoding: str, end: str) -> None:
    data = b"".join(encode(r, encoding) + end.encode() for r in RECORDS_120)
    assert record_shape(data) == "zengin120"


def test_statements_are_known_too() -> None:
    assert record_shape("\r\n".join(STATEMENT).encode("cp932")) == "zengin200"


def test_a_piece_without_its_header_is_known() -> None:
    assert record_shape(encode(RECORDS_120[1] * 2, "cp932")) == "zengin120"


@pytest.mark.parametrize(
    "data",
    [b"", b"1", b"2" * 120, b" " * 240, ("X" * 120 + "\n").encode() * 3, b"1210" + b" " * 116,
     RECORDS_120[0].encode("cp932") * 2, b"10 PRINT\n20 GOTO 10\n", b"\x00" * 480, b"9" * 240],
)  # fmt: skip
def test_other_files_are_not(data: bytes) -> None:
    assert record_shape(data) is None


@given(st.binary(max_size=600))
def test_no_bytes_break_it(data: bytes) -> None:
    record_shape(data)

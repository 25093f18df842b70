"""What masking would do to a file, in bytes of the file."""

import pytest

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.runs import MaskAction
from desktop.gate.masking_files import columns_for, mask_file
from desktop.text.codecs import encode
from tests.detect.test_records import RECORDS_120

LINE = "      *  担当 永井 正博  内線 4410".ljust(60)


@pytest.mark.parametrize(
    ("encoding", "format_", "length", "end"),
    [
        ("utf-8", RecordFormat.LF, 0, b"\n"),
        ("cp932", RecordFormat.CRLF, 0, b"\r\n"),
        ("cp939", RecordFormat.FIXED, 80, b""),
        ("cp930", RecordFormat.FIXED, 80, b""),
    ],
)
def test_spans_are_bytes_of_the_file(encoding: str, format_: RecordFormat, length: int, end: bytes) -> None:
    line = encode(LINE, encoding)
    line = line.ljust(length, encode(" ", encoding)) if length else line
    data = (line + end) * 2
    decoding = Decoding(encoding, format_, length)
    found = mask_file(data, decoding, language="cobol")
    names = [span for span in found.spans if span.kind == "person_name"]
    assert len(names) == 2
    for span in names:
        assert len(encode(span.token, encoding)) == len(encode("永井 正博", encoding))
        assert encode("永井", encoding).strip(b"\x0e\x0f") in data[span.start : span.end]
    assert not found.blocked


def test_a_customer_file_is_blocked_whole() -> None:
    data = "\r\n".join(RECORDS_120).encode("cp932")
    found = mask_file(data, Decoding("cp932", RecordFormat.CRLF))
    assert (found.blocked, found.reason) == (True, "zengin120")


def test_a_my_number_blocks_and_says_so() -> None:
    found = mask_file("個人番号 621498320257\n".encode(), Decoding("utf-8", RecordFormat.LF))
    assert (found.blocked, found.reason) == (True, "my_number")
    assert [(s.start, s.end, s.action) for s in found.spans] == [(13, 25, MaskAction.NOT_SENT)]


def test_columns_count_in_cobol_and_in_fixed_records_and_not_in_python() -> None:
    lines = Decoding("cp932", RecordFormat.LF)
    assert columns_for("cobol", lines) == "cp932"
    assert columns_for("python", lines) == ""
    assert columns_for("", Decoding("cp037", RecordFormat.FIXED, 80)) == "cp037"

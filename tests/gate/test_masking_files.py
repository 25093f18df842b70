"""What masking would do to a file, in bytes of the file."""

import json
from pathlib import Path

import pytest

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.runs import MaskAction
from desktop.gate.masking_files import columns_for, mask_file
from desktop.source import read
from desktop.text.codecs import encode
from desktop.text.sniff import sniff
from tests.detect.test_records import RECORDS_120

BANK = Path(__file__).resolve().parents[2] / "resources" / "sample_bank"
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


SENSITIVE = json.loads((BANK / "labels.json").read_bytes())["sensitive"]
SHIFTS = b"\x0e\x0f"
"""What switches to double bytes and back in EBCDIC: it stays where it stands."""


@pytest.mark.parametrize("name", sorted({one["file"] for one in SENSITIVE}))
def test_every_byte_that_the_sample_bank_calls_sensitive_is_dealt_with_as_it_says(name: str) -> None:
    data = (BANK / name).read_bytes()
    decoding = sniff(data, name)
    found = mask_file(data, decoding, language=read(data, decoding, name).language)
    actions = {at: span.action for span in found.spans for at in range(span.start, span.end)}
    kept = SHIFTS if decoding.encoding.startswith("cp9") and decoding.encoding != "cp932" else b""
    for one in (one for one in SENSITIVE if one["file"] == name):
        if one["action"] == MaskAction.NOT_SENT:
            assert found.blocked
            continue
        done = {actions.get(at) for at in range(one["start"], one["end"]) if data[at] not in kept}
        assert done <= _AT_LEAST[MaskAction(one["action"])], one


_AT_LEAST = {
    MaskAction.MASKED: {MaskAction.MASKED, MaskAction.STRUCK_OUT, MaskAction.NOT_SENT},
    MaskAction.STRUCK_OUT: {MaskAction.STRUCK_OUT, MaskAction.NOT_SENT},
}


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

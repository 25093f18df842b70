"""What bytes are guessed to be, and that every guess comes with alternatives."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.text import codecs
from desktop.text.errors import CannotEncode
from desktop.text.offsets import decode_with_map
from desktop.text.sniff import alternatives, sniff

F = RecordFormat
BANK = Path(__file__).resolve().parents[2] / "resources" / "sample_bank"
COBOL = [
    "000100 IDENTIFICATION DIVISION.",
    "000200 PROGRAM-ID. DPO0310.",
    "000300*    残高照会の主処理。口座番号を受け取る",
    "000400 PROCEDURE DIVISION.",
    "000500     MOVE WK-ZANDAKA TO OUT-ZANDAKA.",
]
ENGLISH = ["000100* this paragraph reads the account and moves the balance", *COBOL[:2], *COBOL[3:]]
KANA = ["000100* ｺｳｻﾞﾊﾞﾝｺﾞｳ ｦ ｳｹﾄﾘ ｻﾞﾝﾀﾞｶ ｦ ｼｮｳｶｲ ｽﾙ", *COBOL]


def blocks(rows: list[str], encoding: str, length: int = 80) -> bytes:
    return b"".join(codecs.encode(row, encoding).ljust(length, b"\x40") for row in rows * 5)


def file(rows: list[str], encoding: str, end: str = "\n") -> bytes:
    return codecs.encode("".join(row + end for row in rows * 5), encoding)


@pytest.mark.parametrize(
    ("data", "encoding", "form", "length"),
    [
        (blocks(KANA, "cp930"), "cp930", F.FIXED, 80),
        (blocks([*ENGLISH, *COBOL], "cp939"), "cp939", F.FIXED, 80),
        (blocks([*ENGLISH, "       ①～"], "cp1399"), "cp1399", F.FIXED, 80),
        (blocks(ENGLISH, "cp037"), "cp037", F.FIXED, 80),
        (codecs.encode("\x85".join([*KANA, *COBOL]) + "\x85", "cp930"), "cp930", F.NEL, 0),
        (file(COBOL, "utf-8"), "utf-8", F.LF, 0),
        (file(COBOL, "cp932", "\r\n"), "cp932", F.CRLF, 0),
        (file(COBOL, "euc_jp"), "euc_jp", F.LF, 0),
        (file(COBOL, "iso2022_jp"), "iso2022_jp", F.LF, 0),
        (file(COBOL, "utf-16-le"), "utf-16-le", F.LF, 0),
        (b"\xef\xbb\xbf" + file(COBOL, "utf-8"), "utf-8", F.LF, 0),
        (file(ENGLISH, "utf-8", "\r"), "utf-8", F.CR, 0),
        (b"".join(row.encode().ljust(80) for row in ENGLISH), "utf-8", F.FIXED, 80),
        (b"".join(row.encode("cp932").ljust(80) for row in COBOL * 4), "cp932", F.FIXED, 80),
        ("naïve café, Überweisung\n".encode("cp1252") + b"plain text and more plain text\n" * 5, "cp1252", F.LF, 0),
        (b"\x7fELF" + bytes(200), "latin-1", F.BINARY, 0),
        (bytes(range(256)) * 8, "latin-1", F.BINARY, 0),
        (b"", "utf-8", F.LF, 0),
        (b"PASSWORD=ZXCV\n", "utf-8", F.LF, 0),
    ],
)
def test_the_first_guess_is_right(data: bytes, encoding: str, form: RecordFormat, length: int) -> None:
    guess = sniff(data)
    assert (guess.encoding, guess.record_format, guess.record_length) == (encoding, form, length)
    assert guess.why


def test_upper_case_alone_does_not_tell_930_from_939_and_says_so() -> None:
    first, second = alternatives(blocks(COBOL, "cp930"))[:2]
    assert {first.encoding, second.encoding} == {"cp930", "cp939"}
    assert "no-telling-byte" in first.why
    assert first.confidence < 0.8


def test_variable_records_chain_by_their_descriptor_words() -> None:
    rows = [codecs.encode(row, "cp930") for row in KANA]
    data = b"".join((len(row) + 4).to_bytes(2, "big") + b"\0\0" + row for row in rows)
    assert sniff(data).record_format is F.RDW


def test_transfer_records_of_120_are_not_taken_for_cards() -> None:
    row = b"1210" + b"0001".ljust(36) + b"KOZA".ljust(40) + b"0000012345".ljust(40)
    assert sniff(row * 2 * 10) == Decoding("utf-8", F.FIXED, 120, 0.94, ("ascii-only", "multiple-of-120"))


def transcoded() -> Iterator[tuple[str, str, str, bytes]]:
    """Members of the sample bank in other encodings and record formats than their own."""
    for entry in json.loads((BANK / "members.json").read_text(encoding="utf-8"))["members"]:
        data = (BANK / entry["file"]).read_bytes()
        lines = [line.rstrip().replace("⟦", "") for line in decode_with_map(data, sniff(data)).text.split("\n")]
        for encoding in ("cp930", "cp939", "cp1399", "cp932", "euc_jp", "utf-8", "utf-16-le", "cp037"):
            host = encoding in codecs.EBCDIC
            try:
                rows = [codecs.encode(line, encoding) for line in lines]
            except CannotEncode:
                continue
            end = b"\x15" if host else codecs.encode("\r\n", encoding)
            yield entry["file"], encoding, "lines", b"".join(row + end for row in rows)
            if max(map(len, rows)) <= 80 and not encoding.startswith("utf"):
                blank = b"\x40" if host else b" "
                yield entry["file"], encoding, "blocks", b"".join(row.ljust(80, blank) for row in rows)
            if host:
                described = ((len(row) + 4).to_bytes(2, "big") + b"\0\0" + row for row in rows)
                yield entry["file"], encoding, "variable", b"".join(described)


def test_ninety_eight_of_a_hundred_transcoded_members_read_right() -> None:
    forms = {"lines": (F.NEL, F.CRLF), "blocks": (F.FIXED,), "variable": (F.RDW,)}
    wrong = []
    cases = list(transcoded())
    for name, encoding, form, data in cases:
        guess = sniff(data)
        read_right = decode_with_map(data, guess).text == decode_with_map(data, replace(guess, encoding=encoding)).text
        if not read_right or guess.record_format not in forms[form]:
            wrong.append((name, encoding, form, guess))
    assert len(cases) > 300
    assert len(wrong) <= 0.02 * len(cases), wrong


@given(st.binary(max_size=500))
def test_anything_can_be_sniffed_and_read_in_every_way_offered(data: bytes) -> None:
    offered = alternatives(data)
    assert offered[0] == sniff(data)
    assert all(0 < decoding.confidence <= 1 for decoding in offered)
    for decoding in offered:
        codecs.decode(data, decoding.encoding)

"""Members are stored as ``members.json`` says, and their columns are right in bytes."""

import re
from collections import Counter

import pytest

from desktop.text.codecs import decode
from tests.tools.sample_bank import BANK, ENDS, StoredMember, members

MEMBERS = members()
COBOL = [member for member in MEMBERS if member.language in ("cobol", "copybook")]
SO, SI = 0x0E, 0x0F
SYSTEM_COPIES = {"DFHAID", "SQLCA"}
"""Delivered by the host's products, so never part of a bank's library."""
MISSING_COPIES = {"DPCSEC"}
"""Left out on purpose: what is not there counts as unread."""


def each(some: list[StoredMember]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("member", some, ids=[member.file for member in some])


def test_every_file_is_a_member_and_every_member_a_file():
    beside = {"README.md", "labels.json", "members.json", ".gitattributes"}
    stored = {path.relative_to(BANK).as_posix() for path in BANK.rglob("*") if path.is_file()}
    assert {file for file in stored if not file.startswith("scans/")} - beside == {member.file for member in MEMBERS}


def test_the_bank_has_two_thousand_lines_in_every_encoding_and_form():
    assert sum(len(member.records) for member in COBOL) >= 2000
    assert sum(len(member.records) for member in MEMBERS) >= 3000
    kinds = Counter((member.encoding, member.format) for member in MEMBERS)
    assert {("utf-8", "lf"), ("cp932", "lf"), ("cp932", "crlf"), ("cp037", "fb80"), ("cp939", "fb80")} <= kinds.keys()
    assert {member.language for member in MEMBERS} >= {"cobol", "copybook", "jcl", "bms", "csd", "racf", "c", "python"}


def test_git_never_converts_a_line_end():
    assert "* -text" in (BANK / ".gitattributes").read_text("utf-8").splitlines()


@each(MEMBERS)
def test_bytes_read_in_the_encoding_named(member):
    unread = sum(decode(record, member.encoding).undecoded for record in member.records)
    assert unread == (2 if member.file == "online/DPO0310.cbl" else 0)


@each(MEMBERS)
def test_lines_end_as_named(member):
    if member.length:
        assert member.data and len(member.data) % member.length == 0
        assert not {0x0D, 0x0A, 0x15, 0x25} & set(member.data)
    else:
        assert member.data.endswith(ENDS[member.format])
        assert (b"\r" in member.data) == (member.format == "crlf")
        assert all(b"\n" not in record and b"\r" not in record for record in member.records)


@each(MEMBERS)
def test_a_member_shown_and_put_back_unchanged_keeps_its_bytes(member):
    assert member.packed([member.text(record).rstrip() for record in member.records]) == member.data


@each([member for member in MEMBERS if member.encoding == "cp939"])
def test_shifts_are_balanced_in_every_record(member):
    assert any(SO in record for record in member.records)
    for record in member.records:
        runs = re.findall(rb"\x0e([^\x0e\x0f]*)\x0f", record)
        assert record.count(SO) == record.count(SI) == len(runs)
        assert all(len(run) % 2 == 0 for run in runs)


def test_half_width_kana_occur_in_cp932():
    assert any(re.search("[ｱ-ﾝ]ﾞ", member.text(member.data)) for member in MEMBERS if member.encoding == "cp932")


@each(COBOL)
def test_cobol_columns_are_right_in_bytes(member):
    for record in member.records:
        if member.encoding == "utf-8":
            text = member.text(record)
            assert sum(1 if len(char.encode("cp932")) == 1 else 2 for char in text) <= 72
            number, indicator = text[:6], text[6:7]
        else:
            assert len(record) <= 80
            number, indicator = member.text(record[:6]), member.text(record[6:7])
            area, tag = record[:72], record[72:]
            assert area.count(SO) == area.count(SI)
            assert decode(area, member.encoding).undecoded + decode(tag, member.encoding).undecoded in (0, 2)
        assert re.fullmatch(r"\d{6}", number)
        assert indicator in (" ", "*", "-", "/", "D", "")


def test_every_copy_names_a_member_but_the_one_left_out():
    have = {member.file.rsplit("/")[-1].removesuffix(".cpy") for member in COBOL if member.language == "copybook"}
    wanted = set()
    for member in COBOL:
        code = [member.text(record)[6:72] for record in member.records]
        for line in code:
            if not line.startswith("*"):
                wanted |= set(re.findall(r"\b(?:COPY|INCLUDE)\s+(\w+)", line))
    assert wanted - have - SYSTEM_COPIES == MISSING_COPIES
    assert have <= wanted

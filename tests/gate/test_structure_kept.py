"""A masked program is still that program: same bytes a line, same units at the same places."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.gate.masking import Masker
from desktop.gate.masking_files import columns_for
from desktop.gate.tokens import TokenBook, occurs_in
from desktop.source import read
from desktop.text.codecs import encode
from desktop.text.offsets import decode_with_map
from desktop.text.records import split
from desktop.text.sniff import sniff
from tests.labelled.measure import PARTS, samples

BANK = Path(__file__).resolve().parents[2] / "resources" / "sample_bank"
MEMBERS = sorted(p for p in BANK.rglob("*") if p.suffix in {".cbl", ".cpy", ".jcl", ".bms", ".csd", ".prc"})

_LINES = 40
_HEAD = """\
000010 IDENTIFICATION DIVISION.
000020 PROGRAM-ID. MADE01.
{authors}000030 DATA DIVISION.
000040 WORKING-STORAGE SECTION.
000050 01  WS-AREA.
{entries}000060 PROCEDURE DIVISION.
000070 0000-MAIN SECTION.
000080 0000-START.
{statements}000090     GOBACK.
"""


def _masked_bytes(data: bytes, decoding: Decoding, language: str) -> bytes:
    """The file with every line that masking changed in its masked form."""
    text = decode_with_map(data, decoding).text
    masked = Masker(TokenBook((), occurs_in((text,)))).mask(text, columns_for(language, decoding))
    records = split(data, decoding)
    out = bytearray(data)
    lines = zip(text.split("\n"), masked.text.split("\n"), strict=True)
    for number, (plain, line) in enumerate(lines, start=1):
        if plain == line:
            continue
        span = records.span(number)
        encoded = encode(line, decoding.encoding)
        assert len(encoded) == span.end - span.start, (number, line)
        out[span.start : span.end] = encoded
    return bytes(out)


def kept(data: bytes, decoding: Decoding, name: str) -> tuple[int, int]:
    """Units of a member, and how many of them stand after masking where they stood."""
    before = read(data, decoding, name)
    after = read(_masked_bytes(data, decoding, before.language), decoding, name)
    return len(before.units), sum(unit in after.units for unit in before.units)


def programs() -> Iterator[bytes]:
    """Programs made of the labelled set's COBOL lines: data entries, statements and comments, all with finds."""
    for part in PARTS:
        lines = [one.text for one in samples("places", part) if one.text.startswith("000100")]
        for at in range(0, len(lines), _LINES):
            made = lines[at : at + _LINES]
            entries = "".join(line for line in made if " PIC " in line or " 88 " in line)
            authors = "".join(line for line in made if "AUTHOR. " in line)
            statements = "".join(line for line in made if line not in entries + authors)
            yield _HEAD.format(authors=authors, entries=entries, statements=statements).encode("cp932")


def test_programs_full_of_finds_keep_their_units_and_lines() -> None:
    units = same = 0
    for data in programs():
        of, alike = kept(data, Decoding("cp932", RecordFormat.LF), "made.cbl")
        units, same = units + of, same + alike
    assert units > 100
    assert same == units


@pytest.mark.parametrize("path", MEMBERS, ids=lambda p: p.name)
def test_units_of_a_masked_member_stand_where_they_stood(path: Path) -> None:
    data = path.read_bytes()
    decoding = sniff(data, path.name)
    assert decoding.record_format is not RecordFormat.BINARY
    before = read(data, decoding, path.name)
    after = read(_masked_bytes(data, decoding, before.language), decoding, path.name)
    assert (after.language, after.units, after.gaps) == (before.language, before.units, before.gaps)

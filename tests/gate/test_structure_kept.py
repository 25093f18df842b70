"""A masked program is still that program: same bytes a line, same units at the same places."""

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

BANK = Path(__file__).resolve().parents[2] / "resources" / "sample_bank"
MEMBERS = sorted(p for p in BANK.rglob("*") if p.suffix in {".cbl", ".cpy", ".jcl", ".bms", ".csd", ".prc"})


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


@pytest.mark.parametrize("path", MEMBERS, ids=lambda p: p.name)
def test_units_of_a_masked_member_stand_where_they_stood(path: Path) -> None:
    data = path.read_bytes()
    decoding = sniff(data, path.name)
    assert decoding.record_format is not RecordFormat.BINARY
    before = read(data, decoding, path.name)
    after = read(_masked_bytes(data, decoding, before.language), decoding, path.name)
    assert (after.language, after.units, after.gaps) == (before.language, before.units, before.gaps)

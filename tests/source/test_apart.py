"""Structure read in the locked-down process: the same as in this one, and a file that ends it is one gap."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.places import Span
from desktop.source import apart, read
from desktop.source.apart import NOT_READ, StructureReader
from desktop.source.exchange import is_sound
from desktop.source.members import Gap, Layer, LayerKind
from desktop.text.sniff import sniff
from desktop.worker.child import Child, Patience

BANK = Path(__file__).resolve().parents[2] / "resources" / "sample_bank"
MEMBERS = sorted(path for path in BANK.glob("*/*") if "scans" not in path.parts)
PLAIN = Decoding("utf-8", RecordFormat.LF)
COBOL = b"""\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. A.
       PROCEDURE DIVISION.
       P1.
           GOBACK.
"""


@pytest.fixture(scope="module")
def structure() -> Iterator[StructureReader]:
    with StructureReader() as one:
        yield one


@pytest.mark.parametrize("path", MEMBERS, ids=lambda path: path.name)
def test_a_member_of_the_sample_bank_is_read_the_same_behind_the_lock(structure: StructureReader, path: Path) -> None:
    data = path.read_bytes()
    decoding = sniff(data, path.name)
    assert structure.read(data, decoding, path.name) == read(data, decoding, path.name)


@pytest.mark.parametrize(
    "script",
    [
        "import sys; sys.exit(1)",
        "import time; time.sleep(60)",
        "import os, struct, time; os.write(1, struct.pack('<IB', 3, 2) + b'abc'); time.sleep(60)",
        "import os, struct, time; os.write(1, struct.pack('<IB', 0, 9)); time.sleep(60)",
    ],
    ids=["dies", "hangs", "nonsense", "other frame"],
)
def test_a_file_that_ends_the_process_is_one_gap_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    with StructureReader(Patience(base=1)) as one:
        with monkeypatch.context() as patch:
            command = [sys.executable, "-I", "-S", "-B", "-c", script]
            patch.setattr(apart, "Child", lambda service: Child(service, command=command))
            member = one.read(COBOL, PLAIN, "A.cbl", "cobol")
        assert member.gaps == (Gap(NOT_READ, Span(0, len(COBOL)), ""),) and not member.units
    with StructureReader() as sound:
        assert sound.read(COBOL, PLAIN, "A.cbl").units


def test_giving_up_is_a_gap_too(structure: StructureReader) -> None:
    with StructureReader(cancelled=lambda: True) as one:
        assert one.read(COBOL, PLAIN, "A.cbl").why == NOT_READ


def test_spans_outside_the_file_are_not_believed() -> None:
    member = read(COBOL, PLAIN, "A.cbl")
    size = len(COBOL)
    first, *others = member.units
    assert is_sound(member, size)
    for unit in (
        replace(first, span=Span(0, size + 1)),
        replace(first, span=Span(5, 4)),
        replace(first, parent=0),
        replace(first, first_line=0),
        replace(first, last_line=member.lines + 2),
        replace(first, span=Span(size, size)),
    ):
        assert not is_sound(replace(member, units=(unit, *others)), size)
    assert not is_sound(replace(member, gaps=(Gap("x", Span(0, size + 1), ""),)), size)
    assert not is_sound(replace(member, layers=(Layer(LayerKind.COMMENT, -1, 2),)), size)

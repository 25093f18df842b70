"""Where data items lie: sizes and offsets as a compiler lays them out, and which items share bytes."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.source.lang.cobol.scan import scan
from desktop.source.layout import Layout, read_layout
from desktop.source.overlap import read_overlap
from desktop.source.picture import Category, Usage, measure, size_in_bytes
from desktop.source.skeleton import source_of

_UTF8 = Decoding("utf-8", RecordFormat.LF)


def layout(text: str) -> Layout:
    """The layout of data entries that are written without columns."""
    lines = "".join(f"       {line}\n" for line in text.strip("\n").split("\n"))
    return read_layout(scan(source_of("data.cpy", lines.encode(), _UTF8), free=False).tokens)


def places(found: Layout) -> dict[str, tuple[int, int]]:
    return {item.name: (item.offset, item.size) for item in found.items if item.name}


@pytest.mark.parametrize(
    ("picture", "usage", "size"),
    [
        ("X(10)", Usage.DISPLAY, 10),
        ("S9(7)V99", Usage.DISPLAY, 9),
        ("S9(7)V99", Usage.PACKED, 5),
        ("S9(8)", Usage.PACKED, 5),
        ("9(4)", Usage.BINARY, 2),
        ("S9(9)", Usage.BINARY, 4),
        ("S9(10)", Usage.BINARY, 8),
        ("S9(19)", Usage.BINARY, 16),
        ("ZZZ,ZZ9.99-", Usage.DISPLAY, 11),
        ("$$,$$9.99CR", Usage.DISPLAY, 11),
        ("9(3)BB9/9", Usage.DISPLAY, 8),
        ("N(5)", Usage.NATIONAL, 10),
        ("G(4)", Usage.DBCS, 8),
        ("9P(3)", Usage.DISPLAY, 1),
        ("", Usage.DOUBLE, 8),
    ],
)
def test_a_picture_takes_the_bytes_that_the_manual_says(picture: str, usage: Usage, size: int) -> None:
    assert size_in_bytes(measure(picture), usage) == size


def test_digits_before_the_point_leave_decimals_and_signs_out() -> None:
    assert measure("S9(11)V99").integer_digits == 11
    assert measure("ZZZ,ZZ9.99-").integer_digits == 6
    assert measure("9(3)P(2)").integer_digits == 5
    assert measure("X(3)").category is Category.ALPHANUMERIC


def test_groups_tables_and_redefinitions_lie_where_they_belong() -> None:
    found = layout(
        """
01 REC.
   05 A PIC X(3).
   05 T OCCURS 4.
      10 B PIC 9(5) COMP-3.
      10 C PIC X.
   05 D PIC X(6).
   05 E REDEFINES D.
      10 F PIC 9(2).
      10 G PIC X(4).
   05 H PIC X.
77 ALONE PIC 9(4) COMP.
"""
    )
    assert places(found) == {
        "REC": (0, 26),
        "A": (0, 3),
        "T": (3, 4),
        "B": (3, 3),
        "C": (6, 1),
        "D": (19, 6),
        "E": (19, 6),
        "F": (19, 2),
        "G": (21, 4),
        "H": (25, 1),
        "ALONE": (0, 2),
    }


def test_items_share_bytes_only_where_they_do() -> None:
    found = layout(
        """
01 REC.
   05 T OCCURS 4.
      10 B PIC X(3).
      10 C PIC X(2).
   05 D PIC X(6).
   05 E REDEFINES D.
      10 F PIC X(2).
      10 G PIC X(4).
01 OTHER PIC X(5).
"""
    )
    overlap = read_overlap(found)
    index = {item.name: item.index for item in found.items}

    def share(one: str, other: str) -> bool:
        return bool(overlap.overlapping[index[one]] >> index[other] & 1)

    assert not share("B", "C")
    assert share("B", "T") and share("B", "REC")
    assert share("D", "F") and share("D", "G") and not share("F", "G")
    assert not share("REC", "OTHER")
    assert overlap.same[index["D"]] >> index["E"] & 1
    assert overlap.inside[index["REC"]] >> index["G"] & 1
    assert not overlap.inside[index["F"]] >> index["D"] & 1


def test_level_88_78_66_and_index_names_are_known() -> None:
    found = layout(
        """
78 MOST VALUE 12.
01 REC.
   05 KIND PIC X.
      88 IS-OK VALUE 'A' 'B' 'X' THRU 'Z'.
   05 T OCCURS MOST TIMES INDEXED BY IX IY PIC X(2).
66 BOTH RENAMES KIND THRU T.
"""
    )
    condition = found.condition("IS-OK")
    assert condition is not None
    assert [(low.value, high.value if high else "") for low, high in condition.values] == [
        ("'A'", ""),
        ("'B'", ""),
        ("'X'", "'Z'"),
    ]
    table = found.items[found.find("T") or 0]
    assert table.occurs == 12
    assert [item.name for item in found.items if item.indexes == table.index] == ["IX", "IY"]
    assert places(found)["BOTH"] == (0, 25)


def test_records_of_one_file_share_their_storage() -> None:
    found = layout(
        "FD IN-FILE.\n01 HEAD PIC X(10).\n01 DETAIL-REC PIC X(20).\nFD OUT-FILE.\n01 LINE-REC PIC X(20)."
    ).items
    assert found[0].storage == found[1].storage != found[2].storage
    assert [item.file_name for item in found] == ["IN-FILE", "IN-FILE", "OUT-FILE"]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="01234567889X()VSPZ.,-$+*/ABCDRNG", max_size=20))
def test_any_picture_is_measured(text: str) -> None:
    assert measure(text).positions >= 0


_COMPILED = """
01 R1.
   05 A PIC X(3).
   05 B PIC S9(7)V99 COMP-3.
   05 C OCCURS 5.
      10 D PIC 9(4) COMP.
      10 E PIC S9(9) COMP.
      10 F PIC X(7).
   05 G PIC ZZZ,ZZ9.99-.
   05 H COMP-2.
   05 I REDEFINES H PIC X(8).
01 R2.
   05 J PIC S9(4) SIGN LEADING SEPARATE.
   05 K PIC S9(18) COMP.
   05 L PIC N(4).
   05 M COMP-1.
   05 N1 PIC 9(5) COMP-5.
   05 O PIC X(2) OCCURS 3.
"""


@pytest.mark.skipif(shutil.which("cobc") is None, reason="GnuCOBOL is not installed")
def test_a_compiler_agrees_on_every_size(tmp_path: Path) -> None:
    head = "IDENTIFICATION DIVISION.\nPROGRAM-ID. SIZES.\nDATA DIVISION.\nWORKING-STORAGE SECTION.\n"
    tail = "PROCEDURE DIVISION.\n    GOBACK."
    text = "".join(f"       {line}\n" for line in (head + _COMPILED.strip("\n") + "\n" + tail).split("\n"))
    (tmp_path / "sizes.cbl").write_text(text)
    command = ["cobc", "-std=ibm", "-fsyntax-only", "-t", "sizes.lst", "--tsymbols", "sizes.cbl"]
    subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, timeout=60)
    listed = (tmp_path / "sizes.lst").read_text()
    told = {
        found["name"]: int(found["size"])
        for found in re.finditer(r"^ *(?P<size>\d+) +\S+ +\d\d +(?P<name>[A-Z]\S*)", listed, re.MULTILINE)
    }
    # The listing counts the occurrences of a group in, those of an elementary item not.
    ours = {item.name: item.size * (item.occurs if item.is_group else 1) for item in layout(_COMPILED).items}
    assert told and {name: ours[name] for name in told} == told

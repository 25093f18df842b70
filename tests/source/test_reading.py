"""Languages by content, and units that tile a member, over the sample bank and over hostile bytes."""

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import source
from desktop.domain.evidence import Decoding, RecordFormat
from desktop.source import Member, UnitKind
from desktop.text import codecs
from desktop.text.offsets import decode_with_map
from desktop.text.sniff import sniff

BANK = Path(__file__).resolve().parents[2] / "resources" / "sample_bank"
MEMBERS = json.loads((BANK / "members.json").read_text(encoding="utf-8"))["members"]
LF = Decoding("utf-8", RecordFormat.LF)


def read(text: str, path: str = "A") -> Member:
    return source.read(text.encode(), LF, path)


def check_units(member: Member, size: int) -> None:
    before = 0
    for unit in member.units:
        assert before <= unit.span.start <= unit.span.end <= size
        assert unit.first_line <= unit.last_line
        before = unit.span.start
        if unit.parent is not None:
            parent = member.units[unit.parent]
            assert parent.span.start <= unit.span.start
            assert unit.span.end <= parent.span.end
    if size and member.units:
        assert all(member.unit_at(offset) is not None for offset in range(0, size, max(1, size // 50)))


@pytest.mark.parametrize("entry", MEMBERS, ids=[entry["file"] for entry in MEMBERS])
def test_every_member_of_the_sample_bank_is_read_as_what_it_is(entry: dict[str, str]) -> None:
    data = (BANK / entry["file"]).read_bytes()
    guess = sniff(data, entry["file"])
    form = f"fb{guess.record_length}" if guess.record_format is RecordFormat.FIXED else guess.record_format.value
    assert (guess.encoding, form) == (entry["encoding"], entry["format"])
    member = source.read(data, guess, "no-suffix-to-help")
    assert member.language == entry["language"]
    check_units(member, len(data))
    assert not [gap for gap in member.gaps if gap.kind in ("unknown-token", "unknown-line", "odd-indicator")]


@pytest.mark.parametrize("entry", [e for e in MEMBERS if e["language"] == "cobol"], ids=lambda entry: entry["file"])
def test_units_are_the_same_whatever_the_host_stored_the_text_in(entry: dict[str, str]) -> None:
    data = (BANK / entry["file"]).read_bytes()
    text = decode_with_map(data, sniff(data)).text
    lines = [line[:80] for line in text.split("\n")]
    if any("⟦" in line for line in lines):
        lines = [line.replace("⟦", "").replace("⟧", "") for line in lines]
    utf8 = source.read("\n".join(lines).encode(), LF, "A")
    cp932 = source.read("\r\n".join(lines).encode("cp932"), Decoding("cp932", RecordFormat.CRLF), "A")
    named = [(unit.kind, unit.qualified, unit.first_line) for unit in utf8.units]
    assert [(unit.kind, unit.qualified, unit.first_line) for unit in cp932.units] == named


def test_a_breadcrumb_leads_from_program_to_paragraph() -> None:
    text = (
        "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. DPO0310.\n       PROCEDURE DIVISION.\n"
        "       MAIN SECTION.\n       0000-START.\n           MOVE A TO B.\n      *--残高照会\n"
        "       2300-KOZA-SHOKAI.\n           GOBACK.\n"
    )
    member = read(text)
    chain = member.chain_at(len(text.encode()) - 4)
    assert [(unit.kind, unit.name) for unit in chain] == [
        (UnitKind.PROGRAM, "DPO0310"),
        (UnitKind.DIVISION, "PROCEDURE"),
        (UnitKind.SECTION, "MAIN"),
        (UnitKind.PARAGRAPH, "2300-KOZA-SHOKAI"),
    ]
    assert chain[-1].qualified == "DPO0310 ▸ MAIN ▸ 2300-KOZA-SHOKAI"
    assert (chain[-1].first_line, chain[-1].last_line) == (7, 9)


def test_nested_programs_and_programs_after_each_other_stay_apart() -> None:
    one = "       ID DIVISION.\n       PROGRAM-ID. {}.\n       PROCEDURE DIVISION.\n       P-{}.\n           GOBACK.\n"
    text = (
        one.format("A", "A")
        + one.format("B", "B")
        + "       END PROGRAM B.\n       END PROGRAM A.\n"
        + one.format("C", "C")
    )
    got = [unit.qualified for unit in read(text).units if unit.kind is UnitKind.PARAGRAPH]
    assert got == ["A ▸ P-A", "A ▸ B ▸ P-B", "C ▸ P-C"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cobol", "       PROGRAM-ID. A.\n       PROCEDURE DIVISION.\n           GOBACK.\n"),
        ("copybook", "       05  WK-A PIC X.\n       05  WK-B PIC 9(4) COMP.\n"),
        ("copybook", "           MOVE A TO B\n           PERFORM 1000-X.\n"),
        ("jcl", "//A JOB 1,CLASS=A\n//S1 EXEC PGM=IEFBR14\n"),
        ("jcl", "//S1 EXEC PGM=IDCAMS\n//SYSIN DD *\n  DELETE (A)\n/*\n"),
        ("bms", "A        DFHMSD TYPE=MAP\nB        DFHMDI SIZE=(24,80)\n"),
        ("csd", " DEFINE TRANSACTION(DP31) GROUP(G)\n   PROGRAM(P)\n"),
        ("racf", " PERMIT DP.PROD.** ID(A) ACCESS(READ)\n RDEFINE FACILITY X UACC(NONE)\n"),
        ("control", "  SORT FIELDS=(1,4,CH,A)\n  OUTFIL FNAMES=A\n"),
        ("c", '#include <stdio.h>\nint main(void) {\n  puts("PROCEDURE DIVISION");\n  return 0;\n}\n'),
        ("python", "import os\n\ndef f(x):\n    return x\n"),
        ("sql", "CREATE TABLE A (B CHAR(4));\nGRANT SELECT ON A TO PUBLIC;\n"),
        ("data", "1" * 60 + " " * 60 + "\n" + "2" * 100 + " " * 20 + "\n"),
        ("text", "Dear all,\nplease find the PROCEDURE DIVISION below.\n// see you\n"),
        ("text", "// a comment of no known language\nfunction f() { return 1 }\n"),
    ],
)
def test_content_decides_the_language_and_no_suffix_overrules_it(language: str, text: str) -> None:
    for path in ("A", "A.cbl", "A.jcl", "A.py", "A.txt"):
        member = read(text, path)
        assert member.language == language
        check_units(member, len(text))


def test_an_analyst_overrules_the_language() -> None:
    member = source.read(b"hello\n", LF, "A", language="cobol")
    assert (member.language, member.why, member.units[0].kind) == ("cobol", "chosen", UnitKind.PROGRAM)


def test_binary_evidence_has_no_language() -> None:
    assert source.read(bytes(300), Decoding("latin-1", RecordFormat.BINARY), "a.exe").language == ""


def test_wide_text_is_kept_as_chunks_and_said_to_be_unread() -> None:
    member = source.read("MOVE A TO B.\n".encode("utf-16-le"), Decoding("utf-16-le", RecordFormat.LF), "A.cbl")
    assert (member.language, [gap.kind for gap in member.gaps]) == ("text", ["wide-encoding"])
    check_units(member, 26)


def test_areas_name_the_columns_of_the_ruler() -> None:
    assert [(area.name, area.first, area.last) for area in source.areas("cobol")] == [
        ("sequence", 1, 6),
        ("indicator", 7, 7),
        ("area-a", 8, 11),
        ("area-b", 12, 72),
        ("identification", 73, 80),
    ]
    assert source.areas("cobol", free=True) == ()
    assert source.areas("python") == source.areas("klingon") == ()


def test_functions_of_c_and_python_are_named() -> None:
    c = read("#include <a.h>\n/* 残高 */\nstatic int *zandaka(int a) {\n  return 0;\n}\nint main() { return 1; }\n")
    assert [unit.name for unit in c.units] == ["zandaka", "main"]
    assert c.units[1].first_line == 6
    python = read("import os\nclass A:\n    def f(self):\n        pass\ndef g():\n    pass\n")
    assert [unit.qualified for unit in python.units] == ["A", "A ▸ f", "g"]


@given(st.binary(max_size=600), st.sampled_from(["", *(language.NAME for language in source.LANGUAGES)]))
def test_no_bytes_break_any_language(data: bytes, language: str) -> None:
    for decoding in (LF, Decoding("cp930", RecordFormat.FIXED, 80), Decoding("cp932", RecordFormat.CRLF)):
        check_units(source.read(data, decoding, "A", language), len(data))


PIECES = st.sampled_from(
    ["//A JOB ", "//S EXEC PGM=X", "//D DD *", "//D DD DATA,DLM=$$", ",", "'", "(", ")", "\n", "/*", "$$", "// ", "=",
     "&X", "//*", "       ID DIVISION.", "       PROGRAM-ID. A.", "END PROGRAM A.", "01 ", "PIC X.", " SECTION.",
     "DEFINE PROGRAM(A)", "int f(){", "def f():", "SELECT ", ";", "--", "A  DFHMDF ", "LISTUSER A", "X" * 70, "残高"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from([language.NAME for language in source.LANGUAGES]))
def test_no_text_breaks_any_language(text: str, language: str) -> None:
    data = text.encode()
    check_units(source.read(data, LF, "A", language), len(data))


HEAD = b"       IDENTIFICATION DIVISION.\n       PROGRAM-ID. X.\n       PROCEDURE DIVISION.\n"
HOSTILE = {
    "random bytes": HEAD + random.Random(1).randbytes(300_000),
    "one line of 5 MB": HEAD + b"           MOVE A TO B " * 220_000,
    "GO TOs": HEAD + b"           GO TO A.\n" * 50_000,
    "EXEC without END-EXEC": HEAD + b"           EXEC SQL SELECT\n" * 30_000,
    "continued literals": HEAD + b"           MOVE 'ABC\n" + b"      -    'ABCDEF\n" * 30_000,
    "open quotes": HEAD + b"           MOVE 'ABC\n" * 30_000,
    "a name of 2 MB": HEAD + b"           " + b"A" * 2_000_000,
    "pictures without strings": HEAD + (b"           PIC" + b" " * 2000 + b"\n") * 300,
    "blanks": b" " * 3_000_000,
    "JCL that never ends": b"//A JOB X,\n" + b"// 'A,\n" * 60_000,
    "deep C": b"#include <a>\nint f() {;\n" + b"(" * 200_000,
    "open SQL comments": b"SELECT A;\n" + b"/*" * 300_000,
}


@pytest.mark.parametrize("case", HOSTILE)
def test_reading_stays_linear(case: str) -> None:
    data = HOSTILE[case]
    begun = time.process_time()
    member = source.read(data, LF, "A")
    assert time.process_time() - begun < 8
    check_units(member, len(data))


def test_literals_in_host_code_decode_by_their_own_table() -> None:
    line = codecs.encode("000100 01  A PIC X(8) VALUE '残高'.", "cp930").ljust(80, b"\x40")
    member = source.read(line, Decoding("cp930", RecordFormat.FIXED, 80), "A")
    assert member.language == "copybook"


@pytest.mark.parametrize(
    "text",
    [
        '#include <stdio.h>\n#include "dpo.h"\n',
        "/* 口座番号の桁数\n   DPO0310 */\n#ifndef DPO_H\n#define DPO_H\n#define KOZA_LEN 7\n#endif\n",
        "#define SWAP(a, b) do { \\\n  int t = a; \\\n  a = b; b = t; } while (0)\n",
        '# include <string.h>\n# define NAME "x"\n// end\n',
        "#define A 1\n" * 30 + "int f(void);\nextern int g;\n",
    ],
    ids=["includes", "guarded macros", "continued", "spaced", "few declarations"],
)
def test_a_header_of_directives_alone_is_c_whatever_it_is_called(text: str) -> None:
    assert read(text, "no-suffix").language == "c"


@pytest.mark.parametrize(
    "text",
    [
        "# define the limits of a batch\n# include everything that is due\nLIMIT=10\nexport LIMIT\n",
        "#if the file is there, it is read\n#else nothing\n",
        "#!/bin/sh\n# if this fails, call 3104\n# define nothing here\nrm -f /tmp/x\n",
        "# -*- coding: utf-8 -*-\n# define SPAM below\nSPAM = 1\n",
        "# include\n# error handling\n# line 3 of the manual\n",
        "#define\n",
    ],
)
def test_comments_of_shell_and_python_are_no_directives(text: str) -> None:
    assert read(text, "no-suffix").language != "c"


def test_what_is_too_large_for_structure_is_cut_into_stretches_of_lines_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop.source.reading.LARGEST_WITH_STRUCTURE", 20_000)
    text = "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. BIG.\n" + "           MOVE A TO B.\n" * 1000
    member = read(text)
    assert (member.language, member.lines) == ("cobol", 1002)
    assert {unit.kind for unit in member.units} == {UnitKind.CHUNK}
    assert [(gap.kind, gap.span.end) for gap in member.gaps] == [("too-large", len(text))]
    check_units(member, len(text))

"""JCL statements: fields, continuation, in-stream data with its delimiters, symbols."""

import pytest

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.source import UnitKind, language_of, read
from desktop.source.lang.jcl import Statement, jobs
from desktop.text import codecs

LF = Decoding("utf-8", RecordFormat.LF)


def statements(text: str) -> list[Statement]:
    return jobs(text.encode(), LF, "J")


def test_fields_and_operands_are_told_apart_and_the_comment_is_dropped() -> None:
    (one,) = statements("//STEP1    EXEC PGM=DPB0120,PARM='A,B (C)',COND=(4,LT)  and a remark\n")
    assert (one.name, one.op) == ("STEP1", "EXEC")
    assert [(param.key, param.value) for param in one.params] == [
        ("PGM", "DPB0120"), ("PARM", "'A,B (C)'"), ("COND", "(4,LT)")
    ]  # fmt: skip


def test_operands_stand_on_their_bytes() -> None:
    text = "//D DD DSN=DP.PROD.A,\n//          DISP=SHR\n"
    (one,) = statements(text)
    assert [text[param.span.start : param.span.end] for param in one.params] == ["DSN=DP.PROD.A", "DISP=SHR"]
    assert (one.first_line, one.last_line) == (1, 2)


def test_a_quoted_operand_goes_on_in_column_sixteen() -> None:
    text = "//S EXEC PGM=A,PARM='" + "X" * 50 + "\n//             YY''Z',REGION=0M\n"
    (one,) = statements(text)
    assert one.param("PARM").value == "'" + "X" * 50 + "YY''Z'"  # type: ignore[union-attr]
    assert one.param("REGION") is not None


def test_instream_data_ends_as_its_dd_says() -> None:
    text = (
        "//A DD *\n//* no data\none\n/*\n//B DD DATA\n//C DD X\n/*\n//D DD *,DLM=$$\n/*\n//E DD Y\n$$\n//F DD DUMMY\n"
    )
    got = {one.name: text[one.instream.start : one.instream.end] if one.instream else None for one in statements(text)}
    assert got == {"A": "", "B": "//C DD X\n", "D": "/*\n//E DD Y\n", "F": None}


def test_data_at_the_end_of_a_member_needs_no_delimiter() -> None:
    text = "//A DD *\none\ntwo\n"
    (one,) = statements(text)
    assert one.instream is not None
    assert text[one.instream.start : one.instream.end] == "one\ntwo\n"


def test_symbols_are_recorded_and_temporary_names_are_none() -> None:
    (one,) = statements("//D DD DSN=&HLQ..D&HIZUKE,UNIT=&&TEMP\n")
    assert one.symbols == ("HLQ", "HIZUKE")


C_HEADER = """\
// Copyright Joyent, Inc. and other Node contributors.
//
// Permission is hereby granted, free of charge, to any person
// IF the Software is furnished to do so, subject to the following conditions:
#ifndef SRC_NODE_H_
#define SRC_NODE_H_
// Export the symbols, then
// set NODE_EXTERN to nothing
// proc table
# define NODE_EXTERN
#endif
"""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (C_HEADER, "c"),
        ("// exec the loop\nint main(void) {\n  return 0;\n}\n", "c"),
        (
            "//DPJ0120 JOB (A),'X',\n//             CLASS=A\n//S EXEC PGM=SORT\n//SORTIN DD DSN=A,\n//    DISP=SHR\n",
            "jcl",
        ),
        ("//* a member to include\n//        SET HLQ=DP\n//SYSOUT  DD SYSOUT=*\n", "jcl"),
        ("//         IF (S1.RC > 4) THEN\n//S2       EXEC DPPBAT\n//         ENDIF\n", "jcl"),
        ("//SYSIN DD *\n  SORT FIELDS=(1,10,CH,A)\n/*\n", "jcl"),
    ],
)
def test_jcl_is_told_from_comments_by_its_statements(text: str, language: str) -> None:
    assert language_of(text.encode(), LF, "node.h" if language == "c" else "MEMBER") == language


def test_the_same_job_in_host_blocks_has_the_same_statements() -> None:
    text = "//DPJ JOB (A),'夜間転送',CLASS=A,\n//   USER=DPBATCH\n//* 整列\n//S EXEC PGM=SORT\n//I DD *\n データ\n/*\n"
    host = b"".join(codecs.encode(line, "cp939").ljust(80, b"\x40") for line in text.splitlines())
    there = jobs(host, Decoding("cp939", RecordFormat.FIXED, 80), "J")
    assert [(one.name, one.op, one.operands) for one in there] == [
        (one.name, one.op, one.operands) for one in statements(text)
    ]
    assert there[0].params[1].value == "'夜間転送'"


def test_units_are_job_step_dd_and_data() -> None:
    text = (
        "//J JOB 1\n//* 整列\n//S1 EXEC PGM=SORT\n//SYSIN DD *\n SORT FIELDS=COPY\n/*\n"
        "//S2 EXEC DPPBAT\n//X DD DSN=A\n//  DD DSN=B\n"
    )
    member = read(text.encode(), LF, "J")
    assert [(unit.kind, unit.qualified, unit.first_line) for unit in member.units] == [
        (UnitKind.JOB, "J", 1),
        (UnitKind.STEP, "J ▸ S1", 2),
        (UnitKind.DD, "J ▸ S1 ▸ SYSIN", 4),
        (UnitKind.INSTREAM, "J ▸ S1 ▸ SYSIN", 5),
        (UnitKind.STEP, "J ▸ S2", 7),
        (UnitKind.DD, "J ▸ S2 ▸ X", 8),
    ]
    assert member.copies == ("DPPBAT",)


def test_lines_that_are_no_jcl_are_gaps() -> None:
    member = read(b"//J JOB 1\nwhat is this\n//S EXEC PGM=A\n", LF, "J")
    assert [gap.kind for gap in member.gaps] == ["unknown-line"]

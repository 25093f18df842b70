"""What may be unchecked where: guards in other paragraphs, on some ways only, behind switches and redefinitions."""

import pytest

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.source.flow.graph import NodeKind
from desktop.source.flow.planes import Plane
from desktop.source.flow.program import Program
from desktop.source.flow.reading import read_programs
from desktop.source.flow.trace import trace
from desktop.source.lang.cobol import SourceFile, expand

_UTF8 = Decoding("utf-8", RecordFormat.LF)
_HEAD = """
IDENTIFICATION DIVISION.
PROGRAM-ID. FLOW1.
DATA DIVISION.
WORKING-STORAGE SECTION.
01 SW PIC X VALUE 'N'.
   88 IS-BAD VALUE 'Y'.
01 IX PIC 9(4).
01 IX-X REDEFINES IX PIC X(4).
   88 IX-KNOWN VALUE '0001' '0002'.
01 MOST PIC 9(4) VALUE 10.
01 COPY-IX PIC 9(4).
01 TAB.
   05 ROW OCCURS 10 PIC X(4).
LINKAGE SECTION.
01 PARM.
   05 P-IX PIC 9(4).
PROCEDURE DIVISION USING PARM.
MAIN-LINE.
    MOVE P-IX TO IX.
{body}
LAST-P.
    GOBACK.
"""
_SINK = "MOVE SPACES TO ROW (IX)"


def program(body: str, copybooks: dict[str, str] | None = None) -> Program:
    """The program with ``body`` after the input was moved to IX."""
    text = _HEAD.format(body="\n".join(f"    {line}" for line in body.strip("\n").split("\n"))).strip("\n")
    lines = "".join(f"       {line}\n" for line in text.replace("    ~", "").split("\n"))
    books = {
        name: SourceFile(name, "".join(f"       {line}\n" for line in book.split("\n")).encode(), _UTF8)
        for name, book in (copybooks or {}).items()
    }
    return read_programs(expand("flow1.cbl", lines.encode(), _UTF8, books.get))[0]


def unbounded(found: Program) -> bool:
    """Whether IX may be unbounded where it is used as a subscript."""
    index = found.code.layout.find("IX")
    assert index is not None
    uses = [node for node in found.reached() if any(ref.subscripts for ref in found.mentions[node.index])]
    assert uses, "the use is not reached"
    return any(found.may(node, index, Plane.OUTSIDE_HIGH) for node in uses)


@pytest.mark.parametrize(
    "body",
    [
        f"{_SINK}.",
        f"IF IX > 0 {_SINK}.",
        f"IF IX NUMERIC {_SINK}.",
        f"IF IX NOT = 11 {_SINK}.",
        f"IF IX > 20 GO TO OUT.\n{_SINK}.\n~OUT.\nCONTINUE.",
        f"IF IX > 10 MOVE 'Y' TO SW.\n{_SINK}.",
        f"IF P-IX > 5 AND IX > 10 GO TO OUT.\n{_SINK}.\n~OUT.\nCONTINUE.",
        f"IF IX > 10 OR SW = 'Y' {_SINK}.",
        f"PERFORM CHECK-IT.\nMOVE P-IX TO IX.\n{_SINK}.\nGOBACK.\n~CHECK-IT.\nIF IX > 10 GOBACK.",
        f"IF SW = 'N' PERFORM CHECK-IT.\n{_SINK}.\nGOBACK.\n~CHECK-IT.\nMOVE 'X' TO SW.",
        f"EVALUATE TRUE WHEN IX > 10 CONTINUE\nWHEN OTHER CONTINUE END-EVALUATE.\n{_SINK}.",
        f"PERFORM VARYING IX FROM 1 BY 1 UNTIL IX > P-IX\n{_SINK}\nEND-PERFORM.",
        f"ADD P-IX TO IX.\nIF P-IX > 10 GOBACK.\n{_SINK}.",
    ],
)
def test_what_does_not_bound_on_every_way_is_no_check(body: str) -> None:
    assert unbounded(program(body))


@pytest.mark.parametrize(
    "body",
    [
        f"IF IX > 10 GOBACK.\n{_SINK}.",
        f"IF NOT (IX > 0 AND IX < 11) GOBACK.\n{_SINK}.",
        f"IF IX IS GREATER THAN 10 OR IX IS LESS THAN 1 GOBACK.\n{_SINK}.",
        f"IF IX = 1 OR 2 OR 3 {_SINK}.",
        f"IF IX NOT > MOST {_SINK}.",
        f"IF IX-KNOWN {_SINK}.",
        f"PERFORM CHECK-IT.\n{_SINK}.\nGOBACK.\n~CHECK-IT.\nIF IX > 10 GOBACK.",
        f"PERFORM CHECK-IT THRU CHECK-END.\n{_SINK}.\nGOBACK.\n~CHECK-IT.\nIF IX > 10 GOBACK.\n~CHECK-END.\nEXIT.",
        f"PERFORM CHECK-IT.\nIF IS-BAD GOBACK.\n{_SINK}.\nGOBACK.\n~CHECK-IT.\nIF IX > 10 SET IS-BAD TO TRUE.",
        f"PERFORM CHECK-IT.\nIF NOT IS-BAD PERFORM USE-IT.\nGOBACK.\n~USE-IT.\n{_SINK}.\n~CHECK-IT.\n"
        "MOVE 'N' TO SW.\nIF IX > 10 MOVE 'Y' TO SW.",
        f"EVALUATE IX WHEN 1 THRU 10 {_SINK}\nWHEN OTHER CONTINUE END-EVALUATE.",
        f"EVALUATE TRUE WHEN IX > 10 GOBACK\nWHEN OTHER {_SINK} END-EVALUATE.",
        f"IF IX > 10 GO TO OUT.\n{_SINK}.\n~OUT.\nCONTINUE.",
        f"IF IX > 10 NEXT SENTENCE ELSE {_SINK}.",
        f"PERFORM VARYING IX FROM 1 BY 1 UNTIL IX > 10\n{_SINK}\nEND-PERFORM.",
        f"MOVE 3 TO IX.\n{_SINK}.",
        f"MOVE IX TO COPY-IX.\nIF COPY-IX > 10 GOBACK.\n{_SINK}.",
        f"IF IX + 1 > 10 GOBACK.\n{_SINK}.",
        f"IF 10 < IX GOBACK.\n{_SINK}.",
        f"IF IX > 10\nMOVE 1 TO IX\nEND-IF.\n{_SINK}.",
        f"COMPUTE IX = FUNCTION MOD(IX, 10) + 1.\n{_SINK}.",
    ],
)
def test_a_bound_on_every_way_is_a_check(body: str) -> None:
    assert not unbounded(program(body))


def test_a_check_in_a_copied_paragraph_counts() -> None:
    body = f"PERFORM CHECK-IT.\n{_SINK}.\nGOBACK.\n~COPY CHK."
    assert not unbounded(program(body, {"CHK": "CHECK-IT.\n    IF IX > 10 GOBACK."}))


def test_a_common_paragraph_does_not_mix_up_its_callers() -> None:
    body = (
        f"PERFORM NOTE-IT.\nIF IX > 10 GOBACK.\nPERFORM NOTE-IT.\n{_SINK}.\nMOVE P-IX TO IX.\nPERFORM NOTE-IT.\n"
        "GOBACK.\n~NOTE-IT.\nDISPLAY SW."
    )
    assert not unbounded(program(body))


def test_a_paragraph_that_performs_itself_is_said() -> None:
    found = program(f"PERFORM A-1.\n{_SINK}.\nGOBACK.\n~A-1.\nPERFORM B-1.\n~B-1.\nPERFORM A-1.")
    assert found.found.recursive
    assert unbounded(found)


def test_what_control_never_comes_to_is_not_reached() -> None:
    found = program("GOBACK.\nMOVE 1 TO IX.")
    reached = {found.code.word(node.first) for node in found.reached() if node.kind is NodeKind.STATEMENT}
    assert "MOVE" in reached
    assert not any(found.code.value(node.first + 1) == "1" for node in found.reached())


def test_a_trace_leads_back_to_where_the_data_came_in() -> None:
    found = program(f"MOVE IX TO COPY-IX.\nMOVE COPY-IX TO IX.\n{_SINK}.")
    node = next(node for node in found.reached() if any(ref.subscripts for ref in found.mentions[node.index]))
    index = found.code.layout.find("IX")
    assert index is not None
    steps = trace(found, node, index, Plane.OUTSIDE_HIGH)
    assert [found.code.name(step.item) for step in steps] == ["P-IX", "IX"]


def test_a_runaway_counter_is_one_that_nothing_stops() -> None:
    loop = "MOVE 0 TO IX.\nPERFORM UNTIL SW = 'Y'\nADD 1 TO IX\n{use}\nCALL 'NEXT' USING SW\nEND-PERFORM."
    index = program("CONTINUE.").code.layout.find("IX")
    assert index is not None

    def runs_away(use: str) -> bool:
        found = program(loop.format(use=use))
        uses = [node for node in found.reached() if any(ref.subscripts for ref in found.mentions[node.index])]
        return any(found.may(node, index, Plane.RUNAWAY) for node in uses)

    assert runs_away(_SINK)
    assert not runs_away(f"IF IX > 10 GOBACK END-IF\n{_SINK}")
    assert not runs_away(f"IF IX = 11 GOBACK END-IF\n{_SINK}")

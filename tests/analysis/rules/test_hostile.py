"""No member makes the rules fail, whatever it holds."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.evidence import Decoding, RecordFormat
from tests.analysis.rules.sample import Sample, fixed, look, members
from tests.analysis.rules.samples import COBOL_SAMPLES, SAMPLES

_TEXT = """IF ELSE END-IF EVALUATE WHEN OTHER END-EVALUATE PERFORM THRU UNTIL VARYING FROM BY AFTER TIMES END-PERFORM GO
TO DEPENDING ON MOVE ADD SUBTRACT COMPUTE DIVIDE MULTIPLY GIVING REMAINDER SIZE ERROR NOT AND OR SET TRUE UP
DOWN READ AT END INVALID KEY WRITE OPEN INPUT CLOSE STRING DELIMITED INTO UNSTRING INSPECT REPLACING TALLYING
CONVERTING SEARCH ALL CALL USING EXEC CICS SQL END-EXEC RECEIVE MAP INTO LENGTH RESP PREPARE EXECUTE IMMEDIATE
: EXIT PARAGRAPH SECTION NEXT SENTENCE GOBACK STOP RUN ALTER PROCEED FUNCTION MOD LENGTH OF NUMERIC POSITIVE
THROUGH ALSO ANY A B C D-1 T1 P1 P2 P3 IX DFHCOMMAREA EIBCALEN SQLCODE ( ) ( ) : , = < > + - * / . . . 'X'
'//J' 0 1 99 ZERO SPACES"""
_WORDS = st.sampled_from(_TEXT.split())
_PROGRAM = """
IDENTIFICATION DIVISION.
PROGRAM-ID. FUZZ.
DATA DIVISION.
WORKING-STORAGE SECTION.
01 A PIC 9(4).
   88 D-1 VALUE 1 THRU 5.
01 B PIC X(10).
01 C REDEFINES B.
   05 IX PIC 9(2).
01 TAB.
   05 T1 OCCURS 5 DEPENDING ON A PIC X(3).
LINKAGE SECTION.
01 DFHCOMMAREA PIC X(20).
PROCEDURE DIVISION.
P1.
    CONTINUE.
P2.
{words}
P3.
    GOBACK.
"""


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_WORDS, max_size=120))
def test_any_words_in_a_procedure_are_looked_at(words: list[str]) -> None:
    lines = [" ".join(words[at : at + 6]) for at in range(0, len(words), 6)]
    look({"fuzz.cbl": fixed(_PROGRAM.format(words="\n".join(f"    {line}" for line in lines)))})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SAMPLES), st.data())
def test_a_member_cut_anywhere_is_looked_at(sample: Sample, data: st.DataObject) -> None:
    files = members(sample, sample.weak)
    text = files[sample.path]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    look({**files, sample.path: text[:start] + text[end:]})


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=2000), st.sampled_from(["x.cbl", "x.jcl", "x.csd", "x.bms", "x.c", "x.py", "racf.txt"]))
def test_any_bytes_are_looked_at(data: bytes, path: str) -> None:
    for decoding in (Decoding("utf-8", RecordFormat.LF), Decoding("cp939", RecordFormat.FIXED, 80)):
        look({path: data}, decoding)


def test_nesting_without_end_is_looked_at() -> None:
    head = COBOL_SAMPLES[0].weak
    for body in (
        "IF A = 1\n" * 3000,
        "PERFORM UNTIL A = 1\n" * 2000,
        f"IF {'(' * 4000}A = 1{')' * 4000}".replace("(" * 40, "(" * 40 + "\n"),
        "MOVE " + "A (" * 3000 + "1" + ")" * 3000 + " TO B.",
        "IF " + "A = 1 OR " * 3000 + "A = 2 CONTINUE.",
        "COMPUTE A = " + "(" * 2000 + "1" + ")" * 2000 + ".",
    ):
        lines = [body[at : at + 48] for at in range(0, len(body), 48)] if "\n" not in body else body.split("\n")
        look({"deep.cbl": fixed(head) + "".join(f"           {line}\n" for line in lines)})


def test_paragraphs_that_perform_each_other_are_looked_at() -> None:
    paragraphs = "\n".join(f"P{n}.\n    PERFORM P{(n + 1) % 300}.\n    MOVE A TO B." for n in range(300))
    look({"round.cbl": fixed(_PROGRAM.format(words="    PERFORM P7.") + paragraphs)})


def test_deep_trees_are_looked_at() -> None:
    look({"deep.py": "def f(a):\n    return " + "(" * 3000 + "a" + ")" * 3000 + "\n"})
    look({"deep.py": "def f(a):\n    x = " + "a + " * 3000 + "a\n    open(x)\n    eval(x)\n"})
    look({"deep.c": "int f(int a)\n{\n    return " + "(" * 3000 + "a" + ")" * 3000 + ";\n}\n"})
    look({"deep.c": "int f(char *a)\n{\n    system(" + "a + " * 3000 + "a);\n}\n"})

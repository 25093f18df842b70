"""Samples of COBOL rules on input that reaches what it must not: statements, commands, names, storage."""

from tests.analysis.rules.sample import Sample

_ONLINE = """
IDENTIFICATION DIVISION.
PROGRAM-ID. SAMPLE1.
DATA DIVISION.
WORKING-STORAGE SECTION.
01 ERR-SW PIC X VALUE 'N'.
   88 NO-ERROR VALUE 'N'.
01 RC PIC S9(8) COMP.
01 WORK.
{data}
LINKAGE SECTION.
01 DFHCOMMAREA.
   05 IN-CODE PIC X(8).
      88 CODE-OK VALUE 'ALPHA' 'BETA'.
   05 IN-NUM PIC 9(4).
   05 IN-TEXT PIC X(40).
PROCEDURE DIVISION.
MAIN-LINE.
    IF EIBCALEN < LENGTH OF DFHCOMMAREA
        EXEC CICS ABEND ABCODE('LEN') END-EXEC
    END-IF
    PERFORM CHECK-IT.
    IF NO-ERROR
        PERFORM DO-IT
    END-IF.
    EXEC CICS RETURN END-EXEC.
CHECK-IT.
    CONTINUE.
DO-IT.
{procedure}
"""


def online(data: str, procedure: str) -> str:
    """A CICS program whose COMMAREA is the input; CHECK-IT is performed before DO-IT."""
    return _ONLINE.format(data=data.strip("\n"), procedure=procedure.strip("\n")).strip("\n")


_CHECK = "CHECK-IT.\n    CONTINUE."

DYNAMIC_SQL = Sample(
    "cobol-dynamic-sql",
    "sql.cbl",
    online(
        "   05 NAME-COPY PIC X(40).\n   05 STMT PIC X(200).",
        """
    MOVE IN-TEXT TO NAME-COPY.
    STRING 'DELETE FROM T WHERE NAME = ''' DELIMITED BY SIZE
        NAME-COPY DELIMITED BY SPACE '''' DELIMITED BY SIZE INTO STMT.
    EXEC SQL PREPARE S1 FROM :STMT END-EXEC.
    IF SQLCODE NOT = 0 PERFORM CHECK-IT.
""",
    ),
    "PREPARE S1",
    {
        "a class test in another paragraph": (
            (_CHECK, "CHECK-IT.\n    IF IN-TEXT IS NOT ALPHABETIC MOVE 'Y' TO ERR-SW."),
        ),
        "a constant statement": (
            (
                "        NAME-COPY DELIMITED BY SPACE '''' DELIMITED BY SIZE INTO STMT.",
                "        'A' DELIMITED BY SIZE INTO STMT.",
            ),
        ),
        "quotes taken out": (
            ("    STRING 'DELETE", "    INSPECT NAME-COPY REPLACING ALL \"'\" BY SPACE.\n    STRING 'DELETE"),
        ),
        "a numeric item in between": (("05 NAME-COPY PIC X(40)", "05 NAME-COPY PIC 9(8)"),),
        "a parameter marker": (
            (
                "        NAME-COPY DELIMITED BY SPACE '''' DELIMITED BY SIZE INTO STMT.",
                "        '?' DELIMITED BY SIZE INTO STMT.",
            ),
        ),
    },
)

OS_COMMAND = Sample(
    "cobol-os-command",
    "cmd.cbl",
    online("   05 CMD PIC X(80).", "    MOVE IN-TEXT TO CMD.\n    CALL 'SYSTEM' USING CMD."),
    "CALL 'SYSTEM'",
    {
        "a level 88 in another paragraph, and the code used": (
            (_CHECK, "CHECK-IT.\n    IF NOT CODE-OK MOVE 'Y' TO ERR-SW."),
            ("MOVE IN-TEXT TO CMD", "MOVE IN-CODE TO CMD"),
        ),
        "a constant": (("MOVE IN-TEXT TO CMD", "MOVE 'LISTCAT' TO CMD"),),
    },
)

JOB_SUBMISSION = Sample(
    "cobol-job-submission",
    "job.cbl",
    online(
        "   05 CARD PIC X(80).",
        """
    MOVE '//JOBX JOB (1),CLASS=A' TO CARD.
    EXEC CICS WRITEQ TD QUEUE('SUBM') FROM(CARD) RESP(RC) END-EXEC.
    IF RC NOT = DFHRESP(NORMAL) PERFORM CHECK-IT.
    STRING '// EXEC PGM=' IN-TEXT DELIMITED BY SIZE INTO CARD.
    EXEC CICS WRITEQ TD QUEUE('SUBM') FROM(CARD) RESP(RC) END-EXEC.
    IF RC NOT = DFHRESP(NORMAL) PERFORM CHECK-IT.
""",
    ),
    "WRITEQ TD",
    {
        "a level 88 in another paragraph": (
            (_CHECK, "CHECK-IT.\n    IF NOT CODE-OK MOVE 'Y' TO ERR-SW."),
            ("IN-TEXT DELIMITED", "IN-CODE DELIMITED"),
        ),
        "EVALUATE that leaves": (
            (
                "    MOVE '//JOBX",
                (
                    "    EVALUATE IN-TEXT WHEN 'A' CONTINUE WHEN 'B' CONTINUE\n"
                    "        WHEN OTHER EXEC CICS RETURN END-EXEC END-EVALUATE.\n"
                    "    MOVE '//JOBX"
                ),
            ),
        ),
    },
)

DYNAMIC_CALL = Sample(
    "cobol-dynamic-call",
    "call.cbl",
    online("   05 PGM PIC X(8).", "    MOVE IN-CODE TO PGM.\n    CALL PGM USING WORK."),
    "CALL PGM",
    {
        "a level 88": ((_CHECK, "CHECK-IT.\n    IF NOT CODE-OK MOVE 'Y' TO ERR-SW."),),
        "EVALUATE that translates": (
            (
                "    MOVE IN-CODE TO PGM.",
                "    EVALUATE IN-CODE WHEN 'A' MOVE 'PGMA' TO PGM\n        WHEN OTHER MOVE 'PGMB' TO PGM END-EVALUATE.",
            ),
        ),
        "comparison with a constant": (
            ("    MOVE IN-CODE", "    IF IN-CODE NOT = 'PGMX' EXEC CICS RETURN END-EXEC.\n    MOVE IN-CODE"),
        ),
    },
)

FILE_NAME = Sample(
    "cobol-file-name-from-input",
    "file.cbl",
    online(
        "   05 FNAME PIC X(8).", "    MOVE IN-CODE TO FNAME.\n    EXEC CICS DELETE FILE(FNAME) RIDFLD(WORK) END-EXEC."
    ),
    "DELETE FILE(FNAME)",
    {
        "a level 88": ((_CHECK, "CHECK-IT.\n    IF NOT CODE-OK MOVE 'Y' TO ERR-SW."),),
        "a constant": (("FILE(FNAME)", "FILE('CUSTMST')"),),
    },
)

SUBSCRIPT = Sample(
    "cobol-unchecked-subscript",
    "subscript.cbl",
    online(
        "   05 IX PIC 9(4).\n   05 ROWS OCCURS 20.\n      10 ROW-AMT PIC 9(5).",
        "    MOVE IN-NUM TO IX.\n    ADD 1 TO ROW-AMT (IX).",
    ),
    "ROW-AMT (IX)",
    {
        "a bound in another paragraph with a flag": (
            (_CHECK, "CHECK-IT.\n    IF IN-NUM > 20 OR IN-NUM = 0 MOVE 'Y' TO ERR-SW."),
        ),
        "a bound around the use": (
            ("    ADD 1 TO ROW-AMT (IX).", "    IF IX > 0 AND IX NOT > 20\n        ADD 1 TO ROW-AMT (IX)\n    END-IF."),
        ),
        "a bound that leaves": (("    ADD 1 TO ROW", "    IF IX GREATER THAN 20 GO TO MAIN-LINE.\n    ADD 1 TO ROW"),),
        "a level 88 of a range": (
            ("05 IX PIC 9(4).", "05 IX PIC 9(4).\n      88 IX-OK VALUE 1 THRU 20."),
            ("    ADD 1 TO ROW-AMT (IX).", "    IF IX-OK ADD 1 TO ROW-AMT (IX)."),
        ),
        "a level 88 of a redefinition": (
            (
                "05 IX PIC 9(4).",
                "05 IX PIC 9(4).\n   05 IX-X REDEFINES IX PIC X(4).\n      88 IX-OK VALUE '0001' THRU '0020'.",
            ),
            ("    ADD 1 TO ROW-AMT (IX).", "    IF NOT IX-OK GO TO MAIN-LINE.\n    ADD 1 TO ROW-AMT (IX)."),
        ),
        "EVALUATE of a range": (
            (
                "    ADD 1 TO ROW-AMT (IX).",
                "    EVALUATE IX WHEN 1 THRU 20 ADD 1 TO ROW-AMT (IX)\n        WHEN OTHER CONTINUE END-EVALUATE.",
            ),
        ),
        "too few digits": (("05 IX PIC 9(4).", "05 IX PIC 9."),),
        "a table that is large enough": (("OCCURS 20.", "OCCURS 9999."),),
        "a remainder": (("    MOVE IN-NUM TO IX.", "    COMPUTE IX = FUNCTION MOD(IN-NUM, 20) + 1."),),
        "a bound from an item that never changes": (
            ("05 IX PIC 9(4).", "05 IX PIC 9(4).\n   05 MOST PIC 9(4) VALUE 20."),
            ("    ADD 1 TO ROW", "    IF IX > MOST GO TO MAIN-LINE.\n    ADD 1 TO ROW"),
        ),
    },
)

REFERENCE_MODIFICATION = Sample(
    "cobol-unchecked-reference-modification",
    "refmod.cbl",
    online("   05 BUF PIC X(30).\n   05 LEN PIC 9(4).", "    MOVE IN-NUM TO LEN.\n    MOVE IN-TEXT (1:LEN) TO BUF."),
    "IN-TEXT (1:LEN)",
    {
        "a bound in another paragraph": ((_CHECK, "CHECK-IT.\n    IF IN-NUM > 40 MOVE 'Y' TO ERR-SW."),),
        "LENGTH OF as the bound": (
            ("    MOVE IN-TEXT (1:LEN)", "    IF LEN > LENGTH OF IN-TEXT GO TO MAIN-LINE.\n    MOVE IN-TEXT (1:LEN)"),
        ),
        "a minimum": (("    MOVE IN-NUM TO LEN.", "    COMPUTE LEN = FUNCTION MIN(IN-NUM 40)."),),
        "a sum that is bounded": (
            ("    MOVE IN-TEXT (1:LEN)", "    IF LEN + 1 > 40 GO TO MAIN-LINE.\n    MOVE IN-TEXT (1:LEN)"),
        ),
        "a constant": (("(1:LEN)", "(1:30)"),),
    },
)

LENGTH_OPTION = Sample(
    "cobol-length-beyond-area",
    "length.cbl",
    online("   05 AREA1 PIC X(100).", "    EXEC CICS RECEIVE INTO(AREA1) LENGTH(500) END-EXEC."),
    "RECEIVE INTO(AREA1)",
    {
        "LENGTH OF the area": (("LENGTH(500)", "LENGTH(LENGTH OF AREA1)"),),
        "a constant within the area": (("LENGTH(500)", "LENGTH(100)"),),
    },
)

COMMAREA_LENGTH = Sample(
    "cobol-commarea-length",
    "calen.cbl",
    online("   05 X PIC X(8).", "    CONTINUE.").replace(
        "    IF EIBCALEN < LENGTH OF DFHCOMMAREA\n        EXEC CICS ABEND ABCODE('LEN') END-EXEC\n    END-IF\n",
        "    MOVE IN-CODE TO X.\n",
    ),
    "MOVE IN-CODE TO X",
    {
        "a test before": (
            ("    MOVE IN-CODE TO X.", "    IF EIBCALEN = 0 EXEC CICS RETURN END-EXEC.\n    MOVE IN-CODE TO X."),
        ),
        "a test in a performed paragraph": (
            ("    MOVE IN-CODE TO X.", "    PERFORM LEN-CHECK.\n    MOVE IN-CODE TO X."),
            (
                "DO-IT.\n",
                "LEN-CHECK.\n    IF EIBCALEN NOT = 52\n        EXEC CICS RETURN END-EXEC\n    END-IF.\nDO-IT.\n",
            ),
        ),
    },
)

OCCURS_DEPENDING = Sample(
    "cobol-occurs-depending-unchecked",
    "odo.cbl",
    online(
        "   05 CNT PIC 9(4).\n01 VAR-TAB.\n   05 V-ROW PIC X(10) OCCURS 1 TO 50 DEPENDING ON CNT.",
        "    MOVE IN-NUM TO CNT.\n    MOVE SPACES TO VAR-TAB.",
    ),
    "MOVE IN-NUM TO CNT",
    {
        "a bound before": (("    MOVE IN-NUM TO CNT", "    IF IN-NUM > 50 GO TO MAIN-LINE.\n    MOVE IN-NUM TO CNT"),),
        "a bound in another paragraph": ((_CHECK, "CHECK-IT.\n    IF IN-NUM > 50 MOVE 'Y' TO ERR-SW."),),
    },
)

PROTECTED_FIELD = Sample(
    "cobol-protected-field-trusted",
    "prot.cbl",
    """
IDENTIFICATION DIVISION.
PROGRAM-ID. SAMPLE2.
DATA DIVISION.
WORKING-STORAGE SECTION.
01 SAVED-ACCT PIC X(7).
01 RC PIC S9(8) COMP.
01 REC PIC X(80).
COPY MAPSET1.
LINKAGE SECTION.
01 DFHCOMMAREA.
   05 CA-ACCT PIC X(7).
PROCEDURE DIVISION.
MAIN-LINE.
    IF EIBCALEN = 0 EXEC CICS RETURN END-EXEC.
    EXEC CICS RECEIVE MAP('MAP1') MAPSET('MAPSET1') END-EXEC.
    PERFORM COMPARE-IT.
    EXEC CICS READ FILE('ACCT') INTO(REC) RIDFLD(ACCTNOI) RESP(RC) END-EXEC.
    IF RC NOT = DFHRESP(NORMAL) EXEC CICS ABEND END-EXEC.
    EXEC CICS RETURN END-EXEC.
COMPARE-IT.
    CONTINUE.
""".strip("\n"),
    "RIDFLD(ACCTNOI)",
    {
        "a comparison with what was kept": (
            (
                "COMPARE-IT.\n    CONTINUE.",
                "COMPARE-IT.\n    IF ACCTNOI NOT = SAVED-ACCT\n        EXEC CICS ABEND END-EXEC\n    END-IF.",
            ),
        ),
        "the kept value is used": (("RIDFLD(ACCTNOI)", "RIDFLD(SAVED-ACCT)"),),
    },
    {
        "MAPSET1.bms": (
            "MAPSET1  DFHMSD TYPE=&SYSPARM,LANG=COBOL\n"
            "MAP1     DFHMDI SIZE=(24,80)\n"
            "ACCTNO   DFHMDF POS=(3,10),LENGTH=7,ATTRB=(PROT,FSET)\n"
            "AMOUNT   DFHMDF POS=(4,10),LENGTH=9,ATTRB=(UNPROT,NUM)\n"
            "         DFHMSD TYPE=FINAL\n"
        )
    },
)

EVALUATE_OTHER = Sample(
    "cobol-evaluate-without-other",
    "evaluate.cbl",
    online(
        "   05 X PIC X(8).",
        "    EVALUATE IN-CODE\n        WHEN 'A' MOVE 'ONE' TO X\n        WHEN 'B' MOVE 'TWO' TO X\n    END-EVALUATE.",
    ),
    "EVALUATE IN-CODE",
    {
        "WHEN OTHER": (("    END-EVALUATE.", "        WHEN OTHER MOVE 'Y' TO ERR-SW\n    END-EVALUATE."),),
        "a level 88 before": ((_CHECK, "CHECK-IT.\n    IF NOT CODE-OK MOVE 'Y' TO ERR-SW."),),
        "a default just before": (("    EVALUATE IN-CODE", "    MOVE SPACES TO X.\n    EVALUATE IN-CODE"),),
    },
)

MAGIC_IDENTITY = Sample(
    "cobol-magic-identity",
    "magic.cbl",
    online("   05 X PIC X(8).", "    IF IN-USER-ID = 'MAINT01' MOVE 'Y' TO X.").replace(
        "05 IN-CODE PIC X(8).", "05 IN-USER-ID PIC X(8)."
    ),
    "'MAINT01'",
    {
        "a filler value": (("'MAINT01'", "'99999999'"),),
        "no identity": (("IF IN-USER-ID", "IF IN-TEXT"),),
        "a value that is not from outside": (
            ("    IF IN-USER-ID", "    MOVE 'BATCH01' TO IN-USER-ID.\n    IF IN-USER-ID"),
        ),
    },
)

LOG_INJECTION = Sample(
    "cobol-log-injection",
    "log.cbl",
    online("   05 X PIC X(40).", "    MOVE IN-TEXT TO X.\n    DISPLAY 'INPUT ' X."),
    "DISPLAY 'INPUT ' X",
    {
        "a class test in another paragraph": (
            (_CHECK, "CHECK-IT.\n    IF IN-TEXT NOT ALPHABETIC MOVE 'Y' TO ERR-SW."),
        ),
        "control characters replaced": (("    DISPLAY", "    INSPECT X CONVERTING X'0D0A' TO '  '.\n    DISPLAY"),),
        "a constant": (("MOVE IN-TEXT TO X", "MOVE 'START' TO X"),),
    },
)

INTERNAL_DETAILS = Sample(
    "cobol-internal-details-shown",
    "details.cbl",
    online("   05 LINE1 PIC X(80).", "    MOVE SQLERRMC TO LINE1.\n    EXEC CICS SEND TEXT FROM(LINE1) END-EXEC."),
    "MOVE SQLERRMC",
    {"a constant message": (("MOVE SQLERRMC", "MOVE 'E001'"),)},
)

SAMPLES = (
    DYNAMIC_SQL,
    OS_COMMAND,
    JOB_SUBMISSION,
    DYNAMIC_CALL,
    FILE_NAME,
    SUBSCRIPT,
    REFERENCE_MODIFICATION,
    LENGTH_OPTION,
    COMMAREA_LENGTH,
    OCCURS_DEPENDING,
    PROTECTED_FIELD,
    EVALUATE_OTHER,
    MAGIC_IDENTITY,
    LOG_INJECTION,
    INTERNAL_DETAILS,
)

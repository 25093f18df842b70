"""Samples of COBOL rules on results, amounts, secrets and what is written to logs."""

from tests.analysis.rules.cobol_input_samples import online
from tests.analysis.rules.sample import Sample

_BATCH = """
IDENTIFICATION DIVISION.
PROGRAM-ID. SAMPLE3.
ENVIRONMENT DIVISION.
INPUT-OUTPUT SECTION.
FILE-CONTROL.
    SELECT IN-FILE ASSIGN TO INDD FILE STATUS IS IN-ST.
DATA DIVISION.
FILE SECTION.
FD IN-FILE.
01 IN-REC.
   05 R-KIND PIC X.
   05 R-AMT PIC S9(11)V99 COMP-3.
   05 R-CNT PIC 9(5).
   05 CUST-NAME PIC X(30).
   05 CARD-NO PIC X(16).
WORKING-STORAGE SECTION.
01 IN-ST PIC XX.
   88 ST-OK VALUE '00'.
01 EOF-SW PIC X VALUE 'N'.
   88 IS-EOF VALUE 'Y'.
01 WORK.
{data}
PROCEDURE DIVISION.
MAIN-LINE.
    OPEN INPUT IN-FILE.
    PERFORM ST-CHECK.
    PERFORM READ-IT UNTIL IS-EOF.
    CLOSE IN-FILE.
    STOP RUN.
READ-IT.
    READ IN-FILE AT END SET IS-EOF TO TRUE END-READ.
    PERFORM ST-CHECK.
    PERFORM WORK-IT.
WORK-IT.
{procedure}
ST-CHECK.
    IF NOT ST-OK AND NOT IS-EOF
        DISPLAY 'ERROR ' IN-ST
        STOP RUN
    END-IF.
"""


def batch(data: str, procedure: str) -> str:
    """A batch program that reads IN-FILE and performs WORK-IT for each record."""
    return _BATCH.format(data=data.strip("\n"), procedure=procedure.strip("\n")).strip("\n")


FILE_STATUS = Sample(
    "cobol-file-status-unchecked",
    "status.cbl",
    batch("   05 X PIC X.", "    CONTINUE.").replace(
        "    OPEN INPUT IN-FILE.\n    PERFORM ST-CHECK.\n", "    OPEN INPUT IN-FILE.\n"
    ),
    "OPEN INPUT IN-FILE",
    {
        "a test right after": (
            ("    OPEN INPUT IN-FILE.", "    OPEN INPUT IN-FILE.\n    IF IN-ST NOT = '00' STOP RUN."),
        ),
        "a common paragraph": (("    OPEN INPUT IN-FILE.", "    OPEN INPUT IN-FILE.\n    PERFORM ST-CHECK."),),
        "a common paragraph from a copybook": (
            ("    OPEN INPUT IN-FILE.", "    OPEN INPUT IN-FILE.\n    PERFORM ST-CHECK-2."),
            ("ST-CHECK.\n    IF NOT", "COPY STCHK.\nST-CHECK.\n    IF NOT"),
        ),
        "a declarative": (
            (
                "MAIN-LINE.",
                (
                    "DECLARATIVES.\n"
                    "IO-ERR SECTION.\n"
                    "    USE AFTER ERROR PROCEDURE ON IN-FILE.\n"
                    "IO-ERR-P.\n"
                    "    STOP RUN.\n"
                    "END DECLARATIVES.\n"
                    "MAIN-LINE."
                ),
            ),
        ),
        "a copy that is tested": (
            ("05 X PIC X.", "05 X PIC X.\n   05 ST-COPY PIC XX."),
            (
                "    OPEN INPUT IN-FILE.",
                "    OPEN INPUT IN-FILE.\n    MOVE IN-ST TO ST-COPY.\n    IF ST-COPY NOT = '00' STOP RUN.",
            ),
        ),
    },
    {"STCHK.cpy": "ST-CHECK-2.\n    IF NOT ST-OK STOP RUN."},
)

SQLCODE = Sample(
    "cobol-sqlcode-unchecked",
    "sqlcode.cbl",
    online(
        "   05 BAL PIC S9(9) COMP.",
        (
            "    EXEC SQL UPDATE T SET B = 0 WHERE K = 1 END-EXEC.\n"
            "    EXEC SQL SELECT B INTO :BAL FROM T WHERE K = 2 END-EXEC.\n"
            "    IF SQLCODE NOT = 0 EXEC CICS ABEND END-EXEC."
        ),
    ),
    "UPDATE T",
    {
        "a test between": (
            ("    EXEC SQL SELECT", "    IF SQLCODE < 0 EXEC CICS ABEND END-EXEC.\n    EXEC SQL SELECT"),
        ),
        "EVALUATE in another paragraph": (
            ("    EXEC SQL SELECT", "    PERFORM SQL-CHECK.\n    EXEC SQL SELECT"),
            (
                "DO-IT.\n",
                (
                    "SQL-CHECK.\n"
                    "    EVALUATE SQLCODE WHEN 0 CONTINUE WHEN OTHER MOVE 'Y' TO ERR-SW END-EVALUATE.\n"
                    "DO-IT.\n"
                ),
            ),
        ),
        "WHENEVER": (
            ("    PERFORM CHECK-IT.\n    IF NO", "    EXEC SQL WHENEVER SQLERROR GOTO CHECK-IT END-EXEC.\n    IF NO"),
        ),
        "SQLCA handed on": (("    EXEC SQL SELECT", "    CALL 'SQLERR' USING SQLCA.\n    EXEC SQL SELECT"),),
    },
)

CICS_RESPONSE = Sample(
    "cobol-cics-response-unchecked",
    "resp.cbl",
    online(
        "   05 REC PIC X(80).",
        "    EXEC CICS READ FILE('F') INTO(REC) RIDFLD(IN-CODE) RESP(RC) END-EXEC.\n    MOVE 'N' TO ERR-SW.",
    ),
    "READ FILE('F')",
    {
        "a test": (("    MOVE 'N' TO ERR-SW.", "    IF RC NOT = DFHRESP(NORMAL) MOVE 'Y' TO ERR-SW."),),
        "the default abend": ((" RESP(RC) END-EXEC.\n    MOVE 'N'", " END-EXEC.\n    MOVE 'N'"),),
        "a test in another paragraph": (
            ("    MOVE 'N' TO ERR-SW.", "    PERFORM RESP-CHECK."),
            ("DO-IT.\n", "RESP-CHECK.\n    IF EIBRESP NOT = 0 EXEC CICS ABEND END-EXEC.\nDO-IT.\n"),
        ),
    },
)

ERROR_IGNORED = Sample(
    "cobol-error-noticed-and-ignored",
    "ignored.cbl",
    online(
        "   05 REC PIC X(80).",
        (
            "    EXEC CICS READ FILE('F') INTO(REC) RIDFLD(IN-CODE) RESP(RC) END-EXEC.\n"
            "    IF RC NOT = DFHRESP(NORMAL)\n"
            "        DISPLAY 'READ FAILED'\n"
            "    END-IF."
        ),
    ),
    "IF RC NOT",
    {
        "an end": (("        DISPLAY 'READ FAILED'", "        EXEC CICS ABEND ABCODE('RERR') END-EXEC"),),
        "a flag that is looked at": (("        DISPLAY 'READ FAILED'", "        MOVE 'Y' TO ERR-SW"),),
        "a paragraph": (("        DISPLAY 'READ FAILED'", "        PERFORM CHECK-IT"),),
    },
)

MONEY_TRUNCATION = Sample(
    "cobol-money-truncation",
    "cut.cbl",
    batch("   05 OUT-AMT PIC S9(7)V99 COMP-3.", "    MOVE R-AMT TO OUT-AMT."),
    "MOVE R-AMT TO OUT-AMT",
    {
        "as many digits": (("PIC S9(7)V99", "PIC S9(11)V99"),),
        "a bound": (("    MOVE R-AMT", "    IF R-AMT > 9999999 STOP RUN.\n    MOVE R-AMT"),),
        "a bound in another paragraph": (
            ("    PERFORM WORK-IT.", "    PERFORM LIMIT-IT.\n    PERFORM WORK-IT."),
            ("WORK-IT.\n    MOVE", "LIMIT-IT.\n    IF R-AMT NOT < 10000000 STOP RUN.\nWORK-IT.\n    MOVE"),
        ),
    },
)

SIZE_ERROR = Sample(
    "cobol-no-size-error",
    "size.cbl",
    batch("   05 BALANCE PIC S9(11)V99 COMP-3.", "    ADD R-AMT TO BALANCE."),
    "ADD R-AMT TO BALANCE",
    {
        "ON SIZE ERROR": (("    ADD R-AMT TO BALANCE.", "    ADD R-AMT TO BALANCE ON SIZE ERROR STOP RUN."),),
        "digits to spare": (("BALANCE PIC S9(11)V99", "BALANCE PIC S9(15)V99"),),
        "a bound on what is added": (("    ADD R-AMT", "    IF R-AMT > 1000000 STOP RUN.\n    ADD R-AMT"),),
    },
)

DIVIDE = Sample(
    "cobol-divide-by-zero",
    "divide.cbl",
    batch("   05 AVG PIC 9(9).\n   05 N PIC 9(5) VALUE ZERO.", "    DIVIDE R-AMT BY N GIVING AVG."),
    "DIVIDE R-AMT BY N",
    {
        "a test around": (("    DIVIDE R-AMT BY N GIVING AVG.", "    IF N > 0 DIVIDE R-AMT BY N GIVING AVG END-IF."),),
        "a test that leaves": (("    DIVIDE", "    IF N = ZERO STOP RUN.\n    DIVIDE"),),
        "ON SIZE ERROR": (("GIVING AVG.", "GIVING AVG ON SIZE ERROR STOP RUN."),),
        "counted before": (("    DIVIDE", "    ADD 1 TO N.\n    DIVIDE"),),
        "a test of a copy": (
            (
                "05 N PIC 9(5) VALUE ZERO.",
                "05 N PIC 9(5) VALUE ZERO.\n   05 N-TEST PIC 9(5).\n      88 N-OK VALUE 1 THRU 99999.",
            ),
            ("    DIVIDE", "    MOVE N TO N-TEST.\n    IF NOT N-OK STOP RUN.\n    DIVIDE"),
        ),
    },
)

USED_BEFORE_CHECK = Sample(
    "cobol-used-before-numeric-check",
    "numeric.cbl",
    batch("   05 TOT PIC 9(9).", "    ADD R-CNT TO TOT.\n    IF R-CNT NOT NUMERIC STOP RUN."),
    "ADD R-CNT TO TOT",
    {
        "the test first": (
            (
                "    ADD R-CNT TO TOT.\n    IF R-CNT NOT NUMERIC STOP RUN.",
                "    IF R-CNT NOT NUMERIC STOP RUN.\n    ADD R-CNT TO TOT.",
            ),
        ),
        "the test in the paragraph before": (
            ("    PERFORM WORK-IT.", "    PERFORM NUM-IT.\n    PERFORM WORK-IT."),
            ("WORK-IT.\n    ADD", "NUM-IT.\n    IF R-CNT NOT NUMERIC STOP RUN.\nWORK-IT.\n    ADD"),
        ),
    },
)

CREDENTIAL = Sample(
    "cobol-hardcoded-credential",
    "credential.cbl",
    online(
        "   05 DB-PASSWORD PIC X(8) VALUE 'Kumo77x1'.\n   05 DB-USER PIC X(8).",
        (
            "    EXEC SQL CONNECT TO DB USER :DB-USER USING :DB-PASSWORD END-EXEC.\n"
            "    IF SQLCODE NOT = 0 MOVE 'Y' TO ERR-SW."
        ),
    ),
    "VALUE 'Kumo77x1'",
    {
        "replaced before use": (("    EXEC SQL CONNECT", "    MOVE IN-CODE TO DB-PASSWORD.\n    EXEC SQL CONNECT"),),
        "a placeholder": (("VALUE 'Kumo77x1'", "VALUE '********'"),),
        "no value": ((" VALUE 'Kumo77x1'", ""),),
        "a message": (
            (
                "05 DB-PASSWORD PIC X(8) VALUE 'Kumo77x1'.",
                "05 DB-PASSWORD PIC X(8).\n   05 PASSWORD-MSG PIC X(20) VALUE 'WRONGPASSWORD'.",
            ),
        ),
    },
)

PLAIN_PASSWORD = Sample(
    "cobol-password-kept-in-clear",
    "plain.cbl",
    online(
        "   05 USER-REC.\n      10 U-ID PIC X(8).\n      10 U-PASSWORD PIC X(8).",
        (
            "    EXEC CICS READ FILE('USERS') INTO(USER-REC) RIDFLD(U-ID) END-EXEC.\n"
            "    IF IN-PASSWORD NOT = U-PASSWORD MOVE 'Y' TO ERR-SW."
        ),
    ).replace("05 IN-CODE PIC X(8).", "05 IN-PASSWORD PIC X(8)."),
    "U-PASSWORD",
    {
        "a hash is compared": (("10 U-PASSWORD PIC X(8)", "10 U-HASH PIC X(8)"), ("NOT = U-PASSWORD", "NOT = U-HASH")),
        "RACF checks": (
            (
                "    IF IN-PASSWORD NOT = U-PASSWORD",
                "    EXEC CICS VERIFY PASSWORD(IN-PASSWORD) USERID(U-ID) RESP(RC) END-EXEC.\n    IF RC NOT = 0",
            ),
        ),
    },
)

PERSONAL_IN_LOG = Sample(
    "cobol-personal-data-in-log",
    "personal.cbl",
    batch("   05 SHOWN PIC X(16).", "    MOVE CARD-NO TO SHOWN.\n    DISPLAY 'CARD ' SHOWN."),
    "DISPLAY 'CARD ' SHOWN",
    {
        "blotted out": (("    DISPLAY 'CARD", "    MOVE '************' TO SHOWN (1:12).\n    DISPLAY 'CARD"),),
        "the last four": (("MOVE CARD-NO TO SHOWN", "MOVE CARD-NO (13:4) TO SHOWN"),),
        "only four are shown": (("' SHOWN.", "' SHOWN (13:4)."),),
        "replaced": (("    DISPLAY 'CARD", "    INSPECT SHOWN REPLACING CHARACTERS BY '*'.\n    DISPLAY 'CARD"),),
    },
)

WEAK_CRYPTO = Sample(
    "cobol-weak-cryptography",
    "crypto.cbl",
    batch(
        "   05 RULE PIC X(8).\n   05 RES PIC X(32).",
        "    MOVE 'MD5     ' TO RULE.\n    CALL 'CSNBOWH' USING RULE R-AMT RES.",
    ),
    "CALL 'CSNBOWH'",
    {
        "a sound hash": (("'MD5     '", "'SHA-256 '"),),
        "a sound hash set after": (("    CALL 'CSNBOWH'", "    MOVE 'SHA-256 ' TO RULE.\n    CALL 'CSNBOWH'"),),
    },
)

FIXED_IV = Sample(
    "cobol-fixed-initialisation-vector",
    "iv.cbl",
    batch(
        "   05 A PIC X(8) OCCURS 8.\n01 IV PIC X(16) VALUE LOW-VALUES.",
        "    CALL 'CSNBENC' USING A (1) A (2) A (3) A (4) A (5) A (6) A (7) IV A (8).",
    ),
    "IV",
    {
        "a random vector": (("    CALL 'CSNBENC'", "    CALL 'CSNBRNGL' USING A (1) IV.\n    CALL 'CSNBENC'"),),
        "a vector that comes in": (("    CALL 'CSNBENC'", "    MOVE CUST-NAME TO IV.\n    CALL 'CSNBENC'"),),
    },
)

DEBUG = Sample(
    "cobol-debugging-left",
    "debug.cbl",
    batch("   05 X PIC X.", "    EXHIBIT NAMED X."),
    "EXHIBIT NAMED X",
    {"taken out": (("    EXHIBIT NAMED X.", "    CONTINUE."),)},
)

FLOAT_MONEY = Sample(
    "cobol-floating-point-money",
    "float.cbl",
    batch("   05 INTEREST COMP-2.", "    COMPUTE INTEREST = R-AMT * 0.0125."),
    "COMPUTE INTEREST",
    {
        "decimal": (("INTEREST COMP-2", "INTEREST PIC S9(11)V9(6) COMP-3"),),
        "no money": (("05 INTEREST COMP-2", "05 SPEED COMP-2"), ("COMPUTE INTEREST", "COMPUTE SPEED")),
    },
)

NEGATIVE_AMOUNT = Sample(
    "cobol-negative-amount",
    "negative.cbl",
    online(
        "   05 BALANCE PIC S9(15)V99 COMP-3.",
        "    SUBTRACT IN-AMT FROM BALANCE ON SIZE ERROR GO TO MAIN-LINE.",
    ).replace("05 IN-NUM PIC 9(4).", "05 IN-AMT PIC S9(11)V99 COMP-3."),
    "SUBTRACT IN-AMT",
    {
        "a lower bound": (("    SUBTRACT", "    IF IN-AMT <= 0 GO TO MAIN-LINE.\n    SUBTRACT"),),
        "a sign test in another paragraph": (
            ("CHECK-IT.\n    CONTINUE.", "CHECK-IT.\n    IF IN-AMT IS NOT POSITIVE MOVE 'Y' TO ERR-SW."),
        ),
        "an unsigned item": (("IN-AMT PIC S9(11)", "IN-AMT PIC 9(11)"),),
    },
)

LOST_UPDATE = Sample(
    "cobol-lost-update",
    "lost.cbl",
    online(
        "   05 BAL PIC S9(13) COMP-3.\n   05 VER PIC S9(9) COMP.",
        "    EXEC SQL SELECT BAL, VER INTO :BAL, :VER FROM ACCT WHERE K = 1\n        END-EXEC.\n"
        "    IF SQLCODE NOT = 0 GO TO MAIN-LINE.\n"
        "    ADD 1 TO BAL.\n"
        "    EXEC SQL UPDATE ACCT SET BAL = :BAL WHERE K = 1 END-EXEC.\n"
        "    IF SQLCODE NOT = 0 GO TO MAIN-LINE.",
    ),
    "UPDATE ACCT",
    {
        "a version in WHERE": (("WHERE K = 1 END-EXEC", "WHERE K = 1 AND VER = :VER END-EXEC"),),
        "a lock": (
            ("WHERE K = 1\n        END-EXEC", "WHERE K = 1 WITH RS USE AND KEEP UPDATE LOCKS\n        END-EXEC"),
        ),
        "the column itself": (("SET BAL = :BAL", "SET BAL = BAL + 1"),),
    },
)

SAMPLES = (
    FLOAT_MONEY,
    NEGATIVE_AMOUNT,
    LOST_UPDATE,
    FILE_STATUS,
    SQLCODE,
    CICS_RESPONSE,
    ERROR_IGNORED,
    MONEY_TRUNCATION,
    SIZE_ERROR,
    DIVIDE,
    USED_BEFORE_CHECK,
    CREDENTIAL,
    PLAIN_PASSWORD,
    PERSONAL_IN_LOG,
    WEAK_CRYPTO,
    FIXED_IV,
    DEBUG,
)

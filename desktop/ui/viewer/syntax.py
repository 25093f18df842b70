"""Which characters of a line are keywords, strings, comments or set aside: colour only, never a claim about
structure."""

import keyword
import re
from enum import Enum, auto
from typing import Final

from desktop.ui.viewer.areas import areas_of


class Ink(Enum):
    """What a character is drawn as."""

    CODE = auto()
    KEYWORD = auto()
    STRING = auto()
    COMMENT = auto()
    ASIDE = auto()


_COBOL_WORDS: Final = frozenset(
    (
        "ACCEPT", "ADD", "ALSO", "AND", "ARE", "AT", "BLOCK", "BY", "CALL", "CLOSE", "COMP", "COMP-3", "COMPUTE",
        "CONFIGURATION", "CONTAINS", "CONTINUE", "CONTROL", "COPY", "CURSOR", "DATA", "DECLARE", "DECLARATIVES",
        "DELETE", "DELIMITED", "DELIMITER", "DEPENDING", "DISPLAY", "DIVIDE", "DIVISION", "ELSE", "END", "END-CALL",
        "END-EVALUATE", "END-EXEC", "END-IF", "END-PERFORM", "END-READ", "END-STRING", "END-UNSTRING", "END-WRITE",
        "ENVIRONMENT", "EQUAL", "ERROR", "EVALUATE", "EXEC", "EXIT", "FD", "FETCH", "FILE", "FILE-CONTROL",
        "FILLER", "FIRST", "FROM", "FUNCTION", "GIVING", "GO", "GOBACK", "GREATER", "IDENTIFICATION", "IF", "IN",
        "INDEXED", "INITIALIZE", "INPUT", "INPUT-OUTPUT", "INSPECT", "INTO", "IS", "KEY", "LABEL", "LEADING",
        "LENGTH", "LESS", "LINKAGE", "MOVE", "MULTIPLY", "NOT", "OCCURS", "OF", "ON", "OPEN", "OR", "ORGANIZATION",
        "OTHER", "OUTPUT", "OVERFLOW", "PERFORM", "PIC", "PICTURE", "POINTER", "PREPARE", "PROCEDURE", "PROGRAM",
        "PROGRAM-ID", "READ", "RECORD", "REDEFINES", "RENAMES", "REPLACING", "RETURN", "RETURN-CODE", "REWRITE",
        "ROUNDED", "RUN", "SEARCH", "SECTION", "SELECT", "SET", "SIZE", "SORT", "SQL", "START", "STOP", "STRING",
        "SUBTRACT", "TALLYING", "THAN", "THEN", "THROUGH", "THRU", "TIMES", "TO", "UNSTRING", "UNTIL", "USAGE",
        "USING", "VALUE", "VALUES", "VARYING", "WHEN", "WITH", "WORKING-STORAGE", "WRITE", "ZERO", "ZEROS", "SPACE",
        "SPACES", "LOW-VALUE", "LOW-VALUES", "HIGH-VALUE", "HIGH-VALUES", "CICS", "LINK", "SEND", "RECEIVE", "MAP",
        "XCTL",
    )
)  # fmt: skip
_JCL_WORDS: Final = frozenset(
    (
        "JOB", "EXEC", "DD", "PROC", "PEND", "SET", "INCLUDE", "IF", "THEN", "ELSE", "ENDIF", "PGM", "DSN", "DISP",
        "PARM", "SYSOUT", "DCB", "COND",
    )
)  # fmt: skip
_C_WORDS: Final = frozenset(
    (
        "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern",
        "float", "for", "goto", "if", "int", "long", "register", "return", "short", "signed", "sizeof", "static",
        "struct", "switch", "typedef", "union", "unsigned", "void", "volatile", "while", "include", "define",
        "ifdef", "ifndef", "endif",
    )
)  # fmt: skip
_WORDS: Final = {
    "cobol": _COBOL_WORDS,
    "copybook": _COBOL_WORDS,
    "jcl": _JCL_WORDS,
    "proc": _JCL_WORDS,
    "c": _C_WORDS,
    "python": frozenset(keyword.kwlist),
}
_TOKEN: Final = re.compile(r"(?P<string>'[^']*'?|\"[^\"]*\"?)|(?P<word>[A-Za-z][A-Za-z0-9_-]*)")
_COMMENTS: Final = {
    "c": ("//", "/*"),
    "python": ("#",),
    "jcl": ("//*",),
    "proc": ("//*",),
    "racf": ("/*",),
    "bms": ("*",),
    "csd": ("*",),
}


def inks(text: str, columns: list[int], language: str) -> list[Ink]:
    """The ink of each character of ``text``; ``columns`` are their host columns from 0."""
    out = [Ink.CODE] * len(text)
    words = _WORDS.get(language)
    asides = [area for area in areas_of(language) if area.aside]
    if _is_comment(text, columns, language):
        out = [Ink.COMMENT] * len(text)
    elif words is not None:
        for found in _TOKEN.finditer(text):
            if found["string"]:
                out[found.start() : found.end()] = [Ink.STRING] * (found.end() - found.start())
            elif (found["word"] if language in ("c", "python") else found["word"].upper()) in words:
                out[found.start() : found.end()] = [Ink.KEYWORD] * (found.end() - found.start())
    for at, column in enumerate(columns):
        if any(area.first <= column + 1 <= area.last for area in asides):
            out[at] = Ink.ASIDE
    return out


def _is_comment(text: str, columns: list[int], language: str) -> bool:
    if language in ("cobol", "copybook"):
        at = next((at for at, column in enumerate(columns) if column == 6), None)
        return at is not None and text[at] in "*/"
    return text.lstrip(" ").startswith(_COMMENTS.get(language, ("\0",)))

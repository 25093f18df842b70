"""COBOL copybooks: data entries or statements without a division around them."""

import re
from typing import Final

from desktop.source.lang.cobol import AREAS as COBOL_AREAS
from desktop.source.lang.cobol.outline import read_cobol
from desktop.source.languages import Fit, Reading, Sample
from desktop.source.skeleton import Source

NAME: Final = "copybook"
SUFFIXES: Final = (".cpy", ".copy", ".cop")
AREAS: Final = COBOL_AREAS
_ENTRY: Final = re.compile(
    r"^(?:.{6}[ D])?[ \t]*+(?:0?[1-9]|[1-4][0-9]|66|77|88)[ \t]+[A-Z0-9:(][A-Z0-9:()_-]*"
    r"(?:[ \t]*\.|[ \t]++(?:PIC|PICTURE|REDEFINES|OCCURS|VALUES?|USAGE|COMP|BINARY|POINTER|INDEX|RENAMES|COPY)\b|"
    r"[ \t]*$)",
    re.MULTILINE,
)
_STATEMENT: Final = re.compile(
    r"^.{6}[ D][ \t]{0,60}(?:MOVE[ \t]+\S+[ \t]+TO\b|PERFORM[ \t]+[A-Z0-9]|EXEC[ \t]+(?:SQL|CICS|DLI)\b|END-EXEC|"
    r"END-IF|COPY[ \t]+\S+|IF[ \t]+\S+|DISPLAY[ \t]|COMPUTE[ \t]|CALL[ \t]+['\"A-Z]|EVALUATE[ \t]|[A-Z0-9-]+\.[ \t]*$)",
    re.MULTILINE,
)
_COMMENT: Final = re.compile(r"^.{6}[*/]|^[ \t]*\*>", re.MULTILINE)


def fit(sample: Sample) -> Fit | None:
    """Most lines that are no comments are data entries or statements."""
    lines = len(sample.lines) - len(_COMMENT.findall(sample.text))
    if lines <= 0:
        return None
    entries, statements = len(_ENTRY.findall(sample.text)), len(_STATEMENT.findall(sample.text))
    share = (entries + statements) / lines
    if share < 0.15:
        return None
    return Fit(min(0.55 + 0.4 * share, 0.93), "data-entries" if entries >= statements else "statements")


def read(source: Source) -> Reading:
    """Records or paragraphs of a copybook."""
    return read_cobol(source, copybook=True)

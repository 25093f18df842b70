"""COBOL programs: reference format, tokens, COPY expansion, units."""

import re
from typing import Final

from desktop.source.lang.cobol.copying import CopyUse, Expanded, FileGap, Resolve, SourceFile, expand
from desktop.source.lang.cobol.outline import read_cobol
from desktop.source.languages import Area, Fit, Reading, Sample
from desktop.source.skeleton import Source

__all__ = [
    "AREAS",
    "NAME",
    "SUFFIXES",
    "CopyUse",
    "Expanded",
    "FileGap",
    "Resolve",
    "SourceFile",
    "expand",
    "fit",
    "read",
]

NAME: Final = "cobol"
SUFFIXES: Final = (".cbl", ".cob", ".cobol", ".pco", ".ccp", ".cics")
AREAS: Final = (
    Area("sequence", 1, 6),
    Area("indicator", 7, 7),
    Area("area-a", 8, 11),
    Area("area-b", 12, 72),
    Area("identification", 73, 80),
)
_DIVISION: Final = re.compile(
    r"^(?:.{6}[ D])?[ \t]*+(?:(?:IDENTIFICATION|ID|PROCEDURE|ENVIRONMENT|DATA)[ \t]+DIVISION\b|PROGRAM-ID[ \t]*\.)",
    re.MULTILINE,
)


def fit(sample: Sample) -> Fit | None:
    """A division or a PROGRAM-ID where code stands."""
    found = len(_DIVISION.findall(sample.text))
    return Fit(min(0.9 + 0.03 * found, 0.98), "divisions") if found else None


def read(source: Source) -> Reading:
    """Units of a program."""
    return read_cobol(source)

"""SQL scripts, DB2 DDL and SPUFI input: one unit a statement."""

import re
from typing import Final

from desktop.source.languages import Area, Fit, Reading, Sample
from desktop.source.members import Layer, LayerKind, UnitKind
from desktop.source.skeleton import Source
from desktop.source.units import Mark, tile

NAME: Final = "sql"
SUFFIXES: Final = (".sql", ".ddl", ".spufi")
AREAS: Final[tuple[Area, ...]] = ()
_CREATED: Final = "TABLE|VIEW|INDEX|TABLESPACE|DATABASE|PROCEDURE|FUNCTION|TRIGGER|ALIAS|SYNONYM|SEQUENCE|STOGROUP"
_BEGIN: Final = re.compile(
    rf"^[ \t]*+(?:CREATE[ \t]++(?:OR[ \t]++REPLACE[ \t]++)?(?:UNIQUE[ \t]++)?(?:{_CREATED})\b|ALTER[ \t]++TABLE|"
    r"DROP[ \t]++\w|INSERT[ \t]++INTO|DELETE[ \t]++FROM|UPDATE[ \t]++\S+[ \t]*+(?:SET\b|$)|SELECT[ \t]|GRANT[ \t]|"
    r"REVOKE[ \t]|COMMENT[ \t]++ON|SET[ \t]++CURRENT|COMMIT[ \t]*;)",
    re.MULTILINE,
)
_PIECE: Final = re.compile(
    r"--[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|$)|'[^']*+(?:'|$)|\"[^\"]*+(?:\"|$)|;|[^\s;'\"/-]++|[/-]"
)
_NAME_WORDS: Final = 3


def fit(sample: Sample) -> Fit | None:
    """Statements that begin lines."""
    share = len(_BEGIN.findall(sample.text)) / max(len(sample.lines), 1)
    return Fit(min(0.55 + 2 * share, 0.9), "statements") if share > 0.03 else None


def read(source: Source) -> Reading:
    """Cut at semicolons outside literals and comments."""
    marks: list[Mark] = []
    layers: list[Layer] = []
    words: list[str] = []
    start = 0
    for piece in _PIECE.finditer(_with_line_ends(source)):
        text = piece[0]
        if text.startswith(("--", "/*")):
            layers.append(Layer(LayerKind.COMMENT, *piece.span()))
        elif text == ";":
            if words:
                marks.append(Mark(UnitKind.STATEMENT, " ".join(words), start, 0))
            words = []
        else:
            start = start if words else piece.start()
            if len(words) < _NAME_WORDS:
                words.append(text.upper()[:60])
    if words:
        marks.append(Mark(UnitKind.STATEMENT, " ".join(words), start, 0))
    return Reading(tile(source, marks), layers=tuple(layers))


def _with_line_ends(source: Source) -> str:
    """The skeleton with a line feed in the last byte of each fixed block, which ends a ``--`` comment there."""
    shape = source.shape
    if "\n" in shape or len(source.records) < 2:
        return shape
    marked = bytearray(shape, "latin-1")
    for end in source.records.ends:
        if marked[end - 1 : end] == b" ":
            marked[end - 1] = 0x0A
    return marked.decode("latin-1")

"""C, with tree-sitter's grammar."""

import re
from typing import Final

from desktop.source.lang.trees import read_tree
from desktop.source.languages import Area, Fit, Reading, Sample
from desktop.source.members import UnitKind
from desktop.source.skeleton import Source

NAME: Final = "c"
SUFFIXES: Final = (".c", ".h", ".pc", ".sqc")
AREAS: Final[tuple[Area, ...]] = ()
_INCLUDE: Final = re.compile(
    r"^[ \t]*+#[ \t]*+(?:INCLUDE[ \t]*+[<\"]|DEFINE[ \t]|IFN?DEF[ \t]|PRAGMA[ \t])", re.MULTILINE
)
_SHAPE: Final = re.compile(r"[;{}][ \t]*$", re.MULTILINE)
_FUNCTION: Final = re.compile(r"^[A-Z_][A-Z0-9_ \t*]*+\([^;{}()\n]*+\)[ \t]*+\{?[ \t]*$", re.MULTILINE)


def fit(sample: Sample) -> Fit | None:
    """Preprocessor lines and lines that end in braces or semicolons."""
    lines = max(len(sample.lines), 1)
    shaped = len(_SHAPE.findall(sample.text)) / lines
    if _INCLUDE.search(sample.text) and shaped > 0.1:
        return Fit(0.9, "preprocessor")
    return Fit(0.6, "braces") if shaped > 0.3 and _FUNCTION.search(sample.text) else None


def read(source: Source) -> Reading:
    """Functions as units."""
    return read_tree(source, "tree_sitter_c", {"function_definition": UnitKind.FUNCTION})

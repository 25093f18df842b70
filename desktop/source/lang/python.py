"""Python, with tree-sitter's grammar."""

import re
from typing import Final

from desktop.source.lang.trees import read_tree
from desktop.source.languages import Area, Fit, Reading, Sample
from desktop.source.members import UnitKind
from desktop.source.skeleton import Source

NAME: Final = "python"
SUFFIXES: Final = (".py", ".pyw")
AREAS: Final[tuple[Area, ...]] = ()
_LINE: Final = re.compile(
    r"^(?:#!.*PYTHON|[ \t]*+(?:ASYNC[ \t]++)?DEF[ \t]++\w+[ \t]*+\(.*|[ \t]*+CLASS[ \t]++\w+.*:[ \t]*$|"
    r"IMPORT[ \t]++[\w., \t]++$|FROM[ \t]++[\w.]++[ \t]++IMPORT[ \t])",
    re.MULTILINE,
)


def fit(sample: Sample) -> Fit | None:
    """Definitions and imports."""
    found = len(_LINE.findall(sample.text))
    return Fit(min(0.6 + 0.1 * found, 0.9), "definitions") if found else None


def read(source: Source) -> Reading:
    """Classes and functions as units."""
    kinds = {"function_definition": UnitKind.FUNCTION, "class_definition": UnitKind.CLASS}
    return read_tree(source, "tree_sitter_python", kinds)

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
_COMMENT: Final = re.compile(r"/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/|\Z)|//[^\n]*+")
"""Also one that the sample cuts off."""
_CONTINUED: Final = re.compile(r"\\[ \t]*+\n")
_DIRECTIVE: Final = re.compile(
    r"[ \t]*+#[ \t]*+(?:INCLUDE[ \t]*+(?:<[^<>\s]++>|\"[^\"\n]++\"|[A-Z_]\w*+)|DEFINE[ \t]++[A-Z_]\w*+(?:[ \t(].*)?|"
    r"UNDEF[ \t]++\w++|IFN?DEF[ \t]++\w++|(?:EL)?IF[ \t(!].*|(?:ELSE|ENDIF)[ \t]*+\w*+|"
    r"PRAGMA[ \t].*|ERROR[ \t].*|LINE[ \t]++\d.*)[ \t]*+"
)
_TELLING: Final = re.compile(
    r"^[ \t]*+#(?:[ \t]*+INCLUDE[ \t]*+(?:<[^<>\s]++>|\"[^\"\n]++\")|IFN?DEF[ \t]++\w++|DEFINE[ \t]++[A-Z_]\w*+"
    r"(?:\([^()\n]*+\).*|[ \t]++(?:[-+~(\"']|\d).*)?)[ \t]*+$",
    re.MULTILINE,
)
"""A directive that no sentence behind the ``#`` of a shell or Python comment looks like."""
_SHAPE: Final = re.compile(r"[;{}][ \t]*+$")
_NEARLY_ALL: Final = 0.9
"""Share of directives and ends of declarations in a header of macros."""
_FUNCTION: Final = re.compile(r"^[A-Z_][A-Z0-9_ \t*]*+\([^;{}()\n]*+\)[ \t]*+\{?[ \t]*$", re.MULTILINE)


def fit(sample: Sample) -> Fit | None:
    """Preprocessor lines and lines that end in braces or semicolons, or nothing but the former; comments apart."""
    text = _CONTINUED.sub(" ", _COMMENT.sub("", sample.text))
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    shaped = sum(_SHAPE.search(line) is not None for line in lines) / max(len(lines), 1)
    if _INCLUDE.search(text) and shaped > 0.1:
        return Fit(0.9, "preprocessor")
    if _TELLING.search(text) and shaped + sum(map(_is_directive, lines)) / len(lines) >= _NEARLY_ALL:
        return Fit(0.85, "preprocessor")
    return Fit(0.6, "braces") if shaped > 0.3 and _FUNCTION.search(text) else None


def _is_directive(line: str) -> bool:
    return _DIRECTIVE.fullmatch(line) is not None


def read(source: Source) -> Reading:
    """Functions as units."""
    return read_tree(source, "tree_sitter_c", {"function_definition": UnitKind.FUNCTION})

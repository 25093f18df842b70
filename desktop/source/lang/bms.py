"""CICS BMS maps: DFHMSD, DFHMDI and DFHMDF macros (CICS TS, BMS macros)."""

import re
from typing import Final

from desktop.source.lang.macros import AREAS as MACRO_AREAS
from desktop.source.lang.macros import macros
from desktop.source.languages import Fit, Reading, Sample
from desktop.source.members import Layer, UnitKind
from desktop.source.skeleton import Source
from desktop.source.units import Mark, tile

NAME: Final = "bms"
SUFFIXES: Final = (".bms", ".map")
AREAS: Final = MACRO_AREAS
_MACRO: Final = re.compile(r"^\S*[ \t]++DFHM(?:SD|DI|DF)\b", re.MULTILINE)
_KINDS: Final = {"DFHMSD": (UnitKind.MAPSET, 0), "DFHMDI": (UnitKind.MAP, 1), "DFHMDF": (UnitKind.FIELD, 2)}


def fit(sample: Sample) -> Fit | None:
    """Any of the three macros."""
    return Fit(0.98, "map-macros") if _MACRO.search(sample.text) else None


def read(source: Source) -> Reading:
    """Mapsets, maps and named fields; a field without a name belongs to what is before it."""
    layers: list[Layer] = []
    comment_lines: set[int] = set()
    marks: list[Mark] = []
    for macro in macros(source, layers, comment_lines):
        kind = _KINDS.get(macro.op)
        if kind is None or (not macro.name and kind[0] is UnitKind.FIELD):
            continue
        if kind[0] is UnitKind.MAPSET and "TYPE=FINAL" in macro.operands.upper():
            continue
        marks.append(Mark(kind[0], macro.name, macro.span.start, kind[1]))
    return Reading(tile(source, marks, comment_lines), layers=tuple(layers))

"""Structure of programs: divisions, paragraphs, data and control flow; every span is a span of the evidence itself."""

from desktop.source.lang import LANGUAGES
from desktop.source.languages import Area
from desktop.source.members import Gap, Layer, LayerKind, Member, Unit, UnitKind
from desktop.source.reading import areas, language_of, read

__all__ = [
    "LANGUAGES",
    "Area",
    "Gap",
    "Layer",
    "LayerKind",
    "Member",
    "Unit",
    "UnitKind",
    "areas",
    "language_of",
    "read",
]

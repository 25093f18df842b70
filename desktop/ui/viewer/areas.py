"""The areas of a line by language: what columns mean, and so what the ruler shows."""

from dataclasses import dataclass
from typing import Final

from desktop.ui.language import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Area:
    """Columns ``first`` to ``last``, both included, from 1. ``aside`` marks what is not program text."""

    first: int
    last: int
    words: str
    aside: bool = False


_COBOL: Final = (
    Area(1, 6, QT_TRANSLATE_NOOP("Areas", "sequence"), aside=True),
    Area(7, 7, ""),
    Area(8, 11, "A"),
    Area(12, 72, "B"),
    Area(73, 80, QT_TRANSLATE_NOOP("Areas", "ident."), aside=True),
)
_CARD: Final = (
    Area(1, 71, QT_TRANSLATE_NOOP("Areas", "statement")),
    Area(72, 72, ""),
    Area(73, 80, QT_TRANSLATE_NOOP("Areas", "ident."), aside=True),
)
AREAS: Final = {
    "cobol": _COBOL,
    "copybook": _COBOL,
    "jcl": _CARD,
    "proc": _CARD,
    "bms": _CARD,
    "assembler": _CARD,
}


def areas_of(language: str) -> tuple[Area, ...]:
    """The areas of ``language``; none where columns have no meaning."""
    return AREAS.get(language, ())

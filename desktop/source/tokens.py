"""What a scanner makes of program text: a flat list of tokens, each of which knows the bytes that it stands on."""

from enum import IntEnum
from typing import NamedTuple


class Kind(IntEnum):
    """Kinds of tokens."""

    WORD = 0
    """Reserved word or user-defined name, upper-cased."""
    NUMBER = 1
    LITERAL = 2
    """Quoted literal as written: prefix, quotes and case kept, continued lines joined."""
    PICTURE = 3
    """The whole character string after PIC."""
    PUNCT = 4
    """``( ) : , = < > <= >= <> + - * / **`` and the like."""
    PERIOD = 5
    UNKNOWN = 6
    """Bytes that the scanner could not make anything of; also counted in a gap."""


class Token(NamedTuple):
    """One token. ``start`` and ``end`` are bytes of the file ``file`` (an index), also where it came in by COPY."""

    kind: Kind
    value: str
    start: int
    end: int
    file: int = 0
    via: int = -1
    """Index of the COPY or INCLUDE that brought it in (``Expanded.copies``), -1 in the member itself."""

"""What reading a member of old source gives: its units, what was not understood, and what it copies."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from desktop.domain.places import Span

SEPARATOR = " ▸ "
"""Between the names of a qualified unit."""
TOO_LARGE = "too-large"
"""Kind of the gap that the whole of a larger file is."""


class UnitKind(StrEnum):
    """Kinds of units, of all languages."""

    PROGRAM = "program"
    DIVISION = "division"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    FILE = "file"
    """An FD or SD with its records."""
    RECORD = "record"
    """A data entry of level 01 or 77, or the topmost level of a copybook."""
    COPYBOOK = "copybook"
    JOB = "job"
    PROC = "proc"
    STEP = "step"
    DD = "dd"
    INSTREAM = "instream"
    MAPSET = "mapset"
    MAP = "map"
    FIELD = "field"
    DEFINITION = "definition"
    PROFILE = "profile"
    COMMAND = "command"
    FUNCTION = "function"
    CLASS = "class"
    STATEMENT = "statement"
    CHUNK = "chunk"
    """A stretch of lines of a text without known structure."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A named part. Siblings tile their parent, so that every byte of a member belongs to some unit."""

    kind: UnitKind
    name: str
    span: Span
    first_line: int
    last_line: int
    parent: int | None
    """Index among ``Member.units``."""
    qualified: str
    """``DPO0310 ▸ 2300-KOZA-SHOKAI``; divisions are left out."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was not understood and counts as not read. ``kind`` and ``why`` are codes or names."""

    kind: str
    """``unknown-token``, ``copy-not-found``, ``copy-recursion``, ``too-large``, ``open-literal`` …"""
    span: Span
    why: str


class LayerKind(StrEnum):
    """Why some bytes are not code."""

    SEQUENCE = "sequence"
    IDENTIFICATION = "identification"
    COMMENT = "comment"
    DEBUG = "debug"
    DIRECTIVE = "directive"


class Layer(NamedTuple):
    """Bytes of one line that are not code: where change tags stand, and where text aimed at a model could hide."""

    kind: LayerKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The same bytes as a span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Member:
    """A file, read. ``units`` are ascending by start, a parent before its children."""

    path: str
    language: str
    confidence: float
    why: str
    """The code of the reason for ``language``."""
    lines: int
    units: tuple[Unit, ...]
    gaps: tuple[Gap, ...]
    copies: tuple[str, ...]
    """Names that it copies or includes, as written, upper case, each once."""
    layers: tuple[Layer, ...] = ()
    free: bool = False
    """COBOL in free format, whose columns mean nothing."""

    def unit_at(self, offset: int) -> Unit | None:
        """The innermost unit that holds the byte at ``offset``."""
        chain = self.chain_at(offset)
        return chain[-1] if chain else None

    def chain_at(self, offset: int) -> tuple[Unit, ...]:
        """All units that hold the byte at ``offset``, the outermost first: the breadcrumb."""
        index: int | None = bisect_right(self.units, offset, key=lambda unit: unit.span.start) - 1
        if index is not None and index < 0:
            return ()
        while index is not None and self.units[index].span.end <= offset:
            index = self.units[index].parent
        chain: list[Unit] = []
        while index is not None:
            chain.append(self.units[index])
            index = self.units[index].parent
        return tuple(reversed(chain))

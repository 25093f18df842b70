"""What a language of ``desktop.source.lang`` offers, and what it is told to decide whether a file is written in it."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final, NamedTuple, Protocol

from desktop.source.members import Gap, Layer, Unit
from desktop.source.skeleton import Source

SAMPLE_LINES: Final = 600
_LONGEST: Final = 400


class Fit(NamedTuple):
    """How well a file fits a language, 0 to 1, and the code of the reason."""

    confidence: float
    why: str


class Area(NamedTuple):
    """Columns ``first`` to ``last`` of a line, from 1, both included. ``name`` is a code."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a language makes of a file."""

    units: tuple[Unit, ...] = ()
    gaps: tuple[Gap, ...] = ()
    copies: tuple[str, ...] = ()
    layers: tuple[Layer, ...] = ()
    free: bool = False
    """COBOL in free format, which has no columns."""


@dataclass(frozen=True)
class Sample:
    """The first lines of a file, in upper case, for deciding its language."""

    source: Source
    suffix: str = field(default="")

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """At most 600 lines, each cut at 400 bytes, without blank ones."""
        starts, ends = self.source.records.starts, self.source.records.ends
        spans = zip(starts[:SAMPLE_LINES], ends[:SAMPLE_LINES], strict=True)
        cut = (self.source.shape[start : min(end, start + _LONGEST)].upper() for start, end in spans)
        return tuple(line for line in cut if not line.isspace() and line)

    @cached_property
    def text(self) -> str:
        """The same lines as one text."""
        return "\n".join(self.lines)


def sample_of(source: Source) -> Sample:
    """The sample of ``source``."""
    return Sample(source, PurePosixPath(source.path.replace("\\", "/")).suffix.lower())


class Language(Protocol):
    """One module under ``desktop.source.lang``. Every function is pure and never fails on any bytes."""

    @property
    def NAME(self) -> str:
        """The name that ``Evidence.language`` carries."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:
        """Suffixes that speak for the language where the content leaves it open."""

    @property
    def AREAS(self) -> tuple[Area, ...]:
        """Column areas of a line; empty where columns mean nothing."""

    def fit(self, sample: Sample) -> Fit | None:
        """How well the file fits; None where it does not."""

    def read(self, source: Source) -> Reading:
        """Units, gaps, copies and layers."""

"""Everything else: stretches of lines."""

from typing import Final

from desktop.source.languages import Area, Fit, Reading, Sample
from desktop.source.skeleton import Source
from desktop.source.units import chunks

NAME: Final = "text"
SUFFIXES: Final[tuple[str, ...]] = ()
AREAS: Final[tuple[Area, ...]] = ()
CHUNK_LINES: Final = 200


def fit(sample: Sample) -> Fit | None:
    """Fits anything, worse than every other."""
    return Fit(0.05, "plain-text") if sample.lines else None


def read(source: Source) -> Reading:
    """Chunks."""
    return Reading(chunks(source, CHUNK_LINES))

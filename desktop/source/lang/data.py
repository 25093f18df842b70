"""Records of data: lines of one length, mostly digits and blanks. What they hold is for detectors to say."""

from typing import Final

from desktop.source.languages import Area, Fit, Reading, Sample
from desktop.source.skeleton import FOREIGN, Source
from desktop.source.units import chunks

NAME: Final = "data"
SUFFIXES: Final = (".dat", ".data")
AREAS: Final[tuple[Area, ...]] = ()
CHUNK_LINES: Final = 200
_LEAST_LENGTH: Final = 40
_FILLING: Final = str.maketrans("", "", f"0123456789 \n{FOREIGN}")


def fit(sample: Sample) -> Fit | None:
    """One length, and four of five bytes digits, blanks or not ASCII."""
    lengths = {len(line) for line in sample.lines}
    if len(lengths) != 1 or min(lengths) < _LEAST_LENGTH:
        return None
    other = len(sample.text.translate(_FILLING)) / len(sample.text)
    digits = sum(map(sample.text.count, "0123456789")) / len(sample.text)
    return Fit(0.6, "fixed-records") if other < 0.2 and digits > 0.15 else None


def read(source: Source) -> Reading:
    """Chunks."""
    return Reading(chunks(source, CHUNK_LINES))

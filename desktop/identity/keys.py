"""Keys of a native unit, each kept apart, from strongest to weakest. A new way to make one is a new ``KEY_VERSION``,
never a change.

A key is a SHA-256 over length-prefixed parts, so that no two lists of parts run together. Its first 64 bits, signed,
are what is indexed; 64 bits more are kept to check a hit. Measured on 60,404 public COBOL lines (DESIGN §3): a line's
text alone is shared by 41.9 % of the lines of the same file, paragraph and a window of 100 characters together by 7.2
%, so those are what a place is known by.
"""

import hashlib
import struct
import unicodedata
from enum import IntEnum
from typing import Final, NamedTuple

from desktop.identity.units import UnitRow

KEY_VERSION: Final = 1
_WINDOW: Final = 100
"""Characters of the normalised text that belong to a place."""
_LOOKED_AT: Final = 2 * _WINDOW
_HALVES: Final = struct.Struct("<q8s")


class Why(IntEnum):
    """Which key, or who, took a unit for one that was there before; stored with the occurrence."""

    NEW = 0
    FINGERPRINT = 1
    """The tool's own fingerprints, verbatim."""
    PLACE = 2
    """Path, rule, unit and window."""
    LOOSE = 3
    """Path, rule and unit."""
    QUOTE = 4
    """Rule and the whole quoted text, wherever it stands."""
    ASKED = 5
    """An analyst said so."""


class Keys(NamedTuple):
    """The four keys' indexed halves, None where there is nothing to make one of, and their other halves one after the
    other.

    ``group`` binds the native units that are one finding: the place, and where the tool quoted no text the line too.
    """

    fingerprint: int | None
    place: int
    loose: int
    quote: int | None
    tails: bytes
    group: int


class Keyer:
    """Makes keys for one tool's units. Runs once for every unit of an import, so it is written for speed."""

    def __init__(self, tool: str) -> None:
        self._tool = _part(tool)

    def keys(self, row: UnitRow) -> Keys:
        """All keys of one unit."""
        kind, path, line, _, column, unit, quote, *_ = row.place
        if kind == 3:
            unit, quote = f"{line}/{unit}", ""
        elif kind == 5:
            unit, quote = "", ""
        rule = f"sekisho unit 1:{self._tool}{_part(row.rule)}"
        at = f"{rule}at:{_part(path)}{_part(unit)}"
        loose, tail_loose = _digest(at)
        text = normalised(quote) if quote else ""
        window = text[:_WINDOW] or without_numbers(row.description or row.title)[:_WINDOW]
        place, tail_place = _digest(f"{at}window:{window}")
        group = place if text or kind not in (1, 2) else hash((place, line, column))
        told = said = None
        tail_told = tail_said = b""
        if row.fingerprints:
            told, tail_told = _digest(
                f"{rule}fingerprints:{''.join([_part(n) + _part(v) for n, v in row.fingerprints])}"
            )
        if text:
            said, tail_said = _digest(f"{rule}quote:{text}")
        return Keys(told, place, loose, said, tail_told + tail_place + tail_loose + tail_said, group)


def normalised(text: str) -> str:
    """Text as it is compared: blanks run together, and full-width forms are taken for their narrow ones."""
    return " ".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).split())


def without_numbers(text: str) -> str:
    """A message as it is compared: its digits may be a line's, a size's or a date's. Only the beginning is looked at."""
    beginning = text[:_LOOKED_AT].encode("utf-8", "surrogatepass").translate(None, b"0123456789")
    return normalised(beginning.decode("utf-8", "replace"))


def _part(text: str) -> str:
    """Length-prefixed, so that no two lists of parts run together."""
    return f"{len(text)}:{text}"


def _digest(text: str) -> tuple[int, bytes]:
    """The first 64 bits of the SHA-256, signed, and the next 64."""
    return _HALVES.unpack_from(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())

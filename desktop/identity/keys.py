"""Keys of a native unit, each kept apart, from strongest to weakest.

A new way to make one is a new ``KEY_VERSION``, never a change.

A key is the first 64 bits, signed, of a SHA-256 over length-prefixed parts, so that no two lists of parts run
together. Measured on 60,404 public COBOL lines (DESIGN §3): a line's text alone is shared by 41.9 % of the lines of
the same file, paragraph and a window of 100 characters together by 7.2 %, so those are what a place is known by.
"""

import struct
import unicodedata
from enum import IntEnum
from hashlib import sha256 as _sha256
from typing import Final, NamedTuple

from desktop.identity.units import UnitRow

KEY_VERSION: Final = 1
_WINDOW: Final = 100
"""Characters of the normalised text that belong to a place."""
_LOOKED_AT: Final = 2 * _WINDOW
_HALF: Final = struct.Struct("<q")


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
    """The keys that are made by hashing, None where there is nothing to make one of.

    The loose key is rule, path and unit themselves.

    ``group`` binds the native units of one run that are one finding: the place, and where the tool quoted no text the
    line too.
    """

    fingerprint: int | None
    place: int
    quote: int | None
    group: int


class Keyer:
    """Makes keys for one tool's units. Runs once for every unit of an import, so it is written for speed."""

    def __init__(self, tool: str) -> None:
        self._start = f"sekisho unit 1:{_part(tool)}"

    def keys(self, row: UnitRow) -> Keys:
        """All keys of one unit."""
        at = row.place
        kind, path, unit, quote = at.kind, at.path, at.unit, at.quote
        if kind == 3:
            unit, quote = f"{at.line}/{unit}", ""
        elif kind == 5:
            unit = quote = ""
        rule = f"{self._start}{len(row.rule)}:{row.rule}"
        text = normalised(quote) if quote else ""
        window = text[:_WINDOW] or without_numbers(row.description or row.title)[:_WINDOW]
        place = _digest(f"{rule}at:{len(path)}:{path}{len(unit)}:{unit}window:{window}")
        told = said = None
        if row.fingerprints:
            pairs = "".join([f"{len(name)}:{name}{len(value)}:{value}" for name, value in row.fingerprints])
            told = _digest(f"{rule}fingerprints:{pairs}")
        if text:
            said = _digest(f"{rule}quote:{text}")
        group = place if text or kind not in (1, 2) else hash((place, at.line, at.column))
        return Keys(told, place, said, group)


def normalised(text: str) -> str:
    """Text as it is compared: blanks run together, and full-width forms are taken for their narrow ones."""
    return " ".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).split())


def without_numbers(text: str) -> str:
    """A message as it is compared: digits may be a line's, a size's or a date's. Only the beginning counts."""
    beginning = text[:_LOOKED_AT].encode("utf-8", "surrogatepass").translate(None, b"0123456789")
    return normalised(beginning.decode("utf-8", "replace"))


def _part(text: str) -> str:
    """Length-prefixed, so that no two lists of parts run together."""
    return f"{len(text)}:{text}"


def _digest(text: str) -> int:
    """The first 64 bits of the SHA-256, signed, as SQLite's integers are."""
    first: int = _HALF.unpack_from(_sha256(text.encode("utf-8", "surrogatepass")).digest())[0]
    return first

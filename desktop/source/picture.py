"""How many bytes and digits a COBOL data item takes, from its PICTURE and USAGE.

Sizes follow IBM Enterprise COBOL for z/OS, Language Reference, "USAGE clause" (TRUNC(STD), 31-bit addresses); a test
compares them with GnuCOBOL's ``-std=ibm``.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final


class Category(IntEnum):
    """What kind of data a PICTURE describes."""

    GROUP = 0
    ALPHANUMERIC = 1
    NATIONAL = 2
    NUMERIC = 3
    EDITED = 4
    """Numeric-edited: digits made fit for printing."""


class Usage(IntEnum):
    """How a value is stored."""

    DISPLAY = 0
    BINARY = 1
    NATIVE = 2
    """COMP-5: binary, not cut to the digits of its PICTURE."""
    PACKED = 3
    UNSIGNED_PACKED = 4
    """COMP-6: packed without a sign nibble."""
    FLOAT = 5
    DOUBLE = 6
    INDEX = 7
    POINTER = 8
    LONG_POINTER = 9
    NATIONAL = 10
    DBCS = 11


USAGES: Final[dict[str, Usage]] = {
    "DISPLAY": Usage.DISPLAY,
    "BINARY": Usage.BINARY,
    "COMP": Usage.BINARY,
    "COMPUTATIONAL": Usage.BINARY,
    "COMP-0": Usage.BINARY,
    "COMP-1": Usage.FLOAT,
    "COMPUTATIONAL-1": Usage.FLOAT,
    "COMP-2": Usage.DOUBLE,
    "COMPUTATIONAL-2": Usage.DOUBLE,
    "COMP-3": Usage.PACKED,
    "COMPUTATIONAL-3": Usage.PACKED,
    "PACKED-DECIMAL": Usage.PACKED,
    "COMP-4": Usage.BINARY,
    "COMPUTATIONAL-4": Usage.BINARY,
    "COMP-5": Usage.NATIVE,
    "COMPUTATIONAL-5": Usage.NATIVE,
    "COMP-6": Usage.UNSIGNED_PACKED,
    "COMPUTATIONAL-6": Usage.UNSIGNED_PACKED,
    "COMP-9": Usage.BINARY,
    "COMP-X": Usage.NATIVE,
    "COMPUTATIONAL-X": Usage.NATIVE,
    "INDEX": Usage.INDEX,
    "POINTER": Usage.POINTER,
    "POINTER-32": Usage.POINTER,
    "FUNCTION-POINTER": Usage.POINTER,
    "PROCEDURE-POINTER": Usage.LONG_POINTER,
    "NATIONAL": Usage.NATIONAL,
    "DISPLAY-1": Usage.DBCS,
}
"""Words of the USAGE clause that the dialects at hand use."""

_FIXED: Final = {Usage.FLOAT: 4, Usage.DOUBLE: 8, Usage.INDEX: 4, Usage.POINTER: 4, Usage.LONG_POINTER: 8}
_TWO_BYTES: Final = frozenset({Usage.NATIONAL, Usage.DBCS})
_MOST: Final = 1 << 31


@dataclass(frozen=True, slots=True)
class Picture:
    """What a PICTURE says: ``positions`` counts character positions, ``digits`` includes ``scale`` decimals."""

    category: Category
    positions: int
    digits: int
    scale: int
    signed: bool

    @property
    def integer_digits(self) -> int:
        """Digits before the decimal point."""
        return max(self.digits - self.scale, 0)


GROUP: Final = Picture(Category.GROUP, 0, 0, 0, False)


@lru_cache(maxsize=4096)
def measure(text: str) -> Picture:
    """Read the string of a PICTURE clause, e.g. ``S9(7)V99``. Never fails: what is unknown takes a position."""
    symbols = _symbols(text.upper())
    letters = {symbol for symbol, _ in symbols}
    signed = bool(letters & {"S", "+", "-", "CR", "DB"})
    if letters & {"X", "A"} or not letters & {"9", "Z", "*", "N", "G", "+", "-", "$", "P", "1"}:
        return Picture(Category.ALPHANUMERIC, sum(n for s, n in symbols if s not in "SVP"), 0, 0, signed)
    if letters & {"N", "G"}:
        return Picture(Category.NATIONAL, sum(n for _, n in symbols), 0, 0, False)
    positions = digits = scale = 0
    floating: dict[str, int] = {}
    fraction = False
    for symbol, count in symbols:
        if symbol == "V" or symbol == ".":
            fraction = True
        if symbol in ("S", "V"):
            continue
        if symbol == "P":
            digits += count
            scale += count if fraction else 0
            continue
        positions += 2 * count if symbol in ("CR", "DB") else count
        if symbol in ("9", "Z", "*", "1"):
            held = count
        elif symbol in ("+", "-", "$"):
            held = count if floating.get(symbol) else count - 1
            floating[symbol] = 1
        else:
            held = 0
        digits += held
        scale += held if fraction else 0
    plain = letters <= {"9", "S", "V", "P", "1"}
    return Picture(Category.NUMERIC if plain else Category.EDITED, positions, digits, scale, signed)


def _symbols(text: str) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    at = 0
    while at < len(text):
        symbol = text[at : at + 2] if text[at : at + 2] in ("CR", "DB") else text[at]
        at += len(symbol)
        count = 1
        if at < len(text) and text[at] == "(":
            close = text.find(")", at)
            inside = text[at + 1 : close] if close > 0 else ""
            if inside.isdecimal() and inside.isascii():
                count = min(int(inside[:10]), _MOST)
                at = close + 1
        if symbol not in "()":
            found.append((symbol, count))
    return found


def size_in_bytes(picture: Picture, usage: Usage, sign_separate: bool = False) -> int:
    """Bytes of one elementary item."""
    if usage in _FIXED:
        return _FIXED[usage]
    if picture.category is Category.NUMERIC:
        if usage in (Usage.BINARY, Usage.NATIVE):
            return 2 if picture.digits <= 4 else 4 if picture.digits <= 9 else 8 if picture.digits <= 18 else 16
        if usage is Usage.PACKED:
            return picture.digits // 2 + 1
        if usage is Usage.UNSIGNED_PACKED:
            return (picture.digits + 1) // 2
    wide = picture.category is Category.NATIONAL or usage in _TWO_BYTES
    return (2 if wide else 1) * picture.positions + (1 if sign_separate and picture.signed else 0)


def alignment(usage: Usage, size: int) -> int:
    """Boundary in bytes that SYNCHRONIZED moves an item to; 1 where it has no effect."""
    if usage in (Usage.BINARY, Usage.NATIVE):
        return 2 if size == 2 else 4
    if usage is Usage.DOUBLE:
        return 8
    return 4 if usage in (Usage.FLOAT, Usage.INDEX, Usage.POINTER, Usage.LONG_POINTER) else 1

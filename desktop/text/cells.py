"""A line as host columns: in byte-column encodings a cell is as wide as its bytes, so that a ruler is always true."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from desktop.text import iso2022, marks
from desktop.text.codecs import ASCII_ALIKE, EBCDIC, SINGLE_BYTE, canonical, decode_marked
from desktop.text.mixed import line_resets
from desktop.text.tables import SI, SO
from desktop.text.units import units_of

_BY_BYTE: Final = EBCDIC | SINGLE_BYTE | {"cp932", iso2022.NAME}
"""Encodings in which a host column is a byte."""


class CellKind(StrEnum):
    """What a cell shows."""

    CHAR = "char"
    SO = "so"
    SI = "si"
    BAD = "bad"
    """A byte without a character; ``char`` is its ⟦hex⟧."""
    UNSEEN = "unseen"
    """A control, bidi or zero-width character, which must not act or hide in a viewer."""
    CODE = "code"
    """A character that no font knows, shown as its code point: a bank's own kanji (外字), or one not assigned."""
    CUT = "cut"
    """The rest of a line that is too long to show; ``char`` says how many bytes it has."""


@dataclass(frozen=True, slots=True)
class Cell:
    """``width`` host columns, 1 or 2 (more for ``CUT``); ``start`` and ``end`` are byte offsets in the line."""

    char: str
    width: int
    start: int
    end: int
    kind: CellKind


def cells(line: bytes, encoding: str) -> list[Cell]:
    """The cells of one line without its line end. Every byte belongs to exactly one cell."""
    name = canonical(encoding)
    if line.isascii() and name in ASCII_ALIKE:
        return [Cell(char, 1, at, at + 1, _kind(char)) for at, char in enumerate(line.decode("ascii"))]
    units = units_of(line, name, line_resets(b""))  # a line is one record: no line end ends a shift within it
    out: list[Cell] = []
    at = 0
    for char, start, length in zip(units.text, units.starts.tolist(), units.lengths.tolist(), strict=True):
        if not length and out:
            out[-1] = Cell(out[-1].char + char, out[-1].width, out[-1].start, out[-1].end, out[-1].kind)
            continue
        out.extend(_between(line, at, start))
        at = start + length
        if marks.count(char):
            out.append(Cell(marks.show(char)[0], 1, start, at, CellKind.BAD))
        else:
            out.append(Cell(char, length if name in _BY_BYTE else _width(char), start, at, _kind(char)))
    out.extend(_between(line, at, len(line)))
    return out


def hex_cells(row: bytes, width: int) -> list[Cell]:
    """``width`` bytes of what is no text as hexadecimal digits, then as the ASCII that they might be."""
    out: list[Cell] = []
    for at, byte in enumerate(row):
        out.extend(Cell(digit, 1, at, at + 1, CellKind.CHAR) for digit in f"{byte:02x}")
        out.append(Cell(" ", 1, at + 1, at + 1, CellKind.CHAR))
    out.extend(Cell(" ", 1, len(row), len(row), CellKind.CHAR) for _ in range(3 * (width - len(row)) + 1))
    out.extend(
        Cell(chr(byte) if 0x20 <= byte < 0x7F else "·", 1, at, at + 1, CellKind.CHAR) for at, byte in enumerate(row)
    )
    return out


def offset_of_column(line: bytes, encoding: str, column: int) -> int:
    """The byte of ``line`` at which host column ``column`` (from 0) is reached, or the length of the line."""
    name = canonical(encoding)
    if name in _BY_BYTE or line.isascii():
        return min(column, len(line))
    at = reached = 0
    for char in decode_marked(line[: (column + 1) * 4], name):
        if reached >= column:
            break
        reached += 1 if marks.count(char) else _width(char)
        at += 1 if marks.count(char) else len(char.encode(name))
    return at


def text_of(line: Iterable[Cell]) -> str:
    """What copying these cells gives: shift codes vanish, a bad byte is ⟦fe⟧."""
    return "".join(cell.char for cell in line)


def _between(line: bytes, start: int, end: int) -> Iterable[Cell]:
    """Bytes that show no character: shift codes, and the escapes of ISO-2022-JP."""
    for at in range(start, end):
        kind = {SO: CellKind.SO, SI: CellKind.SI}.get(line[at], CellKind.UNSEEN)
        yield Cell("", 1, at, at + 1, kind)


def _kind(char: str) -> CellKind:
    if char.isprintable() or char in " \t\u3000\u00a0":
        return CellKind.CHAR
    category = unicodedata.category(char)
    if category in ("Co", "Cn"):
        return CellKind.CODE
    return CellKind.UNSEEN if category in ("Cc", "Cf", "Zl", "Zp") else CellKind.CHAR


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    """Columns that a Japanese host would store: two for what cp932 writes in two bytes, and for whatever is wide or
    a bank's own."""
    if _kind(char) is CellKind.CODE:
        return 2
    try:
        return len(char.encode("cp932"))
    except UnicodeEncodeError:
        return 2 if unicodedata.east_asian_width(char) in "WF" else 1

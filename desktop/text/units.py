"""Marked text of bytes in any encoding, with the bytes of each character."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from desktop.text import iso2022, marks
from desktop.text.codecs import SINGLE_BYTE, decode_marked
from desktop.text.mixed import map_mixed
from desktop.text.tables import MIXED

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Sizes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Units:
    """Marked ``text`` (see ``desktop.text.marks``); character ``i`` is ``lengths[i]`` bytes at ``starts[i]``."""

    text: str
    starts: "Ints"
    lengths: "Sizes"


def units_of(data: bytes, name: str, resets: "Ints") -> Units:
    """Characters of ``data``; ``name`` is canonical, ``resets`` matter to Japanese EBCDIC (``desktop.text.mixed``)."""
    import numpy as np

    if name in MIXED:
        return Units(*map_mixed(data, name, resets))
    if name == iso2022.NAME:
        return _collected(iso2022.characters(data))
    text = decode_marked(data, name)
    if name in SINGLE_BYTE:
        return Units(text, np.arange(len(data), dtype=np.int64), np.ones(len(data), np.uint8))
    lengths = _lengths(codes_of(text), name)
    return Units(text, np.cumsum(lengths, dtype=np.int64) - lengths, lengths)


def codes_of(text: str) -> "npt.NDArray[np.uint32]":
    """Code points of ``text``, marks too."""
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def _lengths(codes: "npt.NDArray[np.uint32]", name: str) -> "Sizes":
    """How many bytes each character took: in the encodings without escapes that follows from the character."""
    import numpy as np

    size = np.ones(len(codes), np.uint8)
    match name:
        case "utf-8":
            for least in (0x80, 0x800, 0x10000):
                size += codes >= least
        case "utf-16-le" | "utf-16-be":
            size += 1
            size[codes >= 0x10000] = 4
        case "cp932":
            size[codes > 0x7F] = 2
            size[(codes >= 0xFF61) & (codes <= 0xFF9F)] = 1
        case "euc_jp":
            size = _euc_lengths()[np.minimum(codes, 0xFFFF)]
    size[(codes >= marks.BASE) & (codes < marks.BASE + 256)] = 1
    return size


@cache
def _euc_lengths() -> "Sizes":
    """By code point: one byte of ASCII, two of JIS X 0208 and of half-width kana, three of JIS X 0212."""
    import numpy as np

    texts = (chr(code).encode("euc_jp", "ignore") for code in range(0x10000))
    return np.array([len(text) or 1 for text in texts], np.uint8)


def _collected(characters: Iterator[tuple[str, int, int]]) -> Units:
    import numpy as np

    found = list(characters)
    return Units(
        "".join(char for char, _, _ in found),
        np.array([start for _, start, _ in found], np.int64),
        np.array([length for _, _, length in found], np.uint8),
    )

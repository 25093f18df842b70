"""Marked text of bytes in any encoding, with the bytes of each character."""

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.text import marks
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
    text = decode_marked(data, name)
    if name in SINGLE_BYTE:
        return Units(text, np.arange(len(data), dtype=np.int64), np.ones(len(data), np.uint8))
    lengths = _lengths(codes_of(text), name)
    if lengths is None or int(lengths.sum()) != len(data):
        return _one_by_one(data, name)
    return Units(text, np.cumsum(lengths, dtype=np.int64) - lengths, lengths)


def codes_of(text: str) -> "npt.NDArray[np.uint32]":
    """Code points of ``text``, marks too."""
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def _lengths(codes: "npt.NDArray[np.uint32]", name: str) -> "Sizes | None":
    """How many bytes each character took, where that follows from the character."""
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
            size[(codes > 0x80) & (codes != 0xA0)] = 2
            for low, high in ((0xFF61, 0xFF9F), (0xF8F0, 0xF8F3)):
                size[(codes >= low) & (codes <= high)] = 1
        case _:
            return None
    size[(codes >= marks.BASE) & (codes < marks.BASE + 256)] = 1
    return size


def _one_by_one(data: bytes, name: str) -> Units:
    """By feeding one byte after the other, for encodings with escapes; bytes of an escape belong to no character."""
    import numpy as np

    decoder = codecs.getincrementaldecoder(name)(marks.HANDLER)
    chars: list[str] = []
    starts: list[int] = []
    sizes: list[int] = []
    taken = 0
    for at in range(len(data)):
        new = decoder.decode(data[at : at + 1], final=at == len(data) - 1)
        for _ in new[:-1]:
            starts.append(taken)
            sizes.append(1)
            taken = min(taken + 1, at)
        for char in new[-1:]:
            single = char.isascii() or marks.count(char)
            size = 1 if single else min(at + 1 - taken, 3)
            starts.append(at + 1 - size)
            sizes.append(size)
            taken = at + 1
        chars.extend(new)
    return Units("".join(chars), np.array(starts, np.int64), np.array(sizes, np.uint8))

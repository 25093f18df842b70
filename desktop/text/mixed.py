"""Japanese EBCDIC: single bytes, and double bytes between SO (0x0E) and SI (0x0F); every record begins in single bytes.

Worked through in pieces of about half a megabyte with arrays: character by character Python is ten times slower.
A double-byte code never contains 0x00-0x3F, so shift codes and line ends can be looked for anywhere.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from desktop.text.errors import CannotEncode
from desktop.text.marks import BASE
from desktop.text.tables import PAIR, SI, SO, encoder, mixed, pairs, single

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Mapped = tuple[str, Ints, npt.NDArray[np.uint8]]

PIECE: Final = 512 * 1024
CR: Final = 0x0D
NEL: Final = 0x15
LF: Final = 0x25


def line_resets(data: bytes) -> "Ints":
    """Where single bytes begin again if records are not known: at each CR, NEL and LF."""
    import numpy as np

    ends = np.zeros(256, np.bool_)
    ends[[CR, NEL, LF]] = True
    return np.flatnonzero(ends[np.frombuffer(data, np.uint8)])


def decode_mixed(data: bytes, encoding: str, resets: "Ints") -> str:
    """Marked text of ``data``. ``resets`` are ascending offsets where a shift ends by itself."""
    shift_free = SO not in data and SI not in data
    if shift_free:
        return data.decode("latin-1").translate(dict(enumerate(single(encoding))))
    return "".join(text for text, _, _ in _pieces(data, encoding, resets, mapped=False))


def map_mixed(data: bytes, encoding: str, resets: "Ints") -> "Mapped":
    """As ``decode_mixed``, with the byte where each character starts and how many it takes (0 in the second of two)."""
    import numpy as np

    pieces = list(_pieces(data, encoding, resets, mapped=True))
    return (
        "".join(text for text, _, _ in pieces),
        np.concatenate([np.zeros(0, np.int64), *(starts for _, starts, _ in pieces)]),
        np.concatenate([np.zeros(0, np.uint8), *(lengths for _, _, lengths in pieces)]),
    )


def _pieces(data: bytes, encoding: str, resets: "Ints", mapped: bool) -> "Iterator[Mapped]":
    import numpy as np

    start = 0
    while start < len(data):
        end = _cut(data, start, resets)
        low, high = np.searchsorted(resets, (start, end))
        yield _piece(data, start, end, encoding, resets[low:high] - start, mapped)
        start = end


def _cut(data: bytes, start: int, resets: "Ints") -> int:
    """An end for a piece that no double-byte run crosses."""
    import numpy as np

    aim = start + PIECE
    if aim >= len(data):
        return len(data)
    after = int(np.searchsorted(resets, aim))
    by_record = int(resets[after]) if after < len(resets) else len(data)
    by_shift = data.find(SI, aim, by_record) + 1
    return by_shift or by_record


def _piece(data: bytes, start: int, end: int, encoding: str, resets: "Ints", mapped: bool) -> "Mapped":
    import numpy as np

    tables = mixed(encoding)
    raw = np.frombuffer(data, np.uint8, end - start, start)
    shift = (raw & 0xFE) == SO
    edges = np.concatenate([np.zeros(1, np.int64), resets, np.flatnonzero(shift)])
    edges.sort(kind="stable")
    run = np.diff(edges, append=len(raw))
    opens = (raw[edges] == SO) & (run > 0)
    inside = np.repeat(opens, run)
    inside[edges[opens]] = False
    odd = (edges + run - 1)[opens & (run % 2 == 0)]
    inside[odd] = False
    first = np.flatnonzero(inside)[::2]

    codes = tables.single[raw]
    double = tables.double[(raw[first].astype(np.uint16) << 8) | raw[first + 1]]
    codes[first] = double
    emit = ~(inside | shift)
    emit[first] = True
    bad = np.concatenate([odd, (no := first[double == 0]), no + 1])
    codes[bad] = BASE + raw[bad].astype(np.uint32)
    emit[bad] = True

    text_codes = codes[emit]
    starts, lengths = np.zeros(0, np.int64), np.zeros(0, np.uint8)
    if mapped:
        size = np.ones(len(raw), np.uint8)
        size[first[double != 0]] = 2
        starts, lengths = np.flatnonzero(emit) + start, size[emit]
    two = np.flatnonzero(text_codes >= PAIR)
    if len(two):
        texts = [pairs()[int(code) - PAIR] for code in text_codes[two]]
        text_codes[two] = [ord(text[0]) for text in texts]
        text_codes = np.insert(text_codes, two + 1, [ord(text[1]) for text in texts])
        if mapped:
            starts, lengths = np.insert(starts, two + 1, starts[two] + 2), np.insert(lengths, two + 1, 0)
    return text_codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass"), starts, lengths


def encode_mixed(text: str, encoding: str) -> bytes:
    """``text`` with shift codes where needed; raises CannotEncode."""
    codes = encoder(encoding)
    out = bytearray()
    shifted = False
    at = 0
    while at < len(text):
        char = text[at : at + 2] if text[at : at + 2] in codes else text[at]
        code = codes.get(char)
        if code is None:
            raise CannotEncode(encoding, at)
        if (len(code) == 2) != shifted:
            shifted = not shifted
            out.append(SO if shifted else SI)
        out += code
        at += len(char)
    if shifted:
        out.append(SI)
    return bytes(out)

"""Text of a whole original with the byte of every character: what searching, masking and quoting stand on.

Lines are joined by ``\\n`` whatever the original's record format is: between fixed blocks it stands for no byte at all.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.places import Span
from desktop.text import marks
from desktop.text.codecs import ASCII_ALIKE, canonical
from desktop.text.records import Records, split
from desktop.text.tables import MIXED
from desktop.text.units import Units, codes_of, units_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class MappedText:
    """Decoded ``text``; ``starts[i]`` and ``ends[i]`` bound the bytes of character ``i``. ⟦fe⟧: four of one byte."""

    text: str
    starts: "Sequence[int] | npt.NDArray[np.int64]"
    ends: "Sequence[int] | npt.NDArray[np.int64]"
    undecoded: int

    def byte(self, index: int) -> int:
        """Where character ``index`` starts; for ``len(text)`` where the last one ends."""
        if index < len(self.starts):
            return int(self.starts[index])
        return int(self.ends[-1]) if len(self.ends) else 0

    def char(self, offset: int) -> int:
        """The first character of the byte at ``offset``; a shift code, which shows nothing, counts to what precedes."""
        at = bisect_right(self.starts, offset) - 1
        return bisect_left(self.starts, self.starts[at]) if at > 0 else 0

    def span(self, first: int, last: int) -> Span:
        """Bytes of characters ``first`` (included) to ``last`` (excluded), without the shift codes around them."""
        start = self.byte(first)
        return Span(start, max(start, int(self.ends[last - 1]))) if last > first else Span(start, start)


def decode_with_map(data: bytes, decoding: Decoding) -> MappedText:
    """Read ``data`` as ``decoding`` says."""
    if decoding.record_format is RecordFormat.LF and canonical(decoding.encoding) in ASCII_ALIKE and _plain(data):
        return MappedText(data.decode("ascii"), range(len(data)), range(1, len(data) + 1), 0)
    records = split(data, decoding)
    return _lines_only(_units(data, decoding, records), records, len(data))


def mapped_pieces(data: bytes, decoding: Decoding, records: Records, lines: int) -> "Iterator[tuple[int, MappedText]]":
    """The text of ``data`` in pieces of ``lines`` lines, each with the offset of its first byte: memory stays flat.

    ``records`` are those of ``data``; places in a piece count from its offset.
    """
    step = max(1, lines)
    for first in range(0, len(records), step):
        last = min(first + step, len(records))
        start = records.starts[first] if first else 0
        end = records.starts[last] if last < len(records) else len(data)
        spans = [(records.starts[at] - start, records.ends[at] - start) for at in range(first, last)]
        part = Records([left for left, _ in spans], [right for _, right in spans])
        piece = data[start:end]
        yield start, _lines_only(_units(piece, decoding, part), part, len(piece))


def _plain(data: bytes) -> bool:
    return data.isascii() and b"\r" not in data


def _units(data: bytes, decoding: Decoding, records: Records) -> Units:
    import numpy as np

    if decoding.record_format is RecordFormat.BINARY:
        return _binary(data)
    name = canonical(decoding.encoding)
    resets = np.union1d(_array(records.starts), _array(records.ends)) if name in MIXED else np.zeros(0, np.int64)
    return units_of(data, name, resets)


def _array(values: "Sequence[int]") -> "npt.NDArray[np.int64]":
    import numpy as np

    if isinstance(values, range):
        return np.arange(values.start, values.stop, values.step, dtype=np.int64)
    return np.array(values, np.int64)


def _binary(data: bytes) -> Units:
    """What is not text: printable ASCII stands for itself, every other byte is a mark."""
    import numpy as np

    table = {byte: marks.BASE + byte for byte in range(256) if not 0x20 <= byte < 0x7F}
    return Units(
        data.decode("latin-1").translate(table), np.arange(len(data), dtype=np.int64), np.ones(len(data), np.uint8)
    )


def _lines_only(units: Units, records: Records, size: int) -> MappedText:
    """``units`` without what lies between records, which becomes one ``\\n``, and with marks written out."""
    import numpy as np

    first, last = _array(records.starts), _array(records.ends)
    low, high = np.searchsorted(units.starts, first), np.searchsorted(units.starts, last)
    filled = low < high
    depth = np.zeros(len(units.starts) + 1, np.int8)
    depth[low[filled]] = 1
    depth[high[filled]] -= 1
    keep = np.cumsum(depth[:-1], dtype=np.int8) > 0
    codes, starts, lengths = codes_of(units.text), units.starts, units.lengths
    if not keep.all():
        codes, starts, lengths = codes[keep], starts[keep], lengths[keep]
    ends: npt.NDArray[np.int64] = starts + lengths

    closed = np.append(first[1:], size)
    ended = (np.arange(len(first)) < len(first) - 1) | (closed > last)
    places = np.cumsum(high - low)[ended]
    codes = np.insert(codes, places, ord("\n"))
    starts = np.insert(starts, places, last[ended])
    ends = np.insert(ends, places, closed[ended])

    mark = (codes >= marks.BASE) & (codes < marks.BASE + 256)
    undecoded = int(mark.sum())
    text = codes.tobytes().decode("utf-32-le", "surrogatepass")
    if undecoded:
        three_more = np.repeat(np.flatnonzero(mark), marks.SHOWN_LENGTH - 1)
        starts, ends = np.insert(starts, three_more, starts[three_more]), np.insert(ends, three_more, ends[three_more])
        text, _ = marks.show(text)
    return MappedText(text, starts, ends, undecoded)

"""Records of a JSON list, decoded a block at a time from where a first walk saw them; a bad one is tried alone and
forgivingly.
"""

from array import array
from collections.abc import Iterator
from typing import Final, Generic, NamedTuple, TypeVar

import msgspec

from desktop.intake.formats.base import Remark, Stream
from desktop.intake.formats.jsonstream import Cut, JsonStream, forgiving
from desktop.intake.formats.shaping import shaped

T = TypeVar("T")
BLOCK: Final = 256 << 10
_REFUSED: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class Record(NamedTuple, Generic[T]):
    """One record: ``value`` is ``None`` where it cannot be read, ``dropped`` names members that were given up."""

    number: int
    raw: tuple[int, int]
    value: T | None
    mended: bool = False
    dropped: tuple[str, ...] = ()


class Spans:
    """Where the records of one list stand: 16 bytes a record."""

    __slots__ = ("_flat", "cut")

    def __init__(self) -> None:
        self._flat = array("Q")
        self.cut: tuple[int, int] | None = None
        """Offset and length of a last record that the file's end cut off."""

    def __len__(self) -> int:
        return len(self._flat) // 2

    def take(self, json: JsonStream) -> None:
        """Walk the list that comes next; raises ``Cut`` where the file ends in it."""
        for _ in json.elements():
            start = json.offset
            try:
                at, length, _value = json.take()
            except Cut as cut:
                self.cut = (start, max(0, cut.at - start))
                raise
            self._flat.extend((at, length))

    def decoded(self, stream: Stream, shape: type[T]) -> Iterator[Record[T]]:
        """All records in order."""
        flat, many, alone = self._flat, msgspec.json.Decoder(list[shape]), msgspec.json.Decoder(shape)  # type: ignore[valid-type]
        first, count = 0, len(self)
        while first < count:
            start, last = flat[2 * first], first
            while last + 1 < count and flat[2 * last + 2] + flat[2 * last + 3] - start <= BLOCK:
                last += 1
            stream.seek(start)
            block = stream.read(flat[2 * last] + flat[2 * last + 1] - start)
            try:
                values = many.decode(b"[" + block + b"]")
            except _REFUSED:
                values = []
            whole = len(values) == last + 1 - first
            for number in range(first, last + 1):
                at, length = flat[2 * number], flat[2 * number + 1]
                if whole:
                    yield Record(number, (at, length), values[number - first])
                else:
                    yield _alone(number, (at, length), block[at - start : at - start + length], shape, alone)
            first = last + 1


def mending(record: Record[T]) -> Remark:
    """What was given up to read a record, or that only JSON's own rules were broken."""
    if record.dropped:
        return Remark("Mended", record.raw[0], ", ".join(record.dropped)[:200])
    return Remark("NotStrictJson", record.raw[0])


def _alone(
    number: int, raw: tuple[int, int], value: bytes, shape: type[T], decoder: "msgspec.json.Decoder[T]"
) -> Record[T]:
    try:
        return Record(number, raw, decoder.decode(value))
    except _REFUSED:
        pass
    try:
        loose = forgiving(value)
        if not isinstance(loose, dict):
            return Record(number, raw, None)
        mended, dropped = shaped(loose, shape)
    except (ValueError, RecursionError):
        return Record(number, raw, None)
    return Record(number, raw, mended, mended=True, dropped=dropped)

"""A UTF-16 or UTF-32 file seen as UTF-8, without holding it: every offset can be led back to the original's bytes."""

import codecs
import io
from bisect import bisect_right
from typing import Final

from desktop.intake.formats.base import Stream

STEP: Final = 64 << 10
"""Bytes of the original between two known points."""


class Utf8View(io.BufferedIOBase):
    """Reads and seeks in UTF-8 offsets. What cannot be decoded becomes U+FFFD."""

    def __init__(self, original: Stream, encoding: str) -> None:
        super().__init__()
        self._original = original
        self._encoding = encoding
        self._unit = 4 if encoding.startswith("utf-32") else 2
        self._known = [(0, 0)]
        """(UTF-8 offset, offset in the original) of the beginning of each piece read so far; ascending."""
        self._piece = b""
        self._piece_number = -1
        self._skip = 0
        """Bytes of a byte order mark before the piece."""
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        if whence != io.SEEK_SET:
            raise io.UnsupportedOperation("only from the beginning")
        self._at = offset
        return offset

    def tell(self) -> int:
        return self._at

    def read(self, size: int | None = -1, /) -> bytes:
        parts: list[bytes] = []
        wanted = -1 if size is None else size
        while wanted != 0:
            part = self._here()
            if not part:
                break
            part = part if wanted < 0 else part[:wanted]
            parts.append(part)
            self._at += len(part)
            wanted -= len(part) if wanted > 0 else 0
        return b"".join(parts)

    def original(self, raw: tuple[int, int]) -> tuple[int, int]:
        """Offset and length in the original of a span of UTF-8 bytes."""
        start, end = self._back(raw[0]), self._back(raw[0] + raw[1])
        return start, end - start

    def _here(self) -> bytes:
        """The rest of the piece that holds the present offset; empty at the end."""
        while True:
            number = bisect_right(self._known, (self._at, 1 << 62)) - 1
            self._load(number)
            rest = self._piece[self._at - self._known[number][0] :]
            if rest or number == len(self._known) - 1:
                return rest

    def _load(self, number: int) -> None:
        if number == self._piece_number:
            return
        start, at = self._known[number]
        self._original.seek(at)
        data = self._original.read(STEP)
        decoder = codecs.getincrementaldecoder(self._encoding)("replace")
        text = decoder.decode(data, final=len(data) < STEP)
        if number == 0 and text.startswith("\ufeff"):
            text = text[1:]
            start_at = self._unit
        else:
            start_at = 0
        pending = len(decoder.getstate()[0])
        self._piece = text.encode("utf-8", "replace")
        self._piece_number = number
        self._skip = start_at
        if number == len(self._known) - 1 and len(data) == STEP:
            self._known.append((start + len(self._piece), at + len(data) - pending))

    def _back(self, offset: int) -> int:
        number = bisect_right(self._known, (offset, 1 << 62)) - 1
        self._load(number)
        start, at = self._known[number]
        before = self._piece[: offset - start].decode("utf-8", "replace")
        return at + self._skip + len(before.encode(self._encoding, "surrogatepass"))

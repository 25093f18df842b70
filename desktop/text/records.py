"""Where lines begin and end in bytes, for every way in which hosts and PCs write them. Lines count from 1."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.places import Span
from desktop.text.codecs import EBCDIC

BINARY_ROW: Final = 16
"""Bytes in a line of what is not text."""
_NEL: Final = b"\x15"
_EBCDIC_LF: Final = b"\x25"
_CR: Final = b"\r"
_BOMS: Final = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


@dataclass(frozen=True, slots=True)
class Records:
    """Line spans without line ends, ascending. ``starts`` and ``ends`` are byte offsets, one a line."""

    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, line: int) -> Span:
        """Bytes of line ``line`` (from 1); raises IndexError."""
        if line < 1:
            raise IndexError(line)
        return Span(self.starts[line - 1], self.ends[line - 1])

    def line_at(self, offset: int) -> int:
        """The line that holds byte ``offset``; its line end belongs to it. 1 for what lies before the first line."""
        return max(1, bisect_right(self.starts, offset))


def split(data: bytes, decoding: Decoding) -> Records:
    """The lines of ``data``. No byte is refused: a last short record, or a descriptor word that lies, is a line too."""
    ebcdic = decoding.encoding in EBCDIC
    match decoding.record_format:
        case RecordFormat.FIXED if decoding.record_length > 0:
            return _fixed(len(data), decoding.record_length)
        case RecordFormat.BINARY:
            return _fixed(len(data), BINARY_ROW)
        case RecordFormat.RDW:
            return _described(data)
    if decoding.encoding.startswith("utf-16"):
        return _wide(data, decoding.encoding)
    bom = _BOMS.get(decoding.encoding, b"")
    first = len(bom) if bom and data.startswith(bom) else 0
    match decoding.record_format:
        case RecordFormat.NEL:
            return _terminated(data, _NEL if ebcdic else b"\x85", first)
        case RecordFormat.CR:
            return _terminated(data, _CR, first)
        case _:
            return _terminated(data, _EBCDIC_LF if ebcdic else b"\n", first)


def _fixed(size: int, length: int) -> Records:
    starts = range(0, size, length)
    ends = range(length, size + length, length)
    return Records(starts, [*ends[:-1], size] if size % length else ends)


def _terminated(data: bytes, end: bytes, first: int) -> Records:
    """Lines that end in ``end``; a CR before a line feed belongs to the line end.

    Step by step, not by one call over all bytes: that would hold the interpreter, and with it the window, for a tenth
    of a second in a large file.
    """
    closed = array("q", (found.start() for found in re.finditer(re.escape(end), data) if found.start() >= first))
    starts = array("q", (first,))
    starts.extend(at + 1 for at in closed)
    if starts[-1] >= len(data):
        starts.pop()
    else:
        closed.append(len(data))
    if end != _CR and _CR in data:
        carriage = _CR[0]
        pairs = zip(starts, closed, strict=True)
        closed = array("q", (at - (at > start and data[at - 1] == carriage) for start, at in pairs))
    return Records(starts, closed)


def _wide(data: bytes, encoding: str) -> Records:
    feed = "\n".encode(encoding)
    first = 2 if data.startswith(_BOMS[encoding]) else 0
    starts, ends, start = [], [], first
    for found in re.finditer(re.escape(feed), data):
        if (found.start() - first) % 2:
            continue
        starts.append(start)
        ends.append(found.start() - 2 * data.startswith("\r".encode(encoding), max(start, found.start() - 2)))
        start = found.end()
    if start < len(data):
        starts.append(start)
        ends.append(len(data))
    return Records(starts, ends)


def _described(data: bytes) -> Records:
    """RECFM=VB as transferred: a 4-byte record descriptor word before each record, its length included (z/OS DFSMS)."""
    starts, ends, at = [], [], 0
    while at < len(data):
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 4 or at + length > len(data):
            starts.append(at)
            ends.append(len(data))
            break
        starts.append(at + 4)
        ends.append(at + length)
        at += length
    return Records(starts, ends)

"""The ASCII shape of a file, one character a byte: what scanners run on, so that their spans are evidence spans.

Letters, digits and punctuation stand as themselves; whatever is not ASCII, shift codes too, is ``FOREIGN``; controls
are blanks but for tab, CR and LF (NEL becomes LF). Fixed blocks keep having no line ends: lines are ``Source.records``.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Final

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.text.cells import offset_of_column
from desktop.text.codecs import EBCDIC, SINGLE_BYTE, canonical, decode
from desktop.text.records import Records, split

FOREIGN: Final = "\xaa"
"""Stands for each byte of a character that is not ASCII. Its upper case is itself."""
_FOREIGN_BYTE: Final = FOREIGN.encode("latin-1")
_CP932_RUN: Final = re.compile(rb"(?:[\x81-\x9f\xe0-\xfc][\x40-\x7e\x80-\xfc])++")
_SHIFTED: Final = re.compile(rb"\x0e[^\x0e\x0f\x0d\x15\x25]*\x0f?")
_ESCAPED: Final = re.compile(rb"\x1b\$[@B][^\x1b\n]*(?:\x1b\([BJ])?|\x1b\([BJI]")
_WIDE_SPACE: Final = b"\x81\x40"


@dataclass(frozen=True, slots=True)
class Source:
    """A file as the scanners see it. ``shape`` is its skeleton and as long as ``data``."""

    path: str
    data: bytes
    decoding: Decoding
    shape: str
    records: Records
    by_byte: bool
    """Whether a byte is a column."""

    def text(self, start: int, end: int) -> str:
        """Decoded text of some bytes within one line."""
        shape = self.shape[start:end]
        if shape.isascii() and shape.isprintable():
            return shape
        return decode(self.data[start:end], self.decoding.encoding).text

    def column(self, start: int, end: int, column: int) -> int:
        """The byte at which host column ``column`` (from 0) of the line at ``start`` is reached, at most ``end``.

        Host columns are bytes where an encoding stores as the host does; in UTF-8 a kanji is two columns, three bytes.
        """
        if end - start <= column or self.by_byte or self.shape.find(FOREIGN, start, start + column) < 0:
            return min(start + column, end)
        return start + offset_of_column(self.data[start:end], self.decoding.encoding, column)

    def line_at(self, offset: int) -> int:
        """Line number, from 1."""
        return self.records.line_at(offset)


def source_of(path: str, data: bytes, decoding: Decoding) -> Source:
    """Make the skeleton and find the lines."""
    records = split(data, decoding)
    encoding = canonical(decoding.encoding)
    by_byte = encoding == "cp932" or encoding in SINGLE_BYTE or encoding in EBCDIC
    return Source(path, data, decoding, skeleton(data, decoding, records), records, by_byte)


def skeleton(data: bytes, decoding: Decoding, records: Records) -> str:
    """``data`` as ASCII shapes; see the module."""
    if decoding.record_format is RecordFormat.BINARY:
        return " " * len(data)
    encoding = canonical(decoding.encoding)
    if encoding in EBCDIC:
        shape = _host(data, encoding, decoding, records)
    else:
        if encoding == "cp932":
            data = _CP932_RUN.sub(_pairs, data)
        elif encoding == "iso2022_jp":
            data = _ESCAPED.sub(lambda found: _FOREIGN_BYTE * len(found[0]), data)
        shape = data.translate(_pc_table())
    if decoding.record_format is RecordFormat.RDW:
        shape = _without_descriptors(shape, records)
    return shape.decode("latin-1")


def _pairs(found: re.Match[bytes]) -> bytes:
    run = found[0]
    if _WIDE_SPACE not in run:
        return _FOREIGN_BYTE * len(run)
    return b"".join(b"  " if run[at : at + 2] == _WIDE_SPACE else _FOREIGN_BYTE * 2 for at in range(0, len(run), 2))


@cache
def _pc_table() -> bytes:
    return bytes(_shape_of(chr(byte)) if byte < 0x80 else _FOREIGN_BYTE[0] for byte in range(256))


@cache
def _host_table(encoding: str) -> bytes:
    table = bytearray(_shape_of(decode(bytes([byte]), encoding).text) for byte in range(256))
    table[0x15] = table[0x25] = ord("\n")
    return bytes(table)


def _shape_of(char: str) -> int:
    if len(char) == 1 and (char in "\t\r\n" or " " <= char <= "~"):
        return ord(char)
    return ord(" ") if len(char) == 1 and ord(char) < 0xA0 else _FOREIGN_BYTE[0]


def _host(data: bytes, encoding: str, decoding: Decoding, records: Records) -> bytes:
    shape = bytearray(data.translate(_host_table(encoding)))
    length = decoding.record_length if decoding.record_format is RecordFormat.FIXED else 0
    for found in _SHIFTED.finditer(data):
        start, end = found.span()
        # A shift ends with its record, whatever the next one begins with.
        if length:
            end = min(end, (start // length + 1) * length)
        elif decoding.record_format is RecordFormat.RDW:
            end = min(end, records.ends[max(bisect_right(records.starts, start) - 1, 0)])
        if end > start:
            shape[start:end] = _FOREIGN_BYTE * (end - start)
    return bytes(shape)


def _without_descriptors(shape: bytes, records: Records) -> bytes:
    blanked, before = bytearray(shape), 0
    for start, end in zip(records.starts, records.ends, strict=True):
        blanked[before:start] = b" " * (start - before)
        before = end
    return bytes(blanked)

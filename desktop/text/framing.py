"""Which record format bytes are in, once their encoding is known."""

from typing import Final

from desktop.domain.evidence import Decoding, RecordFormat

_LENGTHS: Final = (
    80, 120, 121, 133, 132, 72, 128, 130, 200, 256, 100, 160, 240, 250, 300, 400, 500, 512
)  # fmt: skip
"""Record lengths of hosts, the commonest first: cards, Zengin (120, 200, 130), print lines without and with control."""
_LINES: Final = 300
_ENOUGH: Final = 8
_CLEARLY: Final = 0.06
_LONGEST_LINE: Final = 1000
_COUNTED: Final = 8 << 20
"""Bytes among which line ends are counted."""


def pc_frame(data: bytes, encoding: str) -> Decoding:
    """Record format of text that is not EBCDIC; ``why`` holds one reason."""
    wide = encoding.startswith("utf-16")
    head = data[:_COUNTED]
    feeds, returns = head.count(b"\n"), head.count(b"\r")
    if feeds:
        crlf = head.count(b"\r\0\n" if encoding == "utf-16-le" else b"\r\n") + (head.count(b"\0\r\0\n") if wide else 0)
        kind = RecordFormat.CRLF if crlf * 2 > feeds else RecordFormat.LF
        return Decoding(encoding, kind, why=(f"ends-in-{kind.value}",))
    if returns > 1:
        return Decoding(encoding, RecordFormat.CR, why=("ends-in-cr",))
    if not wide and len(data) > 80 and (length := fixed_length(data)):
        return Decoding(encoding, RecordFormat.FIXED, length, why=(f"multiple-of-{length}",))
    return Decoding(encoding, RecordFormat.LF, why=("no-line-end",))


def ebcdic_frame(data: bytes, encoding: str) -> Decoding:
    """Record format of EBCDIC bytes: descriptor words that chain to the end, else line ends, else fixed blocks."""
    if without_descriptors(data):
        return Decoding(encoding, RecordFormat.RDW, why=("descriptor-words",))
    head = data[:_COUNTED]
    nels, feeds, least = head.count(0x15), head.count(0x25), len(head) / _LONGEST_LINE
    if nels > least:
        return Decoding(encoding, RecordFormat.NEL, why=("ends-in-nel",))
    if feeds > least:
        kind = RecordFormat.CRLF if head.count(b"\r\x25") * 2 > feeds else RecordFormat.LF
        return Decoding(encoding, kind, why=(f"ends-in-{kind.value}",))
    if length := fixed_length(data):
        return Decoding(encoding, RecordFormat.FIXED, length, why=(f"multiple-of-{length}",))
    return Decoding(encoding, RecordFormat.FIXED, 80, why=("no-line-end",))


def fixed_length(data: bytes) -> int:
    """The record length that divides ``data`` and lines its columns up, or 0; a rarer one must do so clearly better."""
    best, alike = 0, 0.0
    for length in _LENGTHS:
        if len(data) % length or len(data) < length or (best and len(data) < length * _ENOUGH):
            continue
        now = _columns_alike(data, length)
        if not best or now > alike + (_CLEARLY if length % best else 2 * _CLEARLY):
            best, alike = length, now
    return best


def _columns_alike(data: bytes, length: int) -> float:
    """Mean share, over all columns, of the commonest kind of byte (blank, digit, other)."""
    kinds = data[: length * _LINES].translate(_KINDS)
    rows = len(kinds) // length
    columns = (kinds[at::length] for at in range(length))
    return sum(max(map(column.count, _KIND_CODES)) for column in columns) / (rows * length)


_KIND_CODES: Final = b" 0a"
_BLANKS: Final = b"\x20\x40"
_DIGITS: Final = bytes((*range(0x30, 0x3A), *range(0xF0, 0xFA)))
_KINDS: Final = bytes(0x20 if byte in _BLANKS else 0x30 if byte in _DIGITS else 0x61 for byte in range(256))


def without_descriptors(data: bytes) -> bytes:
    """The records of ``data`` joined, if descriptor words (length, two zero bytes) chain from first to last byte."""
    at = 0
    parts: list[bytes] = []
    while at + 4 <= len(data):
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 4 or data[at + 2 : at + 4] != b"\0\0":
            return b""
        parts.append(data[at + 4 : at + length])
        at += length
    return b"".join(parts) if at == len(data) else b""

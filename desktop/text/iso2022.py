"""ISO-2022-JP (RFC 1468), escape by escape: Python's own decoder lets whatever follows a broken escape pass as
Latin-1."""

import re
from collections.abc import Iterator
from typing import Final

from desktop.text.marks import BASE

NAME: Final = "iso2022_jp"
_ASCII: Final = b"(B"
_ROMAN: Final = b"(J"
_PIECE: Final = re.compile(rb"\x1b(\([BJ]|\$[B@])|([^\x1b\n]+)|(\n)|(\x1b)")
_YEN: Final = str.maketrans({"\\": "¥", "~": "‾"})
"""Where JIS X 0201's Roman set departs from ASCII."""


def characters(data: bytes) -> Iterator[tuple[str, int, int]]:
    """Marked characters of ``data`` (see ``desktop.text.marks``), each with its first byte and its length.

    The bytes of an escape belong to no character. A line end goes back to ASCII, as the RFC asks of writers.
    """
    state = _ASCII
    for piece in _PIECE.finditer(data):
        escape, run, line_end, stray = piece.groups()
        if escape:
            state = escape
        elif run and state in (_ASCII, _ROMAN):
            yield from _ones(run, piece.start(), state)
        elif run:
            yield from _pairs(run, piece.start())
        elif line_end:
            state = _ASCII
            yield "\n", piece.start(), 1
        elif stray:
            yield chr(BASE + stray[0]), piece.start(), 1


def decode_marked(data: bytes) -> str:
    """Marked text of ``data``."""
    return "".join(char for char, _, _ in characters(data))


def _ones(run: bytes, start: int, state: bytes) -> Iterator[tuple[str, int, int]]:
    for at, byte in enumerate(run, start):
        char = chr(byte) if byte < 0x80 else chr(BASE + byte)
        yield char.translate(_YEN) if state == _ROMAN else char, at, 1


def _pairs(run: bytes, start: int) -> Iterator[tuple[str, int, int]]:
    """Two bytes of 0x21 to 0x7E are a character of JIS X 0208, which is EUC-JP with both high bits set."""
    at = 0
    while at < len(run):
        char = _pair(run[at : at + 2])
        if char:
            yield char, start + at, 2
            at += 2
            continue
        for byte in run[at : at + (2 if _in_grid(run[at : at + 2]) else 1)]:
            yield chr(BASE + byte), start + at, 1
            at += 1


def _pair(code: bytes) -> str:
    return bytes(byte | 0x80 for byte in code).decode("euc_jp", "ignore") if _in_grid(code) else ""


def _in_grid(code: bytes) -> bool:
    return len(code) == 2 and all(0x21 <= byte <= 0x7E for byte in code)

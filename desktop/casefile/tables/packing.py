"""Bytes that are kept packed: request bodies, replies, masks. Their digests are of the bytes unpacked."""

from typing import Final

import zstandard

_LEVEL: Final = 3
_MOST: Final = 256 << 20


def pack(data: bytes) -> bytes:
    """``data`` as it is stored; nothing stays nothing."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(data) if data else b""


def unpack(stored: bytes) -> bytes:
    """The inverse of :func:`pack`."""
    return zstandard.ZstdDecompressor().decompress(bytes(stored), max_output_size=_MOST) if stored else b""

"""Frames, the one way in which a worker and the program talk: ``<u32 length><u8 kind>`` and a msgpack body.

Numbers are little-endian. The program believes nothing that does not decode: a length, a number or a text out of bounds
ends the reading with ``WorkerLied``.
"""

import struct
from enum import IntEnum
from typing import IO, Annotated, Final, Protocol

import msgspec
from msgspec import Meta

HEADER: Final = struct.Struct("<IB")
MOST: Final = 32 << 20
"""Bytes of one frame's body."""

Short = Annotated[str, Meta(max_length=600)]
Line = Annotated[str, Meta(max_length=4_100)]
Text = Annotated[str, Meta(max_length=20_100)]
Offset = Annotated[int, Meta(ge=0, le=2**48)]
Count = Annotated[int, Meta(ge=0, le=2**40)]
LineNumber = Annotated[int, Meta(ge=0, le=2**31 - 1)]


class Ready(msgspec.Struct, array_like=True, frozen=True):
    """The worker has locked itself; the first frame of every worker."""

    held: Annotated[tuple[Short, ...], Meta(max_length=32)]
    missing: Annotated[tuple[Short, ...], Meta(max_length=32)]


READY: Final = 1
"""The kind of a ``Ready``; a service's own kinds begin with 2."""


class Out(Protocol):
    """Where frames go: an unbuffered pipe."""

    def write(self, data: memoryview, /) -> int | None: ...


class Sender:
    """Writes frames; a program that is gone ends the worker with ``BrokenPipeError``."""

    def __init__(self, out: Out) -> None:
        self._out = out
        self._encoder = msgspec.msgpack.Encoder()

    def send(self, kind: IntEnum | int, body: object) -> None:
        """One frame, wholly written."""
        encoded = self._encoder.encode(body)
        rest = memoryview(HEADER.pack(len(encoded), kind) + encoded)
        while rest:
            rest = rest[self._out.write(rest) or 0 :]


def packed(body: object, data: bytes = b"") -> bytes:
    """What a worker is handed through its stdin: a job, and the bytes that it is about."""
    job = msgspec.msgpack.encode(body)
    return HEADER.pack(len(job), 0) + job + data


def job_of(given: IO[bytes]) -> bytes:
    """The next job on a worker's stdin, not decoded; empty where there is none any more."""
    header = given.read(HEADER.size)
    return given.read(HEADER.unpack(header)[0]) if header else b""

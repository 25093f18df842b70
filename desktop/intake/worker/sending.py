"""Writes frames."""

from typing import Protocol

import msgspec

from desktop.intake.worker.frames import HEADER, Frame


class Out(Protocol):
    """Where frames go: an unbuffered pipe."""

    def write(self, data: memoryview, /) -> int | None: ...


class Sender:
    """Writes frames; a parent that is gone ends the worker with ``BrokenPipeError``."""

    def __init__(self, out: Out) -> None:
        self._out = out
        self._encoder = msgspec.msgpack.Encoder()

    def send(self, kind: Frame, body: object) -> None:
        """One frame, wholly written."""
        encoded = self._encoder.encode(body)
        rest = memoryview(HEADER.pack(len(encoded), kind) + encoded)
        while rest:
            rest = rest[self._out.write(rest) or 0 :]

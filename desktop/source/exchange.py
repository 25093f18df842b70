"""The frames in which a file and its structure cross to the locked-down process that reads it, and back."""

from enum import IntEnum
from typing import Final

import msgspec

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.source.members import Member

SERVICE: Final = "structure"
"""``structure``: files come through stdin, one after the other."""


class Frame(IntEnum):
    """Kinds of frames; one for each file."""

    MEMBER = 2


class Given(msgspec.Struct, array_like=True, frozen=True):
    """A file to read; ``size`` bytes follow."""

    path: str
    language: str
    size: int
    encoding: str
    record_format: RecordFormat
    record_length: int

    @property
    def decoding(self) -> Decoding:
        """How its bytes are read."""
        return Decoding(self.encoding, self.record_format, self.record_length)


MEMBER: Final = msgspec.msgpack.Decoder(Member)


def is_sound(untrusted: Member, size: int) -> bool:
    """Whether every span lies within ``size`` bytes, in order, and every unit's parent stands before it."""
    units = untrusted.units
    return (
        all(0 <= unit.span.start <= unit.span.end <= size for unit in units)
        and all(unit.parent is None or 0 <= unit.parent < number for number, unit in enumerate(units))
        and all(unit.first_line >= 1 and unit.last_line <= untrusted.lines + 1 for unit in units)
        and all(units[at].span.start <= units[at + 1].span.start for at in range(len(units) - 1))
        and all(0 <= gap.span.start <= gap.span.end <= size for gap in untrusted.gaps)
        and all(0 <= layer.start <= layer.end <= size for layer in untrusted.layers)
    )

"""What may be true of a data item, as bit planes of one big integer: bit ``plane * width + item``.

All facts are of the kind "may be dangerous", so that where ways meet they are simply united; a check takes bits away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from desktop.source.flow.references import Code
from desktop.source.overlap import Overlap


class Plane(IntEnum):
    """One fact about an item."""

    OUTSIDE = 0
    """Holds data of the one who calls now: terminal, caller, parameter, message."""
    OUTSIDE_OPEN = 1
    """… that were not compared with values which are allowed."""
    OUTSIDE_RAW = 2
    """… and whose characters were not tested either (class test, numeric receiving item)."""
    OUTSIDE_HIGH = 3
    """… that were not bounded above."""
    STORED = 4
    """Holds data of a file or database; the next three as above."""
    STORED_OPEN = 5
    STORED_RAW = 6
    STORED_HIGH = 7
    COUNTED = 8
    """Counted up once in a loop that nothing bounds, since it was last tested."""
    RUNAWAY = 9
    """Counted up again and again without a test."""
    UNBOUNDED = 10
    """Not bounded above since it was last written, wherever it comes from."""
    PERSONAL = 11
    """Personal data, going by the name of the item that it came into."""
    SECRET = 12
    """A password or key, likewise."""
    LITERAL = 13
    """A literal of the source."""
    JOB = 14
    """Job control text: something that begins with ``//``."""
    PROTECTED = 15
    """Came back from a protected field of a map and was not compared with what was sent out."""
    BROKEN = 16
    """Names a broken cipher or hash."""
    ZERO = 17
    """May be zero: set to zero or entered, and not tested since."""
    INTERNAL = 18
    """Details of an error that are meant for the programmer (SQLERRMC …)."""
    OUTSIDE_CONTROL = 19
    """Data from outside in which there may be control characters."""
    OUTSIDE_LOW = 20
    """A number from outside that may be negative."""


OPEN: Final = (Plane.OUTSIDE_OPEN, Plane.STORED_OPEN)
RAW: Final = (Plane.OUTSIDE_RAW, Plane.STORED_RAW, Plane.OUTSIDE_CONTROL)
HIGH: Final = (Plane.OUTSIDE_HIGH, Plane.STORED_HIGH, Plane.COUNTED, Plane.RUNAWAY, Plane.UNBOUNDED)
OUTSIDE: Final = (
    Plane.OUTSIDE,
    Plane.OUTSIDE_OPEN,
    Plane.OUTSIDE_RAW,
    Plane.OUTSIDE_HIGH,
    Plane.OUTSIDE_CONTROL,
    Plane.OUTSIDE_LOW,
)
STORED: Final = (Plane.STORED, Plane.STORED_OPEN, Plane.STORED_RAW, Plane.STORED_HIGH)
NOT_ARITHMETIC: Final = (Plane.LITERAL, Plane.JOB, Plane.PERSONAL, Plane.SECRET, Plane.BROKEN, Plane.INTERNAL)


@dataclass(frozen=True, slots=True)
class Masks:
    """Bit sets over all items, implicit ones included (those overlap nothing but themselves)."""

    width: int
    overlapping: tuple[int, ...]
    inside: tuple[int, ...]
    same: tuple[int, ...]
    leaves: tuple[int, ...]
    """Elementary items inside an item; for an elementary item itself only."""
    touched: tuple[int, ...]
    """All that overlaps something inside the item."""

    def plane(self, bits: int, plane: Plane) -> int:
        """The items that have the fact."""
        return bits >> (plane * self.width) & ((1 << self.width) - 1)

    def spread(self, items: int, planes: Iterable[Plane]) -> int:
        """The bit set ``items`` in each of ``planes``."""
        return sum(items << (plane * self.width) for plane in planes)

    def everywhere(self, items: int) -> int:
        """The bit set ``items`` in all planes."""
        return self.spread(items, Plane)

    @property
    def after(self) -> int:
        """The first bit after all planes; what is no fact about an item is kept from there on."""
        return len(Plane) * self.width


def make_masks(code: Code, overlap: Overlap) -> Masks:
    """Masks for all items that the program names; no item may be added afterwards."""
    declared, width = len(code.layout.items), code.count
    alone = [1 << index for index in range(declared, width)]
    elementary = sum(1 << item.index for item in code.layout.items if item.index not in code.layout.children)
    leaves = [inside & elementary | (0 if inside & elementary else 1 << at) for at, inside in enumerate(overlap.inside)]
    for item in code.layout.items:
        if item.index not in code.layout.children:
            leaves[item.index] = 1 << item.index
    touched = [_union(overlap.overlapping, inside) for inside in overlap.inside]
    return Masks(
        width,
        (*overlap.overlapping, *alone),
        (*overlap.inside, *alone),
        (*overlap.same, *alone),
        (*leaves, *alone),
        (*touched, *alone),
    )


def _union(sets: tuple[int, ...], members: int) -> int:
    found = 0
    for index in each(members):
        found |= sets[index]
    return found


def each(items: int) -> Iterable[int]:
    """Indexes of the bits that are set."""
    while items:
        low = items & -items
        yield low.bit_length() - 1
        items ^= low

"""A running hash of all rows of all tables, changed by the difference of the rows that a transaction wrote.

AdHash (Bellare and Micciancio 1997; MSet-Add-Hash of Clarke and others 2003): every element is expanded to 4,096 bits
by SHAKE-128, and the hash of the multiset is their sum modulo 2^4096. Adding and removing an element cost one
addition, and order does not matter.

What it is worth: the best known attack, Wagner's generalised birthday, needs about 2^(2·sqrt(4096)) = 2^128 steps to
find other rows with the same sum. It has no key: whoever may write the file can compute the sum of rows of their own
choosing. What stands against that is the journal's chain and its head, which is kept outside the case (``heads``).

An element is one row of a table, or, for tables that are filled in bulk and seldom changed afterwards, a page of up to
256 rows with neighbouring ids, so that an import of 200,000 results hashes some thousand elements.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from desktop.domain.ids import Sha256

SIZE: Final = 512
"""Bytes of the hash."""
_MODULUS: Final = 1 << (8 * SIZE)

Row = tuple[object, ...]
"""Values of a row in the table's own order of columns; the id comes first."""

_encode = msgspec.msgpack.Encoder().encode


class RunningHash:
    """One sum a table, so that ``verify`` can say which table was changed; no table starts with anything but zero."""

    __slots__ = ("_sums", "changed")

    def __init__(self, sums: Mapping[str, bytes] | None = None) -> None:
        self._sums = {table: int.from_bytes(value, "little") for table, value in (sums or {}).items()}
        self.changed: set[str] = set()
        """Tables added to or removed from."""

    def add(self, table: str, page: int | None, rows: Iterable[Row]) -> None:
        """Add the rows of one page, or each row by itself where ``page`` is None."""
        self._move(table, _elements(table, page, rows))

    def remove(self, table: str, page: int | None, rows: Iterable[Row]) -> None:
        """Take away what :meth:`add` with the same arguments adds."""
        self._move(table, -_elements(table, page, rows))

    def _move(self, table: str, difference: int) -> None:
        self._sums[table] = (self._sums.get(table, 0) + difference) % _MODULUS
        self.changed.add(table)

    def value(self, table: str) -> bytes:
        """The sum of one table, little-endian."""
        return self._sums.get(table, 0).to_bytes(SIZE, "little")

    def sums(self) -> dict[str, bytes]:
        """All sums that are not zero: an empty table is as good as none."""
        return {table: self.value(table) for table in sorted(self._sums) if self._sums[table]}

    def digest(self) -> Sha256:
        """SHA-256 over the names and sums of all tables, which is what a journal entry carries."""
        return Sha256(hashlib.sha256(_encode(list(self.sums().items()))).hexdigest())


def _elements(table: str, page: int | None, rows: Iterable[Row]) -> int:
    if page is None:
        return sum(_expand((table, *row)) for row in rows)
    whole = list(rows)
    return _expand((table, page, whole)) if whole else 0


def _expand(element: Sequence[object]) -> int:
    """MessagePack writes each integer, text and blob in one way only, so equal rows are equal bytes."""
    return int.from_bytes(hashlib.shake_128(_encode(element)).digest(SIZE), "little")

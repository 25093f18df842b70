"""The way back of one entry: which rows to delete, which to put back, which cells to set.

Derived from what was written.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import ne
from typing import Any, Final

import msgspec
import zstandard

from desktop.casefile.multiset import Row

_LEVEL: Final = 1
_POSITIONS: Final = range(1000)


class Cells(msgspec.Struct, frozen=True, array_like=True):
    """Values of ``columns`` for the rows ``ids``: one list a column, because bulk changes repeat themselves."""

    table: str
    columns: tuple[str, ...]
    ids: list[int]
    values: list[list[Any]]


class Inverse(msgspec.Struct, frozen=True, array_like=True):
    """``delete`` holds ids by table; ``put`` whole rows; ``set`` single cells."""

    delete: dict[str, list[int]]
    put: list[Cells]
    set: list[Cells]

    def encode(self) -> bytes:
        """Compact bytes for the ``inverse`` table."""
        return zstandard.ZstdCompressor(level=_LEVEL).compress(msgspec.msgpack.encode(self))

    @classmethod
    def decode(cls, body: bytes) -> "Inverse":
        """The inverse of :meth:`encode`; raises ValueError for bytes that another hand wrote."""
        try:
            unpacked = zstandard.ZstdDecompressor().decompress(body)
        except zstandard.ZstdError as error:
            raise ValueError(str(error)) from None
        return msgspec.msgpack.decode(unpacked, type=cls)

    def touches(self, table: str) -> bool:
        """Whether going back writes rows of ``table``."""
        return table in self.delete or any(cells.table == table for cells in (*self.put, *self.set))


@dataclass(slots=True)
class Differences:
    """Collects the difference of old and new rows, table by table and step by step."""

    columns: Mapping[str, tuple[str, ...]]
    _delete: dict[str, list[int]]
    _put: dict[str, list[Row]]
    _set: dict[tuple[str, tuple[int, ...]], tuple[list[int], list[list[object]]]]

    @classmethod
    def over(cls, columns: Mapping[str, tuple[str, ...]]) -> "Differences":
        """Nothing yet, over tables with these columns."""
        return cls(columns, {}, {}, {})

    def add(self, table: str, ids: Iterable[int], before: Mapping[int, Row | None], after: Mapping[int, Row]) -> None:
        """Compare rows of one table; ``after`` lacks what was deleted."""
        for id in ids:
            old, new = before[id], after.get(id)
            if old == new:
                continue
            if old is None:
                self._delete.setdefault(table, []).append(id)
            elif new is None:
                self._put.setdefault(table, []).append(old)
            else:
                changed = tuple(compress(_POSITIONS, map(ne, old, new)))
                at, values = self._set.setdefault((table, changed), ([], [[] for _ in changed]))
                at.append(id)
                for column, i in zip(values, changed, strict=True):
                    column.append(old[i])

    def inverse(self) -> Inverse:
        """What brings the old rows back."""
        put = [
            Cells(t, self.columns[t], [int(str(r[0])) for r in rows], _by_column(rows)) for t, rows in self._put.items()
        ]
        cells = [
            Cells(table, tuple(self.columns[table][i] for i in changed), ids, values)
            for (table, changed), (ids, values) in self._set.items()
        ]
        return Inverse(self._delete, put, cells)


def _by_column(rows: Sequence[Row]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]

"""Narrow columns of all findings, one array each, in ascending order of id."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop.casefile.engine import Database
from desktop.domain.levels import Anchor

Array = npt.NDArray[Any]
_STEP: Final = 20_000
"""Rows read in one go: more would stall the window (FACTS-LIST §2)."""

_PACKED: Final[tuple[tuple[tuple[str, int, str], ...], ...]] = (
    (
        ("severity", 3, "u1"),
        ("status", 4, "u1"),
        ("origin", 2, "u1"),
        ("verification", 2, "u1"),
        ("anchor", 3, "u1"),
        ("flags", 8, "u1"),
        ("cvss", 7, "u1"),
        ("hits", 16, "u2"),
        ("due", 16, "u2"),
    ),
    (("rule", 28, "u4"), ("file", 32, "u4")),
    (("cwe", 20, "u4"), ("source", 20, "u4"), ("run", 20, "u4")),
    (("import", 28, "u4"),),
)
"""Columns that travel together in one integer of at most 62 bits, with their widths.

Reading a million rows then makes no million objects.
"""
_TYPES: Final = {name: kind for group in _PACKED for name, _, kind in group}


class Columns:
    """``columns["severity"]`` is an array of ``len(columns)`` entries; ``ids`` ascends."""

    def __init__(self) -> None:
        self._size = 0
        self._ids: Array = np.empty(0, "u4")
        self._of: dict[str, Array] = {name: np.empty(0, kind) for name, kind in _TYPES.items()}

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, name: str) -> Array:
        return self._ids[: self._size] if name == "id" else self._of[name][: self._size]

    @property
    def ids(self) -> Array:
        """All ids, ascending."""
        return self._ids[: self._size]

    @property
    def shown_severity(self) -> Array:
        """A level plus one, 0 where none is shown: a finding whose quote was not found has no severity (DESIGN §3)."""
        return np.where(self["anchor"] == Anchor.NOT_FOUND, np.uint8(0), self["severity"] + np.uint8(1))

    def rows_of(self, ids: Sequence[int] | Array) -> Array:
        """Row numbers of those ids that are there, in the order of ``ids``."""
        wanted = np.asarray(ids, "u4")
        if not self._size:
            return np.empty(0, np.int64)
        at = np.searchsorted(self.ids, wanted).clip(max=self._size - 1)
        found: Array = at[self.ids[at] == wanted]
        return found

    def rows_above(self, id: int) -> int:
        """The first row number whose id is above ``id``."""
        return int(np.searchsorted(self.ids, id, side="right"))

    def load_new(self, db: Database) -> Iterator[int]:
        """Read findings above the highest id that is there, some at a time; yields how many are there now."""
        while True:
            highest = int(self.ids[-1]) if self._size else 0
            ids, values = _read(db, f"where id > {highest} order by id limit {_STEP}")
            if not len(ids):
                return
            self._room_for(self._size + len(ids))
            end = self._size + len(ids)
            self._ids[self._size : end] = ids
            for name, column in values.items():
                self._of[name][self._size : end] = column
            self._size = end
            yield end

    def refresh(self, db: Database, ids: Sequence[int]) -> set[str]:
        """Read some findings again, and take out those that are no more; returns the columns that changed."""
        changed: set[str] = set()
        for start in range(0, len(ids), _STEP):
            some = sorted(ids[start : start + _STEP])
            there, values = _read(db, f"where id in (select value from json_each('{some}')) order by id")
            rows = self.rows_of(there)
            known = np.isin(there, self.ids, assume_unique=True)
            for name, column in values.items():
                if not np.array_equal(self._of[name][rows], column[known]):
                    self._of[name][rows] = column[known]
                    changed.add(name)
            if self._forget(np.setdiff1d(np.asarray(some, "u4"), there.astype("u4"))):
                changed.add("id")
        return changed

    def _forget(self, ids: Array) -> bool:
        rows = self.rows_of(ids)
        if len(rows):
            keep = np.ones(self._size, bool)
            keep[rows] = False
            self._ids = self.ids[keep]
            self._of = {name: column[: self._size][keep] for name, column in self._of.items()}
            self._size = len(self._ids)
        return len(rows) > 0

    def _room_for(self, size: int) -> None:
        if size > len(self._ids):
            room = max(size, len(self._ids) * 5 // 4, _STEP)
            self._ids = _grown(self._ids, room)
            self._of = {name: _grown(column, room) for name, column in self._of.items()}


def _grown(array: Array, room: int) -> Array:
    larger = np.empty(room, array.dtype)
    larger[: len(array)] = array
    return larger


def _packing(group: tuple[tuple[str, int, str], ...]) -> str:
    """SQL that packs columns into one integer. ``|`` and ``<<`` have one precedence in SQLite, so by multiplication."""
    parts, shift = [], 0
    for name, bits, _ in group:
        parts.append(f"min([{name}], {(1 << bits) - 1}) * {1 << shift}")
        shift += bits
    return " + ".join(parts)


_SELECT: Final = ", ".join(f"{_packing(group)} as p{i}" for i, group in enumerate(_PACKED))


def _read(db: Database, where: str) -> tuple[Array, dict[str, Array]]:
    gathered = ", ".join(f"json_group_array(p{i})" for i in range(len(_PACKED)))
    row = db.execute(
        f"select json_group_array(id), {gathered} from (select id, {_SELECT} from finding {where})"
    ).fetchone()
    ids, *packed = [np.fromstring(text[1:-1], dtype=np.int64, sep=",") for text in row]
    values: dict[str, Array] = {}
    for group, numbers in zip(_PACKED, packed, strict=True):
        shift = 0
        for name, bits, kind in group:
            values[name] = (numbers >> shift & ((1 << bits) - 1)).astype(kind)
            shift += bits
    return ids.astype("u4"), values

"""Folded titles of all findings, one after the other in one array of bytes, searched by scanning."""

from collections.abc import Collection, Iterator
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop.casefile.engine import Database

Array = npt.NDArray[Any]
_STEP: Final = 20_000
_BLOCK: Final = 8 << 20
"""Bytes scanned at a time: the interpreter is free meanwhile, and what is kept in between is small."""
_ORDERED: Final = 24
"""Bytes of a title that its order is made from."""
_END: Final = 10


class Titles:
    """``found(needle)`` marks the rows whose title has it.

    Rows are those of ``Columns``, which loads the same findings.
    """

    def __init__(self) -> None:
        self._text: Array = np.empty(0, np.uint8)
        self._used = 0
        self._ends: Array = np.empty(0, np.uint32)
        self._rows = 0
        self._changed: dict[int, bytes] = {}
        """Titles that were changed since they were loaded, by row."""
        self._often: Array = np.zeros(256, np.int64)

    def __len__(self) -> int:
        return self._rows

    def load_new(self, db: Database, after: int) -> Iterator[int]:
        """Read the titles of findings above the id ``after``, some at a time."""
        while True:
            text, highest = db.execute(
                "select cast(group_concat(replace(t, char(10), ' '), char(10)) || char(10) as blob), max(id) from"
                " (select id, t from fold where id > ? order by id limit ?)",
                [after, _STEP],
            ).fetchone()
            if text is None:
                return
            self._append(np.frombuffer(text, np.uint8))
            after = highest
            yield self._rows

    def _append(self, more: Array) -> None:
        ends = np.flatnonzero(more == _END)
        self._text = _with_room(self._text, self._used + len(more), _BLOCK)
        self._ends = _with_room(self._ends, self._rows + len(ends), _STEP)
        self._text[self._used : self._used + len(more)] = more
        self._ends[self._rows : self._rows + len(ends)] = ends + self._used
        self._used += len(more)
        self._rows += len(ends)
        self._often += np.bincount(more, minlength=256)

    def change(self, row: int, title: str) -> None:
        """Another title for a row."""
        self._changed[row] = title.encode()

    def title(self, row: int) -> bytes:
        """The folded title of a row."""
        if row in self._changed:
            return self._changed[row]
        start = int(self._ends[row - 1]) + 1 if row else 0
        return self._text[start : int(self._ends[row])].tobytes()

    def drop(self, rows: Collection[int]) -> None:
        """Take rows out."""
        kept = [self.title(row) for row in range(self._rows) if row not in rows]
        self._used = self._rows = 0
        self._changed.clear()
        self._often[:] = 0
        if kept:
            self._append(np.frombuffer(b"\n".join(kept) + b"\n", np.uint8))

    def frequency(self, needle: bytes) -> int:
        """How often the needle's rarest byte stands in all titles, which says how long a scan takes."""
        return min((int(self._often[byte]) for byte in needle), default=self._used)

    def has(self, row: int, needle: bytes) -> bool:
        """Whether one title has it."""
        return needle in self.title(row)

    def found(self, needle: bytes) -> npt.NDArray[np.bool_]:
        """Rows whose title contains ``needle``."""
        mask = np.zeros(self._rows, bool)
        if not needle:
            mask[:] = True
            return mask
        for hits in self._hits(np.frombuffer(needle, np.uint8)):
            mask[np.searchsorted(self._ends[: self._rows], hits)] = True
        for row, title in self._changed.items():
            mask[row] = needle in title
        return mask

    def _hits(self, needle: Array) -> Iterator[Array]:
        """Places of the needle: look for its rarest byte, then compare the others there."""
        order = np.argsort(self._often[needle], kind="stable")
        last = self._used - len(needle) + 1
        for start in range(0, max(last, 0), _BLOCK):
            end = min(start + _BLOCK, last)
            first = int(order[0])
            at = np.flatnonzero(self._text[start + first : end + first] == needle[first]).astype(np.uint32)
            at += np.uint32(start)
            for offset in order[1:].tolist():
                if not len(at):
                    break
                at = at[self._text[at + np.uint32(offset)] == needle[offset]]
            if len(at):
                yield at

    def ranks(self) -> Array:
        """By row: its place in the order of the titles' first bytes; equal beginnings share a place."""
        starts = np.zeros(self._rows, np.int64)
        starts[1:] = self._ends[: self._rows - 1].astype(np.int64) + 1
        lengths = self._ends[: self._rows].astype(np.int64) - starts
        padded = np.concatenate((self._text[: self._used], np.zeros(_ORDERED + 8, np.uint8)))
        words = np.lib.stride_tricks.as_strided(padded[:8].view(">u8"), (len(padded) - 7,), (1,))
        keys = []
        for offset in range(0, _ORDERED, 8):
            inside = (lengths - offset).clip(0, 8)
            key = words[starts + offset].astype(np.uint64)
            shift = ((8 - inside) * 8).clip(max=63).astype(np.uint64)
            keys.append(np.where(inside > 0, key >> shift << shift, np.uint64(0)))
        for row, title in self._changed.items():
            head = title[:_ORDERED].ljust(_ORDERED, b"\0")
            for i, key in enumerate(keys):
                key[row] = int.from_bytes(head[8 * i : 8 * i + 8], "big")
        order = np.lexsort(keys[::-1])
        steps = np.zeros(self._rows, np.uint32)
        for key in keys:
            ordered = key[order]
            steps[1:] |= ordered[1:] != ordered[:-1]
        ranks = np.empty(self._rows, np.uint32)
        ranks[order] = np.cumsum(steps, dtype=np.uint32)
        return ranks


def _with_room(array: Array, size: int, least: int) -> Array:
    if size <= len(array):
        return array
    larger = np.empty(max(size, len(array) * 5 // 4, least), array.dtype)
    larger[: len(array)] = array
    return larger

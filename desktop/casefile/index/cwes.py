"""CWE numbers after the first, which stands in the columns: few findings have any."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop.casefile.engine import Database
from desktop.casefile.stored import FLAG_MORE_CWE

Array = npt.NDArray[Any]
_SPLIT: Final = """
    select json_group_array(f.id), json_group_array(n.value)
    from finding f join finding_text t on t.id = f.id, json_each('[' || replace(t.cwe, ' ', ',') || ']') n
    where f.flags & {flag} and {which}"""
_AT_ONCE: Final = 100_000
"""Characters that are read in one call."""


class MoreCwes:
    """Pairs of finding and number, read when they are first asked for."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._ids: Array | None = None
        self._numbers: Array = np.empty(0, np.uint32)

    def pairs(self) -> tuple[Array, Array]:
        """Ids of findings, and one of their numbers each."""
        if self._ids is None:
            self._ids, self._numbers = self._read("1", "")
        return self._ids, self._numbers

    def refresh(self, ids: Sequence[int]) -> None:
        """Read some findings again."""
        if self._ids is None or not len(ids):
            return
        keep = ~np.isin(self._ids, np.asarray(ids, np.uint32))
        more_ids, more_numbers = self._read("f.id in (select value from json_each(?))", str([int(id) for id in ids]))
        self._ids = np.concatenate((self._ids[keep], more_ids))
        self._numbers = np.concatenate((self._numbers[keep], more_numbers))

    def forget(self) -> None:
        """Read all again when they are next asked for."""
        self._ids = None

    def _read(self, which: str, ids: str) -> tuple[Array, Array]:
        sql = _SPLIT.format(flag=FLAG_MORE_CWE, which=which)
        found = self._db.execute(sql, [ids] if ids else []).fetchone()
        read_ids, numbers = (_numbers(text[1:-1]) for text in found)
        return read_ids, numbers


def _numbers(text: str) -> Array:
    """Numbers with commas between them, some at a time: no other thread runs while numpy reads them."""
    read: list[Array] = []
    at = 0
    while at < len(text):
        end = text.find(",", at + _AT_ONCE)
        end = len(text) if end < 0 else end
        read.append(np.fromstring(text[at:end], dtype=np.int64, sep=",").astype(np.uint32))
        at = end + 1
    return np.concatenate(read) if read else np.empty(0, np.uint32)

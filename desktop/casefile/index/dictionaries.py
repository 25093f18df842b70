"""Names behind the numbers in the columns, folded for search and ranked for order."""

import json
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop.casefile.engine import Database
from desktop.text.fold import fold

Array = npt.NDArray[Any]
Mask = npt.NDArray[np.bool_]
_TABLES: Final = ("rule", "path", "source")


class Dictionaries:
    """Rules, paths and sources by their numbers, and which imports were undone."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._names: dict[str, list[str]] = {table: [""] for table in _TABLES}
        self._folded: dict[str, list[str]] = {table: [""] for table in _TABLES}
        self._ranks: dict[str, Array] = {}
        self._visible: Mask = np.ones(1, bool)

    def refresh(self) -> None:
        """Read names that are new, and which imports were undone."""
        for table in _TABLES:
            names, folded = self._names[table], self._folded[table]
            for id, name in self._db.execute(f"select id, name from [{table}] where id >= ? order by id", [len(names)]):
                missing = id - len(names)
                names += [""] * missing + [name]
                folded += [""] * missing + [fold(name)]
                self._ranks.pop(table, None)
        highest = self._db.execute("select ifnull(max(id), 0) from import").fetchone()[0]
        self._visible = np.ones(highest + 1, bool)
        self._visible[[id for (id,) in self._db.execute("select id from import where undone")]] = False

    def name(self, table: str, number: int) -> str:
        """The name of a number."""
        return self._names[table][number]

    def visible(self) -> Mask:
        """By import: whether what it brought is there. Import 0 stands for what no import brought."""
        return self._visible

    def has(self, table: str, words: Sequence[str]) -> Mask:
        """By number: whether its name contains one of the folded words."""
        return np.array([any(word in name for word in words) for name in self._folded[table]], bool)

    def ranks(self, table: str) -> Array:
        """By number: its place in the order of the folded names."""
        known = self._ranks.get(table)
        if known is None:
            names = self._folded[table]
            known = np.empty(len(names), np.uint32)
            known[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names), dtype=np.uint32)
            self._ranks[table] = known
        return known

    def findings_with(self, field: str, words: Sequence[str]) -> Array:
        """Ids of findings that have a tag or a CVE."""
        if field == "tag":
            numbers = [id for id, name in self._db.execute("select id, name from tag") if fold(name) in words]
            sql = "select json_group_array(finding) from finding_tag where tag in (select value from json_each(?))"
            return self._ids(sql, numbers)
        sql = "select json_group_array(id) from finding_text, json_each(?) where instr(lower(cve), value)"
        return self._ids(sql, list(words))

    def _ids(self, sql: str, values: Sequence[object]) -> Array:
        (text,) = self._db.execute(sql, [json.dumps(list(values))]).fetchone()
        return np.unique(np.array(json.loads(text), np.uint32))

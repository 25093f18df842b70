"""In which order, and in which groups."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop.casefile.index.columns import Columns
from desktop.casefile.index.dictionaries import Dictionaries
from desktop.casefile.index.result import Group, Result
from desktop.casefile.index.titles import Titles
from desktop.domain.levels import Origin, Severity, Status

Array = npt.NDArray[Any]

_COLUMN_OF: Final = {"path": "file"}
_DOWN: Final = frozenset({"severity", "hits"})
"""Orders whose first is the greatest."""
_OF_SEVERITY: Final = frozenset({"id", "severity", "cvss", "anchor"})
"""What every order leans on."""
_LEVELS: Final[Mapping[str, Any]] = {"severity": Severity, "status": Status, "origin": Origin}
_SLOW: Final = ("title", "path", "rule")
_NO_DUE: Final = 65_535
_NO_SEVERITY: Final = 255


class Orders:
    """Row numbers in each order that was asked for. Among equals the most severe comes first, then the older one.

    What shows no severity comes after all that do.
    """

    def __init__(self, columns: Columns, titles: Titles, names: Dictionaries) -> None:
        self._columns = columns
        self._titles = titles
        self._names = names
        self._made: dict[tuple[str, bool], Array] = {}
        self._title_ranks: Array | None = None

    def rows(self, sort: str, *, reverse: bool) -> Array:
        """All row numbers in order."""
        known = self._made.get((sort, reverse))
        if known is None:
            known = self._made[sort, reverse] = self._make(sort, reverse)
        return known

    def make_ready(self) -> None:
        """Make the orders that take long, so that the first question for them does not wait."""
        for sort in _SLOW:
            self.rows(sort, reverse=False)

    def forget(self, changed: set[str]) -> None:
        """Forget what was made from columns that changed; ``id`` stands for rows that came or went."""
        if changed & {"id", "title"}:
            self._title_ranks = None
        for name, reverse in list(self._made):
            if changed & (_OF_SEVERITY | {_COLUMN_OF.get(name, name)}):
                del self._made[name, reverse]

    def grouped(self, rows: Array, group: str) -> Result:
        """Rows put together by what they have in common, the largest group first; levels in their own order."""
        column = (self._columns.shown_severity if group == "severity" else self._columns[group])[rows]
        counts = np.bincount(column, minlength=1)
        present = np.flatnonzero(counts)
        if group == "severity":
            present = present[::-1]
        elif group not in _LEVELS:
            present = present[np.argsort(-counts[present], kind="stable")]
        place = np.zeros(len(counts), np.uint16 if len(present) < 65_536 else np.uint32)
        place[present] = np.arange(len(present), dtype=place.dtype)
        order = np.argsort(place[column], kind="stable")
        groups = tuple(Group(self._group_name(group, value), int(counts[value])) for value in present.tolist())
        return Result(self._columns.ids[rows[order]], len(rows), groups)

    def _group_name(self, group: str, value: int) -> str:
        if group == "severity":
            return Severity(value - 1).name.lower() if value else ""
        if group in _LEVELS:
            return str(_LEVELS[group](value).name.lower())
        if group == "cwe":
            return f"CWE-{value}" if value else ""
        return self._names.name("path" if group == "file" else group, value)

    def _make(self, sort: str, reverse: bool) -> Array:
        if sort == "id":
            rows = np.arange(len(self._columns), dtype=np.uint32)
            return rows[::-1].copy() if reverse else rows
        base = self._base()
        if sort == "severity":  # none is last, whichever way round
            none_last = np.where(shown := self._columns.shown_severity, shown, np.uint8(_NO_SEVERITY))
            return _by(base, none_last, down=False) if reverse else base
        if sort == "title":
            if self._title_ranks is None:
                self._title_ranks = self._titles.ranks()
            return _by(base, self._title_ranks, down=reverse)
        if sort in ("path", "rule"):
            column = self._columns["file" if sort == "path" else "rule"]
            return _by(base, self._names.ranks(sort)[column], down=reverse)
        if sort == "due":  # none is last, whichever way round
            due = self._columns["due"]
            key = np.where(due == 0, np.uint16(_NO_DUE), _NO_DUE - 1 - due if reverse else due).astype(np.uint16)
            return _by(base, key, down=False)
        return _by(base, self._columns[sort], down=(sort in _DOWN) != reverse)

    def _base(self) -> Array:
        known = self._made.get(("severity", False))
        if known is None:
            shown = self._columns.shown_severity.astype(np.uint16)
            key = np.where(shown, shown * 128 + self._columns["cvss"], np.uint16(0))
            known = np.argsort(np.uint16(65_535) - key, kind="stable").astype(np.uint32)
            self._made["severity", False] = known
        return known


def _by(base: Array, key: Array, *, down: bool) -> Array:
    values = key[base]
    if down:
        values = values.max(initial=0) - values
    ordered: Array = base[np.argsort(values, kind="stable")]
    return ordered

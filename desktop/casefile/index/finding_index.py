"""Answers queries over all findings; lives in one worker thread."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop.casefile import journal
from desktop.casefile.engine import Database
from desktop.casefile.index.columns import Columns
from desktop.casefile.index.cwes import MoreCwes
from desktop.casefile.index.dictionaries import Dictionaries
from desktop.casefile.index.query import Is, Numbers, Op, Query, Term, Words
from desktop.casefile.index.result import Group, Result
from desktop.casefile.index.titles import Titles
from desktop.casefile.stored import FLAG_GONE, FLAG_KEPT, FLAG_SECOND
from desktop.casefile.touches import findings_of
from desktop.domain.changes import Change
from desktop.domain.levels import Anchor, Origin, Severity, Status

Array = npt.NDArray[Any]
Mask = npt.NDArray[np.bool_]

_DECIDED: Final = np.array([Status(i).is_decision for i in range(len(Status))])
_DISMISSED: Final = np.array([Status(i).is_dismissal for i in range(len(Status))])
_OPEN: Final = ~_DISMISSED & (np.arange(len(Status)) < Status.FIXED)
_COLUMN_OF: Final = {"path": "file"}
_KEEP_TITLES: Final = frozenset({"set_status", "approve_decision", "set_verification", "set_severity", "tag"})
"""Actions that change no title: those that may concern very many findings."""
_DOWN: Final = frozenset({"severity", "hits"})
"""Orders whose first is the greatest."""


class FindingIndex:
    """Holds one connection. ``load`` first; then ``apply`` each change and ``query``."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._columns = Columns()
        self._titles = Titles()
        self._names = Dictionaries(db)
        self._cwes = MoreCwes(db)
        self._orders: dict[tuple[str, bool], Array] = {}
        self._title_ranks: Array | None = None

    def __len__(self) -> int:
        return len(self._columns)

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def load(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Read columns, then titles: what is new since the last time."""
        before = len(self._columns)
        total = int(self._db.execute("select count(*) from finding").fetchone()[0])
        highest = int(self._columns.ids[-1]) if before else 0
        for done in self._columns.load_new(self._db):
            if progress:
                progress(done, 2 * total)
        for done in self._titles.load_new(self._db, highest):
            if progress:
                progress(total + done, 2 * total)
        self._names.refresh()
        if len(self._columns) != before:
            self._orders.clear()
            self._title_ranks = None
            self._cwes.forget()

    def make_ready(self) -> None:
        """Make what the slow orders are made from, so that the first question for them does not wait."""
        for sort in ("title", "path", "rule"):
            self._order(sort, reverse=False)
        self._cwes.pairs()

    def apply(self, change: Change) -> None:
        """Read again what a change concerns."""
        ids = change.ids or findings_of(self._db, change.seq)
        before = self._columns.ids.copy()
        changed = self._columns.refresh(self._db, ids)
        if "id" in changed:
            gone = np.flatnonzero(~np.isin(before, self._columns.ids, assume_unique=True))
            self._titles = self._titles.without(set(gone.tolist()))
        if journal.name_at(self._db, change.seq) not in _KEEP_TITLES and self._refresh_titles(ids):
            changed.add("title")
        self._cwes.refresh(ids)
        self._forget_orders(changed)
        self.load()

    def _forget_orders(self, changed: set[str]) -> None:
        if changed & {"id", "title"}:
            self._title_ranks = None
        for name, order in list(self._orders):
            if changed & {"id", "severity", "cvss", _COLUMN_OF.get(name, name)}:
                del self._orders[name, order]

    def _refresh_titles(self, ids: Sequence[int]) -> bool:
        sql = "select id, t from fold where id in (select value from json_each(?))"
        changed = False
        for start in range(0, len(ids), 4_000):
            for id, title in self._db.execute(sql, [str(list(map(int, ids[start : start + 4_000])))]):
                for row in self._columns.rows_of([id]).tolist():
                    if self._titles.title(row) != title.encode():
                        self._titles.change(row, title)
                        changed = True
        return changed

    def query(self, query: Query) -> Result:
        """Ids, count and groups."""
        mask = self._mask(query)
        order = self._order(query.sort, query.reverse)
        rows = order[mask[order]]
        if not query.group:
            return Result(self._columns.ids[rows], len(rows))
        return self._grouped(rows, query.group)

    def first(self, query: Query, most: int = 100) -> Array:
        """The first ids of a query, without waiting for the whole scan where they are found early."""
        words = [term for term in query.terms if isinstance(term, Words) and term.field == "any" and not term.no]
        if len(words) != 1 or query.group:
            return self.query(query).ids[:most]
        others = Query(
            tuple(term for term in query.terms if term is not words[0]), query.sort, query.reverse, "", query.today
        )
        mask = self._mask(others)
        order = self._order(query.sort, query.reverse)
        rows = order[mask[order]][:_PROBED]
        needle = words[0].values[0].encode()
        by_name = self._names.has("rule", words[0].values)[self._columns["rule"][rows]]
        by_name |= self._names.has("path", words[0].values)[self._columns["file"][rows]]
        hits = [
            row
            for row, named in zip(rows.tolist(), by_name.tolist(), strict=True)
            if named or self._titles.has(row, needle)
        ]
        if len(hits) >= most:
            return self._columns.ids[hits[:most]]
        return self.query(query).ids[:most]

    def count(self, query: Query) -> int:
        """How many findings a query names."""
        return int(np.count_nonzero(self._mask(query)))

    # Which

    def _mask(self, query: Query) -> Mask:
        mask = self._names.visible()[self._columns["import"]]
        for term in sorted(query.terms, key=lambda one: isinstance(one, Words)):
            holds = self._holds(term, query.today)
            mask &= ~holds if term.no else holds
        return mask

    def _holds(self, term: Term, today: int) -> Mask:
        match term:
            case Numbers("cwe", tests):
                ids, numbers = self._cwes.pairs()
                more = ids[_any([_compared(numbers, op, value) for op, value in tests])]
                return _any([_compared(self._columns["cwe"], op, value) for op, value in tests]) | self._listed(more)
            case Numbers(column, tests):
                return _any([_compared(self._columns[column], op, value) for op, value in tests])
            case Is(state):
                return self._is(state, today)
            case Words("any", values):
                return (
                    self._titles_with(values)
                    | self._named("rule", "rule", values)
                    | self._named("path", "file", values)
                )
            case Words("title", values):
                return self._titles_with(values)
            case Words("rule", values):
                return self._named("rule", "rule", values)
            case Words("path", values):
                return self._named("path", "file", values)
            case Words("source", values):
                return self._named("source", "source", values)
            case Words(field, values):
                return self._listed(self._names.findings_with(field, values))

    def _titles_with(self, values: Sequence[str]) -> Mask:
        return _any([self._titles.found(value.encode()) for value in values])

    def _named(self, dictionary: str, column: str, values: Sequence[str]) -> Mask:
        found: Mask = self._names.has(dictionary, values)[self._columns[column]]
        return found

    def _listed(self, ids: Array) -> Mask:
        mask = np.zeros(len(self._columns), bool)
        mask[self._columns.rows_of(ids)] = True
        return mask

    def _is(self, state: str, today: int) -> Mask:
        status, flags = self._columns["status"], self._columns["flags"]
        decided: Mask = _DECIDED[status]
        dismissed: Mask = _DISMISSED[status]
        unanchored: Mask = self._columns["anchor"] == Anchor.NOT_FOUND
        by_model: Mask = self._columns["origin"] == Origin.MODEL
        match state:
            case "decided":
                return decided
            case "undecided":
                return np.logical_not(decided | unanchored)
            case "lead":
                return by_model & np.logical_not(decided | unanchored)
            case "unanchored":
                return unanchored & np.logical_not(decided)
            case "second":
                return _flagged(flags, FLAG_SECOND)
            case "overdue":
                due = self._columns["due"]
                still: Mask = _OPEN[status]
                return (due > 0) & (due < today) & still
            case "gone":
                return _flagged(flags, FLAG_GONE)
            case "edited":
                return _flagged(flags, FLAG_KEPT)
            case "dismissed":
                return dismissed
            case _:
                return decided & ~dismissed

    # In which order

    def _order(self, sort: str, reverse: bool) -> Array:
        known = self._orders.get((sort, reverse))
        if known is None:
            known = self._orders[sort, reverse] = self._make_order(sort, reverse)
        return known

    def _make_order(self, sort: str, reverse: bool) -> Array:
        if sort == "id":
            rows = np.arange(len(self._columns), dtype=np.uint32)
            return rows[::-1].copy() if reverse else rows
        base = self._base()
        if sort == "severity":
            return self._by(base, self._columns["severity"], down=False) if reverse else base
        if sort == "title":
            if self._title_ranks is None:
                self._title_ranks = self._titles.ranks()
            return self._by(base, self._title_ranks, down=reverse)
        if sort in ("path", "rule"):
            column = self._columns["file" if sort == "path" else "rule"]
            return self._by(base, self._names.ranks(sort)[column], down=reverse)
        if sort == "due":  # none is last, whichever way round
            due = self._columns["due"]
            key = np.where(due == 0, np.uint16(65_535), 65_534 - due if reverse else due).astype(np.uint16)
            return self._by(base, key, down=False)
        return self._by(base, self._columns[sort], down=(sort in _DOWN) != reverse)

    def _base(self) -> Array:
        known = self._orders.get(("severity", False))
        if known is None:
            key = self._columns["severity"].astype(np.uint16) * 128 + self._columns["cvss"]
            known = np.argsort(np.uint16(65_535) - key, kind="stable").astype(np.uint32)
            self._orders["severity", False] = known
        return known

    @staticmethod
    def _by(base: Array, key: Array, *, down: bool) -> Array:
        values = key[base]
        if down:
            values = values.max(initial=0) - values
        return base[np.argsort(values, kind="stable")]

    # In which groups

    def _grouped(self, rows: Array, group: str) -> Result:
        column = self._columns[group][rows]
        counts = np.bincount(column, minlength=1)
        present = np.flatnonzero(counts)
        if group == "severity":
            present = present[::-1]
        elif group not in ("status", "origin"):
            present = present[np.argsort(-counts[present], kind="stable")]
        place = np.zeros(len(counts), np.uint32)
        place[present] = np.arange(len(present), dtype=np.uint32)
        order = np.argsort(place[column], kind="stable")
        groups = tuple(Group(self._group_name(group, int(value)), int(counts[value])) for value in present)
        return Result(self._columns.ids[rows[order]], len(rows), groups)

    def _group_name(self, group: str, value: int) -> str:
        levels: Mapping[str, Any] = {"severity": Severity, "status": Status, "origin": Origin}
        if group in levels:
            return str(levels[group](value).name.lower())
        if group == "cwe":
            return f"CWE-{value}" if value else ""
        return self._names.name("path" if group == "file" else group, value)


_PROBED: Final = 2_000


def _any(masks: Sequence[Mask]) -> Mask:
    result = masks[0]
    for mask in masks[1:]:
        result = result | mask
    return result


def _flagged(flags: Array, flag: int) -> Mask:
    found: Mask = flags & np.uint8(flag) != 0
    return found


def _compared(column: Array, op: Op, value: int) -> Mask:
    found: Mask
    match op:
        case Op.IS:
            found = column == value
        case Op.LESS:
            found = (column < value) & (column > 0)
        case Op.MORE:
            found = column > value
        case Op.AT_MOST:
            found = column <= value
        case Op.AT_LEAST:
            found = column >= value
    return found

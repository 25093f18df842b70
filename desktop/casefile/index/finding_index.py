"""Answers queries over all findings; lives in one worker thread."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop.casefile import journal
from desktop.casefile.engine import Database
from desktop.casefile.guarding import guarded
from desktop.casefile.index.columns import Columns
from desktop.casefile.index.cwes import MoreCwes
from desktop.casefile.index.dictionaries import Dictionaries
from desktop.casefile.index.filters import Filters, scanned
from desktop.casefile.index.long_texts import LongTexts
from desktop.casefile.index.orders import Orders
from desktop.casefile.index.query import Query, Words
from desktop.casefile.index.result import Result
from desktop.casefile.index.titles import Titles
from desktop.casefile.rows import steps
from desktop.casefile.touches import findings_of
from desktop.domain.changes import Change

Array = npt.NDArray[Any]

_KEEP_TITLES: Final = frozenset({"set_status", "approve_decision", "set_verification", "set_severity", "tag"})
"""Actions that change no title: those that may concern very many findings."""
_PROBED: Final = 2_000
"""First rows that are looked at one by one before all titles are scanned."""


@guarded
class FindingIndex:
    """Holds one connection. ``load`` first; then ``apply`` each change and ``query``."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path
        self._schema = int(db.execute("pragma user_version").fetchone()[0])
        self._columns = Columns()
        self._titles = Titles()
        self._names = Dictionaries(db)
        self._cwes = MoreCwes(db)
        self._texts = LongTexts(db)
        self._filters = Filters(self._columns, self._titles, self._names, self._cwes, self._texts)
        self._orders = Orders(self._columns, self._titles, self._names)

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
            self._orders.forget({"id"})
            self._cwes.forget()

    def make_ready(self) -> None:
        """Make what takes long, so that the first question for it does not wait."""
        self._orders.make_ready()
        self._cwes.pairs()

    def apply(self, change: Change) -> None:
        """Read again what a change concerns."""
        ids = change.ids or findings_of(self._db, change.seq)
        before = self._columns.ids.copy()
        changed = self._columns.refresh(self._db, ids)
        if "id" in changed:
            gone = np.flatnonzero(~np.isin(before, self._columns.ids, assume_unique=True))
            self._titles.drop(set(gone.tolist()))
        if journal.name_at(self._db, change.seq) not in _KEEP_TITLES and self._refresh_titles(ids):
            changed.add("title")
        self._cwes.refresh(ids)
        self._orders.forget(changed)
        highest = int(self._columns.ids[-1]) if len(self._columns) else 0
        self.load()
        new = self._columns.ids[self._columns.rows_above(highest) :]
        self._texts.refresh([*ids, *new.tolist()])

    def _refresh_titles(self, ids: Sequence[int]) -> bool:
        sql = "select id, t from fold where id in (select value from json_each(?))"
        changed = False
        for some in steps([int(id) for id in ids]):
            for id, title in self._db.execute(sql, [str(some)]):
                for row in self._columns.rows_of([id]).tolist():
                    if self._titles.title(row) != title.encode():
                        self._titles.change(row, title)
                        changed = True
        return changed

    def read_texts(self, query: Query) -> bool:
        """Look for a query's words in one more stretch of the long texts; True once all were read.

        From then on ``query``, ``first`` and ``count`` heed them.
        """
        return self._texts.read_on(
            [value for term in query.terms if isinstance(term, Words) and term.field == "any" for value in term.values]
        )

    def query(self, query: Query) -> Result:
        """Ids, count and groups."""
        rows = self._orders.rows(query.sort, reverse=query.reverse)
        rows = rows[self._filters.mask(query.terms, query.today)[rows]]
        if not query.group:
            return Result(self._columns.ids[rows], len(rows))
        return self._orders.grouped(rows, query.group)

    def first(self, query: Query, most: int = 100) -> Array:
        """The first ids of a query, without waiting for a scan of all titles where they are found early."""
        words = [term for term in query.terms if isinstance(term, Words) and scanned(term)]
        if words and not query.group:
            others = [term for term in query.terms if not scanned(term)]
            rows = self._orders.rows(query.sort, reverse=query.reverse)
            rows = rows[self._filters.mask(others, query.today)[rows]]
            found = self._filters.saying(rows[:_PROBED], words)
            if len(found) >= most or len(rows) <= _PROBED:
                return self._columns.ids[found[:most]]
        return self.query(query).ids[:most]

    def count(self, query: Query) -> int:
        """How many findings a query names."""
        return int(np.count_nonzero(self._filters.mask(query.terms, query.today)))

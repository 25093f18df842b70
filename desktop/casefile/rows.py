"""What an action writes with.

Every row that changes passes through here, so that the running hash and the way back are always exact.

Before a row is written its old value is read, leaves the hash and is remembered; when the action is done the new value
is read and enters the hash, and the difference of the two is the inverse. So an action never has to describe how it is
undone, and can't describe it wrongly.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final

from desktop.casefile.engine import Database
from desktop.casefile.inverse import Cells, Differences, Inverse
from desktop.casefile.multiset import Row, RunningHash
from desktop.casefile.schema import PAGE_BITS, PAGED, Layout
from desktop.domain.ids import FindingId, Seq

Value = int | str | bytes | float | None
STEP: Final = 4000
"""Ids bound in one go: more would hold the interpreter for long while they are written out (FACTS-LIST §3)."""
_NEVER_UNDONE: Final = frozenset(
    {"counter", "inverse", "touch", "decision", "rule", "path", "source", "tag", "shared_text"}
)
"""What only grows.

A name that an undone action brought may be used by one that was not, and history shows the reason of a decision that
was taken back.
"""
_OF_FINDINGS: Final = frozenset({"finding", "finding_text", "fold"})
"""Tables whose id is the finding's."""


class Rows:
    """The tables of a case within one transaction. ``now``, ``who`` and ``account`` are the entry's own."""

    def __init__(
        self, db: Database, layout: Layout, running: RunningHash, seq: Seq, who: str, account: str, now: datetime
    ) -> None:
        self._db = db
        self._layout = layout
        self._running = running
        self.seq = seq
        self.who = who
        self.account = account
        self.now = now
        self.at = int(now.timestamp())
        self.findings: set[FindingId] = set()
        """Findings concerned so far, without those written by :meth:`bulk`."""
        self._before: dict[str, dict[int, Row | None]] = {}
        self._pages: dict[str, set[int]] = {}
        self._tails: dict[str, list[Row]] = {}
        self._blanks: dict[str, dict[str, Value]] = {}

    # Reading

    @property
    def db(self) -> Database:
        """The connection, for the functions that read tables; nothing is written through it."""
        return self._db

    def all(self, sql: str, *parameters: Value) -> list[Any]:
        """All rows of a query."""
        found: list[Any] = self._db.execute(sql, parameters).fetchall()
        return found

    def one(self, sql: str, *parameters: Value) -> Any:
        """The first row of a query, or None."""
        return self._db.execute(sql, parameters).fetchone()

    def get(self, table: str, id: int) -> dict[str, Any] | None:
        """One row by its id."""
        row = self._db.execute(f"{self._layout.select(table)} where id = ?", [id]).fetchone()
        return None if row is None else dict(zip(self._layout.columns[table], row, strict=True))

    # Writing

    def next_id(self, table: str, count: int = 1) -> int:
        """The first of ``count`` ids that were never used, not even by what was undone."""
        found = self.one("select id, last from counter where name = ?", table)
        if found is None:
            counter = 1 + int(self.one("select count(*) from counter")[0])
            self._touch("counter", [counter])
            self._db.execute("insert into counter (id, name, last) values (?, ?, ?)", [counter, table, count])
            return 1
        counter, last = found
        self._touch("counter", [counter])
        self._db.execute("update counter set last = ? where id = ?", [last + count, counter])
        return int(last) + 1

    def insert(self, table: str, **values: Value) -> int:
        """Insert one row; its id is the next one unless given. Columns not named are 0, empty or null."""
        id = values.get("id")
        key = self.next_id(table) if id is None else int(str(id))
        self._touch(table, [key])
        whole = {**self._blank(table), **values, "id": key}
        self._db.execute(self._layout.insert(table), [whole[name] for name in self._layout.columns[table]])
        return key

    def insert_many(self, table: str, rows: Sequence[Mapping[str, Value]]) -> None:
        """Insert rows without ids, as :meth:`insert` does one."""
        if not rows:
            return
        first = self.next_id(table, len(rows))
        self._touch(table, range(first, first + len(rows)))
        blank, columns = self._blank(table), self._layout.columns[table]
        whole = ({**blank, **row, "id": first + at} for at, row in enumerate(rows))
        self._db.conn.executemany(self._layout.insert(table), ([row[name] for name in columns] for row in whole))

    def update(self, table: str, id: int, **values: Value) -> None:
        """Set columns of one row."""
        self.update_many(table, [id], **values)

    def update_many(self, table: str, ids: Sequence[int], **values: Value) -> None:
        """Set columns of several rows to the same values."""
        self._touch(table, ids)
        assignments = ", ".join(f"[{name}] = ?" for name in values)
        sql = f"update [{table}] set {assignments} where id in (select value from json_each(?))"
        for some in steps(ids):
            self._db.execute(sql, [*values.values(), str(some)])

    def update_each(
        self, table: str, columns: Sequence[str], ids: Sequence[int], values: Sequence[Sequence[Value]]
    ) -> None:
        """Set columns of several rows, each to its own values; ``values`` holds one sequence a column."""
        self._touch(table, ids)
        assignments = ", ".join(f"[{name}] = ?" for name in columns)
        sql = f"update [{table}] set {assignments} where id = ?"
        self._db.conn.executemany(sql, zip(*values, ids, strict=True))

    def delete_many(self, table: str, ids: Sequence[int]) -> None:
        """Delete rows."""
        self._touch(table, ids)
        for some in steps(ids):
            self._db.execute(f"delete from [{table}] where id in (select value from json_each(?))", [str(some)])

    def bulk(self, table: str, rows: Sequence[Row]) -> None:
        """Insert whole rows with fresh ids, one after the other, which undo leaves where they are.

        The action hides them by a flag.

        Values must be what SQLite gives back: no bool, no enum of text.
        """
        if not rows:
            return
        if table not in PAGED:
            self._db.conn.executemany(self._layout.insert(table), rows)
            self._running.add(table, None, rows)
            return
        if table not in self._tails:
            self._touch_pages(table, {_page(rows[0])})  # the page may hold older rows
        self._db.conn.executemany(self._layout.insert(table), rows)
        tail = self._tails.get(table, [])
        dirty = self._pages[table]
        at = 0
        while at < len(rows):
            page = _page(rows[at])
            end = at + (((page + 1) << PAGE_BITS) - _id(rows[at]))
            if tail and _page(tail[0]) != page:
                self._running.add(table, _page(tail[0]), tail)
                tail = []
            if page not in dirty:
                tail.extend(rows[at:end])
            at = end
        self._tails[table] = tail

    def append(self, table: str, **values: Value) -> int:
        """As :meth:`insert`, but undo leaves the row where it is (see :meth:`bulk`)."""
        id = values.get("id")
        key = self.next_id(table) if id is None else int(str(id))
        whole = {**self._blank(table), **values, "id": key}
        self.bulk(table, [tuple(whole[name] for name in self._layout.columns[table])])
        return key

    def name_id(self, dictionary: str, name: str) -> int:
        """The number of a name in one of the dictionaries, given when it is new; 0 for the empty name."""
        if not name:
            return 0
        found = self.one(f"select id from [{dictionary}] where name = ?", name)
        return self.insert(dictionary, name=name) if found is None else int(found[0])

    @contextmanager
    def without_indexes(self, *tables: str) -> Iterator[None]:
        """Fill tables first and index them afterwards, which is twice as fast (FACTS-INTAKE §4)."""
        dropped = [
            (name, sql)
            for table in tables
            for name, sql in self.all(
                "select name, sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null", table
            )
        ]
        for name, _ in dropped:
            self._db.execute(f"drop index [{name}]")
        yield
        for _, sql in dropped:
            self._db.execute(sql)

    def apply(self, inverse: Inverse) -> None:
        """Go an entry's way back."""
        for table, ids in inverse.delete.items():
            self.delete_many(table, ids)
        for cells in inverse.put:
            self._touch(cells.table, cells.ids)
            names = ", ".join(f"[{name}]" for name in cells.columns)
            sql = f"insert into [{cells.table}] ({names}) values ({', '.join('?' * len(cells.columns))})"
            self._db.conn.executemany(sql, zip(*cells.values, strict=True))
        for cells in inverse.set:
            self._set(cells)

    def _set(self, cells: Cells) -> None:
        self.update_each(cells.table, cells.columns, cells.ids, cells.values)

    # The running hash

    def settle(self) -> Inverse:
        """Bring the hash up to date with all that was written since the last call, and return the way back of it."""
        differences = Differences.over(self._layout.columns)
        for table, tail in self._tails.items():
            if tail:
                self._running.add(table, _page(tail[0]), tail)
        for table, before in self._before.items():
            for ids in steps(list(before)):
                after = {_id(row): row for row in self._read(table, ids)}
                if table not in PAGED:
                    self._running.add(table, None, after.values())
                if table not in _NEVER_UNDONE:
                    differences.add(table, ids, before, after)
                    self._note_findings(table, ids, after.values())
        for table, pages in self._pages.items():
            for page in pages:
                self._running.add(table, page, read_page(self._db, self._layout, table, page))
        self._before, self._pages, self._tails = {}, {}, {}
        return differences.inverse()

    def _touch(self, table: str, ids: Sequence[int]) -> None:
        """Remember rows as they are before they are written, and take them out of the hash."""
        before = self._before.setdefault(table, {})
        fresh = [id for id in ids if id not in before]
        for some in steps(fresh):
            before.update(dict.fromkeys(some))
            rows = self._read(table, some)
            before.update((_id(row), row) for row in rows)
            if table not in PAGED:
                self._running.remove(table, None, rows)
            if table not in _NEVER_UNDONE:
                self._note_findings(table, some, rows)
        if table in PAGED:
            self._touch_pages(table, {id >> PAGE_BITS for id in fresh})

    def _touch_pages(self, table: str, pages: set[int]) -> None:
        dirty = self._pages.setdefault(table, set())
        if tail := self._tails.get(table):  # its page is not in the hash yet, and will be read whole when all is done
            dirty.add(_page(tail[0]))
            self._tails[table] = []
        for page in pages - dirty:
            self._running.remove(table, page, read_page(self._db, self._layout, table, page))
            dirty.add(page)

    def _read(self, table: str, ids: Sequence[int]) -> list[Row]:
        sql = f"{self._layout.select(table)} where id in (select value from json_each(?))"
        found: list[Row] = self._db.execute(sql, [str(ids)]).fetchall()
        return found

    def _note_findings(self, table: str, ids: Iterable[int], rows: Iterable[Row]) -> None:
        if table in _OF_FINDINGS:
            self.findings.update(FindingId(id) for id in ids)
        elif "finding" in (columns := self._layout.columns[table]):
            at = columns.index("finding")
            self.findings.update(FindingId(int(str(row[at]))) for row in rows if row[at])

    def _blank(self, table: str) -> dict[str, Value]:
        if table not in self._blanks:
            kinds: dict[str, Value] = {"INTEGER": 0, "TEXT": "", "BLOB": b"", "REAL": 0.0}
            self._blanks[table] = {
                name: kinds[kind] if needed else None
                for _, name, kind, needed, *_ in self.all(f"pragma table_info([{table}])")
            }
        return self._blanks[table]


def read_page(db: Database, layout: Layout, table: str, page: int) -> list[Row]:
    """The rows of one page of 256 neighbouring ids, in order."""
    first = page << PAGE_BITS
    sql = f"{layout.select(table)} where id between ? and ? order by id"
    found: list[Row] = db.execute(sql, [first, first + (1 << PAGE_BITS) - 1]).fetchall()
    return found


def steps(ids: Sequence[int]) -> Iterator[list[int]]:
    """``ids`` in pieces small enough to be bound at once."""
    for start in range(0, len(ids), STEP):
        yield list(ids[start : start + STEP])


def _id(row: Row) -> int:
    return int(row[0])  # type: ignore[call-overload, no-any-return]


def _page(row: Row) -> int:
    return _id(row) >> PAGE_BITS

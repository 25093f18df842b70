"""Recompute from the tables all that the journal says of them, and compare.

Finds: any changed, added or missing row of any table; any changed, added or missing entry; last entries cut off, with
their rows or without; an older copy put back (where this machine remembers a newer head), also when work went on in it;
a record of heads that this machine must have had and has no more; a dropped, changed or added trigger or index; pages
that SQLite or the cipher calls broken. It can't find a rewrite of the whole file, chain and all, by somebody who
also holds this machine's state folder and device key, nor on a machine that has never seen the case: compare the head
with one that was printed in a report.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from desktop.casefile import journal, opening
from desktop.casefile.actions.starting import Begin, Migrate, NoticeOlderCopy
from desktop.casefile.engine import Database, dbapi2
from desktop.casefile.errors import RulesChanged
from desktop.casefile.heads import Head
from desktop.casefile.multiset import SIZE, Row, RunningHash
from desktop.casefile.schema import PAGE_BITS, PAGED, Layout
from desktop.casefile.stored import clean
from desktop.casefile.tables.evidence import blob_digest
from desktop.casefile.writing import digest_of, read_sums
from desktop.domain.ids import Sha256

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was written. ``code`` has its sentences in ``desktop.words``."""

    code: str
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """``ok`` means that nothing was found, and that everything was looked at (it was not cancelled)."""

    ok: bool
    entries: int
    head: Sha256
    problems: tuple[Problem, ...]
    remembered: bool
    """Whether this machine knew a head of this case; without one, cut-off entries can't be found."""
    finished: bool = True


def verify(
    db: Database,
    head: Head | None,
    device: str,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> VerifyReport:
    """Look at everything; ``head`` is what this machine, ``device``, remembers; ``progress`` counts rows."""
    entries = list(journal.lines(db))
    problems = list(_chain(entries))
    problems += foreign_rules(db)
    problems += _head(entries, head)
    if head is None and any(line.device == device and line.action != Begin.KIND for line in entries):
        problems.append(Problem("verify.head-missing"))
    problems += _noticed(entries)
    recomputed = total(db, Layout.of(db), progress, cancelled)
    if recomputed is not None:
        problems += _rows(entries, db, recomputed.sums())
        problems += _originals(db, cancelled)
    try:
        with _interrupted(db, cancelled):
            problems += _broken_pages(db)
    except dbapi2.OperationalError:
        if not cancelled():
            raise
    last = entries[-1].hash if entries else journal.NOTHING
    finished = not cancelled()
    return VerifyReport(not problems and finished, len(entries), last, tuple(problems), head is not None, finished)


@contextmanager
def _interrupted(db: Database, cancelled: Callable[[], bool]) -> Iterator[None]:
    """Let SQLite's own check be given up too, which takes seconds in a large case."""
    db.conn.set_progress_handler(cancelled, 100_000)
    yield
    db.conn.set_progress_handler(None, 0)


def standing(
    db: Database, last: journal.Line | None, sums: Mapping[str, bytes], head: Head | None, device: str
) -> tuple[Problem, ...]:
    """What is seen at once when a case is opened."""
    found = (
        []
        if last is not None and digest_of(sums) == last.rows
        else [Problem("verify.rows-changed", {"table": "state"})]
    )
    if head is not None:
        at = journal.line_at(db, head.entries)
        found += _head([] if at is None else [at], head)
    elif _has_written(db, device):
        found.append(Problem("verify.head-missing"))
    return tuple(found)


def _has_written(db: Database, device: str) -> bool:
    """Whether this machine wrote more than the first entry, whose head a kill right after it leaves unremembered."""
    sql = "select 1 from journal where device = ? and action <> ? limit 1"
    return db.execute(sql, [device, Begin.KIND]).fetchone() is not None


def total(
    db: Database, layout: Layout, progress: Progress | None = None, cancelled: Callable[[], bool] = lambda: False
) -> RunningHash | None:
    """The running hash of all rows, from the rows; None if it was cancelled."""
    running = RunningHash()
    counts = {table: db.execute(f"select count(*) from [{table}]").fetchone()[0] for table in layout.hashed}
    whole, done = sum(counts.values()), 0
    for table in layout.hashed:
        for page, rows in _pages(db, layout, table):
            if cancelled():
                return None
            running.add(table, page if table in PAGED else None, rows)
            done += len(rows)
            if progress is not None:
                progress(done, whole)
    return running


def _pages(db: Database, layout: Layout, table: str) -> Iterator[tuple[int, list[Row]]]:
    """All rows by pages of neighbouring ids, whatever ids somebody may have put there."""
    rows = iter(db.execute(f"{layout.select(table)} order by id"))
    for page, some in groupby(rows, key=lambda row: row[0] >> PAGE_BITS):
        yield page, list(some)


def _rows(entries: list[journal.Line], db: Database, recomputed: Mapping[str, bytes]) -> Iterable[Problem]:
    kept = read_sums(db)
    in_place = [id for (id,) in db.execute("select id from state order by id")] == list(range(1, len(kept) + 1))
    if not in_place or (entries and digest_of(kept) != entries[-1].rows):
        yield Problem("verify.rows-changed", {"table": "state"})
    filled = {table: value for table, value in kept.items() if any(value)}
    for table in sorted(filled.keys() | recomputed.keys()):
        if filled.get(table) != recomputed.get(table):
            yield Problem("verify.rows-changed", {"table": table})


def _originals(db: Database, cancelled: Callable[[], bool]) -> Iterable[Problem]:
    """Unpack every original and compare it with the digest it came with."""
    sql = "select e.path, b.id, b.sha256 from blob b join evidence e on e.blob = b.id group by b.id order by b.id"
    for path, blob, sha256 in db.execute(sql).fetchall():
        if cancelled():
            return
        if blob_digest(db, blob) != bytes(sha256):
            yield Problem("verify.original-changed", {"path": path})


def _chain(entries: list[journal.Line]) -> Iterable[Problem]:
    before = journal.NOTHING
    by_device: dict[str, Sha256] = {}
    for expected, line in enumerate(entries, 1):
        if line.seq != expected:
            yield Problem("verify.entries-missing", {"seq": expected})
            return
        prev = by_device.get(line.device, journal.NOTHING)
        if line.hash != line.must_be() or line.seen != before or line.prev != prev:
            yield Problem("verify.entry-changed", {"seq": line.seq})
            return
        before = by_device[line.device] = line.hash
    if not entries:
        yield Problem("verify.entries-missing", {"seq": 1})


def _head(entries: list[journal.Line], head: Head | None) -> Iterable[Problem]:
    if head is None:
        return
    if not head.signed:
        yield Problem("verify.head-not-ours")
    by_seq = {line.seq: line for line in entries}
    there = by_seq.get(head.entries)
    if there is None:
        yield Problem("verify.cut-off", {"remembered": head.entries})
    elif there.hash != head.hash:
        yield Problem("verify.other-history", {"seq": head.entries})


def _noticed(entries: list[journal.Line]) -> Iterable[Problem]:
    """What was seen at some opening and then written over by going on: it stays said."""
    for line in entries:
        said = journal.said(line.fields)
        if line.action == NoticeOlderCopy.KIND:
            yield Problem("verify.older-copy", {"seq": line.seq, "remembered": said.get("remembered", 0)})
        elif line.action == Migrate.KIND and said.get("as_written") is False:
            yield Problem("verify.migrated-changed", {"seq": line.seq})


def _broken_pages(db: Database) -> Iterable[Problem]:
    encrypted = [row[0] for row in db.execute("pragma cipher_integrity_check")] if _is_encrypted(db) else []
    if encrypted or db.execute("pragma integrity_check(1)").fetchone()[0] != "ok":
        yield Problem("verify.pages-broken")


def _is_encrypted(db: Database) -> bool:
    row = db.execute("pragma cipher_provider").fetchone()
    return row is not None


def changed_tables(db: Database, tables: Iterable[str]) -> tuple[str, ...]:
    """Those of ``tables`` whose rows are not as the last entry left them; all where the sums themselves are not."""
    last, kept, layout = journal.last(db), read_sums(db), Layout.of(db)
    if last is None or digest_of(kept) != last.rows:
        return tuple(tables)
    running = RunningHash()
    for table in tables:
        for page, rows in _pages(db, layout, table):
            running.add(table, page if table in PAGED else None, rows)
    return tuple(table for table in tables if kept.get(table, bytes(SIZE)) != running.value(table))


def refuse_foreign_rules(db: Database, path: Path) -> None:
    """Raise RulesChanged where the file brings rules of its own: a trigger would write along with every entry."""
    for problem in foreign_rules(db):
        raise RulesChanged(path.name, clean(str(problem.fields["name"])))


def foreign_rules(db: Database) -> Iterable[Problem]:
    """Triggers and indexes are the file's own rules: they must be those of a fresh case."""
    theirs, ours = _shape(db), _fresh_shape()
    for name in sorted(name for name in theirs.keys() | ours.keys() if theirs.get(name) != ours.get(name)):
        yield Problem("verify.schema-changed", {"name": name})


@cache
def _fresh_shape() -> dict[str, str]:
    fresh = opening.empty_database()
    try:
        return _shape(fresh)
    finally:
        fresh.close()


def _shape(db: Database) -> dict[str, str]:
    return {name: sql or "" for name, sql in db.execute("select name, sql from sqlite_master")}

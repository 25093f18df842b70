"""One entry: check, rows, way back, running hash, journal. Runs inside a transaction that the caller holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from desktop.casefile import journal
from desktop.casefile.actions import BULK, CHANGES_OF, Action
from desktop.casefile.engine import Database
from desktop.casefile.multiset import SIZE, RunningHash
from desktop.casefile.rows import Rows
from desktop.casefile.schema import Layout
from desktop.casefile.touches import findings_of, write_touches
from desktop.domain.changes import Change, Kind
from desktop.domain.ids import Seq, Sha256

MOST_NAMED: Final = 200_000
"""A change that concerns more findings does not name them."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Who writes now, and on what; ``account`` is the operating system's, empty where none is known."""

    db: Database
    layout: Layout
    who: str
    account: str
    device: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Written:
    """What a committed transaction leaves in the hands of the case."""

    line: journal.Line
    change: Change
    sums: Mapping[str, bytes] = field(repr=False)


def write_entry(
    pen: Pen, action: Action, sums: Mapping[str, bytes], last: journal.Line | None, undoes: int = 0
) -> Written:
    """Write one action and its entry. Raises what ``check`` raises."""
    running = RunningHash(sums)
    seq = Seq((last.seq if last else 0) + 1)
    rows = Rows(pen.db, pen.layout, running, seq, pen.who, pen.account, pen.now)
    action.check(rows)
    done = action.apply(rows)
    inverse = rows.settle()
    if action.UNDOABLE:
        rows.insert("inverse", id=seq, body=inverse.encode())
    write_touches(rows, rows.findings)
    rows.settle()
    _keep_sums(pen.db, running)
    before = journal.last(pen.db, pen.device)
    line = journal.sealed(
        seq=seq,
        at=pen.now.astimezone(UTC).isoformat(timespec="microseconds"),
        who=pen.who,
        device=pen.device,
        action=action.KIND,
        fields=journal.canonical({**done.fields, **({journal.ACCOUNT: pen.account} if pen.account else {})}),
        undoes=undoes,
        part_of=done.part_of,
        seen=last.hash if last else journal.NOTHING,
        prev=before.hash if before else journal.NOTHING,
        rows=running.digest(),
    )
    journal.append(pen.db, line)
    bulk = done.bulk or len(rows.findings) > MOST_NAMED
    kinds = action.CHANGES | CHANGES_OF.get(str(done.fields.get("action", "")), frozenset()) | {Kind.JOURNAL}
    change = Change(kinds, () if bulk else tuple(sorted(rows.findings)), seq, bulk, done.made)
    return Written(line, change, running.sums())


def change_of(db: Database, news: Sequence[journal.Line]) -> Change:
    """What entries that somebody else wrote changed."""
    ids = {id for line in news for id in findings_of(db, line.seq)}
    names = [name for line in news for name in journal.names_of(line)]
    kinds = frozenset({Kind.JOURNAL}).union(*(CHANGES_OF.get(name, frozenset()) for name in names))
    bulk = len(ids) > MOST_NAMED or any(name in BULK for name in names)
    return Change(kinds, () if bulk else tuple(sorted(ids)), news[-1].seq, bulk)


def read_sums(db: Database) -> dict[str, bytes]:
    """The running hash as the file keeps it; what is not of its size is no sum."""
    return {name: bytes(value) for name, value in db.execute("select name, value from state") if len(value) == SIZE}


def keep_all_sums(db: Database, running: RunningHash) -> None:
    """Start the running hash anew, after a schema step."""
    db.execute("delete from state")
    running.changed.update(running.sums())
    _keep_sums(db, running)


def digest_of(sums: Mapping[str, bytes]) -> Sha256:
    """What an entry written now would carry."""
    return RunningHash(sums).digest()


def _keep_sums(db: Database, running: RunningHash) -> None:
    known = {name: id for id, name in db.execute("select id, name from state")}
    for table in sorted(running.changed):
        value = running.value(table)
        if table in known:
            db.execute("update state set value = ? where id = ?", [value, known[table]])
        else:
            known[table] = len(known) + 1
            db.execute("insert into state (id, name, value) values (?, ?, ?)", [known[table], table, value])

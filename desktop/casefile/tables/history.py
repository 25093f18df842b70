"""The journal as people read it: entries with what was typed beside them, a run's exchanges folded into the run."""

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from desktop.casefile import journal
from desktop.casefile.engine import Database
from desktop.casefile.touches import concerned, entries_of
from desktop.domain.changes import Entry
from desktop.domain.ids import FindingId, Seq, Sha256

_SELECT: Final = """select j.id, j.at, j.who, j.device, j.action, j.fields, j.undoes, j.hash,
    ifnull(nullif(d.approval, ''), ifnull(d.reason, ''))
    from journal j left join decision d on d.id = iif(json_valid(j.fields), json_extract(j.fields, '$.decision'), 0)"""
NAMED: Final = 3
"""Findings of an entry that are named; their count is of all."""
_QUIET: Final = "j.part_of = 0 and j.action <> 'mark_shown'"
"""What is left out unless asked for: the parts of runs, and what merely stood on the screen."""


def read_entry(db: Database, seq: Seq) -> Entry | None:
    """One entry."""
    row = db.execute(f"{_SELECT} where j.id = ?", [seq]).fetchone()
    return None if row is None else _with_what_it_is_about(db, [_entry(row, _undoings(db))])[0]


def read_history(
    db: Database, before: Seq | None, limit: int, finding: FindingId | None = None, *, parts: bool = False
) -> list[Entry]:
    """Entries, newest first, before ``before``; those of one finding if given; all that there are with ``parts``."""
    where, values = ["j.id < ?"], [before or 1 << 62]
    if finding is not None:
        where.append("j.id in (select value from json_each(?))")
        values.append(str([int(seq) for seq in entries_of(db, finding)]))  # type: ignore[arg-type]
    elif not parts:
        where.append(_QUIET)
    undoings = _undoings(db)
    sql = f"{_SELECT} where {' and '.join(where)} order by j.id desc limit ?"
    return _with_what_it_is_about(db, [_entry(row, undoings) for row in db.execute(sql, [*values, limit])])


def read_named(db: Database, actions: Collection[str]) -> list[Entry]:
    """All entries of these actions, oldest first."""
    undoings = _undoings(db)
    sql = f"{_SELECT} where j.action in (select value from json_each(?)) order by j.id"
    return [_entry(row, undoings) for row in db.execute(sql, [json.dumps(sorted(actions))])]


def read_last(db: Database, action: str, device: str) -> Entry | None:
    """The newest entry of this action that was written on ``device``."""
    row = db.execute(f"{_SELECT} where j.action = ? and j.device = ? order by j.id desc limit 1", [action, device])
    found = row.fetchone()
    return None if found is None else _entry(found, {})


def _with_what_it_is_about(db: Database, entries: list[Entry]) -> list[Entry]:
    """The same entries with their findings, what was brought in or asked, and how many parts they have."""
    seqs = [entry.seq for entry in entries]
    listed = str([int(seq) for seq in seqs])
    about = concerned(db, seqs, NAMED)
    parts = dict(
        db.execute(
            "select part_of, count(*) from journal where part_of in (select value from json_each(?)) group by part_of",
            [listed],
        ).fetchall()
    )
    brought: dict[int, list[str]] = {}
    for seq, what in db.execute(
        "select seq, what from import where seq in (select value from json_each(?)) order by id", [listed]
    ):
        brought.setdefault(seq, []).append(what)
    told = []
    for entry in entries:
        count, named = about.get(entry.seq, (0, []))
        files = brought.get(entry.seq, [])
        what = ", ".join((*files[:2], *(["…"] if files[2:] else []))) or str(entry.fields.get("model", ""))
        told.append(replace(entry, findings=count, named=tuple(named), what=what, parts=parts.get(entry.seq, 0)))
    return told


def _undoings(db: Database) -> dict[int, int]:
    """Which entry took which one back."""
    return dict(db.execute("select undoes, id from journal where undoes > 0").fetchall())


def _undone(seq: int, undoings: Mapping[int, int]) -> bool:
    """An entry is undone unless what took it back was taken back itself, and so on."""
    times = 0
    while seq in undoings:
        seq = undoings[seq]
        times += 1
    return times % 2 == 1


def _entry(row: Any, undoings: Mapping[int, int]) -> Entry:
    id, at, who, device, action, fields, undoes, digest, reason = row
    said: dict[str, object] = journal.said(fields)
    account = str(said.pop(journal.ACCOUNT, ""))
    if reason:
        said["reason_text"] = reason
    return Entry(
        seq=Seq(id),
        when=datetime.fromisoformat(at),
        who=who,
        device=device,
        action=action,
        fields=said,
        undoes=Seq(undoes) if undoes else None,
        undone=_undone(id, undoings),
        hash=Sha256(digest),
        account=account,
    )

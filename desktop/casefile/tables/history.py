"""The journal as people read it: entries with what was typed beside them, a run's exchanges folded into the run."""

import json
from datetime import datetime
from typing import Any, Final

from desktop.casefile.engine import Database
from desktop.casefile.touches import entries_of
from desktop.domain.changes import Entry
from desktop.domain.ids import FindingId, Seq, Sha256

_SELECT: Final = """select j.id, j.at, j.who, j.device, j.action, j.fields, j.undoes, j.hash,
    exists (select 1 from journal u where u.undoes = j.id) , ifnull(d.reason, '')
    from journal j left join decision d on d.seq = j.id"""


def read_entry(db: Database, seq: Seq) -> Entry | None:
    """One entry."""
    row = db.execute(f"{_SELECT} where j.id = ? limit 1", [seq]).fetchone()
    return None if row is None else _entry(row)


def read_history(
    db: Database, before: Seq | None, limit: int, finding: FindingId | None = None, *, parts: bool = False
) -> list[Entry]:
    """Entries, newest first, before ``before``; those of one finding if given; with the parts of runs if asked."""
    where, values = ["j.id < ?"], [before or 1 << 62]
    if finding is not None:
        where.append("j.id in (select value from json_each(?))")
        values.append(str([int(seq) for seq in entries_of(db, finding)]))  # type: ignore[arg-type]
    elif not parts:
        where.append("j.part_of = 0")
    sql = f"{_SELECT} where {' and '.join(where)} group by j.id order by j.id desc limit ?"
    return [_entry(row) for row in db.execute(sql, [*values, limit])]


def _entry(row: Any) -> Entry:
    id, at, who, device, action, fields, undoes, digest, undone, reason = row
    said: dict[str, object] = json.loads(fields)
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
        undone=bool(undone),
        hash=Sha256(digest),
    )

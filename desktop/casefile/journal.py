"""The journal: one entry an action, never changed or deleted, each chained to the entry before it.

``hash = SHA-256(prev || canonical)``: ``prev`` is the hash of the same device's entry before (32 bytes; zeros for its
first) and ``canonical`` the RFC 8785 JSON of the entry. ``seen`` names the entry before this one in the file,
whichever device wrote it, so that the order of several devices is fixed too. ``rows`` is the digest of the running
hash of all tables after the action.

Fields hold numbers, names, dates and digests of what was typed; never evidence text, which could break canonical JSON
(lone surrogates, NaN) and must stay erasable.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, replace
from typing import Any, Final

import rfc8785

from desktop.casefile.engine import Database
from desktop.casefile.stored import clean
from desktop.domain.ids import Seq, Sha256

NOTHING: Final = Sha256("0" * 64)
"""Stands for the entry before the first."""

Fields = Mapping[str, Any]

ACCOUNT: Final = "account"
"""The field of every entry that names the operating system's account, whatever ``who`` calls themselves."""

_COLUMNS: Final = "id, at, who, device, action, fields, undoes, part_of, seen, prev, rows, hash"


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it stands in the table.

    ``fields`` is canonical JSON, ``at`` ISO 8601 in UTC, 0 means no other entry.
    """

    seq: Seq
    at: str
    who: str
    device: str
    action: str
    fields: str
    undoes: int
    part_of: int
    seen: Sha256
    prev: Sha256
    rows: Sha256
    hash: Sha256

    def must_be(self) -> Sha256:
        """What ``hash`` must be; ``NOTHING``, which no hash is, for an entry that Sekisho can't have written."""
        said = {name: getattr(self, name) for name in _SAID}
        try:
            return Sha256(hashlib.sha256(bytes.fromhex(self.prev) + rfc8785.dumps(said)).hexdigest())
        except (ValueError, rfc8785.CanonicalizationError):
            return NOTHING


_SAID: Final = ("seq", "at", "who", "device", "action", "fields", "undoes", "part_of", "seen", "rows")


def sealed(**said: Any) -> Line:
    """An entry with its hash; arguments are the fields of Line without it."""
    line = Line(**said, hash=NOTHING)
    return replace(line, hash=line.must_be())


def canonical(fields: Fields) -> str:
    """Fields as RFC 8785 JSON; a lone surrogate, which that has no form for, becomes U+FFFD."""
    return rfc8785.dumps(
        {name: clean(value) if isinstance(value, str) else value for name, value in fields.items()}
    ).decode()


def append(db: Database, line: Line) -> None:
    """Write one sealed entry; the triggers keep it from then on."""
    db.execute(
        f"insert into journal ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        astuple(line),
    )


def lines(db: Database, after: int = 0) -> Iterator[Line]:
    """Entries in order."""
    for row in db.execute(f"select {_COLUMNS} from journal where id > ? order by id", [after]):
        yield Line(*row)


def last(db: Database, device: str | None = None) -> Line | None:
    """The newest entry, of one device if given."""
    where, values = ("", []) if device is None else ("where device = ?", [device])
    row = db.execute(f"select {_COLUMNS} from journal {where} order by id desc limit 1", values).fetchone()
    return None if row is None else Line(*row)


def line_at(db: Database, seq: int) -> Line | None:
    """One entry."""
    row = db.execute(f"select {_COLUMNS} from journal where id = ?", [seq]).fetchone()
    return None if row is None else Line(*row)


def name_at(db: Database, seq: int) -> str:
    """The action that an entry did, or took back or did again."""
    line = line_at(db, seq)
    return "" if line is None else names_of(line)[-1]


def names_of(line: Line) -> tuple[str, ...]:
    """The entry's own action, and the one that it took back or did again."""
    fields = said(line.fields)
    return (line.action, str(fields["action"])) if "action" in fields else (line.action,)


def said(fields: str) -> dict[str, Any]:
    """Fields as they were given; nothing where another hand wrote them, which verify says."""
    try:
        read = json.loads(fields)
    except ValueError:
        read = None
    return read if isinstance(read, dict) else {}

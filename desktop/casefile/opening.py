"""Making and opening the file: is it a case, does the key fit, may it be written, which schema does it have."""

import codecs
import re
import stat
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop.casefile.engine import APPLICATION_ID, Database, connect, dbapi2, of_os, translated
from desktop.casefile.errors import CaseDamaged, CasefileError, CaseReadOnly, NewerCase, NoSuchCase, NotACase, WrongKey
from desktop.casefile.schema import MIGRATIONS, VERSION

_PLAIN: Final = b"SQLite format 3\0"
SALT_SIZE: Final = 16
_PAGE: Final = 4096
"""SQLCipher's page: an encrypted case is whole pages of noise."""
_LOOKED_AT: Final = 1024
_ID: Final = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Peek:
    """What a file shows without its key."""

    encrypted: bool
    case_id: str | None
    """Of an encrypted case: its salt, which is the id, so that the key can be looked up before the file is opened."""


def peek(path: Path) -> Peek:
    """Look at the first bytes. Raises NoSuchCase, CaseReadOnly (not even to be read) or NotACase."""
    name = path.name or str(path)
    refused: CasefileError | None = None
    try:
        what = path.stat()
        if not stat.S_ISREG(what.st_mode):  # opening a pipe would wait for its other end
            raise NotACase(name)
        with path.open("rb") as file:
            head = file.read(_LOOKED_AT)
    except (FileNotFoundError, NotADirectoryError):
        refused = NoSuchCase(name)
    except OSError as error:
        refused = of_os(error, path)
    if refused is not None:
        raise refused
    if head[:SALT_SIZE] == _PLAIN:
        return Peek(False, None)
    if not head or what.st_size % _PAGE or _is_text(head):
        raise NotACase(name)
    return Peek(True, head[:SALT_SIZE].hex())


def _is_text(head: bytes) -> bool:
    """Whether bytes are UTF-8, which so many of an encrypted page, that nothing tells from noise, never are."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def open_database(path: Path, key: bytes | None, *, read_only: bool) -> tuple[Database, int]:
    """A connection to an existing case, and its schema version."""
    encrypted = peek(path).encrypted
    if encrypted and key is None:
        raise NotACase(path.name)
    try:
        db, version = _opened(path, key if encrypted else None, read_only=read_only)
    except NotACase:
        if not encrypted:
            raise
        raise WrongKey(path.name) from None  # noise without its key
    if version > VERSION and not read_only:
        db.close()
        raise NewerCase(path.name, version, VERSION)
    return db, version


def _opened(path: Path, key: bytes | None, *, read_only: bool) -> tuple[Database, int]:
    frozen = read_only and not has_log(path) and not _writable(path)
    db = connect(path, key, read_only=read_only, immutable=frozen)
    with ExitStack() as unless_whole, translated(path):
        unless_whole.callback(db.close)
        version = int(db.execute("pragma user_version").fetchone()[0])
        if int(db.execute("pragma application_id").fetchone()[0]) != APPLICATION_ID:
            raise NotACase(path.name)
        unless_whole.pop_all()
    return db, version


def case_id(db: Database, path: Path) -> str:
    """The id that a case was made with; raises CaseDamaged where it has none, or lacks a table of ours.

    Files of this machine are named after it, so it is nothing but hexadecimal digits.
    """
    try:
        row = db.execute(
            "select case_id from case_info, (select count(*) from journal), (select count(*) from state)"
        ).fetchone()
    except dbapi2.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_ERROR":
            raise
        row = None
    if row is None or not isinstance(row[0], str) or not _ID.fullmatch(row[0]):
        raise CaseDamaged(path.name)
    return row[0]


def prepare_writer(db: Database, path: Path) -> None:
    """Write-ahead log, synced at every commit.

    Checkpoints are ours: one inside a decision would be felt (FACTS-LIST §2).
    """
    with translated(path):
        mode = db.execute("pragma journal_mode=wal").fetchone()[0]
        if mode != "wal":
            raise CaseReadOnly(path.name)
        db.execute("pragma synchronous=full")
        for sync in ("fullfsync", "checkpoint_fullfsync"):  # macOS: its fsync alone leaves data in the drive's cache
            db.execute(f"pragma {sync}=on")
        db.execute("pragma wal_autocheckpoint=0")
        db.execute("pragma foreign_keys=off")


def apply_steps(db: Database) -> None:
    """Run the steps that the file has not seen; within the caller's transaction."""
    MIGRATIONS.apply(db)
    db.execute(f"pragma application_id={APPLICATION_ID}")
    db.execute(f"pragma user_version={VERSION}")


def empty_database() -> Database:
    """The newest schema, in memory, with no rows of a case."""
    db = Database(dbapi2.connect(":memory:", isolation_level=None), execute_plugins=False)
    MIGRATIONS.apply(db)
    return db


def has_log(path: Path) -> bool:
    """Whether a write-ahead log with content lies beside the case: its last writer did not close it."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def back_up(db: Database, path: Path, key: bytes | None, version: int, now: datetime) -> Path:
    """Copy the case beside itself before its schema moves on, readable with the same key."""
    copy = path.with_name(f"{path.stem}.schema{version}-{now:%Y%m%d%H%M%S}{path.suffix}")
    with ExitStack() as unless_whole:
        unless_whole.callback(copy.unlink, missing_ok=True)
        with closing(connect(copy, key)) as target, translated(copy):
            db.conn.backup(target.conn)
        unless_whole.pop_all()
    return copy


def _writable(path: Path) -> bool:
    probe = path.with_name(path.name + ".probe")
    try:
        probe.touch(exist_ok=False)
        probe.unlink()
    except OSError:
        return False
    return True

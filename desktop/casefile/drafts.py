"""Words that are typed and not yet kept: beside the machine's state, so that no kill of the window loses them.

They are no change to the case, so they stand in a small file of their own, encrypted with the case's key where the case
is. What was kept or emptied is overwritten there.
"""

import threading
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from types import MappingProxyType

from desktop.casefile.engine import Database, connect, translated
from desktop.casefile.errors import CaseDamaged, NotACase

_TABLE = "create table if not exists draft (about text primary key, words text not null) strict"


class Drafts:
    """The drafts of one case on this machine. Opened when first asked; may be used by one thread at a time."""

    def __init__(self, state_dir: Path, case_id: str, key: bytes | None) -> None:
        self._path = state_dir / "drafts" / f"{case_id}.drafts"
        self._salt = bytes.fromhex(case_id)
        self._key = key
        self._mutex = threading.Lock()
        self._db: Database | None = None

    def all(self) -> Mapping[str, str]:
        """The words by what they are about, the oldest first. Raises DiskFailed and the like."""
        if not self._path.exists():
            return MappingProxyType({})
        with self._mutex, translated(self._path):
            return MappingProxyType(dict(self._open().execute("select about, words from draft order by rowid")))

    def keep(self, about: str, words: str) -> None:
        """Keep the newest words about something; empty words forget it. No kill loses them when this returns.

        A power cut may lose the last moments: waiting for the disk at each pause in typing would cost more than it
        saves.
        """
        with self._mutex, translated(self._path):
            db = self._open()
            with db.atomic():
                db.execute("delete from draft where about = ?", [about])
                if words:
                    db.execute("insert into draft (about, words) values (?, ?)", [about, words])

    def close(self) -> None:
        """Let the file go."""
        with self._mutex:
            if self._db is not None:
                self._db.close()
                self._db = None

    def _open(self) -> Database:
        if self._db is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._db = self._connected()
            except (NotACase, CaseDamaged):  # of another key, or broken: put aside, never deleted
                with suppress(FileNotFoundError):
                    self._path.replace(self._path.with_suffix(".unreadable"))
                self._db = self._connected()
        return self._db

    def _connected(self) -> Database:
        db = connect(self._path, self._key, salt=self._salt)
        with ExitStack() as unless_whole, translated(self._path):
            unless_whole.callback(db.close)
            db.execute("pragma secure_delete=on")
            db.execute("pragma journal_mode=wal")
            db.execute("pragma synchronous=normal")  # outlives a kill without waiting for a slow disk
            db.execute(_TABLE)
            unless_whole.pop_all()
        return db

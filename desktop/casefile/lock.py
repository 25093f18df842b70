"""One writer a case: a file beside it, held by the operating system's own lock, that says who is editing.

The lock dies with its process, so a killed writer leaves no stale lock: the file may remain, and the next writer takes
it over. Windows locks are mandatory for the locked bytes, so a byte far behind the text is the one that is locked.
"""

import json
import os
import platform
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

from desktop.casefile.engine import of_os
from desktop.casefile.errors import CaseLocked

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR: Final = 1 << 30


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is editing."""

    user: str
    host: str
    pid: int
    since: datetime


class WriterLock:
    """Held from construction to :meth:`release`.

    Raises CaseLocked, or a named error where the folder can't be written.
    """

    def __init__(self, case: Path, user: str, now: datetime) -> None:
        self._path = lock_path(case)
        holder = Holder(user, platform.node(), os.getpid(), now)
        refused: OSError | None = None
        try:
            self._file = _taken(self._path)
        except OSError as error:
            refused = error
        if refused is not None:
            raise of_os(refused, case)
        if self._file is None:
            there = held_by(case) or Holder("?", "?", 0, now)
            raise CaseLocked(there.user, there.host, there.since)
        said = {"user": holder.user, "host": holder.host, "pid": holder.pid, "since": holder.since.isoformat()}
        self._file.seek(0)
        self._file.truncate()
        self._file.write(json.dumps(said, ensure_ascii=False).encode())
        self._file.flush()

    def release(self) -> None:
        """Let the next writer in. Calling it again does nothing."""
        if self._file is None:
            return
        if sys.platform == "win32":  # an open file can't be deleted there
            self._file.close()
            _forget(self._path)
        else:
            _forget(self._path)
            self._file.close()
        self._file = None


def lock_path(case: Path) -> Path:
    """Where the lock of ``case`` is."""
    return case.with_name(case.name + ".lock")


def held_by(case: Path) -> Holder | None:
    """What the lock file says; None if there is none or it is torn (its writer was killed while writing)."""
    try:
        said = json.loads(lock_path(case).read_bytes())
        since = datetime.fromisoformat(said["since"]).astimezone(UTC)
        return Holder(str(said["user"]), str(said["host"]), int(said["pid"]), since)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_held(case: Path) -> bool:
    """Whether somebody edits the case now; where the lock can't even be tried, that is taken for yes."""
    try:
        file = os.fdopen(os.open(lock_path(case), os.O_RDWR), "r+b")
    except FileNotFoundError:
        return False
    except OSError:
        return True
    with file:
        try:
            _lock(file)
        except OSError:
            return True
    return False


def _taken(path: Path) -> IO[bytes] | None:
    """The locked file, or None when another process holds it."""
    while True:
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
        try:
            _lock(file)
        except OSError:
            file.close()
            return None
        if _still_there(file, path):
            return file
        file.close()  # its last holder deleted it between our opening and our locking


def _still_there(file: IO[bytes], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":

    def _lock(file: IO[bytes]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _forget(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return  # Windows: the next writer has opened it already

"""The one SQLite: ``sqlcipher3``, for plain and encrypted cases alike (FACTS §6).

sqlite-utils looks for ``pysqlite3`` before the standard library's ``sqlite3``; giving it ours under that name makes it
catch our exceptions, which are no subclasses of ``sqlite3.Error``. So this module must be the first to import
sqlite-utils.
"""

import errno
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import sqlcipher3
from sqlcipher3 import dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
# It also imports these where they are, to name their types: a third of this room's start, for nothing. None: not to be
# imported.
_UNUSED: Final = [name for name in ("numpy", "pandas") if name not in sys.modules]
for _name in _UNUSED:
    sys.modules[_name] = None  # type: ignore[assignment]

from sqlite_utils import Database  # noqa: E402  (after the alias, see above)

for _name in _UNUSED:
    del sys.modules[_name]

from desktop.casefile import errors  # noqa: E402

__all__ = ["Database", "connect", "dbapi2", "of_os", "translated"]

BUSY_SECONDS: Final = 10
"""How long a lock of another program on the file (a virus scanner's, a copy's) is waited out."""
WRITER_CACHE_KIB: Final = 32 * 1024
READER_CACHE_KIB: Final = 16 * 1024
APPLICATION_ID: Final = 0x53454B49
"""``SEKI``, in the header of every case."""

_FULL: Final = frozenset({"SQLITE_FULL"})
_BUSY: Final = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL")
_READ_ONLY: Final = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")


def connect(
    path: Path, key: bytes | None, *, salt: bytes = b"", read_only: bool = False, immutable: bool = False
) -> Database:
    """Open ``path`` with its raw 32-byte key, and for a new file the 16 bytes that it shall begin with.

    ``immutable``: nobody can write it, so no lock and no log file is looked for.
    """
    mode = "ro" if read_only else "rwc"
    uri = f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if immutable else ''}"
    with translated(path):
        connection = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS)
    with ExitStack() as unless_whole, translated(path):
        unless_whole.callback(connection.close)
        connection.execute("PRAGMA cipher_log_level=NONE")  # else SQLCipher writes to stderr
        if key is not None:
            connection.execute(f"PRAGMA key=\"x'{key.hex()}{salt.hex()}'\"")
        connection.execute(f"PRAGMA cache_size=-{READER_CACHE_KIB if read_only else WRITER_CACHE_KIB}")
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA temp_store=2")  # an encrypted case must not spill plain text to a temporary file
        if read_only:
            connection.execute("PRAGMA query_only=ON")
        unless_whole.pop_all()
    return Database(connection, execute_plugins=False)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's and the operating system's refusals into this room's errors."""
    try:
        yield
    except dbapi2.Error as error:
        ours = _ours(error, path)
        if ours is None:
            raise
        raise ours from None
    except OSError as error:
        raise of_os(error, path) from None


def _ours(error: Exception, path: Path) -> errors.CasefileError | None:
    name: str = getattr(error, "sqlite_errorname", "") or ""
    shown = path.name
    if name in _FULL:
        return errors.DiskFull(shown)
    if name.startswith(_BUSY):
        return errors.CaseBusy(shown, BUSY_SECONDS)
    if name.startswith("SQLITE_NOTADB"):
        return errors.NotACase(shown)
    if name.startswith("SQLITE_CORRUPT"):
        return errors.CaseDamaged(shown)
    if name.startswith(_READ_ONLY):
        return errors.CaseReadOnly(shown)
    if name.startswith("SQLITE_IOERR"):
        return errors.DiskFailed(shown)
    return None


def of_os(error: OSError, path: Path) -> errors.CasefileError:
    """The named error for what the operating system refused."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return errors.DiskFull(path.name)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return errors.CaseReadOnly(path.name)
        case errno.ENOENT | errno.ENOTDIR:
            return errors.NoSuchFolder(str(path.parent))
        case _:
            return errors.DiskFailed(path.name)

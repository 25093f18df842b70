"""A case is made under a hidden name that nothing takes for a case, and gets its own name when it is whole.

A killed maker leaves such a part behind. It was made under the writer lock of the case that it was to become, so a part
whose case nobody holds has lost its maker.
"""

import os
import re
import time
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop.casefile.engine import connect, translated
from desktop.casefile.errors import CasefileError
from desktop.casefile.lock import WriterLock

_LOCK: Final = ".sekisho.lock"
_SUFFIX: Final = ".sekisho-part"
_PART: Final = re.compile(rf"\.(?P<case>.+)\.[0-9a-f]{{8}}{re.escape(_SUFFIX)}(-journal|-wal|-shm)?", re.DOTALL)
_RENAMINGS: Final = 10 if os.name == "nt" else 0
_A_MOMENT: Final = 0.2


def part_of(case: Path, case_id: str) -> Path:
    """Where the case with this id is made before it takes its name."""
    return case.with_name(f".{case.name}.{case_id[:8]}{_SUFFIX}")


def take_name(part: Path, path: Path) -> None:
    """Give a whole case its name, for good; raises FileExistsError where something has that name already.

    Windows refuses while a virus scanner looks at the new file.
    """
    for _ in range(_RENAMINGS):
        with suppress(PermissionError):
            part.rename(path)
            return
        time.sleep(_A_MOMENT)
    if os.name != "posix":
        part.rename(path)
    else:  # where renaming would replace what is there
        _link(part, path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _link(part: Path, path: Path) -> None:
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without second names, such as a USB stick's
        part.rename(path)
    else:
        part.unlink()


def remove_part(part: Path) -> None:
    """Delete one part and what SQLite keeps beside it, as far as they are there."""
    for tail in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            part.with_name(part.name + tail).unlink()


def clear_empty_log(case: Path, key: bytes | None) -> None:
    """Have SQLite take away the empty log that connections which may only read made beside ``case`` and can't delete.

    It does so when the last connection of all that may write closes, so nobody who has the case open is disturbed. A
    log with content stays for the next writer.
    """
    log = case.with_name(case.name + "-wal")
    with suppress(CasefileError, OSError):
        if case.is_file() and log.stat().st_size == 0:
            db = connect(case, key)
            with translated(case), closing(db):
                db.execute("select count(*) from sqlite_master").fetchone()


def clear_leftovers(held: Path, who: str, now: datetime) -> None:
    """Delete the parts in the folder of ``held``, whose lock the caller has, that no living process makes.

    And the locks of cases that were never made.
    """
    for left in _parts_beside(held):
        found = _PART.fullmatch(left.name)
        assert found is not None
        case = held.with_name(found["case"])
        if case.name == held.name:
            _delete(left)
            continue
        with suppress(CasefileError):  # it is being made right now, or the folder is not ours to write
            lock = WriterLock(case, who, now)
            _delete(left)
            lock.release()
    for case in _cases_without_a_file(held):
        with suppress(CasefileError):
            WriterLock(case, who, now).release()


def _cases_without_a_file(held: Path) -> list[Path]:
    with suppress(OSError):
        locks = [entry for entry in held.parent.iterdir() if entry.name.endswith(_LOCK)]
        cases = [entry.with_name(entry.name.removesuffix(".lock")) for entry in locks]
        return [case for case in cases if case.name != held.name and not case.exists()]
    return []


def _parts_beside(case: Path) -> list[Path]:
    with suppress(OSError):
        return [entry for entry in case.parent.iterdir() if _PART.fullmatch(entry.name)]
    return []


def _delete(left: Path) -> None:
    with suppress(OSError):
        left.unlink()

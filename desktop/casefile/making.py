"""A new case file, and an old one brought to the present schema."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.casefile import journal, opening
from desktop.casefile.actions import Action
from desktop.casefile.actions.starting import Begin, Migrate
from desktop.casefile.engine import Database, connect, translated
from desktop.casefile.errors import CaseExists, NoSuchFolder
from desktop.casefile.heads import Heads
from desktop.casefile.leftovers import clear_leftovers, part_of, remove_part, take_name
from desktop.casefile.lock import WriterLock
from desktop.casefile.schema import VERSION, Layout
from desktop.casefile.stored import clean
from desktop.casefile.verifying import total
from desktop.casefile.volumes import refuse_bad_place
from desktop.casefile.writing import Pen, keep_all_sums, read_sums, write_entry


@dataclass(frozen=True, slots=True)
class Maker:
    """Who writes the entry: their name, the operating system's account, and the machine's device."""

    who: str
    account: str
    device: str


def make_case(
    path: Path, begin: Begin, key: bytes | None, maker: Maker, heads: Heads, clock: Callable[[], datetime]
) -> None:
    """Make a case that appears under its name whole or not at all, and remember its first head.

    What a killed maker left in the folder is cleared away. Raises NoSuchFolder, CaseExists, CaseLocked, and what the
    place or the disk refuse.
    """
    if not path.parent.is_dir():
        raise NoSuchFolder(str(path.parent))
    refuse_bad_place(path)
    if path.exists():
        raise CaseExists(path.name)
    part = part_of(path, begin.case_id)
    lock = WriterLock(path, maker.who, clock())
    try:
        clear_leftovers(path, maker.who, clock())
        first = make_file(part, begin, key, maker, clock())
        with translated(path):
            try:
                take_name(part, path)
            except FileExistsError:
                raise CaseExists(path.name) from None
        with suppress(OSError):  # then no head is known here, which a first entry does not need
            heads.remember(first.seq, first.hash)
    finally:
        remove_part(part)
        lock.release()


def make_file(path: Path, begin: Begin, key: bytes | None, maker: Maker, now: datetime) -> journal.Line:
    """Write a whole case with its first entry, which it returns, and close it."""
    db = connect(path, key, salt=bytes.fromhex(begin.case_id))
    try:
        with translated(path), db.atomic():
            opening.apply_steps(db)
            return _hash_and_enter(db, begin, maker, now)
    finally:
        db.close()


def move_schema_on(db: Database, path: Path, key: bytes | None, version: int, maker: Maker, now: datetime) -> None:
    """Back up, run the missing steps, hash all rows anew and say so in the journal, all or nothing.

    The new hash would cover up what was changed by another hand before, so the entry says whether the rows were as
    written.
    """
    copy = opening.back_up(db, path, key, version, now)
    with translated(path), db.atomic():
        last, before = journal.last(db), total(db, Layout.of(db))
        as_written = last is not None and before is not None and before.digest() == last.rows
        opening.apply_steps(db)
        _hash_and_enter(db, Migrate(version, VERSION, copy.name, as_written), maker, now)


def _hash_and_enter(db: Database, action: Action, maker: Maker, now: datetime) -> journal.Line:
    layout = Layout.of(db)
    running = total(db, layout)
    assert running is not None  # nobody cancels it
    keep_all_sums(db, running)
    pen = Pen(db, layout, clean(maker.who), clean(maker.account), maker.device, now)
    return write_entry(pen, action, read_sums(db), journal.last(db)).line

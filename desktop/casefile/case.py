"""The case: one file, and the one way to change it."""

import secrets
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from desktop.casefile import journal, opening
from desktop.casefile.actions import Action
from desktop.casefile.actions.starting import Begin, NoticeOlderCopy
from desktop.casefile.drafts import Drafts
from desktop.casefile.engine import Database, translated
from desktop.casefile.errors import (
    CaseDamaged,
    CaseGone,
    CaseHasOtherNames,
    CaseMovedOn,
    CaseReadOnly,
    MachineInTheWay,
    NothingToRedo,
    NothingToUndo,
)
from desktop.casefile.heads import Heads, Signer
from desktop.casefile.inverse import Inverse
from desktop.casefile.leftovers import clear_empty_log, clear_leftovers
from desktop.casefile.lock import WriterLock
from desktop.casefile.making import Maker, make_case, move_schema_on
from desktop.casefile.reader import Reader
from desktop.casefile.schema import VERSION, Layout
from desktop.casefile.stored import clean
from desktop.casefile.undoing import Redo, Steps, Undo
from desktop.casefile.verifying import VerifyReport, refuse_foreign_rules, standing, verify
from desktop.casefile.volumes import refuse_bad_place
from desktop.casefile.writing import Pen, change_of, read_sums, write_entry
from desktop.domain.changes import Change, Entry
from desktop.domain.ids import Seq
from desktop.domain.levels import DataClass, Tlp

if TYPE_CHECKING:
    from desktop.casefile.index.finding_index import FindingIndex

Clock = Callable[[], datetime]
_LONGEST_LOG: Final = 16_384
"""Pages (64 MB) of write-ahead log above which it is carried into the file even when nobody is idle."""


def new_case_id() -> str:
    """An id that no case has: 32 hex digits. An encrypted case begins with it."""
    return secrets.token_hex(opening.SALT_SIZE)


def utc_now() -> datetime:
    """The clock that a case uses unless a test gives another."""
    return datetime.now(UTC)


class Case:
    """An open case. Make one with :meth:`create` or :meth:`open`; close it, or use it as a context manager."""

    def __init__(
        self,
        path: Path,
        db: Database,
        key: bytes | None,
        actor: str,
        account: str,
        device: Signer,
        state_dir: Path,
        lock: WriterLock | None,
        clock: Clock,
    ) -> None:
        self.path = path
        self.actor = clean(actor)
        self._account = clean(account)
        self._db = db
        self._key = key
        self._device = device
        self._state_dir = state_dir
        self._lock_file = lock
        self._clock = clock
        self._mutex = threading.RLock()
        self._listeners: list[Callable[[Change], None]] = []
        there = path.stat()
        self._file = (there.st_dev, there.st_ino)
        self._layout = Layout.of(db)
        with translated(path):
            self.case_id = opening.case_id(db, path)
            self._sums: Mapping[str, bytes] = read_sums(db)
            self._last = journal.last(db)
            self._steps = Steps.of(db.execute("select id, action from journal order by id"))
            self._data_version = self._version()
            self._heads = Heads(state_dir, self.case_id, device)
            self.standing = standing(db, self._last, self._sums, self._heads.remembered(), device.id)
        """What is wrong at first sight; ``verify`` looks at everything."""
        self.unclean = False
        """Whether the last writer went without closing: a good time to verify."""
        self._own_reader: Reader | None = None

    # Opening and closing

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        title: str,
        actor: str,
        device: Signer,
        state_dir: Path,
        account: str = "",
        key: bytes | None = None,
        data_class: DataClass = DataClass.CONFIDENTIAL,
        tlp: Tlp = Tlp.AMBER,
        case_id: str | None = None,
        clock: Clock = utc_now,
    ) -> Self:
        """Make a case file and open it. ``key`` is 32 raw bytes, None makes a plain file.

        ``account`` is the operating system's, which every entry names beside ``actor``.

        ``case_id`` is one of ``new_case_id``, for who must keep the key under it before the case is there. The file
        appears whole or not at all; what a killed maker left in the folder is cleared away. Raises CaseExists and what
        :meth:`open` raises.
        """
        begin = Begin(case_id or new_case_id(), title, data_class, tlp)
        heads = Heads(state_dir, begin.case_id, device)
        make_case(path, begin, key, Maker(actor, account, device.id), heads, clock)
        return cls.open(path, actor=actor, account=account, device=device, state_dir=state_dir, key=key, clock=clock)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        actor: str,
        device: Signer,
        state_dir: Path,
        account: str = "",
        key: bytes | None = None,
        read_only: bool = False,
        clock: Clock = utc_now,
    ) -> Self:
        """Open a case to edit, or to read beside whoever edits it.

        Raises NoSuchCase, NotACase, WrongKey, OnNetworkVolume, InSyncedFolder, CaseDamaged; and NewerCase, CaseLocked,
        CaseReadOnly, RulesChanged, CaseHasOtherNames, which leave it to be opened read-only.
        """
        opening.peek(path)
        path = path.resolve()  # the lock lies beside the file itself, whatever link leads to it
        refuse_bad_place(path)
        with ExitStack() as unless_whole:
            lock = None
            if not read_only:
                lock = WriterLock(path, actor, clock())
                unless_whole.callback(lock.release)
                clear_leftovers(path, actor, clock())  # a maker killed at the last moment leaves the case a second name
                if path.stat().st_nlink > 1:
                    raise CaseHasOtherNames(path.name)
            unclean = not read_only and opening.has_log(path)
            db, version = opening.open_database(path, key, read_only=read_only)
            unless_whole.callback(db.close)
            if not read_only:
                opening.prepare_writer(db, path)
                if version < VERSION:
                    move_schema_on(db, path, key, version, Maker(actor, account, device.id), clock())
            case = cls(path, db, key, actor, account, device, state_dir, lock, clock)
            case.unclean = unclean
            if not read_only:
                refuse_foreign_rules(db, path)
                case._notice_older_copy()
            unless_whole.pop_all()
        return case

    def close(self) -> None:
        """Carry the log into the file and let the next writer in. Calling it again does nothing."""
        with self._mutex:
            if self._own_reader is not None:
                self._own_reader.close()
                self._own_reader = None
            if self._lock_file is not None:
                with suppress(MachineInTheWay), translated(self.path):
                    self._db.execute("pragma wal_checkpoint(truncate)")
            self._db.close()
            if self._lock_file is not None:
                self._lock_file.release()
                self._lock_file = None
            else:
                clear_empty_log(self.path, self._key)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def editable(self) -> bool:
        """Whether this opener may write."""
        return self._lock_file is not None

    @property
    def encrypted(self) -> bool:
        return self._key is not None

    # Changing

    def do(self, action: Action) -> Change:
        """Check and write one action with its journal entry, in one transaction that is on the disk when this returns.

        Raises what the action's ``check`` raises, CaseReadOnly, DiskFull, DiskFailed, CaseBusy; then nothing was
        written.
        """
        with self._mutex:
            change = self._write(action, undoes=0)
        self._tell(change)
        return change

    def undo(self) -> Change:
        """Take the newest undoable entry back. Raises NothingToUndo."""
        with self._mutex:
            if not self._steps.undo:
                raise NothingToUndo
            seq, name = self._steps.undo[-1]
            change = self._write(Undo(seq, name, self._way_back(seq)), undoes=seq)
        self._tell(change)
        return change

    def redo(self) -> Change:
        """Take the newest undo back, as long as nothing else was done since. Raises NothingToRedo."""
        with self._mutex:
            if not self._steps.redo:
                raise NothingToRedo
            seq, name = self._steps.redo[-1]
            change = self._write(Redo(seq, name, self._way_back(seq)), undoes=seq)
        self._tell(change)
        return change

    @property
    def can_undo(self) -> Entry | None:
        """The entry that :meth:`undo` would take back."""
        return self._entry(self._steps.undo)

    @property
    def can_redo(self) -> Entry | None:
        """The undo that :meth:`redo` would take back."""
        return self._entry(self._steps.redo)

    def listen(self, heard: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``heard`` with every change, on the thread that wrote it; returns what ends that."""
        self._listeners.append(heard)

        def end() -> None:
            with suppress(ValueError):
                self._listeners.remove(heard)

        return end

    def poll(self) -> Change | None:
        """For a reading opener: what the writer changed since the last call, or None."""
        with self._mutex, translated(self.path):
            version = self._version()
            if version == self._data_version:
                return None
            self._data_version = version
            before = self._last.seq if self._last else Seq(0)
            news = list(journal.lines(self._db, before))
            if not news:
                return None
            self._last = news[-1]
            return change_of(self._db, news)

    def checkpoint(self) -> None:
        """Carry the log into the file as far as readers allow; for idle moments.

        A full disk is no failure here: everything written stands in the log.
        """
        with self._mutex, suppress(MachineInTheWay), translated(self.path):
            if self.editable:
                self._db.execute("pragma wal_checkpoint(passive)")

    # Reading

    def reader(self) -> Reader:
        """A reader with its own connection, for one thread; close it, or use it as a context manager."""
        db, _ = opening.open_database(self.path, self._key, read_only=True)
        return Reader(db, self.path, self.actor, editable=self.editable, encrypted=self.encrypted)

    def index(self) -> "FindingIndex":
        """The list's columns over their own connection, loaded; for one thread, which closes it."""
        from desktop.casefile.index.finding_index import FindingIndex  # late: numpy is not needed for the first window

        db, _ = opening.open_database(self.path, self._key, read_only=True)
        index = FindingIndex(db, self.path)
        index.load()
        index.make_ready()
        return index

    def drafts(self) -> Drafts:
        """Words typed on this machine that are not in the case yet; for one thread, which closes it."""
        return Drafts(self._state_dir, self.case_id, self._key)

    @property
    def read(self) -> Reader:
        """The opener's own reader."""
        if self._own_reader is None:
            self._own_reader = self.reader()
        return self._own_reader

    def verify(
        self, progress: Callable[[int, int], None] | None = None, cancelled: Callable[[], bool] = lambda: False
    ) -> VerifyReport:
        """Recompute everything that the journal says from what the tables hold; see ``verifying``."""
        db, _ = opening.open_database(self.path, self._key, read_only=True)
        try:
            with translated(self.path):
                return verify(db, self._heads.remembered(), self._device.id, progress, cancelled)
        finally:
            db.close()

    # Within

    def _notice_older_copy(self) -> None:
        """Write down what going on would cover up: the next head that this machine remembers is the next entry's."""
        if not self.standing or self._last is None:
            return
        remembered = self._heads.remembered()
        if remembered is None:
            self._write(NoticeOlderCopy(0, self._last.seq, ""), undoes=0)
            return
        at = journal.line_at(self._db, remembered.entries)
        if at is None or at.hash != remembered.hash or not remembered.signed:
            self._write(NoticeOlderCopy(remembered.entries, self._last.seq, remembered.hash), undoes=0)

    def _write(self, action: Action, undoes: int) -> Change:
        if self._lock_file is None:
            raise CaseReadOnly(self.path.name)
        if not self._is_there():
            raise CaseGone(self.path.name)
        pen = Pen(self._db, self._layout, self.actor, self._account, self._device.id, self._clock())
        with translated(self.path), self._db.atomic():
            if journal.last(self._db) != self._last:
                raise CaseMovedOn(self.path.name)
            written = write_entry(pen, action, self._sums, self._last, undoes)
        self._sums, self._last = written.sums, written.line
        if action.UNDOABLE:
            self._steps.follow(written.line.seq, action.KIND)
        with suppress(OSError):  # the head is only behind then, which contradicts nothing
            self._heads.remember(written.line.seq, written.line.hash)
        self._carry_long_log()
        return written.change

    def _is_there(self) -> bool:
        """Whether the path still leads to the file that was opened, and not to one that took its place."""
        try:
            now = self.path.stat()
        except OSError:
            return False
        return (now.st_dev, now.st_ino) == self._file

    def _carry_long_log(self) -> None:
        _, written, carried = self._db.execute("pragma wal_checkpoint(noop)").fetchone()
        if written - carried > _LONGEST_LOG:
            self.checkpoint()

    def _way_back(self, seq: Seq) -> Inverse:
        with translated(self.path):
            row = self._db.execute("select body from inverse where id = ?", [seq]).fetchone()
        with suppress(ValueError):
            return Inverse.decode(row[0] if row else b"")
        raise CaseDamaged(self.path.name)

    def _entry(self, steps: list[tuple[Seq, str]]) -> Entry | None:
        return self.read.entry(steps[-1][0]) if steps else None

    def _tell(self, change: Change) -> None:
        for heard in tuple(self._listeners):
            heard(change)

    def _version(self) -> int:
        return int(self._db.execute("pragma data_version").fetchone()[0])

"""First entry of a case, and the entry of a schema step. Only the kernel does these."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.casefile.actions.base import Done
from desktop.casefile.rows import Rows
from desktop.casefile.stored import clean
from desktop.domain.changes import Kind
from desktop.domain.levels import DataClass, Tlp


@dataclass(frozen=True, slots=True)
class Begin:
    """A case is made. The id is 32 hex digits; an encrypted file begins with its bytes."""

    case_id: str
    title: str
    data_class: DataClass
    tlp: Tlp

    KIND: ClassVar[str] = "begin"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.CASE})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """Nothing to ask: the file is new."""

    def apply(self, rows: Rows) -> Done:
        """Write the case's own row."""
        rows.insert(
            "case_info",
            id=1,
            case_id=self.case_id,
            title=clean(self.title),
            data_class=int(self.data_class),
            tlp=str(self.tlp),
            created=rows.at,
        )
        return Done({"case": self.case_id, "data_class": self.data_class.name.lower(), "tlp": str(self.tlp)})


@dataclass(frozen=True, slots=True)
class Migrate:
    """The schema moved on; ``backup`` is the name of the copy that was made before.

    ``as_written``: whether the rows were then what the journal said.
    """

    before: int
    after: int
    backup: str
    as_written: bool

    KIND: ClassVar[str] = "migrate"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.CASE})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """Nothing to ask: the steps have run."""

    def apply(self, rows: Rows) -> Done:
        """The steps wrote the rows; this only says so."""
        return Done({"before": self.before, "after": self.after, "backup": self.backup, "as_written": self.as_written})


@dataclass(frozen=True, slots=True)
class NoticeOlderCopy:
    """An older copy than this machine remembers was opened to edit.

    It may be a restored backup, so work goes on, and stays said.
    """

    remembered: int
    found: int
    head: str

    KIND: ClassVar[str] = "notice_older_copy"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.CASE})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """Nothing to ask: it is a fact."""

    def apply(self, rows: Rows) -> Done:
        """Only an entry."""
        return Done({"remembered": self.remembered, "found": self.found, "head": self.head})

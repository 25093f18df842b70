"""Queries that an analyst keeps, to stand below the queues."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.casefile.actions.base import Done
from desktop.casefile.errors import BadField
from desktop.casefile.index.query import Query
from desktop.casefile.rows import Rows
from desktop.casefile.stored import clean, digest
from desktop.domain.changes import Kind


@dataclass(frozen=True, slots=True)
class SaveQuery:
    """Keep a query under a name, in place of one of the same name."""

    name: str
    query: str

    KIND: ClassVar[str] = "save_query"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.CASE, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """It has a name, and is understood."""
        if not self.name.strip():
            raise BadField("name", "")
        Query.parse(self.query)

    def apply(self, rows: Rows) -> Done:
        """Write it."""
        name = clean(self.name.strip())
        known = rows.one("select id from saved_query where name = ?", name)
        if known is None:
            rows.insert("saved_query", name=name, query=clean(self.query))
        else:
            rows.update("saved_query", known[0], query=clean(self.query))
        return Done({"name": digest(name), "query": digest(self.query)})


@dataclass(frozen=True, slots=True)
class ForgetQuery:
    """Keep a query no longer."""

    name: str

    KIND: ClassVar[str] = "forget_query"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.CASE, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """It must be there."""
        if rows.one("select 1 from saved_query where name = ?", clean(self.name.strip())) is None:
            raise BadField("name", self.name[:40])

    def apply(self, rows: Rows) -> Done:
        """Delete it."""
        name = clean(self.name.strip())
        rows.delete_many("saved_query", [rows.one("select id from saved_query where name = ?", name)[0]])
        return Done({"name": digest(name)})

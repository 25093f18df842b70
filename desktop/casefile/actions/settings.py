"""The case's own facts: title, class, marking, and the leave to test."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.casefile.actions.base import Done
from desktop.casefile.errors import AlreadyOver, BadField
from desktop.casefile.rows import Rows
from desktop.casefile.stored import clean, days, digest
from desktop.domain.changes import Kind
from desktop.domain.levels import Tlp
from desktop.domain.runs import Authorisation


@dataclass(frozen=True, slots=True)
class SetCase:
    """Title and TLP; None leaves as it is. A case's class stands from its beginning."""

    title: str | None = None
    tlp: Tlp | None = None

    KIND: ClassVar[str] = "set_case"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.CASE, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """A case has a title."""
        if self.title is not None and not self.title.strip():
            raise BadField("title", "")

    def apply(self, rows: Rows) -> Done:
        """Write what was given."""
        fields: dict[str, object] = {}
        if self.title is not None:
            rows.update("case_info", 1, title=clean(self.title))
            fields["title"] = digest(self.title)
        if self.tlp is not None:
            rows.update("case_info", 1, tlp=str(self.tlp))
            fields["tlp"] = str(self.tlp)
        return Done(fields)


@dataclass(frozen=True, slots=True)
class Authorise:
    """Record who gave leave to test what, until when. Without one nothing is sent."""

    authorisation: Authorisation

    KIND: ClassVar[str] = "authorise"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.AUTHORISATION, Kind.CASE, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """Owner, authoriser and scope are named, and the last day is not past."""
        given = self.authorisation
        for name in ("owner", "by", "scope"):
            if not str(getattr(given, name)).strip():
                raise BadField(name, "")
        if given.until < rows.now.date():
            raise AlreadyOver(given.until)

    def apply(self, rows: Rows) -> Done:
        """The newest record counts; older ones stay."""
        given = self.authorisation
        made = rows.insert(
            "authorisation",
            owner=clean(given.owner),
            by=clean(given.by),
            scope=clean(given.scope),
            until=days(given.until),
            reference=clean(given.reference),
        )
        return Done({"authorisation": made, "until": given.until.isoformat(), "by": digest(given.by)}, made=made)

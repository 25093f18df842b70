"""Tags."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.casefile.actions.base import Done
from desktop.casefile.actions.deciding import must_exist
from desktop.casefile.errors import BadField
from desktop.casefile.rows import Rows, steps
from desktop.casefile.stored import clean
from desktop.domain.changes import Kind
from desktop.domain.ids import FindingId


@dataclass(frozen=True, slots=True)
class Tag:
    """Put tags on findings and take others off. A tag has no blank at its ends and no comma or line end inside."""

    findings: tuple[FindingId, ...]
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    KIND: ClassVar[str] = "tag"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.FINDING, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """The findings must be there and the tags must be tags."""
        must_exist(rows, self.findings)
        for tag in self.add:
            if not tag.strip() or "," in tag or not tag.isprintable():
                raise BadField("tag", tag[:40])

    def apply(self, rows: Rows) -> Done:
        """Write what is not there yet, delete what is."""
        for tag in self.add:
            number = rows.name_id("tag", clean(tag.strip()))
            have: set[int] = set()
            for some in steps(self.findings):
                sql = "select finding from finding_tag where tag = ? and finding in (select value from json_each(?))"
                have.update(id for (id,) in rows.all(sql, number, str(some)))
            missing = [finding for finding in self.findings if finding not in have]
            rows.insert_many("finding_tag", [{"finding": finding, "tag": number} for finding in missing])
        for tag in self.remove:
            for some in steps(self.findings):
                sql = (
                    "select id from finding_tag where tag = (select id from tag where name = ?)"
                    " and finding in (select value from json_each(?))"
                )
                rows.delete_many("finding_tag", [id for (id,) in rows.all(sql, clean(tag.strip()), str(some))])
        return Done({"count": len(self.findings), "added": len(self.add), "removed": len(self.remove)})

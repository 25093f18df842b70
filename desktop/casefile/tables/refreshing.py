"""A machine's newer values for findings that are there.

A field that a person set keeps theirs, and the machine's goes beside it.
"""

from collections.abc import Sequence

from desktop.casefile.fields import parse, shown
from desktop.casefile.rows import Rows
from desktop.casefile.stored import FLAG_GONE, clean
from desktop.casefile.tables.setting import write_field
from desktop.domain.ids import FindingId
from desktop.domain.levels import Severity
from desktop.identity.units import UnitRow

_READ = """
    select f.id, f.severity, f.flags, t.title, t.cwe, t.cve, t.cvss31, t.cvss40,
        ifnull((select body from shared_text where id = t.shared_description), t.description),
        ifnull((select body from shared_text where id = t.shared_recommendation), t.recommendation)
    from finding f join finding_text t on t.id = f.id where f.id in (select value from json_each(?))"""
_NAMES = ("severity", "title", "cwe", "cve", "cvss31", "cvss40", "description", "recommendation")


def refresh(rows: Rows, again: Sequence[tuple[FindingId, UnitRow]]) -> None:
    """Take what a tool says now of findings that it reported before. What it says no more is left as it was."""
    if not again:
        return
    units = dict(again)
    ids = str(list(units))
    kept_of = "select id, finding, field from kept where finding in (select value from json_each(?))"
    kept = {(id, name): key for key, id, name in rows.all(kept_of, ids)}
    back: list[int] = []
    for id, severity, flags, *texts in rows.all(_READ, ids):
        unit = units[id]
        said = (
            Severity(unit.severity).name.lower(),
            *map(
                clean, (unit.title, unit.cwe, unit.cve, unit.cvss31, unit.cvss40, unit.description, unit.recommendation)
            ),
        )
        there = (shown("severity", severity), *texts)
        for name, new, old in zip(_NAMES, said, there, strict=True):
            if (id, name) in kept:
                rows.update("kept", kept[id, name], machine=new)
            elif new and new != old:
                write_field(rows, id, name, parse(name, new))
        if flags & FLAG_GONE:
            back.append(id)
    for id in back:
        flags = rows.one("select flags from finding where id = ?", id)[0]
        rows.update("finding", id, flags=flags & ~FLAG_GONE)

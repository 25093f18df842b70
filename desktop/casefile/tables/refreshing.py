"""A machine's newer values for findings that are there: a field that a person set keeps theirs, and the machine's goes
beside it.
"""

from collections.abc import Sequence

from desktop.casefile.fields import FIELDS, followers, parse, shown
from desktop.casefile.rows import Rows
from desktop.casefile.stored import FLAG_GONE, clean
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
    kept = {
        (id, name): key
        for key, id, name in rows.all(f"select id, finding, field from kept where finding in {_IDS}", ids)
    }
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
                _write(rows, id, name, new)
        if flags & FLAG_GONE:
            back.append(id)
    for id in back:
        row = rows.get("finding", id)
        assert row is not None
        rows.update("finding", id, flags=row["flags"] & ~FLAG_GONE)


_IDS = "(select value from json_each(?))"


def _write(rows: Rows, finding: FindingId, name: str, value: str) -> None:
    field = FIELDS[name]
    stored = parse(name, value)
    rows.update(field.table, finding, **{field.column: stored})
    for (table, column), with_it in followers(name, stored).items():
        rows.update(table, finding, **{column: with_it})

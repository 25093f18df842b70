"""What people write into findings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from desktop.casefile.actions.base import Done
from desktop.casefile.actions.deciding import must_exist
from desktop.casefile.fields import parse, shown
from desktop.casefile.rows import Rows, steps
from desktop.casefile.stored import FLAG_KEPT, digest
from desktop.casefile.tables.setting import read_field, write_field
from desktop.domain.changes import Kind
from desktop.domain.ids import FindingId
from desktop.domain.levels import Severity


@dataclass(frozen=True, slots=True)
class SetField:
    """A person sets a field (``casefile.fields.FIELDS``), as text; from then on no machine overwrites it."""

    finding: FindingId
    field: str
    value: str

    KIND: ClassVar[str] = "set_field"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.FINDING, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """The finding must be there and the value must fit."""
        must_exist(rows, (self.finding,))
        parse(self.field, self.value)

    def apply(self, rows: Rows) -> Done:
        """Write the value, and keep the machine's beside it."""
        set_by_hand(rows, self.finding, self.field, self.value)
        return Done({"field": self.field, "value": digest(self.value)})


@dataclass(frozen=True, slots=True)
class SetSeverity:
    """A person judges how severe findings are."""

    findings: tuple[FindingId, ...]
    severity: Severity

    KIND: ClassVar[str] = "set_severity"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.FINDING, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """The findings must be there."""
        must_exist(rows, self.findings)

    def apply(self, rows: Rows) -> Done:
        """As SetField, for each."""
        _keep_severities(rows, self.findings, self.severity)
        rows.update_many("finding", self.findings, severity=int(self.severity))
        rows.update_many("finding_text", self.findings, severity_by=rows.who)
        return Done({"severity": self.severity.name.lower(), "count": len(self.findings)})


def set_by_hand(rows: Rows, finding: FindingId, name: str, value: str) -> None:
    """Write one field as a person's."""
    stored = parse(name, value)
    kept = rows.one("select id from kept where finding = ? and field = ?", finding, name)
    if kept is None:
        machine = shown(name, read_field(rows, finding, name))
        rows.insert("kept", finding=finding, field=name, human=shown(name, stored), who=rows.who, machine=machine)
        flags = rows.one("select flags from finding where id = ?", finding)[0]
        rows.update("finding", finding, flags=flags | FLAG_KEPT)
    else:
        rows.update("kept", kept[0], human=shown(name, stored), who=rows.who)
    write_field(rows, finding, name, stored)


def _keep_severities(rows: Rows, findings: Sequence[FindingId], severity: Severity) -> None:
    """What :func:`set_by_hand` keeps, for many findings at once."""
    name, fresh = severity.name.lower(), []
    by_flags: dict[int, list[int]] = {}
    for some in steps(findings):
        ids = str(some)
        known = "select id, finding from kept where field = 'severity' and finding in (select value from json_each(?))"
        kept = {finding: id for id, finding in rows.all(known, ids)}
        if kept:
            rows.update_many("kept", list(kept.values()), human=name, who=rows.who)
        now = "select id, severity, flags from finding where id in (select value from json_each(?))"
        for id, old, flags in rows.all(now, ids):
            by_flags.setdefault(flags | FLAG_KEPT, []).append(id)
            if id not in kept:
                machine = shown("severity", old)
                fresh.append({"finding": id, "field": "severity", "human": name, "who": rows.who, "machine": machine})
    rows.insert_many("kept", fresh)
    for flags, ids_of in by_flags.items():
        rows.update_many("finding", ids_of, flags=flags)

"""Writing an import's units, some hundred at a time, with memory flat but for one number a finding.

Native units of one tool that are one finding share a group (``identity.keys``): the first makes the finding, the
others add a hit. Where the preview matched a group with a finding of an older run, its units become that finding's
newest occurrences, and the machine's newer values go where no person has set the field.
"""

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from desktop.casefile.multiset import Row
from desktop.casefile.rows import Rows, steps
from desktop.casefile.stored import FLAG_MORE_CWE, clean
from desktop.casefile.tables.refreshing import refresh
from desktop.casefile.tables.scores import tenths
from desktop.casefile.tables.setting import first_cwe
from desktop.domain.ids import EvidenceId, FindingId
from desktop.domain.levels import Anchor, Origin
from desktop.identity.keys import Keyer, Why
from desktop.identity.units import FlatPlace, UnitRow, short_place
from desktop.text.fold import fold

INDEXED: Final = ("finding", "occurrence", "more_place")
"""Tables whose indexes are made after a large import's rows."""
_SHARED: Final = 200
"""Texts longer than this are kept once for all findings that have them."""
_REMEMBERED: Final = 4_000
_encode: Final = msgspec.json.Encoder().encode


@dataclass(slots=True)
class Counts:
    """What an import wrote: native units (occurrences ``first`` to ``last``), findings made, older findings again."""

    first: int = 0
    last: int = 0
    units: int = 0
    new: int = 0
    known: int = 0


class Dictionary:
    """Numbers of names, looked up and given a batch at a time."""

    def __init__(self, rows: Rows, table: str) -> None:
        self._rows = rows
        self._table = table
        self._numbers: dict[str, int] = {"": 0}

    def numbers(self, names: Sequence[str]) -> Mapping[str, int]:
        """A mapping that has all of ``names``."""
        known = self._numbers
        fresh = [name for name in dict.fromkeys(names) if name not in known]
        if fresh:
            sql = f"select name, id from [{self._table}] where name in (select value from json_each(?))"
            known.update(self._rows.all(sql, json.dumps(fresh, ensure_ascii=False)))
            missing = [name for name in fresh if name not in known]
            if missing:
                first = self._rows.next_id(self._table, len(missing))
                made = [(first + i, name) for i, name in enumerate(missing)]
                self._rows.bulk(self._table, made)
                known.update((name, id) for id, name in made)
        return known


class SharedTexts:
    """Long texts, once each. Forgets which it has when they become too many: then one is only kept twice."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._known: dict[str, int] = {}

    def split(self, text: str) -> tuple[str, int]:
        """The text itself, or nothing and the number under which it stands."""
        if len(text) <= _SHARED:
            return text, 0
        number = self._known.get(text)
        if number is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            number = self._known[text] = self._rows.next_id("shared_text")
            self._rows.bulk("shared_text", [(number, text)])
        return "", number


class Writer:
    """Writes the units of one report. ``known`` holds the older findings of groups that the preview matched."""

    def __init__(
        self,
        rows: Rows,
        import_id: int,
        evidence: EvidenceId,
        known: Mapping[int, tuple[FindingId, Why]],
    ) -> None:
        self.counts = Counts()
        self._rows = rows
        self._import = import_id
        self._evidence = evidence
        self._known = known
        self._rules = Dictionary(rows, "rule")
        self._paths = Dictionary(rows, "path")
        self._texts = SharedTexts(rows)
        self._groups: dict[int, int] = {}
        """Findings of this import by their group."""
        self._hits: dict[int, int] = {}
        """Hits of those that have more than one, or that are older than this import."""
        self.tool("")

    @property
    def findings(self) -> "array[int]":
        """Ids of the findings so far, in the order in which the report first names them."""
        return array("q", self._groups.values())

    def tool(self, name: str) -> None:
        """What follows is reported by this tool."""
        self._source = self._rows.name_id("source", clean(name))
        self._keyer = Keyer(name)

    def write(self, units: Sequence[UnitRow]) -> None:
        """Write some native units."""
        if not units:
            return
        rules = self._rules.numbers([unit.rule for unit in units])
        paths = self._paths.numbers([place.path for unit in units for place in (unit.place, *unit.more)])
        keys = [self._keyer.keys(unit) for unit in units]
        finding_of, fresh = self._findings_of(units, [k.group for k in keys])
        self._write_findings([(id, unit, rules[unit.rule], paths[unit.place.path]) for id, unit in fresh])
        occurrence = self._rows.next_id("occurrence", len(units))
        known, import_id, evidence = self._known, self._import, self._evidence
        written: list[Row] = []
        more: list[tuple[int, int, FlatPlace]] = []
        for at, (unit, (told, near, said, group), finding) in enumerate(
            zip(units, keys, finding_of, strict=True), occurrence
        ):
            kind, path, line, end_line, column, name, quote, target, start, end = unit.place
            if kind == 1 and not target:
                target = evidence
            why = int(known[group][1]) if known and group in known else 0
            about = _encode(dict(unit.extra)).decode() if unit.extra else ""
            written.append((
                at, finding, import_id, unit.raw_start, unit.raw_len, kind, target, paths[path], start, end, line,
                end_line, column, told, near, said, why, name, quote, about,
            ))  # fmt: skip
            if unit.more:
                more.extend((at, finding, place) for place in unit.more)
        self._rows.bulk("occurrence", written)
        self._write_more(more, paths)
        self.counts.units += len(units)
        self.counts.first = self.counts.first or occurrence
        self.counts.last = occurrence + len(units) - 1

    def finish(self) -> None:
        """Bring the hits of findings up to date that got more than their first in this import, or another number."""
        ids: list[int] = []
        for some in steps(sorted(self._hits)):
            sql = "select id, hits from finding where id in (select value from json_each(?))"
            ids += [id for id, hits in self._rows.all(sql, str(some)) if hits != self._hits[id]]
        if ids:
            self._rows.update_each("finding", ("hits",), ids, ([self._hits[id] for id in ids],))

    def _findings_of(
        self, units: Sequence[UnitRow], groups: Sequence[int]
    ) -> tuple[list[int], list[tuple[int, UnitRow]]]:
        """The finding of each unit, and those that must be made, each with its first unit."""
        seen, known = self._groups, self._known
        new_groups = [group for group in dict.fromkeys(groups) if group not in seen and group not in known]
        first = self._rows.next_id("finding", len(new_groups)) if new_groups else 0
        made = {group: first + i for i, group in enumerate(new_groups)}
        fresh: list[tuple[int, UnitRow]] = []
        again: list[tuple[FindingId, UnitRow]] = []
        ids: list[int] = []
        for unit, group in zip(units, groups, strict=True):
            id = seen.get(group)
            if id is not None:
                self._hits[id] = self._hits.get(id, 1) + 1
            elif group in known:
                id = seen[group] = known[group][0]
                self._hits[id] = self._hits.get(id, 0) + 1
                again.append((known[group][0], unit))
            else:
                id = seen[group] = made[group]
                fresh.append((id, unit))
            ids.append(id)
        refresh(self._rows, again)
        self.counts.new += len(fresh)
        self.counts.known += len(again)
        return ids, fresh

    def _write_findings(self, fresh: Sequence[tuple[int, UnitRow, int, int]]) -> None:
        scanner, source, at, import_id = int(Origin.SCANNER), self._source, self._rows.at, self._import
        found, not_quoted = int(Anchor.FOUND), int(Anchor.NOT_QUOTED)
        split = self._texts.split
        findings: list[Row] = []
        texts: list[Row] = []
        folds: list[Row] = []
        for id, unit, rule, path in fresh:
            place, title = unit.place, unit.title
            description, shared_description = split(unit.description)
            recommendation, shared_recommendation = split(unit.recommendation)
            anchor = found if place.kind == 1 and place.quote else not_quoted
            cwe = first_cwe(unit.cwe)
            flags = FLAG_MORE_CWE if " " in unit.cwe else 0
            score = tenths(unit.cvss40 or unit.cvss31) if unit.cvss40 or unit.cvss31 else 0
            findings.append((
                id, unit.severity, 0, scanner, 0, anchor, source, rule, path, cwe, 1, 0, score, 0, 0, 0, flags,
                import_id, 0, at,
            ))  # fmt: skip
            texts.append((
                id, shared_description, shared_recommendation, title, short_place(place), description, "", "", "",
                recommendation, "", unit.cwe, unit.cve, unit.cvss31, unit.cvss40, "", "", unit.native_severity,
            ))  # fmt: skip
            folds.append((id, fold(title)))
        self._rows.bulk("finding", findings)
        self._rows.bulk("finding_text", texts)
        self._rows.bulk("fold", folds)

    def _write_more(self, more: Sequence[tuple[int, int, FlatPlace]], paths: Mapping[str, int]) -> None:
        if not more:
            return
        first = self._rows.next_id("more_place", len(more))
        written: list[Row] = []
        for at, (occurrence, finding, place) in enumerate(more, first):
            kind, path, line, end_line, column, name, quote, target, start, end = place
            written.append((
                at, finding, occurrence, kind, target or (self._evidence if kind == 1 else 0), paths[path],
                start, end, line, end_line, column, name, quote,
            ))  # fmt: skip
        self._rows.bulk("more_place", written)

"""Earlier runs of a tool, as a later run is matched with them."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from desktop.casefile.engine import Database
from desktop.casefile.stored import FLAG_GONE, moment
from desktop.domain.findings import FieldValue
from desktop.domain.ids import FindingId, ImportId
from desktop.identity.columns import Columns
from desktop.identity.matching import Group


class Stood(NamedTuple):
    """What an earlier run said of a finding's place."""

    finding: FindingId
    rule: str
    path: str
    unit: str
    line: int


@dataclass(frozen=True, slots=True)
class EarlierRun:
    """An import that is not undone, of a tool that runs again.

    ``size`` counts findings last seen in it, which have the numbers from ``first`` on.
    """

    id: ImportId
    what: str
    when: datetime | None
    """None for one that comes in with the run that is matched."""
    size: int
    first: int
    supersedes: ImportId | None = None
    """The run that this one took the place of."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """All findings of those tools, each by its newest occurrence.

    Lists are parallel: a finding's number is its position.
    """

    runs: tuple[EarlierRun, ...]
    columns: Columns
    findings: Sequence[FindingId]
    run_of: Sequence[ImportId]
    occurrences: Sequence[int]
    gone: frozenset[FindingId]
    """Findings that an earlier run had no more."""


def read_earlier(db: Database, tools: Collection[str]) -> Earlier:
    """Everything that units of ``tools`` may be again."""
    named = json.dumps(sorted(tools), ensure_ascii=False)
    runs = db.execute(
        """select i.id, i.what, i.at, i.first, i.last, i.supersedes from import i join source s on s.id = i.source
            where not i.undone and i.first and s.name in (select value from json_each(?)) order by i.id desc""",
        [named],
    ).fetchall()
    columns = Columns()
    findings: list[FindingId] = []
    run_of: list[ImportId] = []
    occurrences: list[int] = []
    seen: set[int] = set()
    told: list[EarlierRun] = []
    for id, what, at, first, last, supersedes in runs:
        before = len(findings)
        for occurrence, finding, fingerprint, place, quote, path, line in db.execute(
            """select o.id, o.finding, o.key_fingerprint, o.key_place, o.key_quote, o.path, o.line from occurrence o
                where o.id between ? and ? order by o.id""",
            [first, last],
        ):
            if finding not in seen:
                seen.add(finding)
                columns.append(fingerprint, place, quote, path, line)
                findings.append(FindingId(finding))
                run_of.append(ImportId(id))
                occurrences.append(occurrence)
        earlier = ImportId(supersedes) if supersedes else None
        told.append(EarlierRun(ImportId(id), what, moment(at), len(findings) - before, before, earlier))
    gone = db.execute(f"select id from finding where flags & {FLAG_GONE}") if findings else ()
    return Earlier(tuple(told), columns, findings, run_of, occurrences, frozenset(FindingId(id) for (id,) in gone))


def read_paths(db: Database, names: Sequence[str]) -> dict[str, int]:
    """Numbers of those paths that the case knows."""
    sql = "select name, id from path where name in (select value from json_each(?))"
    return dict(db.execute(sql, [json.dumps(names, ensure_ascii=False)]).fetchall())


def read_stood(db: Database, occurrences: Sequence[int]) -> list[Stood]:
    """Where occurrences stand, in the order given."""
    sql = """select o.id, o.finding, ifnull(r.name, ''), ifnull(p.name, ''), o.unit, o.line
        from occurrence o join finding f on f.id = o.finding left join rule r on r.id = f.rule
            left join path p on p.id = o.path where o.id in (select value from json_each(?))"""
    found = {id: Stood(FindingId(finding), *rest) for id, finding, *rest in db.execute(sql, [str(list(occurrences))])}
    return [found[id] for id in occurrences]


def read_kept_fields(db: Database) -> dict[FindingId, tuple[FieldValue, ...]]:
    """Fields that people set."""
    found: dict[FindingId, tuple[FieldValue, ...]] = {}
    for finding, *value in db.execute("select finding, field, human, who, machine from kept order by id"):
        found[FindingId(finding)] = (*found.get(FindingId(finding), ()), FieldValue(*value))
    return found


def groups_of(earlier: Earlier, numbers: Sequence[int], stood: Sequence[Stood]) -> list[Group]:
    """Some of the findings as ``identity.match`` wants them."""
    return [
        Group(number, earlier.columns.keys(number), one.rule, one.path, one.unit, one.line)
        for number, one in zip(numbers, stood, strict=True)
    ]

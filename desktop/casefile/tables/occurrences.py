"""Native units behind findings.

Those of a run that a later run of the tool superseded are history; a finding that the later run had no more keeps its
last ones, marked gone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from desktop.casefile.engine import Database
from desktop.casefile.tables.evidence import read_slice
from desktop.casefile.tables.findings import read_rows
from desktop.casefile.tables.sources import Sources
from desktop.domain.findings import FindingRow, Occurrence
from desktop.domain.ids import EvidenceId, FindingId, ImportId, OccurrenceId
from desktop.domain.places import BytePlace, Place
from desktop.identity.units import FlatPlace, place_of

PLACE: Final = "x.kind, ifnull(p.name, ''), x.line, x.end_line, x.[column], x.unit, x.quote, x.target, x.start, x.[end]"
"""Columns of a place, in the order of ``FlatPlace``; the path's name comes from ``path p``."""
_LONGEST_RECORD: Final = 1 << 20


def read_occurrences(db: Database, findings: Sequence[int]) -> dict[FindingId, list[Occurrence]]:
    """The present native units of findings, as the tools named their places."""
    sql = f"""select x.finding, x.id, x.import, x.raw_start, x.raw_len, i.evidence, {PLACE}
        from occurrence x left join path p on p.id = x.path left join import i on i.id = x.import
        where x.finding in (select value from json_each(?)) and not ifnull(i.undone, 0) order by x.id"""
    found: dict[FindingId, list[Occurrence]] = {}
    for finding, id, import_id, start, length, evidence, *place in db.execute(sql, [str([int(id) for id in findings])]):
        found.setdefault(FindingId(finding), []).append(
            Occurrence(
                id=OccurrenceId(id),
                finding=FindingId(finding),
                place=place_of(FlatPlace(*place)),
                import_id=ImportId(import_id),
                raw=(start, length),
                gone=False,
                evidence=EvidenceId(evidence) if evidence else None,
            )
        )
    superseded = {id for (id,) in db.execute("select supersedes from import where supersedes and not undone")}
    return {id: _present(occurrences, superseded) for id, occurrences in found.items()}


def _present(occurrences: list[Occurrence], superseded: set[int]) -> list[Occurrence]:
    present = [one for one in occurrences if one.import_id not in superseded]
    if present:
        return present
    last = max(one.import_id for one in occurrences)
    return [replace(one, gone=True) for one in occurrences if one.import_id == last]


def read_places(db: Database, occurrences: Iterable[Occurrence]) -> list[Place]:
    """Places of native units, each once: their own first, then the others that the tool named."""
    listed = list(occurrences)
    found = dict.fromkeys(one.place for one in listed if one.place is not None)
    sql = f"""select {PLACE} from more_place x left join path p on p.id = x.path
        where x.finding in (select value from json_each(?)) and x.occurrence in (select value from json_each(?))
        order by x.id"""
    ids = [str(sorted({int(one.finding) for one in listed})), str([int(one.id) for one in listed])]
    for row in db.execute(sql, ids):
        place = place_of(FlatPlace(*row))
        if place is not None:
            found[place] = None
    return list(found)


def read_record(db: Database, occurrence: OccurrenceId) -> bytes:
    """A native unit's own bytes in the tool's original, at most a megabyte; empty where it has none."""
    row = db.execute(
        "select i.evidence, x.raw_start, x.raw_len from occurrence x join import i on i.id = x.import where x.id = ?",
        [occurrence],
    ).fetchone()
    if row is None or not row[2]:
        return b""
    return read_slice(db, EvidenceId(row[0]), row[1], min(row[2], _LONGEST_RECORD))


def read_places_in(db: Database, sources: Sources, evidence: EvidenceId) -> list[tuple[FindingRow, BytePlace]]:
    """Everything that findings point at in one source, by position."""
    paths = str(sources.paths_of(evidence))
    found: list[tuple[int, BytePlace]] = []
    for table in ("occurrence", "more_place"):
        sql = f"""select x.finding, {PLACE} from {table} x join path p on p.id = x.path
            where x.path in (select value from json_each(?)) and x.kind in (1, 2)"""
        for finding, *flat in db.execute(sql, [paths]):
            place = sources.resolved(place_of(FlatPlace(*flat)))
            if isinstance(place, BytePlace) and place.evidence == evidence:
                found.append((finding, place))
    rows = {row.id: row for row in read_rows(db, sorted({id for id, _ in found}))}
    placed = dict.fromkeys((rows[FindingId(id)], place) for id, place in found if FindingId(id) in rows)
    return sorted(placed, key=lambda pair: (pair[1].span.start, pair[1].span.end, pair[0].id))


def resolve(sources: Sources, occurrence: Occurrence) -> Occurrence:
    """The occurrence with its place in a source, where the case has it."""
    return replace(occurrence, place=sources.resolved(occurrence.place))

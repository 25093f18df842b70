"""The case's own facts, and its imports."""

import json

from desktop.casefile.engine import Database
from desktop.casefile.stored import day, moment
from desktop.casefile.summaries import ImportNote, ImportSummary
from desktop.casefile.tables.findings import VISIBLE
from desktop.domain.ids import EvidenceId, ImportId, Seq
from desktop.domain.runs import Authorisation


def read_authorisation(db: Database) -> Authorisation | None:
    """The newest record of the leave to test, whether it is still valid or not."""
    row = db.execute("select owner, by, scope, until, reference from authorisation order by id desc limit 1").fetchone()
    if row is None:
        return None
    owner, by, scope, until, reference = row
    last = day(until)
    assert last is not None  # the action asks for it
    return Authorisation(owner, by, scope, last, reference)


def count_findings(db: Database) -> int:
    """Findings that are there; the whole is counted along an index, which is many times faster than row by row."""
    (there,) = db.execute("select count(*) from finding").fetchone()
    if db.execute("select 1 from import where undone").fetchone() is not None:
        (there,) = db.execute(f"select count(*) from finding f where {VISIBLE}").fetchone()
    return int(there)


def read_imports(db: Database) -> list[ImportSummary]:
    """All imports, undone ones too, newest first."""
    notes: dict[int, list[ImportNote]] = {}
    for id, where, why, start, length, fields in db.execute(
        "select import, [where], why, raw_start, raw_len, fields from import_note order by id"
    ):
        notes.setdefault(id, []).append(ImportNote(where, why, (start, length), json.loads(fields or "{}")))
    sql = """select i.id, i.seq, i.at, i.what, i.format, ifnull(s.name, ''), i.version, i.undone, i.units, i.new,
        i.same, i.moved, i.gone, i.asked, i.evidence
        from import i left join source s on s.id = i.source order by i.id desc"""
    return [
        ImportSummary(
            id=ImportId(id),
            seq=Seq(seq),
            when=moment(at),
            what=what,
            format=format,
            tool=tool,
            tool_version=version,
            undone=bool(undone),
            units=units,
            new=new,
            same=same,
            moved=moved,
            gone=gone,
            asked=asked,
            evidence=EvidenceId(evidence) if evidence else None,
            notes=tuple(notes.get(id, ())),
        )
        for id, seq, at, what, format, tool, version, undone, units, new, same, moved, gone, asked, evidence in (
            db.execute(sql)
        )
    ]

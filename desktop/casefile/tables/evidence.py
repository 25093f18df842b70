"""Originals by their digest: packed in frames of a megabyte, so that none is ever whole in memory.

Who has read their lines stands here too.
"""

import hashlib
from collections.abc import Iterable, Iterator
from io import BufferedIOBase
from typing import Any, Final

import zstandard

from desktop.casefile.engine import Database
from desktop.casefile.rows import Rows
from desktop.casefile.stored import clean, moment
from desktop.domain.coverage import Coverage, LineRange, ReadBy
from desktop.domain.evidence import Decoding, Evidence, RecordFormat
from desktop.domain.ids import EvidenceId, ImportId, Sha256
from desktop.domain.levels import DataClass

FRAME: Final = 1 << 20
"""Bytes of an original in one compressed frame."""
_LEVEL: Final = 1
_VISIBLE: Final = "e.import not in (select id from import where undone)"
_NEWEST: Final = """(e.kind <> 'source' or not exists (select 1 from evidence n where n.path = e.path and n.id > e.id
    and n.kind = 'source' and n.import not in (select id from import where undone)))"""
_SELECT: Final = """
    select e.id, b.sha256, e.path, b.size, e.kind, e.language, e.data_class, e.encoding, e.record_format,
           e.record_length, e.confidence, e.why, e.lines, e.undecoded, e.received, e.import
    from evidence e join blob b on b.id = e.blob"""


def write_blob(rows: Rows, stream: BufferedIOBase) -> tuple[int, bytes]:
    """Store a stream in frames; returns the blob's number and digest. Undo leaves the bytes where they are."""
    compressor = zstandard.ZstdCompressor(level=_LEVEL)
    digest = hashlib.sha256()
    blob = rows.next_id("blob")
    size = number = 0
    while frame := stream.read(FRAME):
        digest.update(frame)
        rows.append("frame", blob=blob, number=number, size=len(frame), body=compressor.compress(frame))
        size += len(frame)
        number += 1
    rows.append("blob", id=blob, sha256=digest.digest(), size=size)
    return blob, digest.digest()


def write_evidence(
    rows: Rows,
    *,
    blob: int,
    path: str,
    kind: str,
    language: str,
    data_class: DataClass,
    decoding: Decoding,
    lines: int,
    undecoded: int,
    import_id: int,
) -> EvidenceId:
    """Write one original's row."""
    return EvidenceId(
        rows.append(
            "evidence",
            blob=blob,
            path=clean(path),
            kind=kind,
            language=language,
            data_class=int(data_class),
            encoding=decoding.encoding,
            record_format=str(decoding.record_format),
            record_length=decoding.record_length,
            confidence=round(decoding.confidence * 1000),
            why=" ".join(decoding.why),
            lines=lines,
            undecoded=undecoded,
            received=rows.at,
            **{"import": import_id},
        )
    )


def read_evidence(db: Database, *, every: bool = False) -> list[Evidence]:
    """All originals, by path; of a source that came again only the newest, unless ``every`` one is asked for."""
    which = _VISIBLE if every else f"{_VISIBLE} and {_NEWEST}"
    return [_evidence(row) for row in db.execute(f"{_SELECT} where {which} order by e.path, e.id")]


def count_evidence(db: Database) -> int:
    """How many originals there are, counted as :func:`read_evidence` lists them."""
    return int(db.execute(f"select count(*) from evidence e where {_VISIBLE} and {_NEWEST}").fetchone()[0])


def find_evidence(db: Database, which: EvidenceId | str) -> Evidence | None:
    """One original by its id, or the newest with that path."""
    column = "e.path" if isinstance(which, str) else "e.id"
    row = db.execute(f"{_SELECT} where {_VISIBLE} and {column} = ? order by e.id desc limit 1", [which]).fetchone()
    return None if row is None else _evidence(row)


def _evidence(row: Any) -> Evidence:
    id, digest, path, size, kind, language, data_class, encoding, record_format, record_length = row[:10]
    confidence, why, lines, undecoded, received, import_id = row[10:]
    return Evidence(
        id=EvidenceId(id),
        sha256=Sha256(bytes(digest).hex()),
        path=path,
        size=size,
        kind=kind,
        language=language,
        data_class=DataClass(data_class),
        decoding=Decoding(encoding, RecordFormat(record_format), record_length, confidence / 1000, tuple(why.split())),
        lines=lines,
        undecoded=undecoded,
        received=moment(received),
        import_id=ImportId(import_id),
    )


def read_frames(db: Database, evidence: EvidenceId, first: int = 0) -> Iterator[bytes]:
    """The bytes of an original from frame ``first`` on, a frame at a time."""
    sql = """select f.body, f.size from frame f join evidence e on e.blob = f.blob
        where e.id = ? and f.number >= ? order by f.number"""
    unpack = zstandard.ZstdDecompressor()
    for body, size in db.execute(sql, [evidence, first]):
        yield unpack.decompress(bytes(body), max_output_size=size)


def blob_digest(db: Database, blob: int) -> bytes:
    """SHA-256 of what a blob's frames unpack to; empty if they can't be unpacked."""
    digest = hashlib.sha256()
    unpack = zstandard.ZstdDecompressor()
    for body, size in db.execute("select body, size from frame where blob = ? order by number", [blob]):
        try:
            digest.update(unpack.decompress(bytes(body), max_output_size=max(0, min(size, FRAME))))
        except zstandard.ZstdError:
            return b""
    return digest.digest()


def read_slice(db: Database, evidence: EvidenceId, start: int, length: int) -> bytes:
    """Some bytes of an original, without unpacking the rest."""
    first = start // FRAME
    found = bytearray()
    for frame in read_frames(db, evidence, first):
        found += frame
        if len(found) >= start - first * FRAME + length:
            break
    return bytes(found[start - first * FRAME :][:length])


def read_coverage(db: Database, evidence: EvidenceId | None) -> list[Coverage]:
    """Who has read which lines, of one original or of all sources."""
    originals = read_evidence(db) if evidence is None else [e for e in [find_evidence(db, evidence)] if e is not None]
    ranges: dict[int, list[tuple[int, int, int]]] = {}
    where, values = ("", []) if evidence is None else ("where evidence = ?", [evidence])
    for id, first, last, by in db.execute(f"select evidence, first, last, [by] from coverage {where}", values):
        ranges.setdefault(id, []).append((first, last, by))
    return [
        Coverage(e.id, e.path, e.lines, e.undecoded, merged(ranges.get(e.id, ()), e.lines))
        for e in originals
        if e.kind == "source" or evidence is not None
    ]


def merged(ranges: Iterable[tuple[int, int, int]], lines: int) -> tuple[LineRange, ...]:
    """Ranges that may overlap, as ascending ranges that don't, within the file's lines."""
    edges: dict[int, list[tuple[int, int]]] = {}
    for first, last, by in ranges:
        if first <= min(last, lines):
            edges.setdefault(first, []).append((1, by))
            edges.setdefault(min(last, lines) + 1, []).append((-1, by))
    found: list[LineRange] = []
    open_now: dict[int, int] = {}
    if not edges:
        return ()
    points = sorted(edges)
    for at, following in zip(points, [*points[1:], lines + 1], strict=True):
        for step, by in edges[at]:
            open_now[by] = open_now.get(by, 0) + step
        flags = ReadBy.NOBODY
        for by, count in open_now.items():
            flags |= ReadBy(by) if count else ReadBy.NOBODY
        if flags and found and found[-1].by == flags and found[-1].last == at - 1:
            found[-1] = LineRange(found[-1].first, following - 1, flags)
        elif flags:
            found.append(LineRange(at, following - 1, flags))
    return tuple(found)

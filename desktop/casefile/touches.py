"""Which entries concern which findings: a row each for a few, one packed row for many."""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
import zstandard

from desktop.casefile.engine import Database
from desktop.casefile.rows import Rows
from desktop.domain.ids import FindingId, Seq

_FEW: Final = 64


def write_touches(rows: Rows, findings: Iterable[FindingId]) -> None:
    """Note that the entry being written concerns these findings."""
    ids = sorted(findings)
    if len(ids) > _FEW:
        rows.insert("touch", seq=rows.seq, many=_packed(ids))
        return
    for id in ids:
        rows.insert("touch", seq=rows.seq, finding=id)


def entries_of(db: Database, finding: FindingId) -> list[Seq]:
    """Entries that concern a finding, oldest first."""
    found = {row[0] for row in db.execute("select seq from touch where finding = ?", [finding])}
    for seq, many in db.execute("select seq, many from touch where many is not null"):
        if finding in _unpacked(many):
            found.add(seq)
    return [Seq(seq) for seq in sorted(found)]


def concerned(db: Database, entries: Sequence[Seq], most: int) -> dict[Seq, tuple[int, list[FindingId]]]:
    """Of each entry, with its parts: how many findings it concerns, and the first ``most`` of them."""
    found: dict[Seq, set[int]] = {}
    for seq, finding, many in db.execute(
        """select ifnull(nullif(j.part_of, 0), j.id), t.finding, t.many from touch t join journal j on j.id = t.seq
            where j.id in (select value from json_each(?1)) or j.part_of in (select value from json_each(?1))""",
        [str([int(entry) for entry in entries])],
    ):
        found.setdefault(Seq(seq), set()).update([finding] if many is None else _unpacked(many))
    return {seq: (len(ids), [FindingId(id) for id in sorted(ids)[:most]]) for seq, ids in found.items()}


def findings_of(db: Database, seq: Seq) -> list[FindingId]:
    """Findings that an entry concerns."""
    ids: list[FindingId] = []
    for finding, many in db.execute("select finding, many from touch where seq = ? order by id", [seq]):
        ids.extend([FindingId(finding)] if many is None else (FindingId(id) for id in _unpacked(many)))
    return ids


def _packed(ids: Sequence[int]) -> bytes:
    return zstandard.ZstdCompressor(level=1).compress(msgspec.msgpack.encode(ids))


def _unpacked(many: bytes) -> list[int]:
    return msgspec.msgpack.decode(zstandard.ZstdDecompressor().decompress(many), type=list[int])

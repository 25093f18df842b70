"""Places that tools name by path and line, found in the sources that the case holds.

Nothing is stored: a source may come after the finding, and its decoding may change. A path belongs to a source when
they are equal, or when one ends in the other and no second source does.
"""

from collections import OrderedDict
from typing import Final

from desktop.casefile.engine import Database
from desktop.casefile.tables.evidence import find_evidence, read_frames
from desktop.domain.evidence import Evidence, RecordFormat
from desktop.domain.ids import EvidenceId
from desktop.domain.places import BytePlace, PathPlace, Place, Span
from desktop.text.codecs import decode
from desktop.text.records import Records, split

_KEPT: Final = 32
"""Sources whose bytes and line ends are remembered."""
_QUOTED: Final = 2_000
"""Characters of a place that are quoted."""


class Sources:
    """The sources of one case, as far as they were asked for. Lives as long as its reader, and looks again after each
    entry.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._seen = -1
        self._by_end: dict[str, list[tuple[str, EvidenceId]]] = {}
        self._open: OrderedDict[EvidenceId, tuple[Evidence, bytes, Records]] = OrderedDict()

    def resolved(self, place: Place | None) -> Place | None:
        """A path and line as bytes of a source, where the case has it; any other place as it is."""
        if not isinstance(place, PathPlace) or not place.line:
            return place
        evidence = self.source_of(place.path)
        if evidence is None:
            return place
        original, data, records = self._opened(evidence)
        last = max(place.line, place.end_line)
        if original.decoding.record_format is RecordFormat.BINARY or last > len(records):
            return place
        span = Span(records.span(place.line).start, records.span(last).end)
        quote = place.quote or decode(data[span.start : span.end], original.decoding.encoding).text[:_QUOTED]
        return BytePlace(evidence, original.path, span, place.line, last, max(1, place.column), place.unit, quote)

    def source_of(self, path: str) -> EvidenceId | None:
        """The newest source that ``path`` names, if it names one only."""
        self._look()
        wanted = _plain(path)
        candidates = self._by_end.get(wanted.rsplit("/", 1)[-1], [])
        equal = [id for name, id in candidates if name == wanted]
        if equal:
            return equal[-1]
        ending = {name: id for name, id in candidates if name.endswith(f"/{wanted}") or wanted.endswith(f"/{name}")}
        return next(iter(ending.values())) if len(ending) == 1 else None

    def paths_of(self, evidence: EvidenceId) -> list[int]:
        """Numbers of all paths that name this source."""
        self._look()
        original = find_evidence(self._db, evidence)
        if original is None:
            return []
        last = original.path.rsplit("/", 1)[-1]
        named = self._db.execute("select id, name from path where name like ? escape '\\'", [f"%{_literal(last)}"])
        return [id for id, name in named.fetchall() if name == original.path or self.source_of(name) == evidence]

    def _look(self) -> None:
        last = self._db.execute("select max(id) from journal").fetchone()[0]
        if last == self._seen:
            return
        self._seen = last
        self._open.clear()
        self._by_end.clear()
        sql = """select path, id from evidence where kind = 'source'
            and import not in (select id from import where undone) order by id"""
        for path, id in self._db.execute(sql):
            plain = _plain(path)
            self._by_end.setdefault(plain.rsplit("/", 1)[-1], []).append((plain, EvidenceId(id)))

    def _opened(self, evidence: EvidenceId) -> tuple[Evidence, bytes, Records]:
        known = self._open.get(evidence)
        if known is None:
            original = find_evidence(self._db, evidence)
            assert original is not None  # its id comes from the same table
            data = b"".join(read_frames(self._db, evidence))
            known = self._open[evidence] = (original, data, split(data, original.decoding))
            if len(self._open) > _KEPT:
                self._open.popitem(last=False)
        self._open.move_to_end(evidence)
        return known


def _plain(path: str) -> str:
    return path.replace("\\", "/").removeprefix("file://").removeprefix("./").lstrip("/")


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")

"""Places in the sources that the case holds: what a tool names by path and line, and what stood in an older version.

Nothing is stored: a source may come after the finding, may come again, and its decoding may change. A path belongs to a
source when they are equal, or when one ends in the other and no second source does. What was quoted is looked for where
it should stand, then in the whole newest version; it has moved only if it stands there once.
"""

from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from desktop.casefile.engine import Database
from desktop.casefile.tables.evidence import find_evidence, read_frames
from desktop.domain.evidence import Evidence, RecordFormat
from desktop.domain.ids import EvidenceId
from desktop.domain.places import BytePlace, PathPlace, Place, Span
from desktop.identity.keys import normalised
from desktop.text.codecs import decode
from desktop.text.offsets import MappedText, decode_with_map
from desktop.text.records import Records, split

_KEPT: Final = 32
"""Sources whose bytes and line ends are remembered."""
_QUOTED: Final = 2_000
"""Characters of a place that are quoted."""


@dataclass
class Source:
    """One original of kind ``source``, read."""

    original: Evidence
    data: bytes

    @cached_property
    def records(self) -> Records:
        return split(self.data, self.original.decoding)

    @cached_property
    def mapped(self) -> MappedText:
        return decode_with_map(self.data, self.original.decoding)

    def text(self, span: Span) -> str:
        """The decoded text of some bytes."""
        return decode(self.data[span.start : span.end], self.original.decoding.encoding).text

    def only_place_of(self, quote: str) -> Span | None:
        """Where the quote stands, if it stands once."""
        first = self.mapped.text.find(quote) if quote.strip() else -1
        if first < 0 or self.mapped.text.find(quote, first + 1) >= 0:
            return None
        return self.mapped.span(first, first + len(quote))

    def place(self, span: Span, unit: str, quote: str) -> BytePlace:
        """A place in this source."""
        line = self.records.line_at(span.start)
        last = self.records.line_at(max(span.start, span.end - 1))
        column = span.start - self.records.span(line).start + 1
        return BytePlace(self.original.id, self.original.path, span, line, last, column, unit, quote)


class Sources:
    """The sources of one case, as far as they were asked for; looks again after each entry."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._seen = -1
        self._by_end: dict[str, dict[str, EvidenceId]] = {}
        self._newest: dict[EvidenceId, EvidenceId] = {}
        self._open: OrderedDict[EvidenceId, Source] = OrderedDict()

    def resolved(self, place: Place | None) -> Place | None:
        """The place in the newest version of its source, where the case has it; any other place as it is."""
        match place:
            case PathPlace() if place.line:
                return self._by_line(place)
            case BytePlace():
                return self.moved(place) or place
            case _:
                return place

    def moved(self, place: BytePlace) -> BytePlace | None:
        """A place of an older version in the newest one; None if its quote does not stand there once."""
        newest = self.newest(place.evidence)
        if newest == place.evidence:
            return place
        source = self.opened(newest)
        there = source.only_place_of(place.quote)
        return None if there is None else source.place(there, place.unit, place.quote)

    def _by_line(self, place: PathPlace) -> Place:
        evidence = self.source_of(place.path)
        if evidence is None:
            return place
        source = self.opened(evidence)
        last = max(place.line, place.end_line)
        if source.original.decoding.record_format is RecordFormat.BINARY or last > len(source.records):
            return place
        span = Span(source.records.span(place.line).start, source.records.span(last).end)
        line = source.text(span)[:_QUOTED]
        if place.quote and normalised(place.quote) not in normalised(line):
            there = source.only_place_of(place.quote)
            if there is not None:
                return source.place(there, place.unit, place.quote)
        found = source.place(span, place.unit, place.quote or line)
        return replace(found, column=max(1, place.column))

    def newest(self, evidence: EvidenceId) -> EvidenceId:
        """The newest version of a source."""
        self._look()
        return self._newest.get(evidence, evidence)

    def versions(self, evidence: EvidenceId) -> list[EvidenceId]:
        """All versions of which this is the newest, itself too; only itself if it is an older one."""
        if self.newest(evidence) != evidence:
            return [evidence]
        return [id for id, newest in self._newest.items() if newest == evidence] or [evidence]

    def source_of(self, path: str) -> EvidenceId | None:
        """The newest source that ``path`` names, if it names one only."""
        self._look()
        wanted = plain_path(path)
        candidates = self._by_end.get(wanted.rsplit("/", 1)[-1], {})
        if wanted in candidates:
            return candidates[wanted]
        ending = [id for name, id in candidates.items() if name.endswith(f"/{wanted}") or wanted.endswith(f"/{name}")]
        return ending[0] if len(ending) == 1 else None

    def paths_of(self, evidence: EvidenceId) -> list[int]:
        """Numbers of all paths that name this source."""
        self._look()
        original = find_evidence(self._db, evidence)
        if original is None:
            return []
        last = original.path.rsplit("/", 1)[-1]
        named = self._db.execute("select id, name from path where name like ? escape '\\'", [f"%{_literal(last)}"])
        return [id for id, name in named.fetchall() if name == original.path or self.source_of(name) == evidence]

    def opened(self, evidence: EvidenceId) -> Source:
        """A source that the case has, read; the last few stay in memory."""
        self._look()
        known = self._open.get(evidence)
        if known is None:
            original = find_evidence(self._db, evidence)
            assert original is not None  # its id comes from the same table
            known = self._open[evidence] = Source(original, b"".join(read_frames(self._db, evidence)))
            if len(self._open) > _KEPT:
                self._open.popitem(last=False)
        self._open.move_to_end(evidence)
        return known

    def _look(self) -> None:
        last = self._db.execute("select max(id) from journal").fetchone()[0]
        if last == self._seen:
            return
        self._seen = last
        self._open.clear()
        self._by_end.clear()
        sql = """select path, id from evidence where kind = 'source'
            and import not in (select id from import where undone) order by id"""
        versions: dict[str, list[EvidenceId]] = {}
        for path, id in self._db.execute(sql):
            versions.setdefault(path, []).append(EvidenceId(id))
            plain = plain_path(path)
            self._by_end.setdefault(plain.rsplit("/", 1)[-1], {})[plain] = EvidenceId(id)
        self._newest = {id: ids[-1] for ids in versions.values() for id in ids}


def plain_path(path: str) -> str:
    """A path as paths are compared."""
    return path.replace("\\", "/").removeprefix("file://").removeprefix("./").lstrip("/")


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")

"""Finds source in prose: the redacted profile prints no line of source, wherever it was copied to.

Blanks do not count, so a line that was joined, cut or indented anew is found too. Compared are runs of ``_RUN`` words
or signs: with every source of the case up to ``_LARGEST_CASE``, beyond that with the neighbourhood of the finding's
places; and with its own quotes, however short.
"""

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.casefile import Reader
from desktop.domain.evidence import Evidence
from desktop.domain.findings import Annotation, Occurrence
from desktop.domain.ids import EvidenceId
from desktop.domain.places import BytePlace, Place
from desktop.reports.places import quote_of
from desktop.text.codecs import decode_record
from desktop.text.records import split

LEFT_OUT: Final = "[…]"
"""Stands where source stood."""
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]+|[^\sA-Za-z0-9_-]")
_RUN: Final = 4
_SHORTEST: Final = 16
"""Characters, blanks not counted, from which a stretch common with the source is no coincidence."""
_SHORTEST_QUOTE: Final = 8
_OF_SOURCE: Final = b"s"
_OF_QUOTE: Final = b"q"
_LARGEST_CASE: Final = 4 << 20
"""Bytes of source that are compared as a whole: some ten bytes of memory for each."""
_AROUND: Final = 128 << 10
_KEPT: Final = 8

Runs = frozenset[int]
"""Hashes of runs of words."""


def decoded(reader: Reader, evidence: Evidence, start: int = 0, length: int | None = None) -> str:
    """The text of ``evidence``, or of ``length`` bytes from ``start``, one line a record."""
    data = reader.blob(evidence.id) if length is None else reader.raw(evidence.id, start, length)
    records = split(data, evidence.decoding)
    encoding = evidence.decoding.encoding
    return "\n".join(
        decode_record(data[first:end], encoding).text for first, end in zip(records.starts, records.ends, strict=True)
    )


class SourceLines:
    """Knows the sources of a case; of a large one those stretches that it was last asked about."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._sources = {one.id: one for one in reader.evidence() if one.kind == "source"}
        self._kept: OrderedDict[tuple[EvidenceId, int], Runs] = OrderedDict()
        small = sum(one.size for one in self._sources.values()) <= _LARGEST_CASE
        self._everywhere = self._all_runs() if small else None

    def anywhere(self) -> "Stretches":
        """What may not be printed about the case itself."""
        return Stretches(self._everywhere or frozenset())

    def around(
        self, places: Iterable[Place], occurrences: Iterable[Occurrence], annotations: Iterable[Annotation]
    ) -> "Stretches":
        """What may not be printed about a finding with these places and notes."""
        every = (*places, *(one.place for one in occurrences if one.place is not None))
        quotes = [*map(quote_of, every), *(note.quote for note in annotations)]
        quoted = frozenset().union(*map(_of_quote, quotes))
        if self._everywhere is not None:
            return Stretches(self._everywhere, quoted)
        return Stretches(frozenset().union(*(self._near(one) for one in every if isinstance(one, BytePlace))), quoted)

    def _all_runs(self) -> Runs:
        texts = (decoded(self._reader, one) for one in self._sources.values())
        return frozenset(hash(run) for text in texts for run in _windows(_TOKEN.findall(text)))

    def _near(self, place: BytePlace) -> Runs:
        source = self._sources.get(place.evidence)
        if source is None:
            return frozenset()
        step = source.decoding.record_length or 2
        start = max(0, place.span.start - _AROUND) // step * step
        key = source.id, start // _AROUND
        if key not in self._kept:
            text = decoded(self._reader, source, start, 3 * _AROUND)
            self._kept[key] = frozenset(map(hash, _windows(_TOKEN.findall(text))))
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


class Stretches:
    """Source in the neighbourhood of one finding."""

    def __init__(self, runs: Runs = frozenset(), quoted: Runs = frozenset()) -> None:
        """``quoted`` are runs of the finding's own quotes, which count from fewer characters on."""
        self._runs, self._quoted = runs, quoted

    def without(self, text: str) -> str:
        """``text`` with every stretch of source replaced by ``LEFT_OUT``."""
        out, at = [], 0
        for start, end in self._found(text):
            out += [text[at:start], LEFT_OUT]
            at = end
        return "".join((*out, text[at:]))

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        tokens = list(_TOKEN.finditer(text))
        words = [token[0] for token in tokens]
        covered = bytearray(len(words))
        for runs, mark in ((self._runs, _OF_SOURCE), (self._quoted, _OF_QUOTE)):
            for length in range(2, _RUN + 1) if runs else ():
                for first, run in enumerate(_windows(words, length)):
                    if hash(run) in runs:
                        covered[first : first + length] = mark * length
        for match in re.finditer(rb"[^\0]+", covered):
            shortest = _SHORTEST_QUOTE if _OF_QUOTE in match[0] else _SHORTEST
            if sum(map(len, words[match.start() : match.end()])) >= shortest:
                end = tokens[match.end() - 1].end()
                yield tokens[match.start()].start(), end + _rest_of_a_cut_line(text[end:])


def _rest_of_a_cut_line(text: str) -> int:
    """Characters of the one word that a line cut off within the source ends with; 0 where more follows."""
    rest = text.split("\n", 1)[0]
    cut = len(rest.split()) == 1 and (rest[:1].isspace() or rest.isascii())
    return len(rest) if cut else 0


def _of_quote(quote: str) -> Runs:
    """Runs of each line of a quote; of a line with fewer words than a run, the whole line."""
    lines = (_TOKEN.findall(line) for line in quote.splitlines())
    return frozenset(hash(run) for line in lines if len(line) > 1 for run in _windows(line, min(_RUN, len(line))))


def _windows(words: list[str], length: int = _RUN) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))

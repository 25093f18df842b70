"""Context words by Aho-Corasick, then RE2 around the lines that hold one, then the judges (FACTS-GATE §1).

Patterns with the same words and as many lines share their windows; windows that lie close together are searched as
one, because a call costs more than the bytes between. Patterns without words stand behind one alternation, and a set
says which of them a line holds. Time is linear in the text whatever it holds: RE2 does not backtrack, a stretch is
searched once a pattern, and above ``MOST_HITS`` the text counts as bulk data. ``Engine(gated=False)`` searches
everything with every pattern; a test holds both to the same answer.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import ahocorasick_rs

from desktop.detect.compiled import Expression, Span, compiled_set
from desktop.detect.continued import commands, joined
from desktop.detect.detector import Candidate, Detector, Pattern, Verdict
from desktop.detect.folded import fold
from desktop.detect.hits import Hit, NearMiss, Scan
from desktop.detect.tables import Tables

MOST_HITS: Final = 20_000
_CLOSE: Final = 3_000
"""Bytes between two windows below which searching them too is cheaper than a second call."""
_Found = tuple[int, int, Detector, Verdict]


@dataclass(frozen=True, slots=True)
class _Searched:
    """A pattern, ready to search with."""

    detector: Detector
    pattern: Pattern
    regex: Expression
    each: Expression | None


@dataclass(frozen=True, slots=True)
class _Group:
    """Patterns whose matches hold one of the same words and take at most ``lines``; ``any`` is one of them."""

    lines: int
    members: tuple[_Searched, ...]
    any: Expression


class Engine:
    """Compiled detectors; safe to share between threads."""

    def __init__(self, detectors: Sequence[Detector], gated: bool = True) -> None:
        self._tables = Tables(detectors)
        patterns = [
            _Searched(d, p, Expression(p.regex), Expression(p.each) if p.each else None)
            for d in detectors
            for p in d.patterns
        ]
        self._gated = gated
        groups: dict[tuple[int, tuple[str, ...]], list[_Searched]] = {}
        for one in patterns:
            if words := one.pattern.words:
                groups.setdefault((one.pattern.lines, words), []).append(one)
        self._groups = [_group(members) for members in groups.values()]
        gates = sorted({word for _, words in groups for word in words})
        self._by_word = [[n for n, (_, words) in enumerate(groups) if word in words] for word in gates]
        self._words = ahocorasick_rs.BytesAhoCorasick([gate.encode() for gate in gates]) if gates else None
        self._shapes = [one for one in patterns if not one.pattern.words]
        shapes = [one.pattern.regex for one in self._shapes]
        self._any_shape = Expression(_any_of(shapes), never_capture=True) if shapes else None
        self._shape_set = compiled_set(shapes)

    def scan(self, text: str) -> Scan:
        """All hits and near misses in ``text``, ascending; a hit of two detectors is told twice."""
        found, bulk = self._spans(text)
        for one in joined(text):
            for start, end, detector, verdict in self._spans(one.text)[0]:
                if verdict.is_hit and one.is_joined(start, end):
                    found += [(first, last, detector, verdict) for first, last in one.spans(start, end)]
        for one in commands(text):
            for start, end, detector, verdict in self._spans(one.text)[0]:
                if verdict.is_hit:
                    found += [(first, last, detector, verdict) for first, last in one.spans(start, end)]
        found.sort(key=lambda f: (f[0], f[1], f[2].name, f[3].why))
        hits: dict[Hit, None] = {}
        misses: dict[NearMiss, None] = {}
        for start, end, detector, verdict in found:
            if verdict.is_hit:
                hits[Hit(detector.kind, start, end, detector.action, verdict.why)] = None
            else:
                misses[NearMiss(detector.kind, start, end, verdict.why)] = None
        return Scan(tuple(hits), tuple(_only_missed(misses, hits)), bulk)

    def _spans(self, text: str) -> tuple[list[_Found], bool]:
        """What is found in ``text``, by character, and whether it is so much that this is data."""
        folded = fold(text)
        found = sorted(islice(self._found(folded.data), MOST_HITS), key=lambda f: (f[0], f[1]))
        places = folded.spans([(start, end) for start, end, _, _ in found])
        return [
            (start, end, detector, verdict)
            for (start, end), (_, _, detector, verdict) in zip(places, found, strict=True)
        ], len(found) == MOST_HITS

    def _found(self, data: bytes) -> Iterator[_Found]:
        low = data.lower()
        yield from self._tables.found(data, low)
        if not self._gated:
            for one in (*self._shapes, *(member for group in self._groups for member in group.members)):
                yield from _search(one, data, 0, len(data))
            return
        for group, windows in zip(self._groups, self._windows(data, low), strict=True):
            for begin, end in windows:
                if group.any.search(data, begin, end) is not None:
                    for one in group.members:
                        yield from _search(one, data, begin, end)
        for begin, end in self._shape_lines(data):
            held = self._shape_set.Match(data[begin:end])
            for number in held or range(len(self._shapes)):
                yield from _search(self._shapes[number], data, begin, end)

    def _windows(self, data: bytes, low: bytes) -> list[list[Span]]:
        """For each group the stretches of whole lines to search, ascending and apart."""
        windows: list[list[Span]] = [[] for _ in self._groups]
        reached = [-1] * len(self._groups)
        end = -1
        around: dict[int, Span] = {}
        for word, start in self._words_in(low):
            for number in self._by_word[word]:
                if start < reached[number]:
                    continue
                if start >= end:
                    end = _line_end(data, start)
                    around.clear()
                lines, own = self._groups[number].lines, windows[number]
                if lines not in around:
                    around[lines] = _lines_back(data, start, lines), _lines_on(data, end, lines - 1)
                first, last = around[lines]
                if own and start - own[-1][1] <= _CLOSE:
                    own[-1] = own[-1][0], last
                else:
                    own.append((first, last))
                reached[number] = end
        return windows

    def _words_in(self, low: bytes) -> Iterator[Span]:
        """Number and place of every word; ascending by where it ends."""
        if self._words is not None:
            for word, start, _ in self._words.find_matches_as_indexes(low, overlapping=True):
                yield word, start

    def _shape_lines(self, data: bytes) -> Iterator[Span]:
        at = 0
        while self._any_shape is not None and (match := self._any_shape.search(data, at, len(data))) is not None:
            begin, at = data.rfind(b"\n", 0, match[0][0] + 1) + 1, _line_end(data, match[0][1] - 1)
            yield begin, at


def _group(members: Sequence[_Searched]) -> _Group:
    regexes = [one.pattern.regex for one in members]
    return _Group(members[0].pattern.lines, tuple(members), Expression(_any_of(regexes), never_capture=True))


def _any_of(regexes: Sequence[str]) -> str:
    return "|".join(f"(?:{regex})" for regex in regexes)


def _search(one: _Searched, data: bytes, at: int, stop: int) -> Iterator[_Found]:
    while (match := one.regex.search(data, at, stop)) is not None:
        start, end = _covered(match)
        if one.each is not None:
            yield from _each(one, one.each, data, (start, end), match[0])
            at = max(match[0][1], at + 1)
            continue
        verdict = one.pattern.judge(Candidate(_say(data[start:end]), data, (start, end), match[0]))
        if verdict.is_hit:
            start, end = _trimmed(data, start, end, verdict)
        if verdict.why and start < end:
            yield start, end, one.detector, verdict
        at = _resume(match[0], start, end, verdict)


def _each(one: _Searched, each: Expression, data: bytes, area: Span, whole: Span) -> Iterator[_Found]:
    at, stop = area
    while (match := each.search(data, at, stop)) is not None:
        start, end = _covered(match)
        verdict = one.pattern.judge(Candidate(_say(data[start:end]), data, (start, end), whole))
        if verdict.why and start < end:
            yield start, end, one.detector, verdict
        at = max(match[0][1], at + 1)


def _line_end(data: bytes, at: int) -> int:
    end = data.find(b"\n", at)
    return len(data) if end < 0 else end


def _lines_on(data: bytes, end: int, lines: int) -> int:
    """The end of the line that stands ``lines`` below the one that ends at ``end``."""
    for _ in range(lines):
        end = _line_end(data, min(end + 1, len(data)))
    return end


def _lines_back(data: bytes, at: int, lines: int) -> int:
    """Where ``lines`` lines begin, of which the last holds ``at``."""
    begin = data.rfind(b"\n", 0, at) + 1
    for _ in range(lines - 1):
        begin = data.rfind(b"\n", 0, max(begin - 1, 0)) + 1
    return begin


def _covered(match: Sequence[Span]) -> Span:
    return next((span for span in match[1:] if span[0] >= 0), match[0])


def _say(data: bytes) -> str:
    return data.decode(errors="ignore")


def _resume(whole: Span, start: int, end: int, verdict: Verdict) -> int:
    """Where to look on: what was no part of the find may begin the next one (担当：佐藤担当：鈴木)."""
    looked_at = end if verdict.is_hit else start
    return whole[1] if looked_at <= whole[0] else looked_at


def _trimmed(data: bytes, start: int, end: int, verdict: Verdict) -> Span:
    if not verdict.head and not verdict.tail:
        return start, end
    value = _say(data[start:end])
    head = len(value[: verdict.head].encode())
    tail = len(value[len(value) - verdict.tail :].encode()) if verdict.tail else 0
    return start + head, end - tail


def _only_missed(misses: Iterable[NearMiss], hits: Iterable[Hit]) -> Iterator[NearMiss]:
    """Near misses that no hit covers."""
    spans = sorted((h.start, h.end) for h in hits)
    reach: list[tuple[int, int]] = []
    for start, end in spans:
        if reach and start < reach[-1][1]:
            reach[-1] = reach[-1][0], max(end, reach[-1][1])
        else:
            reach.append((start, end))
    at = 0
    for miss in misses:
        while at < len(reach) and reach[at][1] <= miss.start:
            at += 1
        if at == len(reach) or reach[at][0] >= miss.end:
            yield miss

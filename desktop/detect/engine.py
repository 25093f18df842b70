"""Context words by Aho-Corasick, then RE2 on the lines that hold one, then the judges (FACTS-GATE §1).

Time is linear in the text whatever it holds: RE2 does not backtrack, a line is searched once a pattern, and above
``MOST_HITS`` the text counts as bulk data. ``Engine(gated=False)`` searches every line with every pattern; a test holds
both to the same answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

import ahocorasick_rs

from desktop.detect.compiled import compiled
from desktop.detect.detector import Candidate, Detector, Verdict
from desktop.detect.folded import fold
from desktop.detect.hits import Hit, NearMiss, Scan

MOST_HITS: Final = 20_000
_AROUND: Final = 160
_Window = tuple[int, int]
_Found = tuple[int, int, Detector, Verdict]


class Engine:
    """Compiled detectors; safe to share between threads."""

    def __init__(self, detectors: Iterable[Detector], gated: bool = True) -> None:
        self._patterns = [(d, p, compiled(p.regex)) for d in detectors for p in d.patterns]
        self._gated = gated
        words = sorted({word for _, p, _ in self._patterns for word in p.words})
        self._by_word = [[n for n, (_, p, _) in enumerate(self._patterns) if word in p.words] for word in words]
        self._words = ahocorasick_rs.BytesAhoCorasick([word.encode() for word in words]) if words else None
        self._shapes = [n for n, (_, p, _) in enumerate(self._patterns) if not p.words]
        shapes = "|".join(f"(?:{self._patterns[n][1].regex})" for n in self._shapes)
        self._any_shape = compiled(shapes, never_capture=True) if shapes else None

    def scan(self, text: str) -> Scan:
        """All hits and near misses in ``text``, ascending; a hit of two detectors is told twice."""
        folded = fold(text)
        found = list(islice(self._found(folded.data), MOST_HITS))
        bulk = len(found) == MOST_HITS
        found.sort(key=lambda f: (f[0], f[1], f[2].name, f[3].why))
        hits: dict[Hit, None] = {}
        misses: dict[NearMiss, None] = {}
        places = folded.spans([(start, end) for start, end, _, _ in found])
        for (start, end), (_, _, detector, verdict) in zip(places, found, strict=True):
            if verdict.is_hit:
                hits[Hit(detector.kind, start, end, detector.action, verdict.why)] = None
            else:
                misses[NearMiss(detector.kind, start, end, verdict.why)] = None
        return Scan(tuple(hits), tuple(_only_missed(misses, hits)), bulk)

    def _found(self, data: bytes) -> Iterator[_Found]:
        for number, windows in self._windows(data).items():
            detector, pattern, regex = self._patterns[number]
            for at, stop in windows:
                while (match := regex.search(data, at, stop)) is not None:
                    start, end = _covered(match)
                    verdict = pattern.judge(_candidate(data, start, end, match))
                    if verdict.is_hit:
                        start, end = _trimmed(data, start, end, verdict)
                    if verdict.why and start < end:
                        yield start, end, detector, verdict
                    at = _resume(match, start, end, verdict)

    def _windows(self, data: bytes) -> dict[int, list[_Window]]:
        """For each pattern the stretches of whole lines to search."""
        if not self._gated:
            return {n: [(0, len(data))] for n in range(len(self._patterns))}
        windows: dict[int, list[_Window]] = defaultdict(list)
        seen: dict[int, int] = {}
        begin = end = -1
        if self._words is not None:
            for word, start, _ in self._words.find_matches_as_indexes(data.lower(), overlapping=True):
                if not begin <= start < end:
                    begin, end = data.rfind(b"\n", 0, start) + 1, _line_end(data, start)
                for number in self._by_word[word]:
                    if seen.get(number) != begin:
                        seen[number] = begin
                        _widen(windows[number], data, begin, end, self._patterns[number][1].lines)
        for window in self._shape_lines(data):
            for number in self._shapes:
                windows[number].append(window)
        return windows

    def _shape_lines(self, data: bytes) -> Iterator[_Window]:
        at = 0
        while self._any_shape is not None and (match := self._any_shape.search(data, at)) is not None:
            begin, at = data.rfind(b"\n", 0, match.start() + 1) + 1, _line_end(data, match.end() - 1)
            yield begin, at


def _line_end(data: bytes, at: int) -> int:
    end = data.find(b"\n", at)
    return len(data) if end < 0 else end


def _widen(windows: list[_Window], data: bytes, begin: int, end: int, lines: int) -> None:
    """Add a line, with ``lines - 1`` more on both sides, to ascending windows."""
    for _ in range(lines - 1):
        begin = data.rfind(b"\n", 0, max(begin - 1, 0)) + 1
        end = _line_end(data, min(end + 1, len(data)))
    if windows and begin <= windows[-1][1] + 1:
        windows[-1] = min(windows[-1][0], begin), max(windows[-1][1], end)
    else:
        windows.append((begin, end))


def _covered(match: Any) -> _Window:
    taken = next((n for n in range(1, match.re.groups + 1) if match.start(n) >= 0), 0)
    start, end = match.span(taken)
    return int(start), int(end)


def _candidate(data: bytes, start: int, end: int, match: Any) -> Candidate:
    lowest, highest = max(0, start - _AROUND), min(len(data), end + _AROUND)
    begin = data.rfind(b"\n", lowest, start) + 1 or lowest
    stop = data.find(b"\n", end, highest)

    def above(lines: int) -> str:
        first = top = begin
        for _ in range(lines):
            lowest_line = max(0, first - 2 * _AROUND)
            first = data.rfind(b"\n", lowest_line, max(first - 1, 0)) + 1 or lowest_line
        heading = data[: max(data.find(b"\n", 0, 4 * _AROUND), 0)] if top > 0 else b""
        return f"{_say(heading)}\n{_say(data[first:top])}"

    return Candidate(
        _say(data[start:end]),
        _say(data[begin:start]),
        _say(data[end : highest if stop < 0 else stop]),
        _say(match.group()),
        above,
    )


def _say(data: bytes) -> str:
    return data.decode(errors="ignore")


def _resume(match: Any, start: int, end: int, verdict: Verdict) -> int:
    """Where to look on: what was no part of the find may begin the next one (担当：佐藤担当：鈴木)."""
    looked_at = end if verdict.is_hit else start
    return int(match.end()) if looked_at <= match.start() else looked_at


def _trimmed(data: bytes, start: int, end: int, verdict: Verdict) -> _Window:
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

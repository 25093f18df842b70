"""A normalised copy of a text with a way back, so that full-width and half-width forms are found where they stand.

NFKC, plus folds that NFKC lacks (waves, dashes, 髙﨑, digits of other scripts), without changing how lines are cut.
What shows nothing falls away: controls but for tabs and line ends, format characters, combining marks, fillers. Only
stretches of characters that fold are touched; most of them become one character each and need no table of offsets.
What changes length (ｶﾞ, ㈱, ㍻, combining voice marks, what falls away) is kept as pieces (FACTS-GATE §2).
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final
from unicodedata import category, decimal, normalize

_ASTRAL: Final = 0x10000
_OWN_FOLDS: Final = str.maketrans("〜～−‐‑‒–—―﹣－髙﨑濵凜", "~~---------高崎浜凛")
_LINES_AND_TABS: Final = "\t\n\r\v\f\x85"
_INVISIBLE: Final = frozenset(("Cc", "Cf", "Mn", "Me"))
_FILLERS: Final = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs that show nothing: the fillers of Hangul and the blank of Braille."""
_ASCII_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MARKED: Final = (range(0x10000), range(_ASTRAL, 0x20000), range(0xE0000, 0xE0200))
"""Where characters that show nothing are."""
_VOICE_MARKS: Final = "ﾞﾟ\u3099\u309a"
_RANGES: Final = (
    range(0x80, 0xD800),
    range(0xF900, 0x10000),
    range(0x1D400, 0x1D800),
    range(0x1F100, 0x1F200),
    range(0x2F800, 0x2FA20),
)
_SURROGATES: Final = range(0xD800, 0xE000)
_LONGEST_REMEMBERED: Final = 40
_Piece = tuple[int, int, int, int]
"""From and to in the folded text, from and to in the original, by character."""


@dataclass(frozen=True, slots=True)
class Folded:
    """``data`` is the folded text in UTF-8; ``span`` leads from its bytes to characters of the original."""

    data: bytes
    _same: bool
    _starts: tuple[int, ...]
    _pieces: tuple[_Piece, ...]

    def spans(self, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Character spans in the original for byte spans in ``data``; ``found`` must be ascending by start."""
        if self._same:
            yield from found
            return
        at_byte = at_char = 0
        for start, end in found:
            at_char += len(self.data[at_byte:start].decode())
            at_byte = start
            yield self._back(at_char, at_char + len(self.data[start:end].decode()))

    def _back(self, start: int, end: int) -> tuple[int, int]:
        first = self._piece(start)
        last = self._piece(end - 1)
        return (
            first[2] if start < first[1] else first[3] + start - first[1],
            last[3] if end - 1 < last[1] else last[3] + end - last[1],
        )

    def _piece(self, at: int) -> _Piece:
        number = bisect_right(self._starts, at) - 1
        return self._pieces[number] if number >= 0 else (0, 0, 0, 0)


def fold(text: str) -> Folded:
    """Fold ``text``; lone surrogates become U+FFFD."""
    if text.isascii() and _ASCII_CONTROLS.search(text) is None:
        return Folded(text.encode(), True, (), ())
    pieces: list[_Piece] = []
    out: list[str] = []
    length = at = 0
    for match in _stretches().finditer(text):
        begin, end = match.span()
        if begin > 0 and text[begin] in _joined():
            begin -= 1
        stretch = text[begin:end]
        folded, own = _remembered(stretch) if len(stretch) <= _LONGEST_REMEMBERED else _folded(stretch)
        out += (text[at:begin], folded)
        length += begin - at
        pieces += [(length + f, length + t, begin + start, begin + stop) for f, t, start, stop in own]
        length += len(folded)
        at = end
    out.append(text[at:])
    return Folded("".join(out).encode(), False, tuple(p[0] for p in pieces), tuple(pieces))


def _folded(stretch: str) -> tuple[str, tuple[_Piece, ...]]:
    """A stretch folded, and those pieces of it that changed their length."""
    singles, longer = _tables()
    pieces: list[_Piece] = []
    out: list[str] = []
    length = at = 0
    for start, end in _clusters(stretch, longer.intersection(stretch)):
        plain = stretch[at:start].translate(singles)
        cluster = stretch[start:end].translate(_dropped())
        replaced = normalize("NFKC", cluster.translate(_OWN_FOLDS)).translate(singles)
        out += (plain, replaced)
        length += len(plain)
        pieces.append((length, length + len(replaced), start, end))
        length += len(replaced)
        at = end
    out.append(stretch[at:].translate(singles))
    return "".join(out), tuple(pieces)


@lru_cache(maxsize=8_192)
def _remembered(stretch: str) -> tuple[str, tuple[_Piece, ...]]:
    return _folded(stretch)


def _clusters(text: str, present: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Stretches whose folding has another length: a character with marks behind it, or one that becomes several."""
    places = sorted(at for mark in present for at in _places(text, mark))
    end = 0
    start: int | None = None
    for at in places:
        begin = at - 1 if at > 0 and text[at] in _joined() else at
        if start is not None and begin < end:
            end = at + 1
            continue
        if start is not None:
            yield start, end
        start, end = begin, at + 1
    if start is not None:
        yield start, end


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


@cache
def _stretches() -> re.Pattern[str]:
    """Runs of characters that may fold. One class and no more: it cannot backtrack."""
    singles, longer = _tables()
    codes = sorted(code for code in {*singles, *map(ord, longer)} if code < _ASTRAL)
    known = frozenset(codes)
    firsts = [code for code in codes if code - 1 not in known]
    lasts = [code for code in codes if code + 1 not in known]
    ranges = (f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in zip(firsts, lasts, strict=True))
    return re.compile(f"[{''.join(ranges)}{chr(_ASTRAL)}-{chr(sys.maxunicode)}]+")


@cache
def _tables() -> tuple[dict[int, str], frozenset[str]]:
    """What folds to one character, and the characters that need a look at their neighbours or become several."""
    singles: dict[int, str] = dict.fromkeys(_SURROGATES, "\ufffd")
    longer = set(_joined())
    for codes in _RANGES:
        for code in codes:
            character = chr(code)
            if character in longer:
                continue
            folded = normalize("NFKC", character).translate(_OWN_FOLDS)
            if len(folded) == 1 and folded != "\n":
                digit = decimal(folded, None)
                folded = folded if digit is None else str(digit)
                if folded != character:
                    singles[code] = folded
            else:
                longer.add(character)
    singles |= {code: str(chr(into)) for code, into in _OWN_FOLDS.items()}
    return singles, frozenset(longer)


@cache
def _joined() -> frozenset[str]:
    """Characters that belong to the one before: those that fall away, and voice marks, which change it."""
    return frozenset((*map(chr, _dropped()), *_VOICE_MARKS))


@cache
def _dropped() -> dict[int, str]:
    """Everything that shows nothing, as ``translate`` takes it away."""
    kept = _LINES_AND_TABS + _VOICE_MARKS
    codes = {code for codes in _MARKED for code in codes if category(chr(code)) in _INVISIBLE and chr(code) not in kept}
    return dict.fromkeys((*codes, *map(ord, _FILLERS)), "")

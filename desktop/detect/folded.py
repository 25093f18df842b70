"""A normalised copy of a text with a way back, so that full-width and half-width forms are found where they stand.

NFKC, plus folds that NFKC lacks (waves, dashes, 髙﨑), without changing how lines are cut. Nearly all of it is one
character for one character and needs no table of offsets; what changes length (ｶﾞ, ㈱, ㍻, combining voice marks,
characters without width) is kept as pieces (FACTS-GATE §2).
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final
from unicodedata import normalize

_OWN_FOLDS: Final = str.maketrans("〜～−‐‑‒–—―﹣－髙﨑濵凜", "~~---------高崎浜凛")
_WIDTHLESS: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_VOICE_MARKS: Final = "ﾞﾟ\u3099\u309a"
_RANGES: Final = (
    range(0x80, 0xD800),
    range(0xF900, 0x10000),
    range(0x1D400, 0x1D800),
    range(0x1F100, 0x1F200),
    range(0x2F800, 0x2FA20),
)
_SURROGATES: Final = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class Folded:
    """``data`` is the folded text in UTF-8; ``span`` leads from its bytes to characters of the original."""

    data: bytes
    _same: bool
    _starts: tuple[int, ...]
    _pieces: tuple[tuple[int, int, int, int], ...]

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

    def _piece(self, at: int) -> tuple[int, int, int, int]:
        number = bisect_right(self._starts, at) - 1
        return self._pieces[number] if number >= 0 else (0, 0, 0, 0)


def fold(text: str) -> Folded:
    """Fold ``text``; lone surrogates become U+FFFD."""
    if text.isascii():
        return Folded(text.encode(), True, (), ())
    singles, longer = _tables()
    pieces: list[tuple[int, int, int, int]] = []
    out: list[str] = []
    length = at = 0
    for start, end in _clusters(text, longer.intersection(text)):
        plain = text[at:start].translate(singles)
        out.append(plain)
        length += len(plain)
        cluster = text[start:end].translate(_DROPPED)
        replaced = normalize("NFKC", cluster.translate(_OWN_FOLDS)).translate(singles)
        out.append(replaced)
        pieces.append((length, length + len(replaced), start, end))
        length += len(replaced)
        at = end
    out.append(text[at:].translate(singles))
    return Folded("".join(out).encode(), False, tuple(p[0] for p in pieces), tuple(pieces))


def _clusters(text: str, present: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Stretches whose folding has another length: a character with marks behind it, or one that becomes several."""
    places = sorted(at for mark in present for at in _places(text, mark))
    end = 0
    start: int | None = None
    for at in places:
        begin = at - 1 if text[at] in _JOINED and at > 0 else at
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
def _tables() -> tuple[dict[int, str], frozenset[str]]:
    """What folds to one character, and the characters that need a look at their neighbours or become several."""
    singles: dict[int, str] = dict.fromkeys(_SURROGATES, "�")
    longer = set(_JOINED)
    for codes in _RANGES:
        for code in codes:
            character = chr(code)
            folded = normalize("NFKC", character).translate(_OWN_FOLDS)
            if character in longer:
                continue
            if len(folded) == 1 and folded != "\n":
                if folded != character:
                    singles[code] = folded
            else:
                longer.add(character)
    singles |= {code: str(chr(into)) for code, into in _OWN_FOLDS.items()}
    return singles, frozenset(longer)


_JOINED: Final = _WIDTHLESS + _VOICE_MARKS
_DROPPED: Final = dict.fromkeys(map(ord, _WIDTHLESS), "")

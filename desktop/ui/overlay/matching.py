"""How the palette matches: Japanese, English and kana, folded, every typed word somewhere in the entry. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop.text.fold import fold

_HIRAGANA: Final = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


@dataclass(frozen=True, slots=True)
class Entry:
    """``words`` are shown, ``also`` are matched too: the other language, kana. ``keys`` are shown at the right."""

    id: str
    kind: str
    words: str
    also: str = ""
    keys: str = ""


def folded(text: str) -> str:
    """Folded as everywhere, and katakana as hiragana, so that a reading matches however it is typed."""
    return fold(text).translate(_HIRAGANA)


def matches(entries: Sequence[Entry], typed: str, most: int = 12) -> list[Entry]:
    """The entries that hold every typed word, those that begin with the first one before the others."""
    wanted = folded(typed).split()
    if not wanted:
        return list(entries[:most])
    ranked: list[tuple[int, int, Entry]] = []
    for at, entry in enumerate(entries):
        shown = folded(entry.words)
        everything = f"{shown} {folded(entry.also)}"
        if all(word in everything for word in wanted):
            rank = 0 if shown.startswith(wanted[0]) else 1 if wanted[0] in shown else 2
            ranked.append((rank, at, entry))
    ranked.sort(key=lambda one: one[:2])
    return [entry for _, _, entry in ranked[:most]]

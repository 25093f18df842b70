"""Folding for search and matching: what looks or sounds the same to a Japanese reader compares equal.

NFKC and casefold, without what is invisible; then what NFKC leaves apart: dashes, waves, a dash written for the long
vowel mark (デ−タ in host data), and the variants of kanji that stand in names (髙 and 高). Hiragana and katakana stay
apart.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_DASHES: Final = "‐‑‒–—―−─━﹘﹣－ｰー"
_WAVES: Final = "〜～∼∿"
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_VARIANTS: Final = dict(
    zip(
        "髙﨑德濵濱瀨黑邊邉齋齊澤廣國眞嶋𠮷賴槇瀧櫻靜彌惠榮淸條緖緒曻橫增祐神福羽靑飯都".replace("𠮷", "\U00020bb7"),
        "高崎徳浜浜瀬黒辺辺斎斉沢広国真島吉頼槙滝桜静弥恵栄清条緒緒昇横増祐神福羽青飯都",
        strict=True,
    )
)
_TABLE: Final = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_WAVES, "~")
    | dict.fromkeys(_UNSEEN, "")
    | {chr(code): "" for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))}
    | _VARIANTS
)
_LONG_VOWEL: Final = re.compile("(?<=[ァ-ヺぁ-ゔ])-+")
_JOINS: Final = "\u3099\u309a\uff9e\uff9f\u0300-\u036f"
_CLUSTER: Final = re.compile(f"[^{_JOINS}][{_JOINS}]*|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded ``text``; ``origin[i]`` is where character ``i`` came from; one more entry is the unfolded length."""

    text: str
    origin: tuple[int, ...]

    def unfold(self, first: int, last: int) -> tuple[int, int]:
        """The unfolded range that folded characters ``first`` to ``last`` (excluded) came from."""
        start = self.origin[first]
        if last <= first:
            return start, start
        return start, next((at for at in self.origin[last:] if at > self.origin[last - 1]), self.origin[-1])


def fold(text: str) -> str:
    """``text`` as it is compared. ``fold(fold(t)) == fold(t)``."""
    if text.isascii():
        return text.lower()
    return _LONG_VOWEL.sub(_long, _plain(text))


def fold_with_map(text: str) -> Folded:
    """As ``fold``, with where each character came from, for showing a hit where it is."""
    if text.isascii():
        return Folded(text.lower(), tuple(range(len(text) + 1)))
    parts: list[str] = []
    origin: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        part = _plain(cluster[0])
        parts.append(part)
        origin.extend([cluster.start()] * len(part))
    return Folded(_LONG_VOWEL.sub(_long, "".join(parts)), (*origin, len(text)))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.translate(_TABLE)).casefold()
    return unicodedata.normalize("NFKC", folded).translate(_TABLE)


def _long(dashes: re.Match[str]) -> str:
    return "ー" * len(dashes[0])

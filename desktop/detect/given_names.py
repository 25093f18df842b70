"""Japanese given names: in kanji and kana, and how they are read. The list and its licence: ``resources/detect``."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from desktop.detect.romaji import as_compared, romaji

_FILE: Final = Path(__file__).resolve().parents[2] / "resources" / "detect" / "given_names.txt"
_SINGLE: Final = frozenset(
    "優彩誠蓮亮恵茂清実学豊進勇隆稔薫望翼光翔凛葵碧律湊樹陽修徹剛聡哲弘浩博剛健仁昇勝正武功司淳潤純結"
)
"""One-character given names that the list leaves out as common nouns; they count behind a surname alone."""
_ENDS: Final = frozenset(
    "郎子美夫雄男一二三彦介樹也人恵香代之司志治明生太平弘博和仁義正隆幸吉助輔斗奈菜音里江枝紀織穂実希花真海翔衣哉紗莉央悟馬"
)
_LONGEST_UNKNOWN: Final = 2
_HIRAGANA: Final = frozenset(map(chr, range(0x3041, 0x3097)))
_KATAKANA: Final = {code: code + 0x60 for code in range(0x3041, 0x3097)}


@dataclass(frozen=True, slots=True)
class _GivenNames:
    written: frozenset[str]
    kana: frozenset[str]
    latin: frozenset[str]


def is_given_name(text: str) -> bool:
    """Whether ``text`` behind a surname may be a given name: of the list, or made like one, as modern names are."""
    if text in _read().written or text in _SINGLE:
        return True
    if all(character in _HIRAGANA for character in text):
        return len(text) > _LONGEST_UNKNOWN and text.translate(_KATAKANA) in _read().kana
    return len(text) == _LONGEST_UNKNOWN and text[-1] in _ENDS


def is_kana_given_name(text: str) -> bool:
    """Whether katakana ``text`` is how some given name is read."""
    return text in _read().kana


def is_latin_given_name(text: str) -> bool:
    """Whether ``text`` is some given name in Latin letters."""
    return as_compared(text) in _read().latin


@cache
def _read() -> _GivenNames:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    kana = frozenset(reading for _, reading in rows if len(reading) > 1)
    return _GivenNames(frozenset(name for name, _ in rows), kana, frozenset(map(romaji, kana)))

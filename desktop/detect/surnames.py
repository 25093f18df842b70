"""Japanese surnames: in kanji, in kana and in Latin letters. The list and its licence: ``resources/detect``."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from desktop.detect.romaji import as_compared, romaji

_FILE: Final = Path(__file__).resolve().parents[2] / "resources" / "detect" / "surnames.txt"
_SINGLE: Final = frozenset("林森原東関辻岡谷堀南西北島星泉浜畑宮菅柳荒浅牧岸桂榊乾境角椿櫻桜")
"""One-character surnames, which count only where a label says that a name follows."""
_SINGLE_READINGS: Final = frozenset(
    ("ハヤシ", "モリ", "アズマ", "ツジ", "ホリ", "ミナミ", "ホシ", "スガ", "ヤナギ", "カツラ")
)


@dataclass(frozen=True, slots=True)
class _Surnames:
    kanji: frozenset[str]
    plain: frozenset[str]
    """Those that are no other word."""
    kana: frozenset[str]
    latin: frozenset[str]
    longest: int


def leading_surname(text: str) -> str:
    """The longest surname at the start of ``text``, empty where none stands there."""
    names = _read()
    lengths = range(min(names.longest, len(text)), 1, -1)
    return next((text[:n] for n in lengths if text[:n] in names.kanji), text[:1] if text[:1] in _SINGLE else "")


def is_surname(text: str) -> bool:
    """Whether ``text`` is a surname of two characters or more."""
    return text in _read().kanji


def is_any_surname(text: str) -> bool:
    """Whether ``text`` is a surname, of one character too."""
    return text in _read().kanji or text in _SINGLE


def is_only_surname(text: str) -> bool:
    """Whether ``text`` is a surname of two characters or more, and no common noun."""
    return text in _read().plain


def is_kana_surname(text: str) -> bool:
    """Whether katakana ``text`` is how some surname is read."""
    return text in _read().kana


def is_latin_surname(text: str) -> bool:
    """Whether ``text`` is some surname in Latin letters (Hepburn or Kunrei, long vowels marked or not)."""
    latin = _read().latin
    name = as_compared(text)
    return name in latin or (name.endswith("H") and name[:-1] in latin) or name.replace("OH", "O") in latin


@cache
def _read() -> _Surnames:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    kanji = frozenset(name for name, _, _ in rows)
    kana = frozenset(reading for _, reading, _ in rows if len(reading) > 1) | _SINGLE_READINGS
    plain = kanji - {name for name, _, other in rows if other}
    return _Surnames(kanji, plain, kana, frozenset(map(romaji, kana)), max(map(len, kanji)))

"""How plausible a reading of bytes is: what tells cp930 from cp939, and cp932 from EUC-JP. Counting, no dictionary."""

import re
from collections import Counter
from functools import cache
from math import log
from typing import Final

from desktop.text.tables import MIXED, SI, SO, single

# Letters of English prose, and half-width katakana of host comments and names, per thousand, rounded.
_LATIN: Final = dict(zip(
    "etaoinshrdlcumwfgypbvkjxqz",
    (127, 91, 82, 75, 70, 67, 63, 61, 60, 43, 40, 28, 28, 24, 24, 22, 20, 20, 19, 15, 10, 8, 2, 2, 1, 1), strict=True,
))  # fmt: skip
_KANA: Final = dict(zip(
    "ﾞｳﾝｲｼｶｸﾄｰﾀｺﾘｽﾃﾙｷﾂﾗｾﾌｯﾊﾅｻﾖﾆﾎｹﾏﾚﾐﾒﾛｱｵﾓﾉﾋﾜﾔｴｿﾁﾕﾍｭｮｬﾟﾈﾑﾇｦ",
    (90, 75, 70, 60, 50, 45, 45, 42, 40, 35, 32, 30, 30, 26, 26, 25, 22, 20, 18, 18, 18, 17, 15, 15, 14, 13, 12, 12, 12,
     11, 10, 10, 10, 10, 9, 9, 9, 8, 7, 7, 6, 6, 6, 6, 5, 10, 12, 6, 5, 3, 3, 1, 3), strict=True,
))  # fmt: skip
_RARE: Final = 0.2
_RUN: Final = re.compile(rb"\x0e[^\x0e\x0f\x15\x25]*\x0f?")
_BLANKS_AND_DIGITS: Final = bytes((0x00, 0x15, 0x25, 0x40, *range(0xF0, 0xFA)))
_SINGLE_SHIFT: Final = re.compile(rb"\x8e[\xa1-\xdf]")
_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]+")
_LONELY: Final = re.compile(rb"(?:(?<=[A-Za-z])[\xa0-\xff](?![\x80-\xff])|(?<![\x80-\xff])[\xa0-\xff](?=[A-Za-z]))")
_COMMON: Final = re.compile("[ぁ-んァ-ヶー、。「」・（）０-９Ａ-Ｚ年月日時分金額口座名番号出入力処理件数円]")


@cache
def _weights(encoding: str) -> tuple[float, ...]:
    """Log-probability of each single byte that is lower case or kana in some of ``MIXED``; 0 for all others."""
    ours, all_tables = single(encoding), [single(name) for name in MIXED]
    weights = []
    for byte, char in enumerate(ours):
        telling = any(table[byte] in _LATIN or table[byte] in _KANA for table in all_tables)
        weights.append(log((_LATIN.get(char) or _KANA.get(char) or _RARE) / 1000) if telling else 0.0)
    return tuple(weights)


def single_bytes_fit(data: bytes, encoding: str) -> float:
    """Log-likelihood of the single bytes in ``data`` that are letters in one of ``MIXED`` and kana in another."""
    weights = _weights(encoding)
    return sum(weights[byte] * times for byte, times in Counter(_RUN.sub(b"", data)).items() if byte not in (SO, SI))


def without_shifted(data: bytes) -> bytes:
    """``data`` without what stands between shift codes."""
    return _RUN.sub(b"", data)


@cache
def _latin_page_kana_bytes() -> bytes:
    return bytes(byte for byte, char in enumerate(single("cp939")) if "ｦ" <= char <= "ﾟ")


def latin_page_kana(data: bytes) -> float:
    """Share of the single bytes, blanks and digits left out, that are kana in cp939 (accented letters in cp037)."""
    rest = _RUN.sub(b"", data).translate(None, _BLANKS_AND_DIGITS)
    return 1 - len(rest.translate(None, _latin_page_kana_bytes())) / len(rest) if rest else 0.0


def lonely_accents(data: bytes) -> float:
    """Share of the runs of bytes above 0x7F that are a single byte beside an ASCII letter, as é is in cp1252."""
    runs = len(_HIGH_RUN.findall(data))
    return len(_LONELY.findall(data)) / runs if runs else 0.0


def japanese_fit(text: str) -> float:
    """How like Japanese the non-ASCII characters of ``text`` are, from -1 to 1."""
    foreign = Counter(char for char in text if char > "\x7f")
    total = sum(foreign.values())
    return sum(_weight(char) * times for char, times in foreign.items()) / total if total else 0.0


def _weight(char: str) -> float:
    """Kana, punctuation and the commonest kanji speak for a reading; half-width kana and rare kanji against it."""
    if _COMMON.match(char):
        return 1.0
    if "\uff61" <= char <= "\uff9f":
        return -0.5
    code = char.encode("euc_jp", "ignore")
    if len(code) != 2:
        return -0.5
    # Rows from 0xB0 are the kanji of level 1, from 0xD0 those of level 2 (JIS X 0208), which make up few of a hundred.
    return 0.3 if 0xB0 <= code[0] < 0xD0 else -0.3 if code[0] >= 0xD0 else 0.0


def single_shifts(data: bytes) -> float:
    """Share of the bytes above 0x7F that are half-width kana behind the single shift 0x8E of EUC-JP."""
    high = sum(map(len, _HIGH_RUN.findall(data)))
    return 2 * len(_SINGLE_SHIFT.findall(data)) / high if high else 0.0

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
_HALF_KANA: Final = re.compile("[\uff61-\uff9f]")
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


def japanese_fit(text: str) -> float:
    """Share of non-ASCII characters that are kana, punctuation or common kanji, less half of the half-width kana."""
    foreign = sum(1 for char in text if char > "\x7f")
    if not foreign:
        return 0.0
    return (len(_COMMON.findall(text)) - len(_HALF_KANA.findall(text)) / 2) / foreign

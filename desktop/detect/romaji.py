"""Katakana in Latin letters as people write their own names, and the one spelling in which such names are compared."""

from typing import Final

_ROWS: Final = {
    "": "アイウエオ",
    "K": "カキクケコ",
    "S": "サシスセソ",
    "T": "タチツテト",
    "N": "ナニヌネノ",
    "H": "ハヒフヘホ",
    "M": "マミムメモ",
    "R": "ラリルレロ",
    "G": "ガギグゲゴ",
    "Z": "ザジズゼゾ",
    "D": "ダヂヅデド",
    "B": "バビブベボ",
    "P": "パピプペポ",
}
_SINGLE: Final = {
    kana: f"{row}{vowel}" for row, line in _ROWS.items() for kana, vowel in zip(line, "AIUEO", strict=True)
}
_OWN: Final = {
    "シ": "SHI", "チ": "CHI", "ツ": "TSU", "フ": "FU", "ジ": "JI", "ヂ": "JI", "ヅ": "ZU",
    "ヤ": "YA", "ユ": "YU", "ヨ": "YO", "ワ": "WA", "ヲ": "O", "ン": "N", "ヴ": "VU", "ー": "",
}  # fmt: skip
_SMALL: Final = {"ャ": "A", "ュ": "U", "ョ": "O"}
_SPELLINGS: Final = (
    *(("OU", "O"), ("OO", "O"), ("UU", "U"), ("MB", "NB"), ("MP", "NP"), ("MM", "NM")),
    *(("SHI", "SI"), ("SH", "SY"), ("CHI", "TI"), ("TCH", "TTY"), ("CH", "TY"), ("TSU", "TU"), ("FU", "HU")),
    *(("JI", "ZI"), ("JY", "ZY"), ("J", "ZY")),
)
"""One spelling for what Hepburn, Kunrei and passports write differently."""


def romaji(kana: str) -> str:
    """``kana`` in Latin letters, spelled for comparison; what is no katakana is left out."""
    table = _SINGLE | _OWN
    out: list[str] = []
    doubled = False
    for character in kana:
        if character == "ッ":
            doubled = True
        elif character in _SMALL and out:
            stem = out[-1][:-1]
            out[-1] = f"{stem}{'' if stem in ('SH', 'CH', 'J') else 'Y'}{_SMALL[character]}"
        elif sound := table.get(character):
            out.append(f"{sound[0]}{sound}" if doubled else sound)
            doubled = False
    text = "".join(out)
    return as_compared(text)


def as_compared(latin: str) -> str:
    """``latin`` as names are compared: SATOU, SATOH and SATO are one, and so are HUZI and FUJI, HOMMA and HONMA."""
    text = latin.upper()
    for spelled, compared in _SPELLINGS:
        text = text.replace(spelled, compared)
    return text

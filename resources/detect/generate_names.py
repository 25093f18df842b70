"""Write ``surnames.txt`` and ``given_names.txt`` from Debian's ``mecab-ipadic`` package (folder given as argument).

    apt-get download mecab-ipadic && dpkg-deb -x mecab-ipadic_*.deb ipadic
    python resources/detect/generate_names.py ipadic/usr/share/mecab/dic/ipadic

One-character surnames are left out: 原, 森, 東 are words of every program. A ``*`` in the third column marks a surname
that is oftener a common noun (大口, 出口; by the dictionary's word costs): such a one needs a label beside it. Given
names that are oftener a common noun are left out.
"""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final
from unicodedata import normalize

_FOLDER: Final = Path(__file__).resolve().parent
_SURFACE, _COST, _CLASS, _READING = 0, 3, 7, 11
_COMMON_NOUNS: Final = ("Noun.csv", "Noun.verbal.csv", "Noun.adverbal.csv", "Noun.adjv.csv")
_HEAD: Final = "# Japanese {} and their readings, from mecab-ipadic 2.7.0-20070801 (licence: surnames.LICENSE)\n"


def main(folder: Path) -> None:
    """Read the dictionary's names in ``folder`` and write both lists."""
    rows = _rows(folder / "Noun.name.csv")
    nouns = _cheapest(row for name in _COMMON_NOUNS for row in _rows(folder / name))
    surnames = [row for row in rows if row[_CLASS] == "姓" and len(row[_SURFACE]) > 1]
    common = _common(surnames, nouns)
    lines = {(normalize("NFKC", n[_SURFACE]), n[_READING], "*" if n[_SURFACE] in common else "") for n in surnames}
    _write("surnames", lines)
    given = [row for row in rows if row[_CLASS] == "名"]
    common = _common(given, nouns)
    _write("given_names", {(normalize("NFKC", n[_SURFACE]), n[_READING]) for n in given if n[_SURFACE] not in common})


def _common(names: list[list[str]], nouns: dict[str, int]) -> set[str]:
    return {name for name, cost in _cheapest(names).items() if nouns.get(name, cost + 1) <= cost}


def _write(what: str, lines: Iterable[tuple[str, ...]]) -> None:
    text = _HEAD.format(what.replace("_", " ")) + "".join("\t".join(line) + "\n" for line in sorted(lines))
    (_FOLDER / f"{what}.txt").write_text(text, encoding="utf-8")


def _cheapest(rows: Iterable[list[str]]) -> dict[str, int]:
    costs: dict[str, int] = {}
    for row in rows:
        costs[row[_SURFACE]] = min(int(row[_COST]), costs.get(row[_SURFACE], int(row[_COST])))
    return costs


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="euc_jp", newline="") as file:
        return list(csv.reader(file))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

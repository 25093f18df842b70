"""Write ``resources/detect/surnames.txt`` from Debian's ``mecab-ipadic`` package (folder given as argument).

    apt-get download mecab-ipadic && dpkg-deb -x mecab-ipadic_*.deb ipadic
    python resources/detect/generate_surnames.py ipadic/usr/share/mecab/dic/ipadic

One-character surnames are left out: 原, 森, 東 are words of every program. A ``*`` in the third column marks a surname
that is oftener a common noun (大口, 出口; by the dictionary's word costs): such a one needs a label beside it.
"""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final
from unicodedata import normalize

_OUT: Final = Path(__file__).resolve().parents[1] / "resources" / "detect" / "surnames.txt"
_SURFACE, _COST, _CLASS, _READING = 0, 3, 7, 11
_COMMON_NOUNS: Final = ("Noun.csv", "Noun.verbal.csv", "Noun.adverbal.csv", "Noun.adjv.csv")
_HEAD: Final = "# Japanese surnames and their readings, from mecab-ipadic 2.7.0-20070801 (licence: surnames.LICENSE)\n"


def main(folder: Path) -> None:
    """Read the dictionary's names in ``folder`` and write the list."""
    names = [row for row in _rows(folder / "Noun.name.csv") if row[_CLASS] == "姓" and len(row[_SURFACE]) > 1]
    nouns = _cheapest(row for name in _COMMON_NOUNS for row in _rows(folder / name))
    costs = _cheapest(names)
    common = {name for name, cost in costs.items() if nouns.get(name, cost + 1) <= cost}
    lines = {(normalize("NFKC", n[_SURFACE]), n[_READING], "*" if n[_SURFACE] in common else "") for n in names}
    _OUT.write_text(_HEAD + "".join("\t".join(line) + "\n" for line in sorted(lines)), encoding="utf-8")


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

"""Which CWE numbers are weaknesses, and which of them are of one family. The list: ``resources/cwe``.

Two tellings of one weakness seldom name the same number: a buffer overflow is CWE-120, -121 or -787 for one and the
same line.
"""

from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).resolve().parents[2] / "resources" / "cwe" / "weaknesses.txt"
_STEPS: Final = 2
"""Generations up to a common ancestor."""


def exists(cwe: int) -> bool:
    """Whether CWE has a weakness of this number; categories, views and what was deprecated are none."""
    return cwe in _parents()


def are_kin(one: int, other: int) -> bool:
    """Whether the two are the same weakness, one above the other, or of a near common ancestor.

    The pillars on top embrace everything, and so are nobody's kin.
    """
    return one == other or bool(_family(one) & _family(other))


@cache
def _family(cwe: int) -> frozenset[int]:
    parents = _parents()
    if cwe not in parents:
        return frozenset()
    found, last = {cwe}, {cwe}
    for _ in range(_STEPS):
        last = {parent for one in last for parent in parents[one]}
        found |= {one for one in last if parents[one]}
    return frozenset(found)


@cache
def _parents() -> dict[int, tuple[int, ...]]:
    rows = (line.split() for line in _FILE.read_text("ascii").splitlines() if not line.startswith("#"))
    return {int(number): tuple(map(int, parents)) for number, *parents in rows}

"""What the shipped fonts can show: a PDF that everybody can read (PDF/UA-1, 7.21.8) may hold nothing else."""

from bisect import bisect_right
from functools import cache
from typing import Final

from desktop.reports.templates import FONTS

_KEPT: Final = frozenset("\n\t⟦⟧")
"""The brackets are in the typesetter's own font."""
_ALIKE: Final = {"▸": "›"}


def shown(value: object) -> object:
    """``value`` (strings, lists and dictionaries of such) with every character that has no glyph as ⟦hex⟧."""
    match value:
        case str():
            return value if value.isascii() and value.isprintable() else "".join(map(_shown, value))
        case list() | tuple():
            return [shown(one) for one in value]
        case dict():
            return {key: shown(one) for key, one in value.items()}
        case _:
            return value


@cache
def _covered() -> tuple[list[int], list[int]]:
    """First and last characters of the runs in ``covered.txt``, which ``tests.tools.covered`` makes from the fonts."""
    runs = [line.split("-") for line in (FONTS / "covered.txt").read_text("ascii").splitlines()]
    return [int(first, 16) for first, _ in runs], [int(last, 16) for _, last in runs]


def _shown(character: str) -> str:
    firsts, lasts = _covered()
    code = ord(character)
    at = bisect_right(firsts, code) - 1
    if character in _ALIKE:
        return _ALIKE[character]
    return character if character in _KEPT or (at >= 0 and code <= lasts[at]) else f"⟦{code:x}⟧"

"""Evidence cut into units that fit into one request, along the program's own structure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from desktop.source import Member, UnitKind

_WHOLES: Final = frozenset({UnitKind.PROGRAM, UnitKind.JOB, UnitKind.PROC})


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines ``first`` to ``last`` (both included, from 1) that are asked about together."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Part:
    first: int
    last: int
    names: tuple[str, ...]
    top: int | None


def cut(member: Member, tokens: Sequence[int], budget: int) -> tuple[Piece, ...]:
    """Cut a member of ``len(tokens)`` lines into pieces of at most ``budget`` tokens; every line is in exactly one.

    A unit that fits stays whole, and neighbours are put together as long as they fit and are not of different
    programs. A unit without smaller ones that is too large is cut between lines; a single line that is too large
    stays, and stands alone.
    """
    if not tokens:
        return ()
    return tuple(_Cutter(member, tokens, budget).pieces())


class _Cutter:
    def __init__(self, member: Member, tokens: Sequence[int], budget: int) -> None:
        self._units = member.units
        self._sums = list(accumulate(tokens, initial=0))
        self._budget = budget
        self._children: dict[int | None, list[int]] = {}
        for number, unit in enumerate(member.units):
            self._children.setdefault(unit.parent, []).append(number)

    def pieces(self) -> Iterator[Piece]:
        together: list[_Part] = []
        for part in self._tiles(None, 1, len(self._sums) - 1, (), None):
            if together and (self._apart(together[0], part) or not self._fits(together[0].first, part.last)):
                yield _piece(together)
                together = []
            together.append(part)
        if together:
            yield _piece(together)

    def _apart(self, one: _Part, other: _Part) -> bool:
        """Whether the two are of different programs or jobs, which say nothing about each other."""
        return one.top != other.top and any(
            top is not None and self._units[top].kind in _WHOLES for top in (one.top, other.top)
        )

    def _tiles(
        self, parent: int | None, first: int, last: int, names: tuple[str, ...], top: int | None
    ) -> Iterator[_Part]:
        """Parts that fit and tile lines ``first`` to ``last``, which belong to ``parent``."""
        at = first
        for number in self._children.get(parent, ()):
            unit = self._units[number]
            begin, end = max(unit.first_line, at), min(unit.last_line, last)
            if end < begin:
                continue
            yield from self._lines(at, begin - 1, names, top)
            above = top if parent is not None else number
            named = (unit.qualified or unit.name,)
            if self._fits(begin, end):
                yield _Part(begin, end, named, above)
            else:
                yield from self._tiles(number, begin, end, named, above)
            at = end + 1
        yield from self._lines(at, last, names, top)

    def _lines(self, first: int, last: int, names: tuple[str, ...], top: int | None) -> Iterator[_Part]:
        """Lines without structure, in stretches that fit."""
        at = first
        while at <= last:
            end = at
            while end < last and self._fits(at, end + 1):
                end += 1
            yield _Part(at, end, names, top)
            at = end + 1

    def _fits(self, first: int, last: int) -> bool:
        return self._sums[last] - self._sums[first - 1] <= self._budget


def _piece(parts: Sequence[_Part]) -> Piece:
    named = list(dict.fromkeys(name for part in parts for name in part.names))
    name = named[0] if named else ""
    if len(named) > 1:
        name = f"{name} … {named[-1].rpartition(' ▸ ')[2]}"
    return Piece(name, parts[0].first, parts[-1].last)

"""Two runs of hundreds of thousands of findings, matched as columns.

What is plain is settled by sorting, and only the rest goes through :func:`desktop.identity.matching.match`, with the
same result.

Plain is what the first passes of ``match`` would take anyway: a fingerprint that stands once on each side, then a
place that does.
"""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from desktop.identity.keys import Keys, Why
from desktop.identity.matching import Group, Matches, match

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]

NONE: Final = -(2**63)
"""Stands for a key that is not there."""


def _column() -> "array[int]":
    return array("q")


@dataclass(slots=True)
class Columns:
    """One run's findings.

    Keys, and where each stands (``path`` is a number that both sides share). 40 bytes a finding.
    """

    fingerprint: "array[int]" = field(default_factory=_column)
    place: "array[int]" = field(default_factory=_column)
    quote: "array[int]" = field(default_factory=_column)
    path: "array[int]" = field(default_factory=_column)
    line: "array[int]" = field(default_factory=_column)

    def __len__(self) -> int:
        return len(self.place)

    def append(self, fingerprint: int | None, place: int, quote: int | None, path: int, line: int) -> None:
        """Add a finding."""
        self.fingerprint.append(NONE if fingerprint is None else fingerprint)
        self.place.append(place)
        self.quote.append(NONE if quote is None else quote)
        self.path.append(path)
        self.line.append(line)

    def keys(self, number: int, group: int = 0) -> Keys:
        """The keys of one finding."""
        return Keys(_key(self.fingerprint[number]), self.place[number], _key(self.quote[number]), group)


def _key(stored: int) -> int | None:
    return None if stored == NONE else stored


@dataclass(frozen=True, slots=True)
class Plain:
    """Pairs by number, and whether each stands where it stood."""

    old: "Ints"
    new: "Ints"
    stands: "npt.NDArray[np.bool_]"
    why: Why


@dataclass(frozen=True, slots=True)
class ColumnMatches:
    """Plain pairs, what the passes made of the rest, and older findings that share nothing with any new one."""

    plain: tuple[Plain, ...]
    rest: Matches
    gone: "Ints"


Details = Callable[[list[int]], list[Group]]
"""Whole groups for numbers of one side, in order; asked for what is not plain only."""


class Indexed:
    """Columns sorted by each key: made once for the older side, and asked by one new run after the other."""

    def __init__(self, columns: Columns) -> None:
        import numpy as np

        self.columns = columns
        self._sorted: dict[str, tuple[Ints, Ints]] = {}
        for name in ("fingerprint", "place", "quote", "path"):
            keys = _ints(getattr(columns, name))
            order = np.argsort(keys, kind="stable")
            self._sorted[name] = order, keys[order]

    def count(self, name: str, keys: "Ints", free: "npt.NDArray[np.bool_]") -> "tuple[Ints, Ints]":
        """For each of ``keys``: how many of the free findings have it, and the number of the first."""
        import numpy as np

        order, in_order = self._sorted[name]
        before: Ints = np.concatenate((np.zeros(1, np.int64), np.cumsum(free[order], dtype=np.int64)))
        start, end = np.searchsorted(in_order, keys, "left"), np.searchsorted(in_order, keys, "right")
        counts = np.where(keys == NONE, 0, before[end] - before[start])
        at = np.searchsorted(before, before[start] + 1, "left") - 1
        return counts, order[np.minimum(at, len(order) - 1)]

    def sharing(self, name: str, keys: "Ints", free: "npt.NDArray[np.bool_]") -> "Ints":
        """Numbers of the free findings that have one of ``keys``."""
        import numpy as np

        order, in_order = self._sorted[name]
        wanted = np.setdiff1d(keys, np.array([NONE], np.int64))
        start, end = np.searchsorted(in_order, wanted, "left"), np.searchsorted(in_order, wanted, "right")
        edges = np.zeros(len(order) + 1, np.int64)
        np.add.at(edges, start, 1)
        np.add.at(edges, end, -1)
        found = order[np.cumsum(edges[:-1]) > 0]
        return found[free[found]]


def match_columns(old: Indexed, new: Columns, old_details: Details, new_details: Details) -> ColumnMatches:
    """As ``match`` on the same findings."""
    import numpy as np

    free = np.ones(len(old.columns), np.bool_)
    left_new = np.arange(len(new))
    if not len(free):
        return ColumnMatches((), Matches((), (), tuple(left_new.tolist()), (), ()), np.zeros(0, np.int64))
    plain: list[Plain] = []
    for why, name in ((Why.FINGERPRINT, "fingerprint"), (Why.PLACE, "place")):
        keys, at, counts = np.unique(_ints(getattr(new, name))[left_new], return_index=True, return_counts=True)
        there, number = old.count(name, keys, free)
        once = (counts == 1) & (there == 1)
        pair_old, pair_new, at_new = number[once], left_new[at[once]], at[once]
        if why is Why.PLACE:  # a fingerprint that several share is for the passes to weigh, with all who share it
            told = _ints(new.fingerprint)
            known = np.unique(told[left_new])
            doubtful = known[old.count("fingerprint", known, free)[0] > 0]
            plainly = ~(np.isin(_ints(old.columns.fingerprint)[pair_old], doubtful) | np.isin(told[pair_new], doubtful))
            pair_old, pair_new, at_new = pair_old[plainly], pair_new[plainly], at_new[plainly]
        stands = (_ints(old.columns.path)[pair_old] == _ints(new.path)[pair_new]) & (
            _ints(old.columns.line)[pair_old] == _ints(new.line)[pair_new]
        )
        plain.append(Plain(pair_old, pair_new, stands, why))
        free[pair_old] = False
        left_new = np.delete(left_new, at_new)
    alike = [old.sharing(name, _ints(getattr(new, name))[left_new], free) for name in _SHARED]
    candidates = np.unique(np.concatenate(alike))
    free[candidates] = False
    rest = Matches((), (), tuple(left_new.tolist()), (), ())
    if len(candidates):
        rest = match(old_details(candidates.tolist()), new_details(left_new.tolist()))
    return ColumnMatches(tuple(plain), rest, np.flatnonzero(free))


_SHARED: Final = ("fingerprint", "place", "quote", "path")
"""Two findings that share none of these share no key: the loose one has the path in it."""


def _ints(column: "array[int]") -> "Ints":
    import numpy as np

    return np.frombuffer(column, dtype=np.int64) if len(column) else np.zeros(0, np.int64)

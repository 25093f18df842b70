"""Two runs of hundreds of thousands of findings, matched as columns: what is plain is settled by sorting, and only
the rest
goes through :func:`desktop.identity.matching.match`, with the same result.

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

NONE: Final = -(2**63)
"""Stands for a key that is not there."""


def _column() -> "array[int]":
    return array("q")


@dataclass(slots=True)
class Columns:
    """One run's findings: keys, and where each stands (``path`` is a number that both sides share). 40 bytes a
    finding."""

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

    old: "npt.NDArray[np.int64]"
    new: "npt.NDArray[np.int64]"
    stands: "npt.NDArray[np.bool_]"
    why: Why


@dataclass(frozen=True, slots=True)
class ColumnMatches:
    """Plain pairs, and what the passes made of the rest."""

    plain: tuple[Plain, ...]
    rest: Matches


Details = Callable[[list[int]], list[Group]]
"""Whole groups for numbers of one side, in order; asked for what is not plain only."""


def match_columns(old: Columns, new: Columns, old_details: Details, new_details: Details) -> ColumnMatches:
    """As ``match`` on the same findings."""
    import numpy as np

    left_old, left_new = np.arange(len(old)), np.arange(len(new))
    plain: list[Plain] = []
    for why, old_keys, new_keys in (
        (Why.FINGERPRINT, old.fingerprint, new.fingerprint),
        (Why.PLACE, old.place, new.place),
    ):
        at_old, at_new = _once_on_each_side(_ints(old_keys)[left_old], _ints(new_keys)[left_new])
        if why is Why.PLACE:  # a fingerprint that several share is for the passes to weigh, with all who share it
            doubtful = _shared(_ints(old.fingerprint)[left_old], _ints(new.fingerprint)[left_new])
            free = ~(
                np.isin(_ints(old.fingerprint)[left_old[at_old]], doubtful)
                | np.isin(_ints(new.fingerprint)[left_new[at_new]], doubtful)
            )
            at_old, at_new = at_old[free], at_new[free]
        pair_old, pair_new = left_old[at_old], left_new[at_new]
        stands = (_ints(old.path)[pair_old] == _ints(new.path)[pair_new]) & (
            _ints(old.line)[pair_old] == _ints(new.line)[pair_new]
        )
        plain.append(Plain(pair_old, pair_new, stands, why))
        left_old, left_new = np.delete(left_old, at_old), np.delete(left_new, at_new)
    if not len(left_old) or not len(left_new):
        rest = Matches((), (), tuple(map(int, left_new)), tuple(map(int, left_old)), ())
    else:
        rest = match(old_details(left_old.tolist()), new_details(left_new.tolist()))
    return ColumnMatches(tuple(plain), rest)


def _ints(column: "array[int]") -> "npt.NDArray[np.int64]":
    import numpy as np

    return np.frombuffer(column, dtype=np.int64) if len(column) else np.zeros(0, np.int64)


def _shared(old: "npt.NDArray[np.int64]", new: "npt.NDArray[np.int64]") -> "npt.NDArray[np.int64]":
    """Keys that both sides have."""
    import numpy as np

    return np.setdiff1d(np.intersect1d(old, new), np.array([NONE], np.int64))


def _once_on_each_side(
    old: "npt.NDArray[np.int64]", new: "npt.NDArray[np.int64]"
) -> "tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]":
    """Positions in ``old`` and in ``new`` of the keys that stand exactly once in each."""
    import numpy as np

    old_once, old_at, old_counts = np.unique(old, return_index=True, return_counts=True)
    new_once, new_at, new_counts = np.unique(new, return_index=True, return_counts=True)
    old_at, old_once = old_at[old_counts == 1], old_once[old_counts == 1]
    new_at, new_once = new_at[new_counts == 1], new_once[new_counts == 1]
    shared, in_old, in_new = np.intersect1d(old_once, new_once, assume_unique=True, return_indices=True)
    real = shared != NONE
    return old_at[in_old[real]], new_at[in_new[real]]

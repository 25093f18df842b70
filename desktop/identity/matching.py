"""Match an older run's findings with a newer one's, from the strongest key to the weakest, one to one or not at all.

A pass takes what the passes before left. Where a key has one candidate on each side they are the same. Where the place
key has as many on both sides, they stand in the same order (the first of two equal statements is still the first).
Anything else is not guessed at: what shares a key but has no single partner is for the analyst to say.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from desktop.identity.keys import Keys, Why


class Group(NamedTuple):
    """A finding of one run: its number there, its keys, and what and where it is; the line tells same from moved."""

    number: int
    keys: Keys
    rule: str = ""
    path: str = ""
    unit: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """An old finding and the new one that is the same."""

    old: int
    new: int
    why: Why


@dataclass(frozen=True, slots=True)
class Question:
    """New findings and old ones that share a key, with no single partner: which is which?"""

    new: tuple[int, ...]
    old: tuple[int, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Matches:
    """Numbers of the groups given.

    Every old one is in same, moved, gone or ask; every new one in same, moved, new or ask.
    """

    same: tuple[Pair, ...]
    moved: tuple[Pair, ...]
    new: tuple[int, ...]
    gone: tuple[int, ...]
    ask: tuple[Question, ...]


_Key = Hashable
_PASSES: Final[tuple[tuple[Why, Callable[[Group], _Key]], ...]] = (
    (Why.FINGERPRINT, lambda group: group.keys.fingerprint),
    (Why.PLACE, lambda group: group.keys.place),
    (Why.QUOTE, lambda group: group.keys.quote),
    (Why.LOOSE, lambda group: (group.rule, group.path, group.unit)),
)


def match(old: Sequence[Group], new: Sequence[Group]) -> Matches:
    """Match two runs of one tool."""
    left_old, left_new = dict.fromkeys(range(len(old))), dict.fromkeys(range(len(new)))
    same: list[Pair] = []
    moved: list[Pair] = []
    ask: list[Question] = []
    doubtful: dict[tuple[Why, _Key], tuple[list[int], list[int]]] = {}
    for why, key_of in _PASSES:
        by_key = _by_key(old, left_old, new, left_new, key_of)
        for key, (olds, news) in by_key.items():
            if len(olds) == len(news) and (len(olds) == 1 or why is Why.PLACE):
                for one, other in zip(_in_order(old, olds), _in_order(new, news), strict=True):
                    del left_old[one], left_new[other]
                    stands = (old[one].path, old[one].line) == (new[other].path, new[other].line)
                    (same if stands else moved).append(Pair(old[one].number, new[other].number, why))
            elif why is not Why.LOOSE:  # a shared paragraph alone is no reason to ask
                doubtful[why, key] = (olds, news)
    for (why, _), (olds, news) in doubtful.items():
        still_old, still_new = [i for i in olds if i in left_old], [i for i in news if i in left_new]
        if still_old and still_new:
            for i in still_old:
                del left_old[i]
            for i in still_new:
                del left_new[i]
            ask.append(Question(tuple(new[i].number for i in still_new), tuple(old[i].number for i in still_old), why))
    return Matches(
        tuple(same),
        tuple(moved),
        tuple(new[i].number for i in left_new),
        tuple(old[i].number for i in left_old),
        tuple(ask),
    )


def _by_key(
    old: Sequence[Group],
    left_old: dict[int, None],
    new: Sequence[Group],
    left_new: dict[int, None],
    key_of: Callable[[Group], _Key],
) -> dict[_Key, tuple[list[int], list[int]]]:
    """Keys that both sides have, with the groups that have them."""
    found: dict[_Key, tuple[list[int], list[int]]] = {}
    for i in left_new:
        key = key_of(new[i])
        if key is not None:
            found.setdefault(key, ([], []))[1].append(i)
    for i in left_old:
        key = key_of(old[i])
        if key is not None and key in found:
            found[key][0].append(i)
    return {key: (olds, news) for key, (olds, news) in found.items() if olds}


def _in_order(groups: Sequence[Group], which: list[int]) -> list[int]:
    return sorted(which, key=lambda i: (groups[i].path, groups[i].line, i))

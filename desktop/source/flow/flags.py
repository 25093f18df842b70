"""Switches: small items that a program sets to constants and tests later (an error flag, an end-of-file switch).

States are kept apart by the values of switches, so that a check in one paragraph still counts where another paragraph
asks only for the flag that it set.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from desktop.source.flow.conditions import Compared, Named, value_pairs
from desktop.source.flow.effects import SetConstant
from desktop.source.flow.graph import Node
from desktop.source.flow.planes import Masks
from desktop.source.flow.references import Code, as_integer, constant_of

MOST_FLAGS: Final = 10
_LARGEST: Final = 8

Values = tuple[str | None, ...]
"""The value of each switch; None where it is not known."""


@dataclass(slots=True)
class Flags:
    """The switches of a program, and what nodes do to them."""

    items: tuple[int, ...]
    initial: Values
    sets: dict[int, tuple[tuple[int, str | None], ...]]
    """Node → switch and value, in order."""
    tests: dict[int, tuple[int, tuple[tuple[str, str], ...]]]
    """Node → switch and the values (as ranges) for which its test holds."""

    def outcome(self, node: int, values: Values) -> bool | None:
        """Whether the node's test holds with these values; None where that is open."""
        asked = self.tests.get(node)
        if asked is None or values[asked[0]] is None:
            return None
        held = values[asked[0]] or ""
        return any(_between(held, low, high) for low, high in asked[1])

    def learn(self, node: int, values: Values, truth: bool) -> Values:
        """The values after the test came out so."""
        asked = self.tests.get(node)
        if asked is None or not truth or values[asked[0]] is not None or len(asked[1]) != 1:
            return values
        low, high = asked[1][0]
        return _with(values, asked[0], low) if low == high else values

    def write(self, node: int, values: Values) -> Values:
        """The values after the node's statement."""
        for flag, value in self.sets.get(node, ()):
            values = _with(values, flag, value)
        return values


def _with(values: Values, flag: int, value: str | None) -> Values:
    return (*values[:flag], value, *values[flag + 1 :])


def _between(held: str, low: str, high: str) -> bool:
    if low == high:
        return held == low
    numbers = as_integer(held), as_integer(low), as_integer(high)
    if None not in numbers:
        return (numbers[1] or 0) <= (numbers[0] or 0) <= (numbers[2] or 0)
    return low <= held <= high


def _plain(value: str) -> str:
    """A constant as switches are compared: trailing spaces and leading zeros do not count."""
    number = as_integer(value) if value.isdecimal() else None
    return str(number) if number is not None else value.rstrip()


def find_flags(code: Code, masks: Masks, nodes: list[Node]) -> Flags:
    """Choose the switches that are tested most."""
    asked: dict[int, tuple[int, tuple[tuple[str, str], ...]]] = {}
    times: Counter[int] = Counter()
    for node in nodes:
        question = _question(code, node)
        if question is not None:
            item, ranges = question
            asked[node.index] = (item, ranges)
            times[item] += 1
    set_to: Counter[int] = Counter()
    spoiled: set[int] = set()
    for node in nodes:
        for effect in node.effects:
            target = getattr(effect, "target", None)
            if target is None:
                continue
            if isinstance(effect, SetConstant) and target.is_whole:
                if effect.value is not None:
                    set_to[target.item] += 1
            else:
                spoiled.add(target.item)
    chosen = [
        item
        for item, _ in times.most_common()
        if set_to[item] and item not in spoiled and _is_small(code, item) and not _is_repeated(code, item)
    ][:MOST_FLAGS]
    position = {item: at for at, item in enumerate(chosen)}
    tests = {node: (position[item], ranges) for node, (item, ranges) in asked.items() if item in position}
    alike = _Alike(len(chosen), tests.values())
    sets = {node.index: found for node in nodes if (found := _sets(code, masks, node, position, alike))}
    initial = tuple(alike.value(at, _initial(code, item)) for at, item in enumerate(chosen))
    return Flags(tuple(chosen), initial, sets, tests)


class _Alike:
    """Values that no test of the program can tell apart are one value: error codes E101, E102 … are all "not blank"."""

    def __init__(self, count: int, tests: Iterable[tuple[int, tuple[tuple[str, str], ...]]]) -> None:
        self._ranges: list[list[tuple[str, str]]] = [[] for _ in range(count)]
        for flag, ranges in tests:
            self._ranges[flag].extend(ranges)
        self._known: dict[tuple[int, tuple[bool, ...]], str] = {}

    def value(self, flag: int, value: str | None) -> str | None:
        """The value that stands for all that are like this one."""
        if value is None:
            return None
        answers = tuple(_between(value, low, high) for low, high in self._ranges[flag])
        return self._known.setdefault((flag, answers), value)


def _question(code: Code, node: Node) -> tuple[int, tuple[tuple[str, str], ...]] | None:
    match node.test:
        case Named(condition=condition):
            return condition.item, tuple((_plain(low), _plain(high)) for low, high in value_pairs(condition))
        case Compared(left=left, op="=", right=right) if left.single is not None and right.constant is not None:
            value = _plain(right.constant)
            return (left.refs[0].item, ((value, value),)) if left.refs[0].is_whole else None
        case _:
            return None


def _is_small(code: Code, item: int) -> bool:
    declared = code.item(item)
    return declared is not None and declared.size <= _LARGEST and not declared.is_group


def _is_repeated(code: Code, item: int) -> bool:
    declared = code.item(item)
    return declared is not None and declared.table >= 0


def _initial(code: Code, item: int) -> str | None:
    declared = code.item(item)
    if declared is None or not declared.value:
        return None
    value = constant_of(declared.value[0])
    return _plain(value) if value is not None else None


def _sets(
    code: Code, masks: Masks, node: Node, position: dict[int, int], alike: _Alike
) -> tuple[tuple[int, str | None], ...]:
    found: list[tuple[int, str | None]] = []
    for effect in node.effects:
        target = getattr(effect, "target", None)
        if target is None:
            continue
        if isinstance(effect, SetConstant) and target.item in position and target.is_whole:
            value = _plain(effect.value) if effect.value is not None else None
            found.append((position[target.item], alike.value(position[target.item], value)))
            continue
        touched = masks.touched[target.item]
        found.extend((at, None) for item, at in position.items() if touched >> item & 1)
    return tuple(found)

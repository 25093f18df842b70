"""What the outcome of a simple test proves: which facts are taken from which items on each way out of the test."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desktop.source.flow.conditions import NEGATED, SWAPPED, Classed, Compared, Named, Opaque, value_pairs
from desktop.source.flow.graph import Node, reads
from desktop.source.flow.planes import HIGH, OPEN, RAW, Masks, Plane
from desktop.source.flow.references import Code, Operand, Ref, as_integer

Step = Callable[[int], int]

_NUMERIC_CLASSES: Final = frozenset({"NUMERIC", "ALPHABETIC", "ALPHABETIC-LOWER", "ALPHABETIC-UPPER"})
_HIGH_OF_OTHER: Final = (Plane.OUTSIDE_HIGH, Plane.STORED_HIGH)


@dataclass(slots=True)
class Prover:
    """Compiles tests into steps for the way where they hold and the way where they don't."""

    code: Code
    masks: Masks
    classes: frozenset[str]
    needs: dict[int, int]
    """The largest bound that is of use for an item, from the tables and fields that it is used to reach into."""
    fixed: dict[int, int]
    """Items that keep the number of their VALUE."""
    counted: dict[int, int]
    """INSPECT TALLYING: counter → item whose quotes it counts."""
    mirrors: dict[int, int]
    """Item that only one MOVE of a whole item writes → that item: what is proven of the copy holds of it."""

    def compile(self, node: Node, truth: bool) -> tuple[Step, ...]:
        """The steps on one way out of a test node."""
        match node.test:
            case Compared() as test:
                return tuple(self._compared(test, truth, node.is_loop_test))
            case Classed(subject=subject, kind=kind) if truth and subject.single is not None:
                if kind in ("POSITIVE", "NEGATIVE"):
                    gone = (Plane.ZERO, Plane.OUTSIDE_LOW) if kind == "POSITIVE" else (Plane.ZERO,)
                    return (self._drop(self._same(subject.refs[0].item), gone),)
                if kind in _NUMERIC_CLASSES or kind in self.classes:
                    return (self._drop(self._parts(subject.refs[0].item), RAW),)
            case Classed(subject=subject, kind="NEGATIVE") if not truth and subject.single is not None:
                return (self._drop(self._same(subject.refs[0].item), (Plane.OUTSIDE_LOW,)),)
            case Named() as test:
                return tuple(self._named(test, truth))
            case _:
                pass
        return ()

    def _parts(self, item: int) -> int:
        """The item, what is inside it and what is on the same bytes; likewise for what it is a copy of."""
        return self._same(item) | self.masks.inside[item] | self.masks.inside[self.mirrors.get(item, item)]

    def _same(self, item: int) -> int:
        return self.masks.same[item] | self.masks.same[self.mirrors.get(item, item)]

    def _drop(self, items: int, planes: tuple[Plane, ...]) -> Step:
        keep = ~self.masks.spread(items, planes)
        return lambda bits: bits & keep

    def _compared(self, test: Compared, truth: bool, is_loop: bool) -> list[Step]:
        op = test.op if truth else NEGATED[test.op]
        return [
            *self._side(test.left, op, test.right, is_loop),
            *self._side(test.right, SWAPPED[op], test.left, is_loop),
        ]

    def _side(self, subject: Operand, op: str, other: Operand, is_loop: bool) -> list[Step]:
        steps: list[Step] = []
        number = self._number(other)
        for ref in self._subjects(subject):
            if number is not None and _excludes_negative(op, number):
                steps.append(self._drop(self._same(ref.item), (Plane.OUTSIDE_LOW,)))
            if number is not None and _excludes_zero(op, number):
                steps.append(self._drop(self._same(ref.item), (Plane.ZERO,)))
            if op in ("=", "<>") and (number is None or self._is_of_use(ref.item, number)):
                # A counter that goes up by one meets the value that it is compared with.
                steps.append(self._drop(self._same(ref.item), (Plane.COUNTED, Plane.RUNAWAY)))
            if op == "=":
                steps.append(self._equal(ref, other))
            if op in ("=", "<", "<="):
                steps.extend(self._bounded(ref, op, other, is_loop))
            if ref.item in self.counted and (op, other.number) in (("=", 0), ("<=", 0), ("<", 1)):
                counted = self.counted[ref.item]
                steps.append(self._drop(self.masks.inside[counted] | self.masks.same[counted], RAW))
        return steps

    def _subjects(self, operand: Operand) -> tuple[Ref, ...]:
        """The items that a bound on the operand bounds: itself, or each term of a sum."""
        if operand.single is not None:
            return operand.refs if operand.refs[0].start is None else ()
        values = {self.code.value(at) for at in range(operand.first, operand.last)}
        if not operand.refs or values & {"-", "*", "/", "**", "("}:
            return ()
        return operand.refs

    def _equal(self, ref: Ref, other: Operand) -> Step:
        """Equality with a value that does not itself come from outside: the item holds an allowed value."""
        parts = self._parts(ref.item)
        allowed = self._drop(parts, (*OPEN, *RAW, Plane.PROTECTED))
        if not other.refs:
            return allowed
        tainted = sum(self.masks.spread(self.masks.leaves[mention.item], OPEN) for mention in other.refs)
        compared = self._drop(parts, (Plane.PROTECTED,))
        return lambda bits: compared(bits) if bits & tainted else allowed(bits)

    def _bounded(self, ref: Ref, op: str, other: Operand, is_loop: bool) -> list[Step]:
        need = self.needs.get(ref.item)
        items = self._same(ref.item)
        bounded = self._drop(items, HIGH)
        constant = self._number(other)
        if constant is not None:
            if need is not None and constant - (op == "<") > need:
                return []
            return [bounded]
        if not other.refs:
            return [bounded] if op == "=" and other.constant is not None else []
        masks, others = self.masks, [mention.item for mention in other.refs]
        unsafe = sum(masks.spread(masks.leaves[item], _HIGH_OF_OTHER) for item in others)
        gained = [
            (
                sum(masks.spread(masks.leaves[item], (plane,)) for item in others),
                masks.spread(masks.overlapping[ref.item], (plane, base)),
            )
            for plane, base in ((Plane.OUTSIDE_HIGH, Plane.OUTSIDE), (Plane.STORED_HIGH, Plane.STORED))
        ]

        def bound(bits: int) -> int:
            if not bits & unsafe:
                return bounded(bits)
            if is_loop:
                for probe, result in gained:
                    if bits & probe:
                        bits |= result
            return bits

        return [bound]

    def _is_of_use(self, item: int, bound: int) -> bool:
        """Whether a counter that stops at ``bound`` stays within what it is used to reach into."""
        need = self.needs.get(item)
        return need is None or bound - 1 <= need

    def _number(self, operand: Operand) -> int | None:
        if operand.number is not None:
            return operand.number
        single = operand.single
        return self.fixed.get(single.item) if single is not None and single.is_whole else None

    def _named(self, test: Named, truth: bool) -> list[Step]:
        condition = test.condition
        item = condition.item
        parts = self._parts(item)
        pairs = value_pairs(condition)
        bounds = [as_integer(high) for _, high in pairs]
        need = self.needs.get(item)
        if truth:
            steps = [self._drop(parts, (*OPEN, *RAW))]
            if all((as_integer(low) or 0) >= 0 for low, _ in pairs):
                steps.append(self._drop(self._same(item), (Plane.OUTSIDE_LOW,)))
            if all(_excludes(low, high) for low, high in pairs):
                steps.append(self._drop(self._same(item), (Plane.ZERO,)))
            known = [bound for bound in bounds if bound is not None]
            if need is None or (len(known) == len(bounds) and all(bound <= need for bound in known)):
                steps.append(self._drop(self._same(item), HIGH))
            return steps
        declared = self.code.item(item)
        highest = declared.highest if declared is not None else None
        for low, high in pairs:
            lowest, top = as_integer(low), as_integer(high)
            if lowest is None or top is None or highest is None or top < highest:
                continue
            if need is None or lowest - 1 <= need:
                return [self._drop(self._same(item), HIGH)]
        return []


def _excludes(low: str, high: str) -> bool:
    """Whether zero is outside a range of numbers."""
    lowest, highest = as_integer(low), as_integer(high)
    return lowest is not None and highest is not None and not lowest <= 0 <= highest


def _excludes_negative(op: str, number: int) -> bool:
    """Whether a value that stands so to ``number`` cannot be negative."""
    return (op in ("=", ">=") and number >= 0) or (op == ">" and number >= -1)


def _excludes_zero(op: str, number: int) -> bool:
    """Whether a value that stands so to ``number`` cannot be zero."""
    return {
        "=": number != 0,
        "<>": number == 0,
        ">": number >= 0,
        ">=": number > 0,
        "<": number <= 0,
        "<=": number < 0,
    }[op]


def find_needs(code: Code, refs: list[Ref], copies: list[tuple[int, int]]) -> dict[int, int]:
    """For each item used as subscript, offset or length: the largest size that it reaches into, copies followed.

    ``copies`` are pairs (source, target) of items. Takes the most lenient where an item serves several tables.
    """
    needs: dict[int, int] = {}

    def need(operand: Operand | None, size: int) -> None:
        for mention in operand.refs if operand is not None else ():
            needs[mention.item] = max(needs.get(mention.item, 0), size)

    for ref in refs:
        declared = code.item(ref.item)
        if declared is None:
            continue
        tables = tables_of(code, ref.item)
        for subscript, table in zip(ref.subscripts, tables, strict=False):
            need(subscript, code.layout.items[table].occurs)
        need(ref.start, declared.size)
        need(ref.length, declared.size)
    for _ in range(4):
        changed = False
        for source, target in copies:
            wanted = needs.get(target, 0)
            if wanted > needs.get(source, 0):
                needs[source] = wanted
                changed = True
        if not changed:
            break
    return needs


def tables_of(code: Code, index: int) -> list[int]:
    """The tables that an item lies in, outermost first: one for each of its subscripts."""
    found: list[int] = []
    items = code.layout.items
    at = items[index].table if index < len(items) else -1
    while at >= 0:
        found.append(at)
        parent = items[at].parent
        at = items[parent].table if parent >= 0 else -1
    return found[::-1]


def looked_at(node: Node, masks: Masks) -> int:
    """Items that a test looks at, with all that overlaps them."""
    found = 0
    if node.test is not None and not (isinstance(node.test, Opaque) and node.test.always is not None):
        for item in reads(node.test):
            found |= masks.overlapping[item]
    return found

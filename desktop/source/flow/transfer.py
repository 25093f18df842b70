"""Turns the effects of a node into one function from bits to bits, once; the walk then only calls it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop.source.data_entries import Section
from desktop.source.flow.effects import (
    Assign,
    Await,
    Effect,
    Enter,
    Forget,
    Grow,
    Origin,
    ResultOf,
    Scrub,
    SetConstant,
)
from desktop.source.flow.graph import Loop, Node
from desktop.source.flow.naming import is_personal, is_secret
from desktop.source.flow.planes import HIGH, NOT_ARITHMETIC, OUTSIDE, RAW, STORED, Masks, Plane, each
from desktop.source.flow.references import Code, Operand, Ref, constant_of
from desktop.source.layout import Item
from desktop.source.picture import Category
from desktop.source.tokens import Kind

Step = Callable[[int], int]

_BLOTS: Final = frozenset("*X#x")
_SHOWN: Final = 4
"""So many characters of a number may be shown (the last four of a card)."""
_BROKEN: Final = frozenset({"DES", "RC4", "RC2", "MD5", "MD4", "MD2", "SHA-1", "SHA1", "RPMD-160", "ECB"})
_INTERNAL: Final = frozenset({"SQLERRMC", "SQLERRML", "SQLERRM", "SQLERRP", "SQLCA", "DFHEIBLK"})


@dataclass(frozen=True, slots=True)
class Awaited:
    """A result code that a statement left; ``bit`` is set while nobody has looked at it."""

    node: int
    result: ResultOf
    status: tuple[int, ...]
    bit: int


@dataclass(slots=True)
class Compiler:
    """Compiles effects; collects the results that are awaited."""

    code: Code
    masks: Masks
    protected: int = 0
    """Items that a map declares protected."""
    awaited: list[Awaited] = field(default_factory=list)
    personal: int = 0
    secret: int = 0

    def __post_init__(self) -> None:
        for index in range(self.masks.width):
            name = self.code.name(index)
            if is_personal(name):
                self.personal |= 1 << index
            if is_secret(name):
                self.secret |= 1 << index

    def compile(self, node: Node) -> tuple[Step, ...]:
        """The steps of a node, in order."""
        return tuple(step for effect in node.effects if (step := self._step(node, effect)) is not None)

    def _step(self, node: Node, effect: Effect) -> Step | None:
        match effect:
            case Assign():
                return self._assign(effect)
            case SetConstant():
                return self._constant(effect)
            case Enter(target=target, origin=origin):
                return _replace(*self.entering(target, origin))
            case Forget(target=target):
                return _replace(self._killed(target), 0)
            case Grow(target=target):
                return self._grow(target, node.loop)
            case Scrub():
                return self._scrub(effect)
            case Await(result=result, status=status):
                bit = 1 << (self.masks.after + 1 + len(self.awaited))
                self.awaited.append(Awaited(node.index, result, status, bit))
                return _replace(0, bit)

    def _killed(self, target: Ref, keeps: bool = False) -> int:
        """What a write takes away: everything known of the item, if all of it is written."""
        if keeps or not target.is_whole or self._in_table(target.item):
            return 0
        return self.masks.everywhere(self.masks.inside[target.item])

    def _in_table(self, index: int) -> bool:
        item = self.code.item(index)
        return item is not None and item.table >= 0

    def _named(self, target: int) -> int:
        """Personal data and secrets that come into the item, going by the names inside it."""
        masks, inside = self.masks, self.masks.inside[target]
        found = 0
        for index in each(inside & self.personal):
            found |= masks.spread(masks.overlapping[index], (Plane.PERSONAL,))
        for index in each(inside & self.secret):
            found |= masks.spread(masks.overlapping[index], (Plane.SECRET,))
        return found

    def entering(self, target: Ref, origin: Origin) -> tuple[int, int]:
        """Bits taken away and bits set when data come in from outside."""
        masks = self.masks
        touched = masks.touched[target.item]
        planes = (*(STORED if origin.is_stored else OUTSIDE), Plane.UNBOUNDED, Plane.ZERO)
        made = masks.spread(touched, planes) | self._named(target.item)
        if origin is Origin.TERMINAL:
            for index in each(masks.inside[target.item] & self.protected):
                made |= masks.spread(masks.overlapping[index], (Plane.PROTECTED,))
        return self._killed(target), made

    def _constant(self, effect: SetConstant) -> Step:
        masks, target, value = self.masks, effect.target, effect.value
        killed, made = self._killed(target), 0
        made |= self.literal(target.item, value) if effect.token >= 0 else 0
        if value is None or not value.strip("0."):
            made |= masks.spread(masks.touched[target.item], (Plane.ZERO,))
        if value and set(value) <= _BLOTS:
            killed |= masks.spread(masks.inside[target.item], (Plane.PERSONAL, Plane.SECRET))
        return _replace(killed, made)

    def literal(self, item: int, value: str | None) -> int:
        """Bits that a literal sets in the item that it comes into."""
        masks = self.masks
        if not value or value.isspace() or set(value) <= _BLOTS:
            return 0
        made = masks.spread(masks.touched[item], (Plane.LITERAL,))
        if value.startswith("//"):
            made |= masks.spread(masks.overlapping[item], (Plane.JOB,))
        if any(value[at : at + 8].strip().upper() in _BROKEN for at in range(0, min(len(value), 64), 8)):
            made |= masks.spread(masks.touched[item], (Plane.BROKEN,))
        return made

    def start(self) -> int:
        """Bits of VALUE clauses."""
        masks, bits = self.masks, 0
        for item in self.code.layout.items:
            if item.section in (Section.LINKAGE, Section.FILE):
                bits |= masks.spread(1 << item.index, (Plane.UNBOUNDED,))
            value = constant_of(item.value[0]) if item.value else None
            if item.value and item.value[0].kind is Kind.LITERAL:
                bits |= self.literal(item.index, value)
            if value is not None and item.is_numeric and not value.strip("0."):
                bits |= masks.spread(masks.overlapping[item.index], (Plane.ZERO,))
            if item.name in _INTERNAL:
                bits |= masks.spread(masks.touched[item.index], (Plane.INTERNAL,))
        for name, index in self.code.implicit.items():
            if name in _INTERNAL:
                bits |= masks.spread(1 << index, (Plane.INTERNAL,))
        return bits

    def _scrub(self, effect: Scrub) -> Step:
        masks, index = self.masks, effect.target.item
        parts = masks.inside[index] | masks.same[index]
        killed = masks.spread(parts, RAW) if effect.quotes else 0
        if effect.controls:
            killed |= masks.spread(parts, (Plane.OUTSIDE_CONTROL,))
        if effect.blotted:
            killed |= masks.spread(masks.overlapping[index], (Plane.PERSONAL, Plane.SECRET))
        return _replace(killed, 0)

    def _grow(self, target: Ref, loop: Loop) -> Step:
        masks = self.masks
        counted = 1 << (Plane.COUNTED * masks.width + target.item)
        first = masks.spread(masks.overlapping[target.item], (Plane.COUNTED,))
        again = masks.spread(masks.overlapping[target.item], (Plane.COUNTED, Plane.RUNAWAY))
        keep = ~masks.spread(masks.same[target.item], (Plane.ZERO,))
        if loop is not Loop.UNBOUNDED:
            return lambda bits: bits & keep

        def grow(bits: int) -> int:
            return bits & keep | (again if bits & counted else first)

        return grow

    def _assign(self, effect: Assign) -> Step:
        masks, target = self.masks, effect.target
        killed = self._killed(target, effect.keeps)
        made = 0
        refs = [ref for operand in effect.sources for ref in operand.refs]
        if refs and not effect.arithmetic:
            made |= self._named(target.item)
        for operand in effect.sources:
            made |= self.literal(target.item, operand.constant) & ~masks.spread(
                masks.touched[target.item], (Plane.LITERAL,)
            )
        if effect.arithmetic:
            made |= masks.spread(masks.overlapping[target.item], (Plane.UNBOUNDED,))
        pairs = self._pairs(effect)
        if pairs is not None:
            return self._copy_group(pairs, refs[0].item, killed, made)
        reads = [
            (masks.leaves[ref.item], self._passing(effect, operand, ref))
            for operand in effect.sources
            for ref in operand.refs
        ]
        written = masks.touched[target.item] if target.is_whole else masks.overlapping[target.item]
        if not reads:
            return _replace(killed, made)
        return self._copy(reads, written, killed, made)

    def _passing(self, effect: Assign, operand: Operand, ref: Ref) -> tuple[Plane, ...]:
        """The planes that go over from a source to the target."""
        receiver = self.code.item(effect.target.item)
        stopped: set[Plane] = set()
        if effect.arithmetic or operand.is_numeric or (receiver is not None and _holds_digits(receiver)):
            stopped.update(RAW)
        if effect.arithmetic:
            stopped.update(NOT_ARITHMETIC)
        if receiver is not None and _holds_digits(receiver) and not receiver.picture.signed:
            stopped.add(Plane.OUTSIDE_LOW)
        if operand.is_limited:
            stopped.update(HIGH)
        if ref.length is not None and ref.length.number is not None and ref.length.number <= _SHOWN:
            stopped.update((Plane.PERSONAL, Plane.SECRET))
        if len(effect.sources) > 1:
            stopped.add(Plane.LITERAL)
        return tuple(plane for plane in Plane if plane not in stopped)

    def _pairs(self, effect: Assign) -> list[tuple[int, int]] | None:
        """For a move of one group to another: source leaves by receiving item, matched by their bytes."""
        if len(effect.sources) != 1 or effect.arithmetic or effect.keeps or not effect.target.is_whole:
            return None
        source = effect.sources[0].single
        receiver = self.code.item(effect.target.item)
        sender = self.code.item(source.item) if source is not None and source.is_whole else None
        if receiver is None or sender is None or not (receiver.is_group and sender.is_group):
            return None
        items = self.code.layout.items
        senders = [
            (items[at].offset - sender.offset, _end(items[at]) - sender.offset, 1 << at)
            for at in each(self.masks.leaves[sender.index])
        ]
        pairs: list[tuple[int, int]] = []
        for at in each(self.masks.leaves[receiver.index]):
            start, end = items[at].offset - receiver.offset, _end(items[at]) - receiver.offset
            leaves = sum(bit for begin, stop, bit in senders if begin < end and stop > start)
            if leaves:
                pairs.append((leaves, self.masks.overlapping[at]))
        return pairs

    def _copy(self, reads: Sequence[tuple[int, tuple[Plane, ...]]], written: int, killed: int, made: int) -> Step:
        width = self.masks.width
        probes = [
            (leaves << (plane * width), written << (plane * width)) for leaves, planes in reads for plane in planes
        ]
        wanted = 0
        for probe, _ in probes:
            wanted |= probe
        keep = ~killed

        def copy(bits: int) -> int:
            after = bits & keep | made
            if bits & wanted:
                for probe, result in probes:
                    if bits & probe:
                        after |= result
            return after

        return copy

    def _copy_group(self, pairs: list[tuple[int, int]], source: int, killed: int, made: int) -> Step:
        masks = self.masks
        wanted, keep = masks.everywhere(masks.leaves[source]), ~killed

        def copy(bits: int) -> int:
            after = bits & keep | made
            if bits & wanted:
                for plane in Plane:
                    held = masks.plane(bits, plane)
                    if held:
                        moved = 0
                        for leaves, receiving in pairs:
                            if held & leaves:
                                moved |= receiving
                        after |= moved << (plane * masks.width)
            return after

        return copy


def _end(item: Item) -> int:
    return item.offset + item.size * item.occurs


def _holds_digits(item: Item) -> bool:
    return item.is_numeric or item.picture.category is Category.EDITED


def _replace(killed: int, made: int) -> Step:
    keep = ~killed

    def replace(bits: int) -> int:
        return bits & keep | made

    return replace

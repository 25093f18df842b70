"""Which data items share bytes, as bit sets: bit ``j`` of ``overlapping[i]`` says that writing i may change j.

Items of one table element are compared by their place in the element, so that neighbours in a table do not overlap
although their occurrences interleave.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from desktop.source.layout import Layout


@dataclass(frozen=True, slots=True)
class Overlap:
    """Bit sets over the items of a layout, by index of the item."""

    overlapping: tuple[int, ...]
    """Items with at least one byte in common, itself included."""
    inside: tuple[int, ...]
    """Items whose bytes are all within the item's, itself included."""
    same: tuple[int, ...]
    """Items on exactly the same bytes, itself included."""


def read_overlap(layout: Layout) -> Overlap:
    """Compare all items of each storage; time grows with items × bits, not with pairs."""
    count = len(layout.items)
    overlapping, inside, same = ([1 << index for index in range(count)] for _ in range(3))
    frames: dict[tuple[int, int], list[int]] = {}
    chains: list[tuple[int, ...]] = []
    for item in layout.items:
        chain = _tables(layout, item.index)
        chains.append(chain)
        frames.setdefault((item.storage, -1), []).append(item.index)
        for table in chain:
            frames.setdefault((item.storage, table), []).append(item.index)
    for (_, table), members in frames.items():
        if len(members) > 1:
            _compare(layout, chains, table, members, overlapping, inside, same)
    return Overlap(tuple(overlapping), tuple(inside), tuple(same))


def _tables(layout: Layout, index: int) -> tuple[int, ...]:
    """Tables that hold the item, outermost first. A table itself is measured as a whole in the frame around it."""
    found: list[int] = []
    at = layout.items[index].table
    while at >= 0:
        found.append(at)
        parent = layout.items[at].parent
        at = layout.items[parent].table if parent >= 0 else -1
    return tuple(reversed(found))


def _compare(
    layout: Layout,
    chains: list[tuple[int, ...]],
    table: int,
    members: list[int],
    overlapping: list[int],
    inside: list[int],
    same: list[int],
) -> None:
    """Compare the members of one frame (a storage, or one element of a table); inner frames go over it again, finer."""
    frame = 0
    spans: dict[int, tuple[int, int]] = {}
    for index in members:
        spans[index] = _span(layout, chains[index], table, index)
        frame |= 1 << index
    by_start = sorted(members, key=lambda index: spans[index][0])
    by_end = sorted(members, key=lambda index: spans[index][1])
    starts = [spans[index][0] for index in by_start]
    ends = [spans[index][1] for index in by_end]
    starting = _running(by_start)
    ending = _running(by_end)
    by_span: dict[tuple[int, int], int] = {}
    for index in members:
        by_span[spans[index]] = by_span.get(spans[index], 0) | 1 << index
    for index in members:
        start, end = spans[index]
        begins_before = starting[bisect_left(starts, end)]
        ended_before = ending[bisect_right(ends, start)]
        begins_earlier = starting[bisect_left(starts, start)]
        ends_within = ending[bisect_right(ends, end)]
        itself = 1 << index
        overlapping[index] = overlapping[index] & ~frame | begins_before & ~ended_before | itself
        inside[index] = inside[index] & ~frame | ends_within & ~begins_earlier | itself
        same[index] = same[index] & ~frame | by_span[spans[index]] | itself


def _span(layout: Layout, chain: tuple[int, ...], table: int, index: int) -> tuple[int, int]:
    """First and last byte of all occurrences of the item within the frame."""
    item = layout.items[index]
    start, end = item.offset, item.offset + item.size
    for holder in reversed(chain[chain.index(table) + 1 :] if table >= 0 else chain):
        outer = layout.items[holder]
        end += (outer.occurs - 1) * outer.size
    return start, end


def _running(order: list[int]) -> list[int]:
    """Bit sets of the first 0, 1, 2 … of ``order``."""
    found = [0]
    for index in order:
        found.append(found[-1] | 1 << index)
    return found

"""Where each COBOL data item lies in storage: offset, bytes, usage, OCCURS, REDEFINES, level 88 and index-names.

Offsets are bytes from the start of the item's level-01 record and, within tables, those of the first element.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop.source.data_entries import Entry, EntryReader, Section
from desktop.source.picture import GROUP, Category, Picture, Usage, alignment, measure, size_in_bytes
from desktop.source.tokens import Token


@dataclass(frozen=True, slots=True)
class Item:
    """One data item. ``size`` is one occurrence in bytes; ``picture`` is ``GROUP`` for a group."""

    index: int
    level: int
    name: str
    """Upper-cased; empty for FILLER."""
    section: Section
    parent: int
    storage: int
    """Items of one storage may overlap; items of two never do."""
    offset: int
    size: int
    occurs: int
    depending_on: str
    picture: Picture
    usage: Usage
    redefines: int
    table: int
    """Innermost item with OCCURS that this item is, or is within; -1 outside tables."""
    indexes: int
    """The table that this index-name belongs to; -1 for every other item."""
    value: tuple[Token, ...]
    token: Token
    """The name (or the level number of a FILLER) in the evidence."""
    first: int
    last: int
    """Token range of the entry, ``last`` excluded."""
    file_name: str
    """FD or SD whose record this is part of; empty elsewhere."""

    @property
    def is_group(self) -> bool:
        return self.picture.category is Category.GROUP

    @property
    def is_numeric(self) -> bool:
        return self.picture.category is Category.NUMERIC or self.usage in (Usage.INDEX, Usage.FLOAT, Usage.DOUBLE)

    @property
    def highest(self) -> int | None:
        """The largest integer that fits; None where the item is no number or has no limit of use."""
        if self.picture.category is Category.GROUP or self.usage in (Usage.INDEX, Usage.POINTER, Usage.LONG_POINTER):
            return None
        if self.picture.category not in (Category.NUMERIC, Category.EDITED):
            return None
        if self.usage is Usage.NATIVE:
            return int((1 << (8 * self.size - (1 if self.picture.signed else 0))) - 1)
        return int(10 ** min(self.picture.integer_digits, 38)) - 1


@dataclass(frozen=True, slots=True)
class Condition:
    """A level 88: ``item`` has one of ``values``; each is a single value or a THRU pair."""

    name: str
    item: int
    values: tuple[tuple[Token, Token | None], ...]
    token: Token


@dataclass(frozen=True, slots=True)
class Layout:
    """All data items of one program, in the order they are declared."""

    items: tuple[Item, ...]
    conditions: tuple[Condition, ...]
    constants: dict[str, Token]
    """Level 78 names."""
    by_name: dict[str, tuple[int, ...]] = field(repr=False)
    conditions_by_name: dict[str, tuple[Condition, ...]] = field(repr=False)
    children: dict[int, tuple[int, ...]] = field(repr=False)

    def find(self, name: str, qualifiers: Sequence[str] = ()) -> int | None:
        """Index of the item called ``name`` [OF qualifiers …]; the first one where the program leaves it open."""
        for index in self.by_name.get(name, ()):
            if self._within(index, qualifiers):
                return index
        return None

    def condition(self, name: str, qualifiers: Sequence[str] = ()) -> Condition | None:
        """The level 88 called ``name``, or None."""
        for found in self.conditions_by_name.get(name, ()):
            if not qualifiers or self._within(found.item, qualifiers, itself=True):
                return found
        return None

    def _within(self, index: int, qualifiers: Sequence[str], itself: bool = False) -> bool:
        at = index if itself else self.items[index].parent
        for wanted in qualifiers:
            while at >= 0 and self.items[at].name != wanted and self.items[at].file_name != wanted:
                at = self.items[at].parent
            if at < 0:
                return False
        return True

    def descendants(self, index: int) -> Iterator[int]:
        """The items below ``index``, depth first, itself left out."""
        stack = list(reversed(self.children.get(index, ())))
        while stack:
            at = stack.pop()
            yield at
            stack.extend(reversed(self.children.get(at, ())))


def read_layout(tokens: Sequence[Token]) -> Layout:
    """Lay out the data division in the tokens of one program, or of a copybook that holds only data entries."""
    reader = EntryReader(tokens)
    reader.read()
    return _Placer(reader).layout()


class _Placer:
    """Gives every entry its storage and offset."""

    def __init__(self, reader: EntryReader) -> None:
        self.reader = reader
        self.drafts = reader.drafts
        self.names: dict[str, list[int]] = {}
        for index, draft in enumerate(self.drafts):
            if draft.name:
                self.names.setdefault(draft.name, []).append(index)

    def layout(self) -> Layout:
        """Place all records, then freeze."""
        storages = 0
        record_of_file: dict[str, int] = {}
        for index, draft in enumerate(self.drafts):
            if draft.parent >= 0 or draft.level == 66:
                continue
            shared = self._redefined(index) if draft.redefines_name else record_of_file.get(draft.file_name, -1)
            if shared >= 0:
                draft.redefines, draft.storage = shared, self.drafts[shared].storage
            else:
                draft.storage, storages = storages, storages + 1
            if draft.file_name:
                record_of_file.setdefault(draft.file_name, index)
            self._place(index, 0, draft.storage, -1, None)
        for draft in self.drafts:
            if draft.level == 66:
                storages = self._rename(draft, storages)
        self._add_index_names(storages)
        return self._freeze()

    def _redefined(self, index: int) -> int:
        """The entry that ``index`` redefines: the nearest earlier one of that name under the same parent."""
        draft = self.drafts[index]
        for other in reversed(self.names.get(draft.redefines_name, [])):
            if other < index and self.drafts[other].parent == draft.parent:
                return other
        return -1

    def _place(self, index: int, offset: int, storage: int, table: int, inherited: Usage | None) -> int:
        """Place the entry and all below it; gives the boundary that it needs. Levels rise, so depth is below 50."""
        draft = self.drafts[index]
        usage = draft.usage if draft.usage is not None else inherited
        draft.offset, draft.storage = offset, storage
        draft.table = table = index if draft.occurs > 1 or draft.depending_on else table
        if not draft.children:
            draft.usage = usage if usage is not None else Usage.DISPLAY
            picture = draft.picture
            draft.size = size_in_bytes(picture, draft.usage, draft.separate)
            return alignment(draft.usage, draft.size) if draft.sync else 1
        draft.usage, draft.picture = Usage.DISPLAY, GROUP
        at, boundary = offset, 1
        for child in draft.children:
            entry = self.drafts[child]
            if entry.redefines_name and (target := self._redefined(child)) >= 0:
                entry.redefines = target
                self._place(child, self.drafts[target].offset, storage, table, usage)
            else:
                need = self._place(child, at, storage, table, usage)
                if slack := -(at - offset) % need:
                    self._shift(child, slack)
                boundary = max(boundary, need)
            at = max(at, entry.offset + entry.size * entry.occurs)
        draft.size = at - offset
        if draft.occurs > 1:
            draft.size += -draft.size % boundary
        return boundary

    def _shift(self, index: int, slack: int) -> None:
        stack = [index]
        while stack:
            at = stack.pop()
            self.drafts[at].offset += slack
            stack.extend(self.drafts[at].children)

    def _rename(self, draft: Entry, storages: int) -> int:
        first, last = (next(iter(self.names.get(name, [])), -1) for name in draft.renames)
        draft.usage = Usage.DISPLAY
        if first < 0 or last < 0:
            draft.storage = storages
            return storages + 1
        start, end = self.drafts[first], self.drafts[last]
        draft.storage, draft.offset, draft.redefines = start.storage, start.offset, first
        draft.size = max(end.offset + end.size * end.occurs - start.offset, 0)
        draft.picture = measure(f"X({draft.size})")
        return storages

    def _add_index_names(self, storages: int) -> None:
        for index, draft in enumerate(list(self.drafts)):
            for token in draft.index_names:
                added = Entry(77, token.value, token, draft.section, draft.first, draft.last, "", usage=Usage.INDEX)
                added.storage, added.size, added.indexes = storages, 4, index
                storages += 1
                self.names.setdefault(token.value, []).append(len(self.drafts))
                self.drafts.append(added)

    def _freeze(self) -> Layout:
        items = tuple(
            Item(
                index,
                draft.level,
                draft.name,
                draft.section,
                draft.parent,
                draft.storage,
                draft.offset,
                draft.size,
                draft.occurs,
                draft.depending_on,
                draft.picture,
                draft.usage if draft.usage is not None else Usage.DISPLAY,
                draft.redefines,
                draft.table,
                draft.indexes,
                tuple(draft.value),
                draft.token,
                draft.first,
                draft.last,
                draft.file_name,
            )
            for index, draft in enumerate(self.drafts)
        )
        conditions = tuple(
            Condition(token.value, item, _pairs(values), token) for item, token, values in self.reader.conditions
        )
        named: dict[str, list[Condition]] = {}
        for condition in conditions:
            named.setdefault(condition.name, []).append(condition)
        return Layout(
            items,
            conditions,
            dict(self.reader.constants),
            {name: tuple(found) for name, found in self.names.items()},
            {name: tuple(found) for name, found in named.items()},
            {index: tuple(draft.children) for index, draft in enumerate(self.drafts) if draft.children},
        )


def _pairs(values: Sequence[Token]) -> tuple[tuple[Token, Token | None], ...]:
    found: list[tuple[Token, Token | None]] = []
    at = 0
    while at < len(values):
        if values[at].value in ("THRU", "THROUGH", "ALL"):
            at += 1
        elif at + 2 < len(values) and values[at + 1].value in ("THRU", "THROUGH"):
            found.append((values[at], values[at + 2]))
            at += 3
        else:
            found.append((values[at], None))
            at += 1
    return tuple(found)

"""What a stretch of tokens names: data items with their subscripts and reference modification, constants, functions.

A name that no data description declares (a copybook that is not there, a special register) gets an item number of its
own, so that what flows through it is still followed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop.source.flow.words import FIGURATIVE, RESERVED
from desktop.source.layout import Item, Layout
from desktop.source.tokens import Kind, Token

_DEEPEST: Final = 12
_OPERATORS: Final = frozenset({"+", "-", "*", "/", "**"})
_LIMITING: Final = frozenset(
    {"MOD", "REM", "MIN", "ORD", "LENGTH", "BYTE-LENGTH", "SIGN", "DAY-OF-WEEK", "TEST-NUMVAL"}
)
_MEASURING: Final = frozenset({"LENGTH", "BYTE-LENGTH"})
_NUMERIC: Final = (
    frozenset({"NUMVAL", "NUMVAL-C", "NUMVAL-F", "INTEGER", "INTEGER-PART", "ABS", "MAX", "SUM"}) | _LIMITING
)


@dataclass(frozen=True, slots=True)
class Ref:
    """One mention of a data item, its qualifiers and parentheses included in ``first`` to ``last`` (excluded)."""

    item: int
    first: int
    last: int
    subscripts: tuple["Operand", ...] = ()
    start: "Operand | None" = None
    length: "Operand | None" = None

    @property
    def is_whole(self) -> bool:
        """Whether the mention is of all bytes of the item."""
        return not self.subscripts and self.start is None


@dataclass(frozen=True, slots=True)
class Operand:
    """A value that is read: a constant, an item, or an expression over several."""

    first: int
    last: int
    refs: tuple[Ref, ...] = ()
    constant: str | None = None
    """The value where it is one literal, number or figurative constant; numbers without leading zeros."""
    is_limited: bool = False
    """Cannot exceed a constant whatever the data are (remainder, minimum with a constant, length)."""
    is_numeric: bool = False
    """Holds digits only, whatever the data are."""

    @property
    def single(self) -> Ref | None:
        """The one item that the operand is, or None for constants and expressions."""
        return (
            self.refs[0]
            if len(self.refs) == 1 and self.refs[0].first == self.first and self.refs[0].last == self.last
            else None
        )

    @property
    def number(self) -> int | None:
        """The constant as an integer (cut towards zero), or None."""
        return as_integer(self.constant)


def as_integer(constant: str | None) -> int | None:
    """An integer constant; decimals are cut, other text is None."""
    if constant is None or len(constant) > 40:
        return None
    whole = constant.split(".")[0] or "0"
    digits = whole[1:] if whole[:1] in ("-", "+") else whole
    return int(whole) if digits.isascii() and digits.isdecimal() else None


def constant_of(token: Token) -> str | None:
    """The value of a literal, number or figurative constant, as conditions compare it; None for other tokens."""
    if token.kind is Kind.NUMBER:
        whole, dot, fraction = token.value.partition(".")
        return (whole.lstrip("0") or "0") + (f".{fraction}" if dot else "")
    if token.kind is Kind.LITERAL:
        value = token.value
        quote = next((at for at, char in enumerate(value) if char in "'\""), 0)
        mark = value[quote : quote + 1]
        inner = value[quote + 1 : -1] if len(value) > quote + 1 and value.endswith(mark) else value[quote + 1 :]
        prefix = value[:quote].upper()
        return (f"{prefix}:" if prefix in ("X", "NX") else "") + inner.replace(mark * 2, mark) if mark else inner
    return FIGURATIVE.get(token.value) if token.kind is Kind.WORD else None


@dataclass(slots=True)
class Code:
    """The tokens of one program with its names; every reader of operands takes this."""

    tokens: Sequence[Token]
    layout: Layout
    implicit: dict[str, int] = field(default_factory=dict)
    """Names without a declaration, and their item numbers after those of the layout."""
    closing: dict[int, int] = field(default_factory=dict)
    """Where each parenthesis closes."""
    _words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._words = [token.value if token.kind is Kind.WORD else "" for token in self.tokens]
        stack: list[int] = []
        for at, token in enumerate(self.tokens):
            if token.kind is not Kind.PUNCT:
                if token.kind is Kind.PERIOD:
                    stack.clear()
            elif token.value == "(":
                stack.append(at)
            elif token.value == ")" and stack:
                self.closing[stack.pop()] = at

    @property
    def count(self) -> int:
        """How many items there are, implicit ones included."""
        return len(self.layout.items) + len(self.implicit)

    def item(self, index: int) -> Item | None:
        """The declared item, or None for an implicit one."""
        return self.layout.items[index] if index < len(self.layout.items) else None

    def name(self, index: int) -> str:
        """The name of a declared or implicit item."""
        declared = self.item(index)
        if declared is not None:
            return declared.name
        return next((name for name, number in self.implicit.items() if number == index), "")

    def number_of(self, name: str, qualifiers: Sequence[str] = ()) -> int:
        """The item called so; makes an implicit one where it is not declared."""
        found = self.layout.find(name, qualifiers)
        if found is None and qualifiers:
            found = self.layout.find(name)
        if found is not None:
            return found
        return self.implicit.setdefault(name, len(self.layout.items) + len(self.implicit))

    def word(self, at: int) -> str:
        """The word at a token, empty for other tokens and past the end."""
        return self._words[at] if 0 <= at < len(self._words) else ""

    def value(self, at: int) -> str:
        """The text of a token, empty past the end."""
        return self.tokens[at].value if 0 <= at < len(self.tokens) else ""

    def is_name(self, at: int) -> bool:
        """Whether a data name can stand at the token."""
        word = self.word(at)
        return bool(word) and (word not in RESERVED or word in self.layout.by_name)

    def ref(self, at: int, end: int, depth: int = 0) -> Ref | None:
        """The mention that begins at a token, or None."""
        if not self.is_name(at) or self.word(at) in self.layout.constants:
            return None
        first, name, qualifiers = at, self.word(at), []
        at += 1
        while at + 1 < end and self.word(at) in ("OF", "IN") and self.word(at + 1):
            qualifiers.append(self.word(at + 1))
            at += 2
        item = self.number_of(name, qualifiers)
        subscripts: tuple[Operand, ...] = ()
        for _ in range(2):
            close = self.closing.get(at, 0)
            if self.value(at) != "(" or not at < close < end:
                break
            colon = self._colon(at + 1, close)
            if colon >= 0:
                start = self.operand(at + 1, colon, depth + 1)
                length = self.operand(colon + 1, close, depth + 1) if colon + 1 < close else None
                return Ref(item, first, close + 1, subscripts, start, length)
            if subscripts:
                break
            subscripts = tuple(self._subscripts(at + 1, close, depth + 1))
            at = close + 1
        return Ref(item, first, at, subscripts)

    def _colon(self, first: int, last: int) -> int:
        at = first
        while at < last:
            if self.value(at) == "(":
                at = self.closing.get(at, at)
            elif self.tokens[at].kind is Kind.PUNCT and self.value(at) == ":":
                return at
            at += 1
        return -1

    def _subscripts(self, first: int, last: int, depth: int) -> Iterator[Operand]:
        start, at = first, first
        expect_operand = True
        while at < last:
            value = self.value(at)
            if value == ",":
                if start < at:
                    yield self.operand(start, at, depth)
                start, expect_operand = at + 1, True
            elif value in _OPERATORS:
                expect_operand = True
            else:
                if not expect_operand and start < at:
                    yield self.operand(start, at, depth)
                    start = at
                expect_operand = False
                at = self._past(at, last) - 1
            at += 1
        if start < last:
            yield self.operand(start, last, depth)

    def _past(self, at: int, last: int) -> int:
        """The token after the simple operand that begins here, without reading what is in its parentheses."""
        if self.word(at) in ("FUNCTION", "LENGTH"):
            at += 1
        at += 1
        while at + 1 < last and self.word(at) in ("OF", "IN"):
            at += 2
        while at < last and self.value(at) == "(" and at in self.closing:
            at = self.closing[at] + 1
        return at

    def operand(self, first: int, last: int, depth: int = 0) -> Operand:
        """The value of an expression."""
        if first >= last:
            return Operand(first, first)
        if last - first == 1:
            constant = constant_of(self.tokens[first])
            if constant is None and self.word(first) in self.layout.constants:
                constant = constant_of(self.layout.constants[self.word(first)])
            if constant is not None:
                return Operand(first, last, (), constant, True, self.tokens[first].kind is Kind.NUMBER)
        if last - first == 2 and self.value(first) in ("-", "+") and self.tokens[first + 1].kind is Kind.NUMBER:
            sign = "-" if self.value(first) == "-" else ""
            return Operand(first, last, (), sign + (constant_of(self.tokens[first + 1]) or "0"), True, True)
        if self.word(first) == "ALL" and last - first == 2:
            return self.operand(first + 1, last, depth)
        if self.word(first) == "LENGTH" and last - first > 1:
            return self._length(first, last, depth)
        if depth > _DEEPEST:
            return Operand(first, last)
        refs: list[Ref] = []
        limited = numeric = self.word(first) == "FUNCTION" and self._spans_function(first, last)
        if limited:
            name = self.word(first + 1)
            limited = name in _LIMITING and (name in _MEASURING or name == "ORD" or self._has_constant(first + 2, last))
            numeric = name in _NUMERIC
            if name in _MEASURING:
                return Operand(first, last, (), None, True, True)
        arithmetic = False
        at = first
        while at < last:
            if self.word(at) == "FUNCTION":
                end = min(self._past(at, last), last)
                inner = self.operand(at, end, depth + 1) if (at, end) != (first, last) else None
                at = end if inner is not None and inner.is_limited else at + 2
            elif self.word(at) in ("LENGTH", "ADDRESS") and self.word(at + 1) == "OF":
                at = self._past(at + 1, last) if self.is_name(at + 2) else at + 2
            elif found := self.ref(at, last, depth):
                refs.append(found)
                at = found.last
            else:
                arithmetic |= self.value(at) in _OPERATORS and self.tokens[at].kind is Kind.PUNCT
                at += 1
        return Operand(first, last, tuple(refs), None, limited or not refs, numeric or arithmetic)

    def _length(self, first: int, last: int, depth: int) -> Operand:
        at = first + (2 if self.word(first + 1) == "OF" else 1)
        found = self.ref(at, last, depth + 1)
        declared = self.item(found.item) if found is not None and found.last == last else None
        if declared is None:
            return Operand(first, last, (), None, True, True)
        return Operand(first, last, (), str(declared.size), True, True)

    def _spans_function(self, first: int, last: int) -> bool:
        at = first + 2
        return at == last or (self.value(at) == "(" and self.closing.get(at) == last - 1)

    def _has_constant(self, first: int, last: int) -> bool:
        return any(self.tokens[at].kind is Kind.NUMBER for at in range(first, last))

    def refs(self, first: int, last: int) -> list[Ref]:
        """All mentions in a stretch of tokens, in order, keywords passed over."""
        found: list[Ref] = []
        at = first
        while at < last:
            if self.word(at) == "FUNCTION":
                at += 2
                continue
            mention = self.ref(at, last)
            if mention is None:
                at += 1
            else:
                found.append(mention)
                at = mention.last
        return found

    def operands(self, first: int, last: int) -> list[Operand]:
        """The operands of a list such as that of MOVE … TO a b c or DISPLAY, keywords and commas passed over."""
        found: list[Operand] = []
        at = first
        while at < last:
            word = self.word(at)
            if word == "FUNCTION" or (word == "LENGTH" and self.word(at + 1) == "OF"):
                end = min(self._past(at + (0 if word == "FUNCTION" else 1), last), last)
                found.append(self.operand(at, end))
                at = end
            elif mention := self.ref(at, last):
                found.append(Operand(mention.first, mention.last, (mention,)))
                at = mention.last
            else:
                if constant_of(self.tokens[at]) is not None or word in self.layout.constants:
                    found.append(self.operand(at, at + 1))
                at += 1
        return found


def every_ref(refs: Sequence[Ref]) -> Iterator[Ref]:
    """The mentions, and those inside their subscripts and reference modification."""
    for mention in refs:
        yield mention
        for operand in (*mention.subscripts, mention.start, mention.length):
            if operand is not None:
                yield from every_ref(operand.refs)

"""Conditions of IF, EVALUATE, PERFORM UNTIL and SEARCH: and/or/not over simple tests, abbreviated forms written out."""

from dataclasses import dataclass
from typing import Final

from desktop.source.flow.references import Code, Operand, constant_of
from desktop.source.layout import Condition
from desktop.source.tokens import Kind


@dataclass(frozen=True, slots=True)
class Compared:
    """``left op right``; ``op`` is one of ``= <> < <= > >=``."""

    left: Operand
    op: str
    right: Operand
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Classed:
    """``subject IS kind``: NUMERIC, ALPHABETIC …, POSITIVE …, or a class of SPECIAL-NAMES."""

    subject: Operand
    kind: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Named:
    """A level 88."""

    condition: Condition
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Opaque:
    """A test that is not understood; only what it reads is known. ``always`` is its value where that is plain."""

    subject: Operand
    first: int
    last: int
    always: bool | None = None


Simple = Compared | Classed | Named | Opaque


@dataclass(frozen=True, slots=True)
class Not:
    """Negation."""

    part: "Test"


@dataclass(frozen=True, slots=True)
class Both:
    """AND; the second part is only looked at where the first holds."""

    left: "Test"
    right: "Test"


@dataclass(frozen=True, slots=True)
class Either:
    """OR; the second part is only looked at where the first does not hold."""

    left: "Test"
    right: "Test"


Test = Simple | Not | Both | Either

NEGATED: Final = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
SWAPPED: Final = {"=": "=", "<>": "<>", "<": ">", ">": "<", "<=": ">=", ">=": "<="}

_DEEPEST: Final = 40
_SIGNS: Final = {"<": "<", ">": ">", "=": "=", "<=": "<=", ">=": ">=", "<>": "<>", "=<": "<=", "=>": ">="}
_CLASSES: Final = frozenset(
    {
        "NUMERIC",
        "ALPHABETIC",
        "ALPHABETIC-LOWER",
        "ALPHABETIC-UPPER",
        "POSITIVE",
        "NEGATIVE",
        "DBCS",
        "KANJI",
        "OMITTED",
    }
)
_RELATION_WORDS: Final = frozenset({"EQUAL", "EQUALS", "GREATER", "LESS", "EXCEEDS", "UNEQUAL", "IS", "NOT"})


def read_condition(code: Code, first: int, last: int, classes: frozenset[str] = frozenset()) -> Test:
    """The condition in a stretch of tokens; what cannot be read becomes ``Opaque``."""
    return _Reader(code, last, classes).whole(first)


class _Reader:
    """Recursive descent with the last subject and relation kept for abbreviated conditions."""

    def __init__(self, code: Code, last: int, classes: frozenset[str]) -> None:
        self.code = code
        self.end = last
        self.classes = classes
        self.at = 0
        self.subject: Operand | None = None
        self.op = "="

    def whole(self, first: int) -> Test:
        self.at = first
        if first >= self.end:
            return Opaque(Operand(first, first), first, first)
        found = self._or(0)
        if self.at < self.end:
            rest = self.code.operand(self.at, self.end)
            return Both(found, Opaque(rest, self.at, self.end)) if rest.refs else found
        return found

    def _or(self, depth: int) -> Test:
        found = self._and(depth)
        while self.at < self.end and self.code.word(self.at) == "OR":
            self.at += 1
            found = Either(found, self._and(depth))
        return found

    def _and(self, depth: int) -> Test:
        found = self._not(depth)
        while self.at < self.end and self.code.word(self.at) == "AND":
            self.at += 1
            found = Both(found, self._not(depth))
        return found

    def _not(self, depth: int) -> Test:
        if self.code.word(self.at) == "NOT" and self.at < self.end and not self._relation_follows(self.at):
            self.at += 1
            return Not(self._primary(depth))
        return self._primary(depth)

    def _relation_follows(self, at: int) -> bool:
        """Whether ``NOT`` here belongs to an abbreviated relation (OR NOT = 5)."""
        following = self.code.value(at + 1)
        return self.subject is not None and (following in _SIGNS or following in ("EQUAL", "GREATER", "LESS"))

    def _primary(self, depth: int) -> Test:
        code = self.code
        close = code.closing.get(self.at, 0)
        if code.value(self.at) == "(" and self.at < close < self.end and self._is_group(self.at, close):
            if depth >= _DEEPEST:
                inner = code.operand(self.at, close + 1)
                self.at = close + 1
                return Opaque(inner, inner.first, inner.last)
            end, self.end = self.end, close
            self.at += 1
            found = self._or(depth + 1)
            self.at, self.end = close + 1, end
            return found
        return self._simple()

    def _is_group(self, first: int, close: int) -> bool:
        """Whether parentheses hold a condition rather than an arithmetic expression."""
        code = self.code
        at = first + 1
        words = 0
        while at < close:
            value = code.value(at)
            if code.tokens[at].kind is Kind.PUNCT and value in _SIGNS:
                return True
            if code.word(at) in ("AND", "OR", "NOT", *_RELATION_WORDS, *_CLASSES) or code.word(at) in self.classes:
                return True
            words += 1
            at += 1
        return words >= 1 and code.layout.condition(code.word(first + 1)) is not None

    def _simple(self) -> Test:
        code, first = self.code, self.at
        if relation := self._relation():
            if self.subject is not None:
                return self._compared(self.subject, relation, first)
            return self._skip(first)
        named = self._named(first)
        if named is not None:
            return named
        word = code.word(first)
        if word in ("TRUE", "FALSE"):
            self.at += 1
            return Opaque(Operand(first, first + 1), first, first + 1, word == "TRUE")
        end = self._operand_end(first)
        if end == first:
            return self._skip(first)
        left = code.operand(first, end)
        self.at = end
        classed = self._class(left, first)
        if classed is not None:
            return classed
        relation = self._relation()
        if relation:
            return self._compared(left, relation, first)
        if self.subject is not None:
            return Compared(self.subject, self.op, left, first, end)
        return Opaque(left, first, end)

    def _compared(self, left: Operand, op: str, first: int) -> Test:
        end = self._operand_end(self.at)
        right = self.code.operand(self.at, end)
        self.at = max(end, self.at)
        self.subject, self.op = left, op
        return Compared(left, op, right, first, self.at)

    def _skip(self, first: int) -> Test:
        self.at = max(self.at, first + 1)
        return Opaque(Operand(first, first), first, self.at)

    def _named(self, first: int) -> Test | None:
        code = self.code
        word = code.word(first)
        if not word or word not in code.layout.conditions_by_name:
            return None
        at, qualifiers = first + 1, []
        while at + 1 < self.end and code.word(at) in ("OF", "IN"):
            qualifiers.append(code.word(at + 1))
            at += 2
        found = code.layout.condition(word, qualifiers) or code.layout.condition(word)
        if code.value(at) == "(" and at in code.closing:
            at = code.closing[at] + 1
        self.at = at
        return Named(found, first, at) if found is not None else None

    def _class(self, left: Operand, first: int) -> Test | None:
        at = self.at
        if self.code.word(at) == "IS":
            at += 1
        negated = self.code.word(at) == "NOT"
        at += negated
        kind = self.code.word(at)
        if at >= self.end:
            return None
        if kind in ("ZERO", "ZEROS", "ZEROES") and not self._relation_at(self.at):
            self.at = at + 1
            zero = Operand(at, at + 1, (), "0", True, True)
            return Compared(left, "<>" if negated else "=", zero, first, self.at)
        if kind not in _CLASSES and kind not in self.classes:
            return None
        self.at = at + 1
        test = Classed(left, kind, first, self.at)
        return Not(test) if negated else test

    def _relation_at(self, at: int) -> bool:
        word = self.code.value(at)
        return word in _SIGNS or word in ("EQUAL", "EQUALS", "GREATER", "LESS", "EXCEEDS", "UNEQUAL")

    def _relation(self) -> str:
        """The relation that begins here, taken; empty where there is none."""
        code, at = self.code, self.at
        if code.word(at) in ("IS", "ARE"):
            at += 1
        negated = code.word(at) == "NOT"
        at += negated
        value = code.value(at)
        op = ""
        if at < self.end and code.tokens[at].kind is Kind.PUNCT and value in _SIGNS:
            op = _SIGNS[value]
            at += 1
            if code.value(at) == "=" and op in ("<", ">"):
                op += "="
                at += 1
            if code.word(at) in ("TO", "THAN"):
                at += 1
        elif at < self.end and code.word(at) in ("EQUAL", "EQUALS"):
            op, at = "=", at + (2 if code.word(at + 1) == "TO" else 1)
        elif at < self.end and code.word(at) in ("GREATER", "LESS", "EXCEEDS"):
            op = "<" if value == "LESS" else ">"
            at += 1
            if code.word(at) == "THAN":
                at += 1
            if code.word(at) == "OR" and code.word(at + 1) == "EQUAL":
                op += "="
                at += 3 if code.word(at + 2) == "TO" else 2
        elif at < self.end and code.word(at) == "UNEQUAL":
            op, at = "<>", at + (2 if code.word(at + 1) == "TO" else 1)
        if not op:
            return ""
        self.at = at
        return NEGATED[op] if negated else op

    def _operand_end(self, first: int) -> int:
        code, at = self.code, first
        while at < self.end:
            token = code.tokens[at]
            if token.kind is Kind.PUNCT:
                if token.value == "(" and self.code.closing.get(at, self.end) < self.end:
                    at = code.closing[at] + 1
                    continue
                if token.value in _SIGNS or token.value == ")":
                    return at
            elif token.kind is Kind.WORD:
                if token.value in ("AND", "OR") or token.value in _RELATION_WORDS or token.value in _CLASSES:
                    return at
                if token.value in self.classes or (token.value in ("ZERO", "ZEROS", "ZEROES") and at > first):
                    return at
                if token.value in ("THEN", "ARE"):
                    return at
            at += 1
        return at


def value_pairs(condition: Condition) -> list[tuple[str, str]]:
    """Lowest and highest constant of each value of a level 88; equal for single values."""
    found: list[tuple[str, str]] = []
    for low, high in condition.values:
        first = constant_of(low)
        last = constant_of(high) if high is not None else first
        if first is not None and last is not None:
            found.append((first, last))
    return found

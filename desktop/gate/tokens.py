"""The stable names that stand for masked values in one case, and the way back.

Two forms (FACTS-GATE §5). Where columns do not count: ``⟦ACCT-0007⟧``. In column formats: a token of the same width in
the file's own characters, replaced run by run of one width class (double-byte by 甲乙丙…, half-width kana by kana,
digits by digits), so that every field keeps its byte width and the program still parses. A token occurs nowhere in the
case's own text.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import prod
from typing import Final

import ahocorasick_rs

_WIDE: Final = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
_KANA: Final = "ｦｧｨｩｪｫｬｭｮｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎ"
_DIGITS: Final = "0123456789"
_WIDE_DIGITS: Final = "０１２３４５６７８９"
_UPPER: Final = "XABCDEFGHIJKLMNOPQRSTUVWYZ"
_LOWER: Final = _UPPER.lower()
_ALPHABETS: Final = (_DIGITS, _WIDE_DIGITS, _UPPER, _LOWER, _KANA, _WIDE)
_ASCII_SORT: Final = "0-9A-Za-z"
_FIRST_RUN: Final = re.compile(
    f"9[{_ASCII_SORT}]+|X[{_ASCII_SORT}]+|x[{_ASCII_SORT}]+|９[{_WIDE_DIGITS}]+|ｦ[{_KANA}]+|甲[{_WIDE}]+"
)
"""How a same-width token nearly always begins: a nine or the first letter of an alphabet, and more of that alphabet."""
_MOST_TRIES: Final = 2_000
_HALF_WIDTH_KANA: Final = range(0xFF61, 0xFFA0)
_WIDE_FROM: Final = 0x1100


@dataclass(frozen=True, slots=True)
class Token:
    """``text`` stands for ``value`` wherever it was masked in that form; kept in the case, never sent."""

    text: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Form:
    """How a token is written: free (``label``), or same width (each character's alphabet, empty where it stays)."""

    label: str
    alphabets: tuple[str, ...]

    @property
    def capacity(self) -> int:
        """How many values the form can tell apart."""
        return 10_000_000 if self.label else prod(len(a) for a in self.alphabets if a)


class TokenBook:
    """Tokens of one case. Not shared between threads; ``new`` is what must be stored before anything is sent."""

    def __init__(self, known: Iterable[Token], occurs: Callable[[str], bool]) -> None:
        """``occurs`` says whether a string stands in the case's evidence: such a token would not lead back."""
        self._occurs = occurs
        self._by_value: dict[tuple[str, Form], Token | None] = {}
        self._by_text: dict[str, Token] = {}
        self._next: dict[tuple[str, ...], int] = {}
        self._matcher: ahocorasick_rs.AhoCorasick | None = None
        self._new: list[Token] = []
        for token in known:
            self._add(token, free_form(token.kind) if token.text.startswith("⟦") else same_width_form(token.value))

    @property
    def new(self) -> tuple[Token, ...]:
        """Tokens made since this book was opened."""
        return tuple(self._new)

    def __len__(self) -> int:
        return len(self._by_text)

    def token(self, kind: str, value: str, form: Form) -> Token | None:
        """The token of ``value`` in ``form``, made if need be; None where the form is too narrow for one more."""
        key = value, form
        if key not in self._by_value:
            made = self._make(kind, value, form)
            self._by_value[key] = made
            if made is not None:
                self._add(made, form)
                self._new.append(made)
        return self._by_value[key]

    def find(self, text: str) -> list[tuple[int, int, Token]]:
        """Own tokens in ``text``, ascending, apart; a same-width one only between characters of another sort."""
        if not self._by_text:
            return []
        if self._matcher is None:
            self._texts = list(self._by_text)
            kind = ahocorasick_rs.MatchKind.LeftmostLongest
            self._matcher = ahocorasick_rs.AhoCorasick(self._texts, matchkind=kind)
        readable = text.encode("utf-8", "replace").decode()  # a lone surrogate is no part of a token
        found = self._matcher.find_matches_as_indexes(readable)
        return [(s, e, self._by_text[self._texts[n]]) for n, s, e in found if stands_alone(text, s, e)]

    def _make(self, kind: str, value: str, form: Form) -> Token | None:
        number = self._next.get(form_key := (form.label, *form.alphabets), 1)
        for tried in range(number, min(number + _MOST_TRIES, form.capacity)):
            text = _write(form, value, tried)
            if text != value and text not in self._by_text and not self._occurs(text):
                self._next[form_key] = tried + 1
                return Token(text, kind, value)
        return None

    def _add(self, token: Token, form: Form) -> None:
        self._by_value[token.value, form] = token
        self._by_text[token.text] = token
        self._matcher = None


def free_form(kind: str) -> Form:
    """The form where columns do not count; its label is short and says what was there."""
    return Form(LABELS.get(kind, kind.upper()[:8]), ())


def same_width_form(value: str) -> Form:
    """The form of a token that takes exactly the width of ``value``; ASCII signs (``-``, ``@``) keep their places."""
    return Form("", tuple(_alphabet(c) for c in value))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether what stands at ``start``–``end`` is no part of a longer string of its own alphabet."""
    left, right = text[start - 1 : start], text[end : end + 1]
    return not (_same_sort(left, text[start]) or _same_sort(right, text[end - 1]))


def unmask(text: str, book: TokenBook) -> str:
    """``text`` with every own token put back; what looks like a token and is none stays."""
    return _replaced(text, [(s, e, token.value) for s, e, token in book.find(text)])


def occurs_in(texts: Sequence[str]) -> Callable[[str], bool]:
    """Whether ``find`` would take a string that stands in ``texts`` (all evidence text of a plan) for that token.

    It would only where whole runs of one alphabet are equal, so that a look into the set of runs answers nearly always.
    """

    @cache
    def runs() -> frozenset[str]:
        return frozenset(run for text in texts for run in _FIRST_RUN.findall(text))

    @cache
    def has_brackets() -> bool:
        return any("⟦" in text for text in texts)

    def occurs(wanted: str) -> bool:
        if wanted.startswith("⟦"):
            return has_brackets() and any(wanted in text for text in texts)
        first = _FIRST_RUN.match(wanted)
        return (first is None or first[0] in runs()) and any(wanted in text for text in texts)

    return occurs


def _replaced(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    out: list[str] = []
    at = 0
    for start, end, value in spans:
        out += (text[at:start], value)
        at = end
    return "".join((*out, text[at:]))


def _write(form: Form, value: str, number: int) -> str:
    if form.label:
        return f"⟦{form.label}-{number:04}⟧"
    out = list(value)
    left = number
    for at in reversed(range(len(value))):
        if alphabet := form.alphabets[at]:
            left, digit = divmod(left, len(alphabet))
            out[at] = alphabet[digit]
    leading = next((a for a in form.alphabets if a), "")
    first = next((at for at, a in enumerate(form.alphabets) if a), 0)
    if leading in (_DIGITS, _WIDE_DIGITS) and sum(map(bool, form.alphabets)) > 1:
        out[first] = leading[9]  # 9000001: a leading nine is rare in evidence, a leading zero is not
    return "".join(out)


def _alphabet(character: str) -> str:
    code = ord(character)
    for alphabet in (_DIGITS, _WIDE_DIGITS):
        if character in alphabet:
            return alphabet
    if character.isascii():
        if character.isalpha():
            return _UPPER if character.isupper() else _LOWER
        return ""
    if code in _HALF_WIDTH_KANA:
        return _KANA
    return _WIDE if character.isalnum() and _WIDE_FROM <= code <= 0xFFFF else ""


def _same_sort(neighbour: str, own: str) -> bool:
    if not neighbour:
        return False
    if neighbour.isascii() and own.isascii():
        return neighbour.isalnum() and own.isalnum()
    return any(neighbour in alphabet and own in alphabet for alphabet in _ALPHABETS)


LABELS: Final = {
    "account_number": "ACCT",
    "person_name": "NAME",
    "phone": "TEL",
    "email": "MAIL",
    "host_name": "HOST",
    "ip_address": "IP",
    "user_id": "USER",
    "corporate_number": "CORP",
    "iban": "IBAN",
    "birth_date": "BORN",
    "address": "ADDR",
    "branch": "BRANCH",
    "deposit_type": "DEPOSIT",
    "customer_number": "CUST",
    "bic": "BIC",
    "mac_address": "MAC",
    "dataset_name": "DSN",
    "class_marking": "CLASS",
    "project_name": "PROJECT",
}
"""What a free token is called; another kind is called by its own name."""

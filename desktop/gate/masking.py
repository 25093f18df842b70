"""Detectors' hits on an outgoing text become: not sent, struck out, a token, or allowed (DESIGN §5)."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from desktop.detect import Hit, NearMiss, listed, scan
from desktop.domain.runs import MaskAction
from desktop.gate.profiles import STRICT, Profile, stricter
from desktop.gate.tokens import Token, TokenBook, free_form, same_width_form, stands_alone
from desktop.text.codecs import encode
from desktop.text.errors import CannotEncode

STRUCK: Final = "********"
BULK: Final = "bulk_data"
"""The kind that a text is blocked by when it holds so many hits that it is data and not source."""
_NUMERALS: Final = tuple(f"{word} " for word in ("VALUE", "VALUES", "IS", "ARE", "MOVE", "=", "TO", "THRU", "EQUAL"))
"""Behind these an unquoted number is a numeric literal: asterisks in its place would be no program."""
_BEFORE_NUMERAL: Final = 10
_Own = tuple[int, int, Token]
_FILLERS: Final = ("*", "＊", "×", "丂", "𠀋")


@dataclass(frozen=True, slots=True)
class MaskSpan:
    """What happened to characters ``start`` to ``end`` of the original. ``token`` is what stands there now."""

    start: int
    end: int
    kind: str
    action: MaskAction
    token: str


@dataclass(frozen=True, slots=True)
class Masked:
    """A text as it may leave; if ``blocked`` is not empty it may not leave at all."""

    text: str
    spans: tuple[MaskSpan, ...]
    blocked: tuple[str, ...]
    near: tuple[NearMiss, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    start: int
    end: int
    kind: str
    action: MaskAction


class Masker:
    """Masks texts of one case with its tokens and one profile."""

    def __init__(self, book: TokenBook, profile: Profile = STRICT, more: Iterable[tuple[str, str]] = ()) -> None:
        """``more`` are (kind, value) that an analyst masks beyond what is detected, in any width and case."""
        self.book = book
        self._profile = profile
        self._more = {value: kind for kind, value in more}

    def mask(self, text: str, columns: str = "") -> Masked:
        """Mask an original; ``columns`` names the encoding whose byte widths are kept, empty where they do not count.

        What is equal to a token of the case stands there by chance, or was put there: it is masked too, so that it
        neither leaves as it is nor is taken for what the token stands for.
        """
        taken = [
            _Wanted(
                start, end, token.kind, stricter(self._profile.action(token.kind, MaskAction.MASKED), MaskAction.MASKED)
            )
            for start, end, token in self.book.find(text)
        ]
        return self._masked(text, columns, (), taken)

    def mask_again(self, text: str, columns: str = "") -> Masked:
        """Mask what stands unmasked in a text that holds own tokens: they stay."""
        return self._masked(text, columns, self.book.find(text), ())

    def _masked(self, text: str, columns: str, own: Sequence[_Own], taken: Sequence[_Wanted]) -> Masked:
        found = scan(_without_labels(text, own))
        writer = _Writer(self.book, text, columns)
        for wanted in _merged([*self._wanted(text, found.hits, own), *taken]):
            writer.stand_in(wanted)
        blocked = dict.fromkeys(s.kind for s in writer.spans if s.action is MaskAction.NOT_SENT)
        if found.bulk:
            blocked[BULK] = None
        return Masked(writer.text(), tuple(writer.spans), tuple(blocked), found.near)

    def rescan(self, text: str) -> tuple[Hit, ...]:
        """Hits in a text that was masked already; what own tokens explain is none, so that a clean text gives none."""
        own = self.book.find(text)
        hits = scan(_without_labels(text, own)).hits
        return tuple(Hit(w.kind, w.start, w.end, w.action, "rescan") for w in self._wanted(text, hits, own))

    def _wanted(self, text: str, hits: Sequence[Hit], own: Sequence[_Own]) -> list[_Wanted]:
        ends = [end for _, end, _ in own]
        wanted = [
            _Wanted(hit.start, hit.end, hit.kind, self._profile.action(hit.kind, hit.action))
            for hit in hits
            if not _explained(text, hit, own, ends)
        ]
        for start, end, word in listed(text, self._more):
            kind = self._more[word]
            action = self._profile.action(kind, MaskAction.MASKED)
            wanted.append(_Wanted(start, end, kind, stricter(action, MaskAction.MASKED)))
        return [w for w in wanted if w.action is not MaskAction.ALLOWED]


class _Writer:
    """Puts stand-ins in their places, from left to right."""

    def __init__(self, book: TokenBook, text: str, columns: str) -> None:
        self.spans: list[MaskSpan] = []
        self._book, self._source, self._columns = book, text, columns
        self._out: list[str] = []
        self._at = 0

    def text(self) -> str:
        return "".join((*self._out, self._source[self._at :]))

    def stand_in(self, wanted: _Wanted) -> None:
        value = self._source[wanted.start : wanted.end]
        self._out.append(self._source[self._at : wanted.start])
        token, action = None, wanted.action
        if action is MaskAction.MASKED:
            token = self._token(wanted.kind, value, self._source[wanted.end : wanted.end + 1])
            action = action if token else MaskAction.STRUCK_OUT
        struck = token or self._strike(wanted.start, value)
        self._out.append(struck)
        self.spans.append(MaskSpan(wanted.start, wanted.end, wanted.kind, action, struck))
        self._at = wanted.end

    def _strike(self, start: int, value: str) -> str:
        if not self._columns:
            return STRUCK
        is_numeral = (
            value.isascii()
            and value.isdigit()
            and self._source[max(0, start - _BEFORE_NUMERAL) : start].upper().endswith(_NUMERALS)
        )
        return "0" * len(value) if is_numeral else _same_width_strike(value, self._columns)

    def _token(self, kind: str, value: str, right: str) -> str | None:
        """None where no token fits: too narrow a form, another byte width, or a neighbour that would hide it."""
        token = self._book.token(kind, value, same_width_form(value) if self._columns else free_form(kind))
        if token is None:
            return None
        if not self._columns:
            return token.text
        left = next((piece[-1] for piece in reversed(self._out) if piece), "")
        alone = stands_alone(f"{left}{token.text}{right}", len(left), len(left) + len(token.text))
        return token.text if alone and _width(token.text, self._columns) == _width(value, self._columns) else None


def _without_labels(text: str, own: Sequence[_Own]) -> str:
    """``text`` in which free tokens say nothing: the ACCT of ``⟦ACCT-0007⟧`` is no label of the number behind it."""
    out: list[str] = []
    at = 0
    for start, end, token in own:
        if token.text.startswith("⟦"):
            out += (text[at : start + 1], "0" * (end - start - 2))
            at = end - 1
    return "".join((*out, text[at:]))


def _explained(text: str, hit: Hit, own: Sequence[_Own], ends: Sequence[int]) -> bool:
    """Whether every letter and digit of ``hit`` belongs to own tokens."""
    at = hit.start
    for start, end, _ in takewhile(lambda one: one[0] < hit.end, own[bisect_right(ends, hit.start) :]):
        if any(map(str.isalnum, text[at:start])):
            return False
        at = end
    return at > hit.start and not any(map(str.isalnum, text[at : hit.end]))


def _merged(wanted: list[_Wanted]) -> list[_Wanted]:
    """Ascending, not overlapping: where finds overlap, the strictest covers them all."""
    merged: list[_Wanted] = []
    for one in sorted(wanted, key=lambda w: (w.start, -w.end)):
        last = merged[-1] if merged else None
        if last is None or one.start > last.end or (one.start == last.end and one.kind != last.kind):
            merged.append(one)
            continue
        action = stricter(last.action, one.action)
        kind = last.kind if action is last.action else one.kind
        merged[-1] = _Wanted(last.start, max(last.end, one.end), kind, action)
    return merged


def _same_width_strike(value: str, encoding: str) -> str:
    struck = "".join(_filler(c, encoding) for c in value)
    return struck if _width(struck, encoding) == _width(value, encoding) else "*" * _width(value, encoding)


def _filler(character: str, encoding: str) -> str:
    if character in "\r\n":
        return character
    width = _width(character, encoding)
    return next((f for f in _FILLERS if _width(f, encoding) == width), "*")


def _width(text: str, encoding: str) -> int:
    """Bytes of ``text``; what the encoding lacks counts as nothing, so that it never equals a filler."""
    try:
        return len(encode(text, encoding))
    except CannotEncode:
        return 0

"""The redacted profile: no quote of evidence, and every text masked as if it were to leave for a model, whatever it
belongs to: titles, paths, reasons, rules, tags, the authorisation.

Tokens are the case's own, so that a reader with the case can put the values back. A value that has no token yet is
struck out: a report makes no token, for it writes nothing to the case.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Final, TypeVar, cast

from desktop.casefile import Reader
from desktop.gate.masking import STRUCK, Masker
from desktop.gate.tokens import Token, TokenBook

T = TypeVar("T")
_CACHE: Final = 4_096
_AS_THEY_ARE: Final = frozenset(
    {"case_id", "head", "sha256", "body_digest", "policy_digest", "language", "kind", "decoding", "currency", "cost"}
)
"""Fields that say nothing of anybody: digests, ids, and names from fixed lists."""


class Redaction:
    """Masks what a report would print of the case behind ``reader``."""

    def __init__(self, reader: Reader) -> None:
        known = [Token(token.text, token.kind, token.value) for token in reader.tokens()]
        self._known = frozenset(token.text for token in known)
        self._masker = Masker(TokenBook(known, occurs=lambda _: False))
        self._seen: dict[str, str] = {}

    def text(self, text: str) -> str:
        """``text`` with everything masked that the gate would mask, strike out or refuse."""
        if not text:
            return text
        known = self._seen.get(text)
        if known is None:
            if len(self._seen) >= _CACHE:
                self._seen.clear()
            known = self._seen[text] = self._masked(text)
        return known

    def _masked(self, text: str) -> str:
        shown, at = [], 0
        for span in self._masker.mask(text).spans:
            shown += [text[at : span.start], span.token if span.token in self._known else STRUCK]
            at = span.end
        return "".join((*shown, text[at:]))

    def all_of(self, value: T) -> T:
        """``value`` (a dataclass of this program, a collection of such, a text) with every text in it masked.

        Quotes of evidence are left out; digests and what comes from a fixed list are as they were.
        """
        return cast(T, self._all_of(value))

    def _all_of(self, value: object) -> object:
        match value:
            case Enum():
                return value
            case str():
                return self.text(value)
            case tuple() if not hasattr(value, "_fields"):
                return tuple(self._all_of(one) for one in value)
            case Mapping():
                return {key: self._all_of(one) for key, one in value.items()}
            case _ if is_dataclass(value) and not isinstance(value, type):
                changed = {
                    field.name: "" if field.name == "quote" else self._all_of(getattr(value, field.name))
                    for field in fields(value)
                    if field.name not in _AS_THEY_ARE
                }
                return replace(value, **changed)
            case _:
                return value

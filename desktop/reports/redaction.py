"""The redacted profile: no quote and no line of source, and every text masked as if it were to leave for a model,
whatever it belongs to: titles, paths, reasons, rules, tags, the authorisation.

A value that the detectors know from its surroundings in a source (``RESUME PASSWORD(…)``, ``USER(…)``) is masked
wherever it stands alone in a text, and so is every host that a finding is about. People who worked on the case are
told apart by number. Tokens are the case's own, so that a reader with the case can put the values back. A value that
has no token yet is struck out: a report makes no token, for it writes nothing to the case.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import PurePosixPath
from typing import Final, TypeVar, cast
from unicodedata import normalize
from urllib.parse import urlsplit

import ahocorasick_rs

from desktop.casefile import Reader
from desktop.detect import scan
from desktop.domain.levels import Origin
from desktop.domain.places import HostPlace, Place, UrlPlace
from desktop.gate.masking import STRUCK, Masker
from desktop.gate.tokens import Token, TokenBook
from desktop.reports.item import Item
from desktop.reports.source_lines import SourceLines, decoded

T = TypeVar("T")
_CACHE: Final = 4_096
_AS_THEY_ARE: Final = frozenset(
    {"case_id", "head", "sha256", "body_digest", "policy_digest", "language", "kind", "decoding", "currency", "cost"}
)
"""Fields that say nothing of anybody: digests, ids, and names from fixed lists."""
_PEOPLE: Final = frozenset({"who", "decided_by", "verified_by", "approver", "asked", "approved_by"})
_OF_NOBODY: Final = frozenset({"class_marking", "deposit_type", "branch"})
"""Kinds whose values are common words or short numbers: alone, they point at nobody."""
_SHORTEST: Final = 4
_SHORTEST_NUMBER: Final = 7
_HOST: Final = "host_name"


class Redaction:
    """Masks what a report would print of the case behind ``reader``."""

    def __init__(self, reader: Reader) -> None:
        known = [Token(token.text, token.kind, token.value) for token in reader.tokens()]
        self._known = frozenset(token.text for token in known)
        self._book = TokenBook(known, occurs=lambda _: False)
        self._lines = SourceLines(reader)
        self._stretches = self._lines.anywhere()
        self._values = {**_values_in_sources(reader), **_hosts(reader)}
        spelled = {plainly: value for value in self._values if (plainly := _plainly(value))}
        self._spelled = list(spelled.values())
        self._finder = ahocorasick_rs.AhoCorasick(list(spelled))
        self._seen: dict[str, str] = {}
        self._people: dict[str, str] = {}

    def item(self, item: Item) -> Item:
        """A finding with what belongs to it, masked, and without the source that its texts repeat."""
        finding = item.finding
        if finding.row.origin is Origin.HUMAN:
            self.person(finding.row.source)
        self._stretches = self._lines.around(finding.places, item.occurrences, item.annotations)
        try:
            return self.all_of(item)
        finally:
            self._stretches = self._lines.anywhere()

    def person(self, name: str) -> str:
        """The number that stands for ``name`` throughout this report; nothing for no name."""
        return self._people.setdefault(name, f"P-{len(self._people) + 1}") if name else ""

    def text(self, text: str) -> str:
        """``text`` without source, and with everything masked that the gate would mask, strike out or refuse."""
        if not text or text in self._people:
            return self._people.get(text, text)
        prose = self._stretches.without(text)
        known = self._seen.get(prose)
        if known is None:
            if len(self._seen) >= _CACHE:
                self._seen.clear()
            known = self._seen[prose] = self._masked(prose)
        return known

    def _masked(self, text: str) -> str:
        found = self._finder.find_matches_as_indexes(_plainly(text), overlapping=True)
        values = {self._spelled[number] for number, _, _ in found}
        masker = Masker(self._book, more=[(self._values[value], value) for value in values])
        shown, at = [], 0
        for span in masker.mask_again(text).spans:
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
                    field.name: self._field(field.name, getattr(value, field.name))
                    for field in fields(value)
                    if field.name not in _AS_THEY_ARE
                }
                return replace(value, **changed)
            case _:
                return value

    def _field(self, name: str, value: object) -> object:
        if name == "quote":
            return ""
        return self.person(value) if name in _PEOPLE and isinstance(value, str) else self._all_of(value)


def _values_in_sources(reader: Reader) -> dict[str, str]:
    """Kind by value of everything that the detectors find in the sources and that stands for itself."""
    values: dict[str, str] = {}
    members = set()
    for evidence in reader.evidence():
        members.add(PurePosixPath(evidence.path).stem.casefold())
        if evidence.kind == "source":
            text = decoded(reader, evidence)
            values |= {text[hit.start : hit.end]: hit.kind for hit in scan(text).hits if hit.kind not in _OF_NOBODY}
    return {value: kind for value, kind in values.items() if value.casefold() not in members and _stands_alone(value)}


def _stands_alone(value: str) -> bool:
    """Whether ``value`` means somebody without its surroundings: one line, and no number that could be any number."""
    if "\n" in value:
        return False
    if not value.isascii():
        return len(value) > 1
    return len(value) >= (_SHORTEST_NUMBER if value.isdecimal() else _SHORTEST)


def _hosts(reader: Reader) -> dict[str, str]:
    places = (place for finding in reader.every_finding() for place in finding.places)
    return {host: _HOST for place in places if (host := _host_of(place))}


def _host_of(place: Place) -> str:
    match place:
        case HostPlace():
            return place.host
        case UrlPlace():
            return urlsplit(place.url).hostname or ""
        case _:
            return ""


def _plainly(text: str) -> str:
    """In one width and case: only what occurs so is looked for with care."""
    return normalize("NFKC", text).lower().strip()

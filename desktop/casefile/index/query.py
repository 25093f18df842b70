"""The query language of the list and of ``sekisho findings``: words and facets, all of which must hold.

``残高 severity:high,critical -tag:wontfix cwe:89 due:<2026-12-31 is:undecided sort:-due group:rule``. A word is looked
for in titles, rules and paths, and in all other texts once those were read (``FindingIndex.read_texts``), folded (NFKC,
case, dashes); a word such as ``CWE-89`` or ``重要`` also names the findings that are called so. Quotes keep blanks
together; ``-`` before a word or facet turns it round. Values of one facet are alternatives, by name or as they are
shown in either language.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from functools import cache
from typing import Final

from desktop.casefile.errors import BadQuery
from desktop.casefile.stored import days
from desktop.domain.levels import Origin, Severity, Status, Verification
from desktop.domain.standing import Proof
from desktop.text.fold import fold
from desktop.words import Lang, label

_WORD: Final = re.compile(r'(?P<no>-?)(?:(?P<field>[a-z_]+):)?(?P<value>"[^"]*"|[^\s"]+(?:"[^"]*")?|(?<=:))(?=\s|$)')
_CWE: Final = re.compile(r"cwe[- ]?0*(\d{1,6})")
_COMPARED: Final = re.compile(r"(>=|<=|>|<|=|)(.*)", re.DOTALL)

Compare = Callable[[int, int], bool]


class Op(Enum):
    """How a number is compared."""

    IS = ""
    LESS = "<"
    MORE = ">"
    AT_MOST = "<="
    AT_LEAST = ">="


@dataclass(frozen=True, slots=True)
class Words:
    """Text, folded, looked for in ``field``: ``any`` (title, rule or path), title, rule, path, source, tag or text."""

    field: str
    values: tuple[str, ...]
    no: bool = False
    names: tuple[tuple[str, int], ...] = ()
    """Columns with the values that the word is the name of: a CWE number, a severity, a status, a proof."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Comparisons of a column, one of which must hold."""

    column: str
    tests: tuple[tuple[Op, int], ...]
    no: bool = False


@dataclass(frozen=True, slots=True)
class Is:
    """A named state (``IS``)."""

    state: str
    no: bool = False


Term = Words | Numbers | Is

IS: Final = (
    "decided",
    "undecided",
    "lead",
    "unanchored",
    "second",
    "overdue",
    "gone",
    "edited",
    "real",
    "dismissed",
)
"""``undecided`` leaves out what is not anchored, which has a queue of its own (UX §2)."""
SORTS: Final = ("severity", "due", "path", "title", "hits", "origin", "verification", "status", "rule", "cwe", "id")
GROUPS: Final = ("rule", "file", "severity", "status", "origin", "source", "cwe")
_WORDS: Final = {
    "title": "title",
    "rule": "rule",
    "path": "path",
    "file": "path",
    "source": "source",
    "tool": "source",
    "tag": "tag",
    "text": "text",
    "cve": "cve",
}
_LEVELS: Final[Mapping[str, tuple[str, type[IntEnum]]]] = {
    "severity": ("severity", Severity),
    "status": ("status", Status),
    "origin": ("origin", Origin),
    "verification": ("verification", Verification),
}
_NUMBERS: Final = {"cwe": "cwe", "hits": "hits", "id": "id", "import": "import", "run": "run"}


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for. ``today`` decides what is overdue."""

    terms: tuple[Term, ...] = ()
    sort: str = "severity"
    reverse: bool = False
    group: str = ""
    today: int = 0
    """Days since 1970-01-01."""

    @classmethod
    def parse(cls, text: str, *, today: date | None = None) -> "Query":
        """Read a query; raises BadQuery with the word that is not understood. ``is:overdue`` needs ``today``."""
        terms: list[Term] = []
        sort, reverse, group = "severity", False, ""
        for no, field, value in _words(text):
            word = f"{'-' if no else ''}{field}:{value}"
            match field:
                case "sort":
                    sort, reverse = value.removeprefix("-"), value.startswith("-")
                    if no or sort not in SORTS:
                        raise BadQuery(word)
                case "group":
                    group = "file" if value == "path" else value
                    if no or group not in GROUPS:
                        raise BadQuery(word)
                case _:
                    terms.append(_term(no, field, value, word))
        return cls(tuple(terms), sort, reverse, group, days(today))


def _words(text: str) -> list[tuple[bool, str, str]]:
    found: list[tuple[bool, str, str]] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        word = _WORD.match(text, at)
        if word is None:
            raise BadQuery(text[at:].split()[0][:40])
        found.append((bool(word["no"]), word["field"] or "", word["value"].replace('"', "")))
        at = word.end()
    return found


def _term(no: bool, field: str, value: str, word: str) -> Term:
    if not field:
        return Words("any", (fold(value),), no, _named_by(fold(value)))
    values = [one for one in value.split(",") if one]
    if not values:
        raise BadQuery(word)
    if field in _WORDS:
        return Words(_WORDS[field], tuple(map(fold, values)), no)
    if field == "is":
        if value not in IS:
            raise BadQuery(word)
        return Is(value, no)
    if field in _LEVELS:
        column, levels = _LEVELS[field]
        return Numbers(column, tuple(_test(one, lambda name: _level(levels, name), word) for one in values), no)
    if field == "due":
        return Numbers("due", tuple(_test(one, lambda day: days(date.fromisoformat(day)), word) for one in values), no)
    if field in _NUMBERS:
        return Numbers(_NUMBERS[field], tuple(_test(one, _number, word) for one in values), no)
    raise BadQuery(word)


def _level(levels: type[IntEnum], name: str) -> int:
    """A value by its name in the code or by its label."""
    by_name = {value.name: int(value) for value in levels}
    if name.upper() in by_name:
        return by_name[name.upper()]
    return next(number for column, number in _named_by(fold(name)) if column == levels.__name__.lower())


def _named_by(word: str) -> tuple[tuple[str, int], ...]:
    """What else a folded word names."""
    cwe = _CWE.fullmatch(word)
    return (("cwe", int(cwe[1])),) if cwe is not None else _labels().get(word, ())


@cache
def _labels() -> Mapping[str, tuple[tuple[str, int], ...]]:
    named: dict[str, tuple[tuple[str, int], ...]] = {}
    for kind in (Severity, Status, Origin, Verification, Proof):
        for at, value in enumerate(kind):
            for lang in Lang:
                word = fold(label(value, lang))
                named[word] = (
                    *named.get(word, ()),
                    (kind.__name__.lower(), int(value) if isinstance(value, IntEnum) else at),
                )
    return named


def _number(text: str) -> int:
    return int(text.upper().removeprefix("CWE-"))


def _test(text: str, read: Callable[[str], int], word: str) -> tuple[Op, int]:
    compared = _COMPARED.fullmatch(text)
    assert compared is not None  # it matches any text
    number: int | None
    try:
        number = read(compared[2])
    except (StopIteration, ValueError):
        number = None
    if number is None or not 0 <= number < 1 << 31:
        raise BadQuery(word)
    return Op("" if compared[1] == "=" else compared[1]), number

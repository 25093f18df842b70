"""A built-in rule: what it says in both languages, how severe it is, and the function that looks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.levels import Severity
from desktop.words import Lang

if TYPE_CHECKING:
    from desktop.analysis.rules.kit.cobol import CobolProgram
    from desktop.analysis.rules.kit.member import TextMember
    from desktop.analysis.rules.kit.trees import ParsedMember


class Role(StrEnum):
    """What a place has to do with a finding."""

    SINK = "sink"
    """Where it goes wrong: the place to look at first."""
    SOURCE = "source"
    """Where the data come in, or the value is set."""
    STEP = "step"
    """Where they pass on."""
    DECLARATION = "declaration"
    """What sets the limit: a table, a field, a SELECT."""
    MISSED = "missed"
    """Where the check should have been by the latest."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Bytes ``start`` to ``end`` (excluded) of a file that takes part in a finding."""

    path: str
    start: int
    end: int
    role: Role = Role.SINK


@dataclass(frozen=True, slots=True)
class Found:
    """One finding of a rule. ``about`` is the name of what it is about (an item, a user id, a transaction)."""

    at: Mark
    about: str = ""
    more: tuple[Mark, ...] = ()
    severity: Severity | None = None
    """Set where it differs from the rule's."""


@dataclass(frozen=True, slots=True)
class Text:
    """What a rule says in one language, to the person who has to mend it."""

    title: str
    description: str
    impact: str
    recommendation: str
    severity: str
    """Why it is as severe as it is."""
    silence: str
    """What makes the rule fall silent."""


@dataclass(frozen=True, slots=True)
class Cobol:
    """Looks at one program with its copybooks."""

    check: "Callable[[CobolProgram], Iterable[Found]]"


@dataclass(frozen=True, slots=True)
class Source:
    """Looks at the text of one member of certain languages; of all languages where none is named."""

    languages: frozenset[str]
    check: "Callable[[TextMember], Iterable[Found]]"


@dataclass(frozen=True, slots=True)
class Tree:
    """Looks at the syntax tree of one member."""

    language: str
    check: "Callable[[ParsedMember], Iterable[Found]]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its module declares it."""

    id: str
    cwe: tuple[int, ...]
    """The weakness it finds, the most fitting number first."""
    severity: Severity
    ja: Text
    en: Text
    look: Cobol | Source | Tree

    def text(self, lang: Lang) -> Text:
        """What the rule says in ``lang``."""
        return self.ja if lang is Lang.JA else self.en


def once(found: Iterable[Found]) -> Iterator[Found]:
    """The findings without those that mark the same bytes for the same thing again."""
    known: set[tuple[str, int, int, str]] = set()
    for one in found:
        key = (one.at.path, one.at.start, one.at.end, one.about)
        if key not in known:
            known.add(key)
            yield one


def lower(severity: Severity) -> Severity:
    """One step less severe, but never none."""
    return Severity(max(severity - 1, Severity.LOW))

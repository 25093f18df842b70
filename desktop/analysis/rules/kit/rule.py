"""A built-in rule: what it says in both languages, how severe it is, and the function that looks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity
from desktop.words import Lang


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

    check: Callable[[CobolProgram], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Source:
    """Looks at the text of one member of certain languages; of all languages where none is named."""

    languages: frozenset[str]
    check: Callable[[TextMember], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Tree:
    """Looks at the syntax tree of one member."""

    language: str
    check: Callable[[ParsedMember], Iterable[Found]]


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

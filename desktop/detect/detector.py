"""What a detector is made of: patterns that find candidates fast, and a judge that looks at each where it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desktop.domain.runs import MaskAction


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match of a pattern, folded (see ``folded.py``), with what stands around it."""

    value: str
    before: str
    """What stands before the value on its line, 160 bytes at most."""
    after: str
    """What stands behind it on its line, 160 bytes at most."""
    matched: str
    """The whole match, of which ``value`` is a part."""
    above: Callable[[int], str]
    """The n lines above, and the first line of the text (a heading, a CSV header)."""

    @property
    def line(self) -> str:
        return f"{self.before}{self.value}{self.after}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a judge says. ``head`` and ``tail`` are characters of the value that do not belong to the find."""

    is_hit: bool
    why: str
    head: int = 0
    tail: int = 0


def near(why: str) -> Verdict:
    """Looked like it and is not; shown in the preview with ``why``."""
    return Verdict(False, why)


DROP: Final = Verdict(False, "")
"""Nothing: not even worth showing."""

Judge = Callable[[Candidate], Verdict]


def hit(why: str) -> Verdict:
    """It is one, because of ``why``."""
    return Verdict(True, why)


@dataclass(frozen=True, slots=True)
class Pattern:
    """An RE2 expression, without regard to case (Unicode bytes, ``^`` and ``$`` at lines).

    The first group that took part is what is covered, else the whole match. ``words`` are lower-case strings of which
    one stands in every match: only lines with one of them are searched. Without words the pattern is a shape: it must
    not cross lines.
    """

    regex: str
    judge: Judge
    words: tuple[str, ...] = ()
    lines: int = 1
    """Lines that a match may run over."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: one of ``heads`` (lower case) stands in its heading; its cells are ``value`` (RE2)."""

    heads: tuple[str, ...]
    value: str
    accepts: Callable[[str], bool] = bool
    """A second look at a cell."""


@dataclass(frozen=True, slots=True)
class Detector:
    """One kind of thing, one file. Several detectors may tell the same ``kind`` (passwords stand in many forms)."""

    name: str
    kind: str
    action: MaskAction
    patterns: tuple[Pattern, ...]
    columns: tuple[Column, ...] = ()


def because(why: str) -> Judge:
    """A judge for patterns that need no second look."""
    verdict = hit(why)
    return lambda _: verdict

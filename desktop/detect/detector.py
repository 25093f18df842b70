"""What a detector is made of: patterns that find candidates fast, and a judge that looks at each where it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desktop.detect.compiled import Span
from desktop.domain.runs import MaskAction

_AROUND: Final = 160


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match of a pattern, folded (see ``folded.py``), with what stands around it, which is read when asked for."""

    value: str
    _data: bytes
    _covered: Span
    _whole: Span

    @property
    def before(self) -> str:
        """What stands before the value on its line, 160 bytes at most."""
        start, _ = self._covered
        return self._data[self._begin : start].decode(errors="ignore")

    @property
    def after(self) -> str:
        """What stands behind the value on its line, 160 bytes at most."""
        _, end = self._covered
        highest = min(len(self._data), end + _AROUND)
        stop = self._data.find(b"\n", end, highest)
        return self._data[end : highest if stop < 0 else stop].decode(errors="ignore")

    @property
    def matched(self) -> str:
        """The whole match, of which ``value`` is a part."""
        start, end = self._whole
        return self._data[start:end].decode(errors="ignore")

    @property
    def line(self) -> str:
        """The value with what stands around it on its line."""
        return f"{self.before}{self.value}{self.after}"

    def above(self, lines: int) -> str:
        """The first line of the text (a heading, a CSV header), and the ``lines`` lines above."""
        data, first, top = self._data, self._begin, self._begin
        for _ in range(lines):
            lowest = max(0, first - 2 * _AROUND)
            first = data.rfind(b"\n", lowest, max(first - 1, 0)) + 1 or lowest
        heading = data[: max(data.find(b"\n", 0, 4 * _AROUND), 0)] if top > 0 else b""
        return f"{heading.decode(errors='ignore')}\n{data[first:top].decode(errors='ignore')}"

    @property
    def _begin(self) -> int:
        """Where the line begins, or what of it is looked at."""
        start, _ = self._covered
        lowest = max(0, start - _AROUND)
        return self._data.rfind(b"\n", lowest, start) + 1 or lowest


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
    each: str = ""
    """Where one context holds several values (the WHENs of an EVALUATE): every match of this expression within what
    the first group covers is a value, by the same rule of groups."""


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

"""One member of the evidence as rules get it, with its text, its lines and what is not code in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from desktop.analysis.rules.exchange import RuleInput
from desktop.analysis.rules.kit.found import Mark, Role
from desktop.detect import Hit, scan
from desktop.domain.places import Span
from desktop.source.lang.jcl import Statement, jobs
from desktop.source.members import LayerKind, Member
from desktop.source.reading import read
from desktop.source.skeleton import Source, source_of
from desktop.text.offsets import MappedText, decode_with_map


@dataclass(frozen=True)
class TextMember:
    """A file with everything that is read out of it, each made when it is first asked for."""

    given: RuleInput

    @property
    def path(self) -> str:
        return self.given.path

    @cached_property
    def member(self) -> Member:
        """Language, units, layers and gaps."""
        return read(self.given.data, self.given.decoding, self.given.path, self.given.language)

    @cached_property
    def language(self) -> str:
        return self.given.language or self.member.language

    @cached_property
    def source(self) -> Source:
        """The ASCII shape: one character a byte."""
        return source_of(self.given.path, self.given.data, self.given.decoding)

    @cached_property
    def lines(self) -> str:
        """The shape in upper case with a line end after each record, fixed blocks too; positions are bytes."""
        shape = self.source.shape.upper()
        if "\n" in shape or len(self.source.records) < 2:
            return shape
        chars = list(shape)
        for end in self.source.records.ends:
            if 0 < end <= len(chars):
                chars[end - 1] = "\n"
        return "".join(chars)

    @cached_property
    def mapped(self) -> MappedText:
        """The decoded text with the bytes of each character."""
        return decode_with_map(self.given.data, self.given.decoding)

    @cached_property
    def hits(self) -> tuple[tuple[Hit, Span], ...]:
        """What the detectors notice, with its bytes."""
        mapped = self.mapped
        return tuple((hit, mapped.span(hit.start, hit.end)) for hit in scan(mapped.text).hits)

    @cached_property
    def jobs(self) -> list[Statement]:
        """The statements of a job; for other languages whatever looks like one."""
        return jobs(self.given.data, self.given.decoding, self.given.path)

    def in_comment(self, offset: int) -> bool:
        """Whether a byte stands in a comment."""
        at = bisect_right(self._comments, (offset, len(self.given.data))) - 1
        return at >= 0 and offset < self._comments[at][1]

    @cached_property
    def _comments(self) -> list[tuple[int, int]]:
        layers = self.member.layers
        return sorted((one.span.start, one.span.end) for one in layers if one.kind is LayerKind.COMMENT)

    @cached_property
    def name(self) -> str:
        """The member's name as COPY would call it: no folders, no suffix, upper case."""
        return self.given.path.replace("\\", "/").rsplit("/", 1)[-1].split(".")[0].upper()

    def mark(self, start: int, end: int, role: Role = Role.SINK) -> Mark:
        """A mark on bytes of this member."""
        return Mark(self.given.path, start, max(end, start), role)

    def search(self, pattern: "re.Pattern[str]", start: int = 0, end: int | None = None) -> Iterator["re.Match[str]"]:
        """Matches in the shape; their positions are bytes."""
        return pattern.finditer(self.source.shape, start, len(self.source.shape) if end is None else end)

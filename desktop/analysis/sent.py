"""A unit of evidence as it was sent: its masked text, and the way back from that to bytes of the evidence."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from desktop.detect import NearMiss
from desktop.domain.evidence import Evidence
from desktop.domain.places import BytePlace, Span
from desktop.domain.runs import MaskAction
from desktop.gate.edits import put_in
from desktop.gate.masking import Masked, MaskSpan
from desktop.source.members import Member
from desktop.text.offsets import MappedText, decode_with_map
from desktop.text.records import Records, split

_Spans = list[tuple[int, int, str, MaskAction, str]]


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What a case keeps of the masking of one unit; offsets count from the unit's first character."""

    first: int
    """The unit's first character in the evidence's text."""
    length: int
    spans: _Spans
    near: list[tuple[str, int, int, str]]
    blocked: list[str]
    marker: str
    path: _Spans
    """What was masked in the evidence's path and in the unit's name."""
    name: _Spans

    @classmethod
    def read(cls, masks: bytes) -> "Kept":
        """What :meth:`Sent.keep` wrote."""
        return msgspec.json.decode(masks, type=cls)

    def over(self, text: str) -> Masked:
        """The masked unit, given the evidence's text."""
        spans = tuple(MaskSpan(*span) for span in self.spans)
        near = tuple(NearMiss(*miss) for miss in self.near)
        plain = text[self.first : self.first + self.length]
        return Masked(put_in(plain, spans), spans, tuple(self.blocked), near)

    def named(self, path: str, name: str) -> tuple[str, str]:
        """``path`` and unit ``name`` as they stood in the question."""
        return _put(path, self.path), _put(name, self.name)


@dataclass(frozen=True, slots=True)
class Original:
    """One evidence file, read: its text with the bytes of each character, and its structure."""

    evidence: Evidence
    mapped: MappedText
    records: Records
    member: Member
    line_starts: Sequence[int]
    """Index of each line's first character."""

    @classmethod
    def of(cls, evidence: Evidence, data: bytes, member: Member) -> "Original":
        """Read ``data`` as the evidence's decoding says; ``member`` is its structure."""
        mapped = decode_with_map(data, evidence.decoding)
        starts = [0]
        at = mapped.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = mapped.text.find("\n", at + 1)
        return cls(evidence, mapped, split(data, evidence.decoding), member, starts)

    @property
    def lines(self) -> list[str]:
        """The text's lines; a text that ends with a line end has no empty last one."""
        lines = self.mapped.text.split("\n")
        return lines[:-1] if lines[-1] == "" else lines

    def characters(self, first_line: int, last_line: int) -> tuple[int, int]:
        """First character of ``first_line`` and the one after ``last_line``, its line end not counted."""
        end = self.line_starts[last_line] - 1 if last_line < len(self.line_starts) else len(self.mapped.text)
        return self.line_starts[first_line - 1], end

    def place(self, first: int, last: int) -> BytePlace:
        """Characters ``first`` (included) to ``last`` (excluded) as bytes of the evidence."""
        span = self.mapped.span(first, last)
        line = bisect_right(self.line_starts, first)
        end_line = bisect_right(self.line_starts, max(first, last - 1))
        start_of_line = self.mapped.byte(self.line_starts[line - 1])
        chain = self.member.chain_at(span.start)
        return BytePlace(
            evidence=self.evidence.id,
            path=self.evidence.path,
            span=span,
            line=line,
            end_line=end_line,
            column=span.start - start_of_line + 1,
            unit=chain[-1].qualified if chain else "",
            quote=self.mapped.text[first:last],
        )

    def unit_span(self, first_line: int, last_line: int) -> Span:
        """Bytes of whole lines."""
        return self.mapped.span(*self.characters(first_line, last_line))


@dataclass(frozen=True, slots=True)
class Sent:
    """What of ``original`` left: ``text`` stood in the request, from character ``first`` of the evidence's text on."""

    original: Original
    first: int
    length: int
    masked: Masked
    """Spans count from the unit's first character."""
    marker: str

    @property
    def text(self) -> str:
        return self.masked.text

    @property
    def plain(self) -> str:
        """The same characters of the evidence, unmasked."""
        return self.original.mapped.text[self.first : self.first + self.length]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Characters of the evidence's text behind characters ``start`` to ``end`` of ``text``.

        What lies within a token means the whole of what the token stands for.
        """
        return self.first + self._back(start, into=False), self.first + self._back(end, into=True)

    def _back(self, at: int, *, into: bool) -> int:
        shift = 0
        for span in self.masked.spans:
            begin = span.start - shift
            finish = begin + len(span.token)
            if at < finish or (at == finish and into):
                if begin < at:
                    return span.end if into else span.start
                break
            shift += (span.end - span.start) - len(span.token)
        return at + shift

    def keep(self, path: Masked, name: Masked) -> bytes:
        """What a case keeps of it, and of the masked ``path`` and unit ``name`` beside it."""
        masked = self.masked
        near = [(n.kind, n.start, n.end, n.why) for n in masked.near]
        kept = Kept(
            self.first,
            self.length,
            _spans(masked),
            near,
            list(masked.blocked),
            self.marker,
            _spans(path),
            _spans(name),
        )
        return msgspec.json.encode(kept)

    @classmethod
    def kept(cls, original: Original, masks: bytes) -> "Sent":
        """The unit that :meth:`keep` kept."""
        kept = Kept.read(masks)
        return cls(original, kept.first, kept.length, kept.over(original.mapped.text), kept.marker)


def before_and_after(text: str, masks: bytes) -> tuple[str, Masked]:
    """The unit that :meth:`Sent.keep` kept, given the evidence's text: as it is, and as it leaves."""
    kept = Kept.read(masks)
    return text[kept.first : kept.first + kept.length], kept.over(text)


def _put(plain: str, spans: _Spans) -> str:
    return put_in(plain, [MaskSpan(*span) for span in spans])


def _spans(masked: Masked) -> _Spans:
    return [(s.start, s.end, s.kind, s.action, s.token) for s in masked.spans]


def part(masked: Masked, plain: str, first: int, last: int) -> Masked:
    """What ``masked`` (of the whole text ``plain``) says of characters ``first`` to ``last``, counted from ``first``.

    A span over the edge stands in the part where it begins; what reaches into the next one is struck out there.
    """
    low = bisect_right([s.end for s in masked.spans], first)
    high = bisect_left([s.start for s in masked.spans], last)
    spans = tuple(
        MaskSpan(
            max(s.start, first) - first,
            min(s.end, last) - first,
            s.kind,
            s.action,
            s.token if s.start >= first else "*" * (min(s.end, last) - first),
        )
        for s in masked.spans[low:high]
    )
    near = tuple(
        NearMiss(n.kind, n.start - first, n.end - first, n.why) for n in masked.near if first <= n.start < last
    )
    blocked = tuple(dict.fromkeys(s.kind for s in spans if s.action is MaskAction.NOT_SENT))
    whole_file = tuple(kind for kind in masked.blocked if not any(s.kind == kind for s in masked.spans))
    return Masked(put_in(plain[first:last], spans), spans, (*blocked, *whole_file), near)

"""What goes into a run of the built-in rules and what comes out, and the frames in which both cross to the locked-down
process that they run in. Imports no rule, so that the program itself loads none."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.ids import EvidenceId
from desktop.domain.levels import Severity
from desktop.domain.places import BytePlace, Span
from desktop.domain.reported import Reported, Tool
from desktop.source.members import Gap
from desktop.worker.errors import WorkerError
from desktop.worker.frames import Count, Line, LineNumber, Offset, Short, Text

TOOL: Final = Tool("Sekisho rules", "1")
"""Its version rises when a rule is added or finds other things than before."""
SERVICE: Final = "rules"
"""``rules LANGUAGE FIRST``: the sources come through stdin; those before the index FIRST are only surroundings."""


@dataclass(frozen=True, slots=True)
class RuleInput:
    """A file to look at. ``language`` is that of the evidence, or empty to find it out by the content."""

    evidence: EvidenceId
    path: str
    data: bytes
    decoding: Decoding
    language: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of one member. ``gaps`` are what the rules did not follow in it; all else counts as read by rules."""

    evidence: EvidenceId
    path: str
    reported: tuple[Reported, ...]
    gaps: tuple[Gap, ...]
    failure: WorkerError | None = None
    """Why the member could not be looked at; then its whole is one gap."""


class Frame(IntEnum):
    """Kinds of frames: ``LOOKING`` once the surroundings are known, then ``EXAMINED`` for each member in order."""

    LOOKING = 2
    EXAMINED = 3


class Given(msgspec.Struct, array_like=True, frozen=True):
    """A member on its way in; ``size`` bytes follow. One of size -1 says that no more come."""

    evidence: int
    path: str
    size: int
    encoding: str = ""
    record_format: RecordFormat = RecordFormat.LF
    record_length: int = 0
    language: str = ""

    @classmethod
    def of(cls, one: RuleInput) -> "Given":
        """``one`` without its bytes."""
        how = one.decoding
        return cls(
            one.evidence, one.path, len(one.data), how.encoding, how.record_format, how.record_length, one.language
        )

    def with_data(self, data: bytes) -> RuleInput:
        """The member again, in the other process."""
        how = Decoding(self.encoding, self.record_format, self.record_length)
        return RuleInput(EvidenceId(self.evidence), self.path, data, how, self.language)


LAST: Final = Given(0, "", -1)


class Looking(msgspec.Struct, array_like=True, frozen=True):
    """By how many rules."""

    rules: Annotated[int, Meta(ge=0, le=10_000)]


class WirePlace(msgspec.Struct, array_like=True, frozen=True):
    """A place in the member of the index ``member``."""

    member: Annotated[int, Meta(ge=0, le=2**24)]
    start: Offset
    end: Offset
    line: LineNumber
    end_line: LineNumber
    column: LineNumber
    unit: Line
    quote: Line


class WireFound(msgspec.Struct, array_like=True, frozen=True):
    """One ``Reported`` of a rule."""

    rule: Short
    title: Line
    severity: Severity
    place: WirePlace
    more: Annotated[tuple[WirePlace, ...], Meta(max_length=500)]
    description: Text
    recommendation: Text
    cwe: Annotated[tuple[Annotated[int, Meta(ge=1, le=99_999)], ...], Meta(max_length=20)]
    extra: Annotated[dict[Short, Text], Meta(max_length=20)]


class WireGap(msgspec.Struct, array_like=True, frozen=True):
    """One ``Gap``."""

    kind: Short
    start: Offset
    end: Offset
    why: Line


class WireExamined(msgspec.Struct, array_like=True, frozen=True):
    """One ``Examined``."""

    member: Count
    found: Annotated[tuple[WireFound, ...], Meta(max_length=100_000)]
    gaps: Annotated[tuple[WireGap, ...], Meta(max_length=100_000)]


@dataclass(frozen=True, slots=True)
class Known:
    """What the program remembers of a member that it handed over: enough to check places that come back."""

    evidence: EvidenceId
    path: str
    size: int


def outward(examined: Examined, number: int, index: dict[str, int]) -> WireExamined:
    """``examined`` as a frame; ``index`` leads from paths to the order in which members were given."""

    def place(at: BytePlace) -> WirePlace:
        return WirePlace(
            index[at.path], at.span.start, at.span.end, at.line, at.end_line, at.column, at.unit[:4000], at.quote
        )

    found = [
        WireFound(
            one.rule,
            one.title[:4000],
            one.severity,
            place(one.place),
            tuple(place(more) for more in one.more_places[:500] if isinstance(more, BytePlace)),
            one.description[:20_000],
            one.recommendation[:20_000],
            one.cwe,
            {name: value[:20_000] for name, value in one.extra.items()},
        )
        for one in examined.reported
        if isinstance(one.place, BytePlace)
    ]
    gaps = [WireGap(gap.kind, gap.span.start, gap.span.end, gap.why[:4000]) for gap in examined.gaps]
    return WireExamined(number, tuple(found), tuple(gaps))


def inward(untrusted: WireExamined, members: list[Known]) -> Examined | None:
    """The frame as what it says, or None where it speaks of members or bytes that are not there."""
    places = [at for one in untrusted.found for at in (one.place, *one.more)]
    if any(at.member >= len(members) or not at.start <= at.end <= members[at.member].size for at in places):
        return None
    here = members[untrusted.member]
    if any(not gap.start <= gap.end <= here.size for gap in untrusted.gaps):
        return None

    def place(at: WirePlace) -> BytePlace:
        of = members[at.member]
        span = Span(at.start, at.end)
        return BytePlace(of.evidence, of.path, span, at.line, at.end_line, at.column, at.unit, at.quote)

    reported = tuple(
        Reported(
            one.rule,
            one.title,
            one.severity,
            place(one.place),
            one.description,
            one.recommendation,
            cwe=one.cwe,
            more_places=tuple(place(more) for more in one.more),
            extra=one.extra,
        )
        for one in untrusted.found
    )
    gaps = tuple(Gap(gap.kind, Span(gap.start, gap.end), gap.why) for gap in untrusted.gaps)
    return Examined(here.evidence, here.path, reported, gaps)

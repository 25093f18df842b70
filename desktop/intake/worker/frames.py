"""What the worker says of a file, frame by frame; every bound is checked by decoding. Both sides use these shapes."""

from enum import IntEnum
from typing import Annotated, Final, Literal, NamedTuple

import msgspec
from msgspec import Meta

from desktop.domain.evidence import RecordFormat
from desktop.intake.worker.unknown import Warned
from desktop.text.codecs import ENCODINGS
from desktop.worker.frames import Count, Line, LineNumber, Offset, Ready, Short, Text

Digest = Annotated[bytes, Meta(min_length=32, max_length=32)]


SOURCE: Final = "source"
"""Asked for as a format: read as source, whatever it looks like."""


class Frame(IntEnum):
    """Kinds of frames, in the order in which they come for one file."""

    READY = 1
    BEGUN = 2
    TOOL = 3
    FOUND = 4
    UNREAD = 5
    REMARKS = 6
    SOURCE = 7
    DONE = 8
    FAILED = 9


class Job(msgspec.Struct, array_like=True, frozen=True):
    """One file to read. ``size`` bytes follow on stdin in a batch; alone, stdin is the file."""

    name: str
    size: int
    format: str = ""
    """A format's name, or empty: by content."""
    encoding: str = ""
    """An encoding that the analyst chose for a source file, or empty."""
    columns: dict[str, str] = {}


class Begun(msgspec.Struct, array_like=True, frozen=True):
    """How the file is going to be read; ``unknown`` where only a report would have been."""

    kind: Literal["report", "source", "other", "unknown"]
    format: Short
    encoding: Short
    record_format: RecordFormat = RecordFormat.LF
    """How the lines of a report end."""


class ToolSaid(msgspec.Struct, array_like=True, frozen=True):
    """Who reports what follows; ``started`` in seconds since 1970, UTC."""

    name: Short
    version: Short
    started: Annotated[float, Meta(ge=-1e11, le=1e11)] | None


class WirePlace(NamedTuple):
    """A place as columns; ``kind`` 2 to 5 and what the columns mean are those of ``identity.units.FlatPlace``."""

    kind: Annotated[int, Meta(ge=2, le=5)]
    path: Line
    line: LineNumber = 0
    end_line: LineNumber = 0
    column: LineNumber = 0
    unit: Short = ""
    quote: Line = ""


class Found(NamedTuple):
    """One ``Reported``, member for member an ``identity.units.UnitRow``.

    A long recommendation that many share is sent once: an ``int`` is an index into the texts sent so far.
    """

    rule: Short
    title: Short
    severity: Annotated[int, Meta(ge=0, le=4)]
    place: WirePlace | None
    description: Text
    recommendation: Text | Annotated[int, Meta(ge=0, le=2**20)]
    cwe: Annotated[str, Meta(max_length=1_200, pattern=r"^(?:[0-9]{1,5}(?: [0-9]{1,5})*)?\Z")]
    cve: Annotated[str, Meta(max_length=20_000)]
    cvss31: Short
    cvss40: Short
    fingerprints: Annotated[tuple[tuple[Short, Line], ...], Meta(max_length=60)]
    native_severity: Short
    raw_start: Offset
    raw_len: Offset
    more: Annotated[tuple[WirePlace, ...], Meta(max_length=500)]
    extra: Annotated[tuple[tuple[Short, Text], ...], Meta(max_length=60)]


class FoundBlock(msgspec.Struct, array_like=True, frozen=True):
    """Rows of one frame, and the shared texts that they are the first to use."""

    texts: Annotated[tuple[Text, ...], Meta(max_length=5_000)]
    rows: Annotated[list[Found], Meta(max_length=20_000)]


class NotRead(msgspec.Struct, array_like=True, frozen=True):
    """One ``Unread``."""

    where: Short
    why: Short
    start: Offset
    length: Offset


class Remarked(msgspec.Struct, array_like=True, frozen=True):
    """Remarks of one code: how many, and the first place and detail."""

    code: Short
    count: Count
    at: Offset
    detail: Short


class WireNotice(msgspec.Struct, array_like=True, frozen=True):
    """Text aimed at an AI, by the detector's kind and place."""

    kind: Short
    start: Offset
    end: Offset
    line: LineNumber
    end_line: LineNumber
    column: LineNumber
    unit: Line
    quote: Line


class WireDecoding(NamedTuple):
    """A reading of a source that is worth offering, member for member a ``domain.evidence.Decoding``."""

    encoding: Annotated[str, Meta(pattern=rf"^(?:{'|'.join(ENCODINGS)})\Z")]
    record_format: RecordFormat
    record_length: Annotated[int, Meta(ge=0, le=2**20)]
    confidence: Annotated[float, Meta(ge=0, le=1)]
    why: Annotated[tuple[Short, ...], Meta(max_length=32)]


class Source(msgspec.Struct, array_like=True, frozen=True):
    """How a source file was read."""

    decoding: WireDecoding
    offered: Annotated[tuple[WireDecoding, ...], Meta(max_length=32)]
    """What else it may be, the likeliest first; the present reading among them unless somebody chose another."""
    language: Short
    lines: LineNumber
    undecoded: Count
    units: Count
    """Named parts that it was cut into."""
    gaps: Count
    """Stretches that were not understood."""
    warning: Warned
    """Of results that are not read."""
    copies: Annotated[tuple[Short, ...], Meta(max_length=10_000)]
    notices: Annotated[tuple[WireNotice, ...], Meta(max_length=1_000)]


class Done(msgspec.Struct, array_like=True, frozen=True):
    """The file was read to its end; the counts are compared with what came."""

    found: Count
    unread: Count


class Failed(msgspec.Struct, array_like=True, frozen=True):
    """A ``FormatError`` by its code and fields (never its text)."""

    code: Short
    fields: Annotated[dict[Short, Short | int], Meta(max_length=8)]


Message = Ready | Begun | ToolSaid | FoundBlock | tuple[NotRead, ...] | tuple[Remarked, ...] | Source | Done | Failed

DECODERS: Final[dict[Frame, "msgspec.msgpack.Decoder[Message]"]] = {
    Frame.READY: msgspec.msgpack.Decoder(Ready),
    Frame.BEGUN: msgspec.msgpack.Decoder(Begun),
    Frame.TOOL: msgspec.msgpack.Decoder(ToolSaid),
    Frame.FOUND: msgspec.msgpack.Decoder(FoundBlock),
    Frame.UNREAD: msgspec.msgpack.Decoder(tuple[NotRead, ...]),
    Frame.REMARKS: msgspec.msgpack.Decoder(tuple[Remarked, ...]),
    Frame.SOURCE: msgspec.msgpack.Decoder(Source),
    Frame.DONE: msgspec.msgpack.Decoder(Done),
    Frame.FAILED: msgspec.msgpack.Decoder(Failed),
}

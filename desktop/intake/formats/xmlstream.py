"""A pull reader of XML (expat) that holds one record at a time and tells every record's bytes.

Entities and external DTDs are refused, not resolved: a declaration ends the reading (CWE-611, CWE-776). Characters
that XML 1.0 forbids and scanners write all the same (control characters, broken UTF-8 in banners) are read as ``?``,
byte for
byte, so that offsets stay true. A document that breaks keeps everything before the break.
"""

import codecs
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from desktop.intake.errors import BrokenXml, EntitiesRefused, TooDeep
from desktop.intake.formats.base import Remark, Stream

CHUNK: Final = 1 << 18
DEEPEST: Final = 256
LONGEST_TEXT: Final = 1 << 20
"""Characters of one element that are kept; the original has the rest."""
_FORBIDDEN: Final = bytes(ord("?") if byte < 0x20 and byte not in b"\t\n\r" else byte for byte in range(256))
_END_TAG: Final = re.compile(rb"</[^>]*>")
_NAME: Final = re.compile(rb"<([^\s/>]+)")
_TAG: Final = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")


@dataclass(slots=True)
class Element:
    """A record, or a part of one. ``raw`` is offset and length, for a record only."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    children: list["Element"] = field(default_factory=list)
    raw: tuple[int, int] = (0, 0)

    def get(self, attribute: str) -> str:
        """An attribute, empty where it is missing."""
        return self.attributes.get(attribute, "")

    def first(self, name: str) -> "Element | None":
        """The first child of this name."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> Iterator["Element"]:
        """Children of this name."""
        return (child for child in self.children if child.name == name)

    def said(self, name: str) -> str:
        """Text of the first child of this name, trimmed."""
        child = self.first(name)
        return child.text.strip() if child else ""

    def walk(self) -> Iterator["Element"]:
        """This element and all below it."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))


@dataclass(frozen=True, slots=True)
class Opened:
    """An element outside any record begins."""

    name: str
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Closed:
    """An element outside any record ended."""

    name: str


@dataclass(frozen=True, slots=True)
class Cut:
    """The document broke inside the record that began at ``raw[0]``."""

    name: str
    raw: tuple[int, int]


Event = Opened | Closed | Element | Cut | Remark


def events(stream: Stream, records: Collection[str]) -> Iterator[Event]:
    """Walk the document; elements named in ``records`` come whole, the others as they open and close.

    Raises ``EntitiesRefused``, ``TooDeep``, or ``BrokenXml`` where the document breaks before its first record.
    """
    yield from _Walk(records).through(stream)


class _Walk:
    def __init__(self, records: Collection[str]) -> None:
        self._records = records
        self._events: list[Event] = []
        self._open: list[Element] = []
        """Elements of the record that is open, outermost first."""
        self._texts: list[list[str]] = []
        self._depth = 0
        self._had_records = False
        self._seen = 0
        self._window = b""
        """The last bytes given to the parser; they end at ``_seen``."""
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._refuse
        parser.UnparsedEntityDeclHandler = self._refuse
        parser.ExternalEntityRefHandler = self._refuse
        parser.SkippedEntityHandler = self._refuse
        parser.StartDoctypeDeclHandler = self._doctype
        self._parser = parser

    def through(self, stream: Stream) -> Iterator[Event]:
        """Feed the parser a chunk at a time and hand on what it met."""
        decoder = codecs.getincrementaldecoder("utf-8")(_QUESTION)
        pending, remarked, ended = b"", False, False
        while not ended:
            chunk = stream.read(CHUNK)
            ended = not chunk
            given = pending + chunk
            clean = decoder.decode(chunk, final=ended).encode("utf-8").translate(_FORBIDDEN)
            pending = given[len(clean) :]
            self._window = self._window[-CHUNK:] + clean
            self._seen += len(clean)
            broken: expat.ExpatError | None = None
            try:
                self._parser.Parse(clean, ended)
            except expat.ExpatError as error:
                broken = error
            self._had_records = self._had_records or any(isinstance(event, Element) for event in self._events)
            yield from self._events
            self._events.clear()
            if not remarked and clean != given[: len(clean)]:
                remarked = True
                yield Remark("ForbiddenCharacters", self._seen - len(clean))
            if broken is not None:
                yield from self._broken(broken)
                return

    def _broken(self, broken: expat.ExpatError) -> Iterator[Event]:
        at = self._parser.ErrorByteIndex
        begun = _NAME.match(self._window, at - (self._seen - len(self._window)))
        if self._open:
            start = self._open[0].raw[0]
            yield Cut(self._open[0].name, (start, max(0, self._seen - start)))
        elif begun and begun.group(1).decode("utf-8", "replace") in self._records:
            yield Cut(begun.group(1).decode("utf-8", "replace"), (at, self._seen - at))
        elif not self._had_records and self._depth < 2:
            raise BrokenXml("", broken.lineno, broken.offset)
        yield Remark("XmlBreaks", at)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        at = self._parser.CurrentByteIndex
        if self._depth > DEEPEST:
            raise TooDeep("", at)
        if self._open or name in self._records:
            element = Element(name, attributes, raw=(at, 0))
            if self._open:
                self._open[-1].children.append(element)
            self._open.append(element)
            self._texts.append([])
        else:
            self._events.append(Opened(name, attributes))

    def _end(self, name: str) -> None:
        self._depth -= 1
        at = self._parser.CurrentByteIndex
        if not self._open:
            self._events.append(Closed(name))
            return
        element = self._open.pop()
        element.text = "".join(self._texts.pop())
        if not self._open:
            end = self._end_of_tag(at, element)
            element.raw = (element.raw[0], end - element.raw[0])
            self._events.append(element)

    def _end_of_tag(self, at: int, element: Element) -> int:
        """Where a record ends. For ``<r/>`` expat names the tag's begin or its end, for ``</r>`` the begin."""
        window_at = self._seen - len(self._window)
        if at == element.raw[0]:
            tag = _TAG.match(self._window, at - window_at)
        elif self._window.startswith(b"</" + element.name.encode(), at - window_at):
            tag = _END_TAG.match(self._window, at - window_at)
        else:
            return at
        return window_at + tag.end() if tag else at

    def _characters(self, text: str) -> None:
        if self._texts:
            kept = self._texts[-1]
            if len(kept) < 64 or sum(map(len, kept)) < LONGEST_TEXT:
                kept.append(text)

    def _doctype(self, _name: str, system: str | None, public: str | None, _internal: int) -> None:
        if system or public:
            raise EntitiesRefused("", self._parser.CurrentByteIndex)

    def _refuse(self, *_declaration: object) -> int:
        raise EntitiesRefused("", self._parser.CurrentByteIndex)


def _question(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "?" * (error.end - error.start), error.end


_QUESTION: Final = "sekisho.question"
codecs.register_error(_QUESTION, _question)

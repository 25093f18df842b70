"""A pull reader of JSON that holds one value at a time, tells every value's bytes, and survives what producers write.

Slicing is msgspec's: decoding to ``Raw`` finds a value's end exactly and fast. Where msgspec refuses (NaN, a lone
surrogate, a raw
newline, a trailing comma, great depth), a bracket scanner finds the end instead, and ``lenient`` reads the value;
each such place
becomes a ``Remark``. A file is never given up for one bad value.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import msgspec

from desktop.intake.errors import NotThisFormat
from desktop.intake.formats.base import Remark, Stream

CHUNK: Final = 1 << 20
LONGEST: Final = 256 << 20
"""Bytes of one value; a longer one is taken for the rest of the file."""
_SPACE: Final = re.compile(rb"[ \t\r\n]*")
_TOKEN: Final = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}]|"', re.DOTALL)
_SCALAR: Final = re.compile(rb"[^,\]}\s]+")
_DANGLING: Final = re.compile(rb'"(?:[^"\\]|\\.)*"|,(?=\s*[\]}])', re.DOTALL)
_ENDS_AT: Final = "trailing characters (byte "
_raw = msgspec.json.Decoder(msgspec.Raw)
_any = msgspec.json.Decoder()


class Cut(Exception):
    """The bytes ended, or stopped being JSON, at ``at`` (the reader has said so by a remark)."""

    def __init__(self, at: int) -> None:
        self.at = at


class JsonStream:
    """Walks one JSON document. ``remark`` hears of every departure from RFC 8259."""

    def __init__(self, stream: Stream, remark: Callable[[Remark], None], name: str) -> None:
        self._stream = stream
        self._remark = remark
        self._name = name
        self._buffer = b""
        self._base = 0
        self._at = 0
        self._ended = False
        self._more()
        if self._buffer.startswith(b"\xef\xbb\xbf"):
            self._at = 3

    @property
    def offset(self) -> int:
        """Bytes from the beginning of the stream to the next token."""
        return self._base + self._at

    def members(self) -> Iterator[str]:
        """Keys of the object that comes next; the caller takes or skips each value before asking on."""
        for _ in self._items(b"{", b"}"):
            if self._peek() != b'"':
                raise self._cut("NotJsonHere")
            name = self._key(self.take()[2])
            if self._peek() != b":":
                raise self._cut("NotJsonHere")
            self._at += 1
            yield name

    def elements(self) -> Iterator[int]:
        """Numbers, from 0, of the elements of the array that comes next; the caller takes or skips each."""
        yield from self._items(b"[", b"]")

    def kind(self) -> bytes:
        """First byte of the next value: ``{``, ``[``, ``"``, a digit, …"""
        return self._peek()

    def take(self) -> tuple[int, int, bytes]:
        """Offset, length and bytes of the next value."""
        self._peek()
        start, end = self._slice()
        value = self._buffer[start:end]
        self._at = end
        return self._base + start, end - start, value

    def skip(self) -> tuple[int, int]:
        """Pass over the next value, whatever its size; return its offset and length. An array or object is walked,
        not held."""
        first = self._peek()
        start = self.offset
        if first == b"[":
            for _ in self.elements():
                self.take()
        elif first == b"{":
            for _ in self.members():
                self.take()
        else:
            self.take()
        return start, self.offset - start

    def lenient(self, value: bytes) -> Any:
        """The value as plain Python, by ever more forgiving readers; raises ``ValueError`` where none can."""
        try:
            return _any.decode(value)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            return forgiving(value)

    def at_end(self) -> bool:
        """Whether nothing but white space follows."""
        return self._peek(may_end=True) == b""

    def _key(self, value: bytes) -> str:
        try:
            return str(self.lenient(value))
        except ValueError:  # an escape that is none: such a key is none that is looked for
            return value.decode("utf-8", "replace")

    def _items(self, opening: bytes, closing: bytes) -> Iterator[int]:
        if self._peek() != opening:
            raise NotThisFormat(self._name, "json", self.offset)
        self._at += 1
        number = 0
        while True:
            byte = self._peek()
            if byte == closing:
                self._at += 1
                return
            yield number
            number += 1
            byte = self._peek()
            if byte == b",":
                self._at += 1
                if self._peek() == closing:
                    self._remark(Remark("TrailingComma", self.offset))
            elif byte != closing:
                raise self._cut("NotJsonHere")

    def _peek(self, *, may_end: bool = False) -> bytes:
        while True:
            space = _SPACE.match(self._buffer, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._buffer):
                return self._buffer[self._at : self._at + 1]
            if not self._more():
                if may_end:
                    return b""
                raise self._cut("CutOff")

    def _slice(self) -> tuple[int, int]:
        """Start and end in the buffer of the value that begins here, reading on as far as it reaches."""
        while True:
            view = memoryview(self._buffer)[self._at :]
            try:
                _raw.decode(view)
                end = len(self._buffer)
                whole = self._ended
            except msgspec.DecodeError as refusal:
                said = str(refusal)
                where = said.find(_ENDS_AT)
                if where >= 0:
                    end = self._at + int(said[where + len(_ENDS_AT) : -1]) - 1
                    return self._at, self._trimmed(end)
                end = self._end_by_brackets()
                whole = end > 0
            except RecursionError:
                end = self._end_by_brackets()
                whole = end > 0
            finally:
                view.release()
            if whole:
                return self._at, self._trimmed(end)
            if len(self._buffer) - self._at > LONGEST or not self._more():
                raise self._cut("CutOff")

    def _trimmed(self, end: int) -> int:
        while self._buffer[end - 1] in b" \t\r\n":
            end -= 1
        return end

    def _end_by_brackets(self) -> int:
        """End of the value by counting brackets outside strings; 0 where the buffer does not hold it."""
        first = self._buffer[self._at : self._at + 1]
        if first not in (b"{", b"[", b'"'):
            scalar = _SCALAR.match(self._buffer, self._at)
            return scalar.end() if scalar and (scalar.end() < len(self._buffer) or self._ended) else 0
        depth = 0
        for token in _TOKEN.finditer(self._buffer, self._at):
            match token.group():
                case b"{" | b"[":
                    depth += 1
                case b"}" | b"]":
                    depth -= 1
                case b'"':
                    return 0
            if depth == 0:
                return token.end()
        return 0

    def _more(self) -> bool:
        """Read on: at least a chunk, and at least as much as is held (fixed steps would be quadratic)."""
        if self._ended:
            return False
        kept = self._buffer[self._at :]
        read = self._stream.read(max(CHUNK, len(kept)))
        self._base += self._at
        self._at = 0
        self._buffer = kept + read if kept else read
        self._ended = not read
        return bool(read)

    def _cut(self, code: str) -> Cut:
        at = self.offset
        self._remark(Remark(code, at))
        return Cut(at)


def forgiving(value: bytes) -> Any:
    """Read JSON with NaN, raw control characters, lone surrogates, broken UTF-8 or trailing commas; raises
    ``ValueError``."""
    text = value.decode("utf-8", "surrogateescape")
    try:
        return json.loads(text, strict=False)
    except RecursionError:
        raise ValueError("too deep") from None
    except json.JSONDecodeError:
        mended = _DANGLING.sub(lambda found: b"" if found.group() == b"," else found.group(), value)
    try:
        return json.loads(mended.decode("utf-8", "surrogateescape"), strict=False)
    except RecursionError:
        raise ValueError("too deep") from None

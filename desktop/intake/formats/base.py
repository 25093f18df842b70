"""What a format is, and what it says while it reads."""

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Protocol

from desktop.domain.reported import Reported, Tool, Unread

HEAD: Final = 256 << 10
"""Bytes at the beginning that sniffing may look at."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something an analyst should know of how a file was read; nothing was lost. ``code`` is a key of
    ``desktop.words``."""

    code: str
    at: int = 0
    """Byte offset in the original, where one place can be named."""
    detail: str = ""


Item = Tool | Reported | Unread | Remark
"""What reading yields: who reports (before their results), results, what could not be read, and remarks."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the analyst chose. ``columns`` maps a field of ``generic CSV`` to a column's heading; empty means: find
    out."""

    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Head:
    """The beginning of a file, for sniffing by content. ``name`` only breaks ties: a suffix proves nothing."""

    data: bytes
    name: str = ""

    @cached_property
    def text(self) -> str:
        """The beginning as text, by byte order mark or the zeros of UTF-16, else as UTF-8 with replacements."""
        encoding = wide_encoding(self.data)
        if encoding:
            return self.data.decode(encoding, "replace").lstrip("\ufeff")
        return self.data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")


class Stream(Protocol):
    """A seekable stream of bytes; offsets count from the beginning of the file."""

    def read(self, size: int = -1, /) -> bytes: ...

    def seek(self, offset: int, whence: int = 0, /) -> int: ...


class Format(Protocol):
    """One file under ``formats`` and one line in ``FORMATS``."""

    @property
    def NAME(self) -> str: ...

    @property
    def TITLE(self) -> str:
        """The format's own name, the same in every language."""

    def sniff(self, head: Head) -> bool:
        """Whether a file that begins like this is of this format."""

    def encoding(self, stream: Stream) -> str:
        """In what a seekable stream is read (``utf8`` where the format leaves no choice)."""

    def read(self, stream: Stream, options: Options) -> Iterator[Item]:
        """Read a seekable stream from its beginning in memory that does not grow with it; raises ``FormatError``
        leaves."""


def utf8(_stream: Stream) -> str:
    """The encoding of formats that have one."""
    return "utf-8"


def wide_encoding(data: bytes) -> str:
    """``utf-16-le``, ``utf-16-be``, ``utf-32-le`` or ``utf-32-be`` where the first bytes say so, else nothing (RFC
    4627, 3)."""
    for mark, encoding in (
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return encoding
    match [byte == 0 for byte in data[:4]]:
        case [True, True, True, False]:
            return "utf-32-be"
        case [False, True, True, True]:
            return "utf-32-le"
        case [True, False, True, False]:
            return "utf-16-be"
        case [False, True, False, True]:
            return "utf-16-le"
    return ""


def clip(text: str, most: int) -> str:
    """``text`` without what no database or terminal takes (NUL, lone surrogates) and at most ``most`` characters
    long."""
    if len(text) > most:
        text = text[: most - 1] + "…"
    if text.isascii():
        return text.replace("\0", "␀") if "\0" in text else text
    try:
        text.encode()
    except UnicodeEncodeError:
        text = "".join(_shown(c) if "\ud800" <= c <= "\udfff" else c for c in text)
    return text.replace("\0", "␀")


def _shown(surrogate: str) -> str:
    """A lone surrogate by its number; one that stands for an undecodable byte (PEP 383) by that byte, as everywhere."""
    number = ord(surrogate)
    return f"⟦{number - 0xDC00:02x}⟧" if 0xDC80 <= number <= 0xDCFF else f"⟦{number:04x}⟧"


def first_line(text: str, most: int = 200) -> str:
    """The first line that is not blank, for a title."""
    for line in text.splitlines():
        if line.strip():
            return clip(line.strip(), most)
    return ""

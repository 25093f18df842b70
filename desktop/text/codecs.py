"""One door to every encoding: Python's own, and the EBCDIC ones that it lacks."""

import codecs as python_codecs
from dataclasses import dataclass
from typing import Final

from desktop.text import iso2022, marks
from desktop.text.errors import CannotEncode, UnknownEncoding
from desktop.text.mixed import decode_mixed, encode_mixed, line_resets
from desktop.text.tables import MIXED, OWN_SINGLE, single

_UNICODE: Final = ("utf-8", "utf-16-le", "utf-16-be")
_JAPANESE: Final = ("cp932", "euc_jp", "iso2022_jp")
_WESTERN: Final = ("latin-1", "cp1252")
_PYTHON_EBCDIC: Final = ("cp037", "cp273", "cp500", "cp1026", "cp1140")

EBCDIC: Final[frozenset[str]] = frozenset((*_PYTHON_EBCDIC, *OWN_SINGLE, *MIXED))
"""Encodings of the host."""
ASCII_ALIKE: Final[frozenset[str]] = frozenset(("utf-8", "cp932", "euc_jp", *_WESTERN))
"""Encodings in which ASCII bytes are ASCII."""
SINGLE_BYTE: Final[frozenset[str]] = frozenset((*_WESTERN, *_PYTHON_EBCDIC, *OWN_SINGLE))
"""Encodings in which a byte is a character."""
ENCODINGS: Final[tuple[str, ...]] = (*_UNICODE, *_JAPANESE, *_WESTERN, *MIXED, *OWN_SINGLE, *_PYTHON_EBCDIC)
"""Every name that a ``Decoding`` may carry."""

# Windows gives these single bytes a code point so that its conversion never fails; they are no characters.
_NOT_IN_CP932: Final = {
    char: chr(marks.BASE + byte)
    for char, byte in (("\x80", 0x80), ("\uf8f0", 0xA0), ("\uf8f1", 0xFD), ("\uf8f2", 0xFE), ("\uf8f3", 0xFF))
}
_TILDE_OF_JIS_X_0212: Final = b"\x8f\xa2\xb7"
"""Python reads it as the ASCII tilde, which is one byte: it would claim bytes that it does not have."""
# shift_jis is never meant: it fails on － ～ ∥ ￠ ￡ ￢, which every Japanese host listing has.
_ALIASES: Final = {
    "utf8": "utf-8", "utf-8-sig": "utf-8", "ascii": "utf-8", "us-ascii": "utf-8",
    "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
    "ms932": "cp932", "windows-31j": "cp932", "shift-jis": "cp932", "sjis": "cp932",
    "euc-jp": "euc_jp", "eucjp": "euc_jp", "iso-2022-jp": "iso2022_jp", "iso2022-jp": "iso2022_jp",
    "latin1": "latin-1", "iso-8859-1": "latin-1", "iso8859-1": "latin-1", "windows-1252": "cp1252",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text in which every byte that could not be read stands as ⟦hex⟧, and how many those are."""

    text: str
    undecoded: int


def canonical(encoding: str) -> str:
    """The name in ``ENCODINGS`` for any common spelling of it (``IBM-939``, ``shift_jis``); raises UnknownEncoding."""
    name = encoding.strip().lower()
    if name in ENCODINGS:
        return name
    dashed = name.replace("_", "-").replace(" ", "-")
    if dashed in _ALIASES:
        return _ALIASES[dashed]
    digits = dashed.removeprefix("ibm").removeprefix("cp").removeprefix("-")
    for candidate in (f"cp{digits}", f"cp{digits.zfill(3)}"):
        if candidate in ENCODINGS:
            return candidate
    raise UnknownEncoding(encoding, ", ".join(ENCODINGS))


def decode(data: bytes, encoding: str) -> Decoded:
    """Read ``data``; never fails on bytes. In Japanese EBCDIC a shift ends at a line end.

    Fixed blocks have no line ends: read those record by record, or through ``desktop.text.offsets``.
    """
    name = "utf-16-be" if _big_endian(data, encoding) else canonical(_plain_utf16(encoding))
    text = decode_mixed(data, name, line_resets(data)) if name in MIXED else decode_marked(data, name)
    return Decoded(*marks.show(text))


def decode_record(record: bytes, encoding: str) -> Decoded:
    """Read one record: no line ends within it, so that nothing but a shift code ends a shift."""
    import numpy as np

    name = canonical(encoding)
    if name not in MIXED:
        return decode(record, name)
    return Decoded(*marks.show(decode_mixed(record, name, np.zeros(0, np.int64))))


def decode_marked(data: bytes, name: str) -> str:
    """Marked text (see ``desktop.text.marks``) of ``data`` in any encoding but the mixed ones."""
    if name in OWN_SINGLE:
        return python_codecs.charmap_decode(data, "strict", single(name))[0]
    if name == iso2022.NAME:
        return iso2022.decode_marked(data)
    if name == "euc_jp" and _TILDE_OF_JIS_X_0212 in data:
        shown = "".join(chr(marks.BASE + byte) for byte in _TILDE_OF_JIS_X_0212)
        return shown.join(part.decode(name, marks.HANDLER) for part in data.split(_TILDE_OF_JIS_X_0212))
    text = data.decode(name, marks.HANDLER)
    if name == "cp932" and not text.isascii():
        for char, mark in _NOT_IN_CP932.items():
            text = text.replace(char, mark)
    return text


def encode(text: str, encoding: str) -> bytes:
    """The bytes of ``text``; ⟦fe⟧ becomes the byte that it stands for. Raises CannotEncode."""
    name = canonical(_plain_utf16(encoding))
    parts = marks.SHOWN.split(text)
    out, position = [], 0
    for number, part in enumerate(parts):
        if number % 2:
            out.append(bytes.fromhex(part))
            position += marks.SHOWN_LENGTH
        else:
            out.append(_encode_part(part, name, position))
            position += len(part)
    return b"".join(out)


def _encode_part(text: str, name: str, offset: int) -> bytes:
    at = 0
    try:
        if name in MIXED:
            return encode_mixed(text, name)
        if name in OWN_SINGLE:
            return python_codecs.charmap_encode(text, "strict", python_codecs.charmap_build(single(name)))[0]
        return text.encode(name)
    except UnicodeEncodeError as error:
        at = error.start
    except CannotEncode as error:
        at = error.position
    raise CannotEncode(name, offset + at)


def _big_endian(data: bytes, encoding: str) -> bool:
    return encoding.lower().replace("_", "-") == "utf-16" and data.startswith(python_codecs.BOM_UTF16_BE)


def _plain_utf16(encoding: str) -> str:
    return "utf-16-le" if encoding.lower().replace("_", "-") == "utf-16" else encoding

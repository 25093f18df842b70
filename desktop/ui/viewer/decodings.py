"""How a reading of bytes is told: encoding, records, how sure the guess is, and why."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.text.cells import cells, text_of
from desktop.text.records import split
from desktop.text.sniff import BY_HAND
from desktop.ui.language import QT_TRANSLATE_NOOP, joined

translate: Final = QCoreApplication.translate

FORMATS: Final = {
    RecordFormat.LF: "LF",
    RecordFormat.CRLF: "CR LF",
    RecordFormat.CR: "CR",
    RecordFormat.NEL: "NEL",
    RecordFormat.FIXED: QT_TRANSLATE_NOOP("Formats", "fixed {length}"),
    RecordFormat.RDW: QT_TRANSLATE_NOOP("Formats", "variable (RDW)"),
    RecordFormat.BINARY: QT_TRANSLATE_NOOP("Formats", "binary"),
}
_JAPANESE_HOST: Final = QT_TRANSLATE_NOOP("Formats", "Japanese EBCDIC")
_HOST: Final = QT_TRANSLATE_NOOP("Formats", "EBCDIC")
_FAMILIES: Final = {
    "utf-8": "Unicode",
    "utf-16-le": "Unicode",
    "utf-16-be": "Unicode",
    "cp932": QT_TRANSLATE_NOOP("Formats", "Japanese Windows"),
    "euc_jp": QT_TRANSLATE_NOOP("Formats", "Japanese UNIX"),
    "iso2022_jp": "JIS",
    "latin-1": QT_TRANSLATE_NOOP("Formats", "Western"),
    "cp1252": QT_TRANSLATE_NOOP("Formats", "Western Windows"),
    **dict.fromkeys(("cp930", "cp939", "cp1390", "cp1399", "cp290"), _JAPANESE_HOST),
    **dict.fromkeys(("cp037", "cp273", "cp500", "cp1026", "cp1047", "cp1140", "cp1141"), _HOST),
}
_NAMES: Final = {"euc_jp": "euc-jp", "iso2022_jp": "iso-2022-jp"}
_WHY: Final = {
    "empty": QT_TRANSLATE_NOOP("Why", "empty"),
    "byte-order-mark": QT_TRANSLATE_NOOP("Why", "byte order mark"),
    "known-binary": QT_TRANSLATE_NOOP("Why", "begins as a known binary file"),
    "control-bytes": QT_TRANSLATE_NOOP("Why", "many control bytes"),
    "every-other-byte-zero": QT_TRANSLATE_NOOP("Why", "every other byte is zero"),
    "many-0x40": QT_TRANSLATE_NOOP("Why", "blanks of the host (0x40)"),
    "letters-of-the-host": QT_TRANSLATE_NOOP("Why", "letters of the host"),
    "no-shift-codes": QT_TRANSLATE_NOOP("Why", "no shift codes"),
    "balanced-so-si": QT_TRANSLATE_NOOP("Why", "SO and SI in pairs"),
    "unbalanced-so-si": QT_TRANSLATE_NOOP("Why", "SO and SI not in pairs"),
    "no-telling-byte": QT_TRANSLATE_NOOP("Why", "no byte that tells kana from small letters"),
    "kana": QT_TRANSLATE_NOOP("Why", "half-width kana"),
    "lower-case": QT_TRANSLATE_NOOP("Why", "small letters"),
    "escape-sequences": QT_TRANSLATE_NOOP("Why", "JIS escape sequences"),
    "ascii-only": QT_TRANSLATE_NOOP("Why", "ASCII only"),
    "valid-utf-8": QT_TRANSLATE_NOOP("Why", "valid UTF-8"),
    "bad-utf-8": QT_TRANSLATE_NOOP("Why", "not valid UTF-8"),
    "valid": QT_TRANSLATE_NOOP("Why", "every byte is read"),
    "undecodable-bytes": QT_TRANSLATE_NOOP("Why", "bytes that cannot be read"),
    "single-shifts": QT_TRANSLATE_NOOP("Why", "single shifts before kana"),
    "kana-and-kanji": QT_TRANSLATE_NOOP("Why", "how common its characters are"),
    "lonely-high-bytes": QT_TRANSLATE_NOOP("Why", "single accented letters"),
    "not-likely": QT_TRANSLATE_NOOP("Why", "not likely"),
    "descriptor-words": QT_TRANSLATE_NOOP("Why", "record descriptor words"),
    "no-line-end": QT_TRANSLATE_NOOP("Why", "no line ends"),
    BY_HAND: QT_TRANSLATE_NOOP("Why", "chosen by a person"),
}
"""Reasons of ``desktop.text.sniff``; those that only name the record format are told by it."""
_SURE: Final = 0.85
_LIKELY: Final = 0.6


def encoding_words(encoding: str) -> str:
    """``cp930 Japanese EBCDIC``."""
    family = _FAMILIES.get(encoding, "")
    return f"{encoding_name(encoding)} {translate('Formats', family) if family else ''}".strip()


def encoding_name(encoding: str) -> str:
    """The name as people write it."""
    return _NAMES.get(encoding, encoding)


def format_words(decoding: Decoding) -> str:
    """``fixed 80``, ``CR LF``."""
    words = translate("Formats", FORMATS[decoding.record_format])
    return words.format(length=decoding.record_length)


def why_words(decoding: Decoding) -> str:
    """The reasons of a guess, in a line."""
    return joined(*(translate("Why", _WHY[code]) for code in decoding.why if code in _WHY))


def sureness_words(decoding: Decoding) -> str:
    """How sure the guess is, in a word; nothing where a person chose."""
    if BY_HAND in decoding.why:
        return ""
    if decoding.confidence >= _SURE:
        return translate("Sureness", "sure")
    return translate("Sureness", "likely") if decoding.confidence >= _LIKELY else translate("Sureness", "uncertain")


def is_uncertain(decoding: Decoding) -> bool:
    """Whether somebody should look."""
    return decoding.confidence < _LIKELY


def with_present(present: Decoding, offered: Sequence[Decoding]) -> list[Decoding]:
    """The present reading, then what else is offered, one of each encoding."""
    return [present, *(other for other in offered if other.encoding != present.encoding)]


def sample_line(data: bytes, decoding: Decoding) -> str:
    """The first line with something outside ASCII (or with anything), read by ``decoding``: how it would look."""
    if decoding.record_format is RecordFormat.BINARY:
        return data[:16].hex(" ")
    head = data[:8000]
    records = split(head, decoding)
    best = ""
    for line in range(1, min(len(records), 80) + 1):
        span = records.span(line)
        words = text_of(cells(head[span.start : span.end], decoding.encoding)).strip()
        if words and not words.isascii():
            return words
        best = best or words
    return best

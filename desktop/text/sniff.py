"""What encoding and record format bytes are in, with reasons; a guess that an analyst can always overrule.

Rules and thresholds are those measured on real host members: detectors made for the web call every Japanese EBCDIC
sample something else. A name's suffix is never asked.
"""

import codecs
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.text import marks
from desktop.text.codecs import EBCDIC, canonical, decode_marked
from desktop.text.framing import ebcdic_frame, pc_frame, without_descriptors
from desktop.text.mixed import decode_mixed, line_resets
from desktop.text.plausible import (
    japanese_fit,
    latin_page_kana,
    lonely_accents,
    single_bytes_fit,
    single_shifts,
    without_shifted,
)
from desktop.text.tables import SI, SO

BY_HAND: Final = "analyst"
"""The reason of a reading that somebody chose."""
SAMPLE: Final = 256 * 1024
_STEP: Final = 1 << 20
_MAGIC: Final = (
    b"\x7fELF", b"MZ", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF-", b"\x1f\x8b", b"SQLite format 3",
    b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf", b"\xca\xfe\xba\xbe", b"\xfd7zXZ", b"BZh",
)  # fmt: skip
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROL: Final = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r\x0c\x1a\x1b") + b"\x7f"
_HOST_BYTES: Final = bytes((
    0x15, 0x25, 0x40, 0x4B, 0x4D, 0x4E, 0x50, 0x5B, 0x5C, 0x5D, 0x5E, 0x60, 0x61, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F, 0x7A,
    0x7B, 0x7C, 0x7D, 0x7E, 0x7F, *range(0x81, 0x8A), *range(0x91, 0x9A), *range(0xA2, 0xAA), *range(0xC1, 0xCA),
    *range(0xD1, 0xDA), *range(0xE2, 0xEA), *range(0xF0, 0xFA),
))  # fmt: skip
_PC_BYTES: Final = b"\t\r\n" + bytes(byte for byte in range(0x20, 0x7F) if byte != 0x40)
_KANA_SHARE: Final = 0.03
_JIS_ESCAPES: Final = (b"\x1b$B", b"\x1b$@", b"\x1b(J")


def sniff(data: bytes, name: str = "") -> Decoding:
    """The likeliest reading of ``data``. ``name`` is only a hint between equals: ``.c`` in EBCDIC is rather cp1047."""
    return alternatives(data, name)[0]


def alternatives(data: bytes, name: str = "") -> tuple[Decoding, ...]:
    """Every reading worth offering, the likeliest first; confidences are comparable within one answer."""
    if not data:
        return (_pc(data, "utf-8", 1.0, "empty"),)
    if described := without_descriptors(data):
        found = [
            replace(
                decoding, record_format=RecordFormat.RDW, record_length=0, why=(*decoding.why[:-1], "descriptor-words")
            )
            for decoding in _candidates(described, _sample(described), name)
            if decoding.record_format is not RecordFormat.BINARY
        ]
    else:
        found = list(_candidates(data, _sample(data), name))
    found.sort(key=lambda decoding: -decoding.confidence)
    kept: dict[str, Decoding] = {}
    for decoding in found:
        kept.setdefault(decoding.encoding, decoding)
    return tuple(kept.values())


def as_chosen(data: bytes, encoding: str, name: str = "") -> Decoding:
    """The reading of ``data`` in ``encoding`` that an analyst wants, with the records that fit it.

    Raises UnknownEncoding.
    """
    wanted = canonical(encoding)
    offered = next((one for one in alternatives(data, name) if one.encoding == wanted and _is_text(one)), None)
    frame = ebcdic_frame if wanted in EBCDIC else pc_frame
    return replace(offered or frame(data, wanted), confidence=1.0, why=(BY_HAND,))


def _is_text(decoding: Decoding) -> bool:
    return decoding.record_format is not RecordFormat.BINARY


def _sample(data: bytes) -> bytes:
    """Head, middle and tail of a large file, cut at multiples of 80 so that fixed blocks stay in step."""
    if len(data) <= SAMPLE:
        return data
    part = SAMPLE // 3 // 80 * 80
    middle = len(data) // 2 // 80 * 80
    return data[:part] + data[middle : middle + part] + data[-part - len(data) % 80 :]


def _candidates(data: bytes, sample: bytes, name: str) -> Iterator[Decoding]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            yield _pc(data, encoding, 0.99, "byte-order-mark")
            return
    if data.startswith(_MAGIC):
        yield _binary("known-binary", 0.99)
        return
    if utf16 := _utf16_without_mark(sample):
        yield _pc(data, utf16, 0.9, "every-other-byte-zero")
        return
    blanks, spaces = sample.count(0x40) / len(sample), sample.count(0x20) / len(sample)
    if why := _is_ebcdic(sample, blanks, spaces):
        yield from _ebcdic(data, sample, name, why)
        yield _pc(data, "cp932", 0.05, "not-likely")
        return
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if controls > len(sample) * 0.1:
        yield _binary("control-bytes", 0.9)
        yield from (replace(text, confidence=text.confidence / 2) for text in _pc_texts(data, sample))
    else:
        if b"\0" in sample or controls > len(sample) * 0.05:
            yield _binary("control-bytes", 0.6)
        yield from _pc_texts(data, sample)
    yield replace(ebcdic_frame(data, "cp939"), confidence=0.02, why=("not-likely",))


def _utf16_without_mark(sample: bytes) -> str:
    half = len(sample) // 2
    if half < 4:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd < half * 0.1 else ""


def _is_ebcdic(sample: bytes, blanks: float, spaces: float) -> str:
    """Why ``sample`` is taken for EBCDIC, or nothing: blanks are 0x40 there, letters and digits 0x81 and above."""
    if blanks > 0.10 and spaces < 0.02:
        return "many-0x40"
    single = without_shifted(sample) if SO in sample and SI in sample else sample
    if not single or spaces >= 0.03:
        return ""
    host = 1 - len(single.translate(None, _HOST_BYTES)) / len(single)
    pc = 1 - len(single.translate(None, _PC_BYTES)) / len(single)
    return "letters-of-the-host" if host > 0.75 and host > pc + 0.25 else ""


def _ebcdic(data: bytes, sample: bytes, name: str, why: str) -> Iterator[Decoding]:
    shifts = min(sample.count(SO), sample.count(SI))
    fits = {encoding: single_bytes_fit(sample, encoding) for encoding in ("cp930", "cp939")}
    ahead = fits["cp930"] - fits["cp939"]
    kana = ahead > 0 or latin_page_kana(sample) > _KANA_SHARE
    if not shifts and not kana:
        western, other = ("cp1047", "cp037") if _square_brackets_of_cp1047(sample, name) else ("cp037", "cp1047")
        for encoding, confidence in ((western, 0.9), (other, 0.4), ("cp500", 0.2), ("cp273", 0.1)):
            yield _host(data, encoding, confidence, why)
        for encoding, confidence in (("cp939", 0.5), ("cp930", 0.3), ("cp1399", 0.25), ("cp1390", 0.2)):
            yield _host(data, encoding, confidence, why, "no-shift-codes")
        return
    best, other = ("cp930", "cp939") if ahead > 0 else ("cp939", "cp930")
    told = "no-telling-byte" if not ahead else "kana" if kana else "lower-case"
    sure = min(abs(ahead) / 20, 1.0)
    balanced = sample.count(SO) == sample.count(SI)
    shift = "no-shift-codes" if not shifts else "balanced-so-si" if balanced else "unbalanced-so-si"
    newer = {"cp930": "cp1390", "cp939": "cp1399"}
    extended = shifts > 0 and _undecoded(sample, best) > _undecoded(sample, newer[best])
    for encoding, confidence in ((best, 0.7 + 0.25 * sure), (other, 0.65 - 0.4 * sure)):
        yield _host(data, encoding, confidence - 0.1 * extended, why, shift, told)
        yield _host(data, newer[encoding], confidence - (0.0 if extended else 0.1), why, shift, told)
    yield _host(data, "cp037", 0.1, why)


def _square_brackets_of_cp1047(sample: bytes, name: str) -> bool:
    """C on the host is written in cp1047, whose brackets are 0xAD and 0xBD (0xBA and 0xBB in cp037)."""
    return name.lower().endswith((".c", ".h")) or sample.count(0xAD) + sample.count(0xBD) > sample.count(0xBA)


def _pc_texts(data: bytes, sample: bytes) -> Iterator[Decoding]:
    if data.isascii():
        if any(escape in data for escape in _JIS_ESCAPES):
            yield _pc(data, "iso2022_jp", 0.95, "escape-sequences")
        yield _pc(data, "utf-8", 0.94, "ascii-only")
        yield _pc(data, "cp932", 0.5, "ascii-only")
        return
    utf8_bad = 0 if _is_utf8(data) else max(1, marks.count(sample.decode("utf-8", marks.HANDLER)))
    high = len(sample) - len(sample.translate(None, bytes(range(0x80, 0x100))))
    if not utf8_bad:
        yield _pc(data, "utf-8", 0.98, "valid-utf-8")
    else:
        yield _pc(data, "utf-8", max(0.05, 0.6 - utf8_bad / max(high, 1)), "bad-utf-8")
    for encoding in ("cp932", "euc_jp"):
        text = decode_marked(sample, encoding)
        bad = marks.count(text)
        confidence = 0.3 + 0.4 * japanese_fit(text) + 0.25 * (not bad) - 2 * bad / max(high, 1)
        why = "valid" if not bad else "undecodable-bytes"
        if encoding == "euc_jp" and single_shifts(sample) > 0.8:
            confidence, why = 0.9, "single-shifts"
        yield _pc(data, encoding, min(0.95, max(0.03, confidence)), why, "kana-and-kanji")
    lonely = lonely_accents(sample) > 0.8
    if marks.count(decode_marked(sample, "cp1252")):
        yield _pc(data, "cp1252", 0.02, "undecodable-bytes")
    else:
        yield _pc(data, "cp1252", 0.6 if lonely else 0.1, "lonely-high-bytes" if lonely else "not-likely")


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _STEP):
            decoder.decode(data[start : start + _STEP], final=start + _STEP >= len(data))
    except UnicodeDecodeError:
        return False
    return True


def _undecoded(data: bytes, encoding: str) -> int:
    return marks.count(decode_mixed(data, encoding, line_resets(data)))


def _pc(data: bytes, encoding: str, confidence: float, *why: str) -> Decoding:
    frame = pc_frame(data, encoding)
    return replace(frame, confidence=round(confidence, 2), why=(*why, *frame.why))


def _host(data: bytes, encoding: str, confidence: float, *why: str) -> Decoding:
    frame = ebcdic_frame(data, encoding)
    return replace(frame, confidence=round(confidence, 2), why=(*why, *frame.why))


def _binary(why: str, confidence: float) -> Decoding:
    return Decoding("latin-1", RecordFormat.BINARY, 0, confidence, (why,))

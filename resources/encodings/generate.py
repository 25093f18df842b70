"""Derive the EBCDIC tables that Python lacks from glibc's iconv, at development time.

Run as ``python resources/encodings/generate.py``.

Writes ``resources/encodings/ebcdic.json`` (the single-byte tables, and the double-byte codes that stand for two
characters) and
``resources/encodings/ebcdic-double.z`` (zlib of 65,536 little-endian 32-bit words, one a double-byte code):

- 0: not assigned
- up to 0x10FFFF: a code point
- 0x110000 + n: the pair ``pairs[n]`` of the JSON file
- bit 31: assigned in cp1390 and cp1399 only, not in cp930 and cp939

cp1390's double-byte part is a strict superset of cp930's and equals cp1399's; the script stops if iconv ever says
otherwise.
"""

import ctypes
import hashlib
import json
import struct
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
SO, SI, SUB = 0x0E, 0x0F, 0x3F
SINGLE = {"cp1047": "IBM1047", "cp1141": "IBM1141"}
MIXED = {"cp930": "IBM930", "cp939": "IBM939", "cp1390": "IBM1390", "cp1399": "IBM1399"}
PAIR = 0x110000
ONLY_NEW = 1 << 31

libc = ctypes.CDLL(None, use_errno=True)
libc.iconv_open.restype = ctypes.c_void_p
libc.iconv_open.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
libc.iconv.restype = ctypes.c_size_t
libc.iconv.argtypes = [ctypes.c_void_p] * 5


class Converter:
    """iconv from one encoding to text, a few bytes at a time."""

    def __init__(self, name: str) -> None:
        self._cd = libc.iconv_open(b"UTF-32BE", name.encode())
        if self._cd == ctypes.c_void_p(-1).value:
            raise SystemExit(f"iconv knows no {name}")

    def __call__(self, data: bytes) -> str | None:
        """The text of ``data``, or None where iconv refuses it."""
        source, target = ctypes.create_string_buffer(data, len(data)), ctypes.create_string_buffer(64)
        p_in, p_out = ctypes.c_void_p(ctypes.addressof(source)), ctypes.c_void_p(ctypes.addressof(target))
        n_in, n_out = ctypes.c_size_t(len(data)), ctypes.c_size_t(64)
        libc.iconv(self._cd, None, None, None, None)
        if libc.iconv(self._cd, *map(ctypes.byref, (p_in, n_in, p_out, n_out))) == ctypes.c_size_t(-1).value:
            return None
        libc.iconv(self._cd, None, None, ctypes.byref(p_out), ctypes.byref(n_out))
        return target.raw[: 64 - n_out.value].decode("utf-32-be")


def single_table(name: str) -> str:
    """256 characters; U+FFFE where the encoding has none. SO and SI stand for themselves.

    IBM's newer tables answer SUB (0x3F) for every byte that is not assigned; only 0x3F itself is that character.
    """
    convert = Converter(name)
    found = (chr(b) if b in (SO, SI) else convert(bytes([b])) or "\ufffe" for b in range(256))
    return "".join("\ufffe" if char == "\x1a" and b != SUB else char for b, char in enumerate(found))


def double_table(name: str) -> dict[int, str]:
    """Double-byte code → text."""
    convert = Converter(name)
    codes = (code for code in range(0x4040, 0xFEFF) if code & 0xFF >= 0x40)
    return {code: text for code in codes if (text := convert(bytes([SO, code >> 8, code & 0xFF, SI]))) is not None}


def main() -> None:
    """Write both files."""
    old, also_old, new, also_new = (double_table(name) for name in MIXED.values())
    if old != also_old or new != also_new or any(new.get(code) != text for code, text in old.items()):
        raise SystemExit("one double-byte table no longer serves all four encodings")
    pairs: list[str] = []
    words = [0] * 65536
    for code, text in new.items():
        if len(text) == 1:
            words[code] = ord(text)
        else:
            words[code] = PAIR + len(pairs)
            pairs.append(text)
        if code not in old:
            words[code] |= ONLY_NEW
    raw = struct.pack("<65536I", *words)
    (HERE / "ebcdic-double.z").write_bytes(zlib.compress(raw, 9))
    single = {ours: single_table(theirs) for ours, theirs in (SINGLE | MIXED).items()}
    # CCSID 930 is CCSIDs 290 and 300 (IBM CDRA). glibc's own IBM290 has wide kana and no small letters.
    single["cp290"] = single["cp930"]
    facts = {
        "about": "made by resources/encodings/generate.py",
        "double_sha256": hashlib.sha256(raw).hexdigest(),
        "pairs": pairs,
        "single": single,
    }
    (HERE / "ebcdic.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()

"""The EBCDIC tables that Python lacks, loaded when first asked for.

``resources/encodings/generate.py`` makes the files and says what they hold.
"""

import json
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop.text.marks import BASE

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Words = npt.NDArray[np.uint32]

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "encodings"
OWN_SINGLE: Final = ("cp1047", "cp1141", "cp290")
MIXED: Final = ("cp930", "cp939", "cp1390", "cp1399")
SO: Final = 0x0E
SI: Final = 0x0F
PAIR: Final = 0x110000
_ONLY_NEW: Final = 1 << 31
_UNASSIGNED: Final = "\ufffe"


@cache
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = json.loads((FOLDER / "ebcdic.json").read_text(encoding="ascii"))
    return facts


@cache
def single(encoding: str) -> str:
    """256 characters of one of ``OWN_SINGLE`` or ``MIXED``; a byte without a character is its mark."""
    table: str = _facts()["single"][encoding]
    return "".join(chr(BASE + byte) if char == _UNASSIGNED else char for byte, char in enumerate(table))


@cache
def pairs() -> tuple[str, ...]:
    """The texts of two characters that ``PAIR + n`` stands for."""
    return tuple(_facts()["pairs"])


@dataclass(frozen=True, slots=True)
class MixedTables:
    """One of ``MIXED`` as arrays of code points: ``single`` by byte, ``double`` by code, where 0 is unassigned."""

    single: "Words"
    double: "Words"


@cache
def mixed(encoding: str) -> MixedTables:
    """Both tables of one of ``MIXED``."""
    import numpy as np

    words = np.frombuffer(zlib.decompress((FOLDER / "ebcdic-double.z").read_bytes()), "<u4").astype(np.uint32)
    new_only = words >= _ONLY_NEW
    double = np.where(new_only, 0, words) if encoding in ("cp930", "cp939") else words & np.uint32(_ONLY_NEW - 1)
    ones = np.array([ord(char) for char in single(encoding)], np.uint32)
    return MixedTables(ones, double.astype(np.uint32))


@cache
def encoder(encoding: str) -> dict[str, bytes]:
    """Text → code for one of ``MIXED``: one byte where there is one, else two. Shift codes are the caller's."""
    import numpy as np

    table = mixed(encoding).double
    codes: dict[str, bytes] = {}
    for code in np.flatnonzero(table).tolist():
        word = int(table[code])
        codes[chr(word) if word < PAIR else pairs()[word - PAIR]] = code.to_bytes(2, "big")
    ones = ((byte, char) for byte, char in enumerate(single(encoding)) if byte not in (SO, SI))
    return codes | {char: bytes([byte]) for byte, char in ones if not BASE <= ord(char) < BASE + 256}

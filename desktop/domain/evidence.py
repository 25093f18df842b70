"""Originals that a case holds, and how their bytes are read as text."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from desktop.domain.ids import EvidenceId, ImportId, Sha256
from desktop.domain.levels import DataClass

LARGEST_WITH_STRUCTURE: Final = 8 << 20
"""Bytes up to which it is worth looking for structure, which takes fifty times as much memory. No program is larger."""


class RecordFormat(StrEnum):
    """How records (lines) follow each other in the bytes."""

    LF = "lf"
    CRLF = "crlf"
    CR = "cr"
    NEL = "nel"
    FIXED = "fixed"
    """Blocks of ``record_length`` bytes without line ends (RECFM=FB)."""
    RDW = "rdw"
    """Variable records with a 4-byte record descriptor word (RECFM=VB)."""
    BINARY = "binary"
    """Not text; shown as hex."""


@dataclass(frozen=True, slots=True)
class Decoding:
    """How evidence bytes are read.

    ``why`` names the reasons as codes (``many-0x40``, ``balanced-so-si``, ``analyst`` …).
    """

    encoding: str
    """Python codec name, or ``cp930``, ``cp939``, ``cp1390``, ``cp1399`` from ``desktop.text``."""
    record_format: RecordFormat
    record_length: int = 0
    confidence: float = 1.0
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One original, kept byte for byte under its digest."""

    id: EvidenceId
    sha256: Sha256
    path: str
    """Where it came from, relative to what was imported, with ``/``."""
    size: int
    kind: str
    """``source`` or ``report`` (a scanner's output) or ``other``."""
    language: str
    """``cobol``, ``copybook``, ``jcl``, ``bms``, ``csd``, ``racf``, ``c``, ``python``, … or empty."""
    data_class: DataClass
    decoding: Decoding
    lines: int
    undecoded: int
    """Bytes that the decoding could not read."""
    received: datetime
    import_id: ImportId

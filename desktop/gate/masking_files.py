"""What masking would do to a whole file, in bytes of the file: for a bank's DLP team, sending nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.detect import record_shape
from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.runs import MaskAction
from desktop.gate.masking import Masker
from desktop.gate.profiles import STRICT, Profile
from desktop.gate.tokens import TokenBook, occurs_in
from desktop.text.offsets import decode_with_map

LISTED = "project_name"
"""Kind of a word that somebody listed."""
COLUMN_LANGUAGES = frozenset({"cobol", "copybook", "jcl", "proc", "bms", "csd", "asm", "pli", "rpg"})
"""Languages in which a column means something."""


@dataclass(frozen=True, slots=True)
class FileSpan:
    """Bytes ``start`` to ``end`` of the file, and what would stand there."""

    start: int
    end: int
    kind: str
    action: MaskAction
    token: str


@dataclass(frozen=True, slots=True)
class FileMask:
    """``reason`` names the record shape or the kind for which nothing of the file would be sent."""

    blocked: bool
    reason: str
    spans: tuple[FileSpan, ...]


def columns_for(language: str, decoding: Decoding) -> str:
    """The encoding whose byte widths masking must keep in such a file; empty where columns do not count."""
    fixed = decoding.record_format in (RecordFormat.FIXED, RecordFormat.RDW)
    return decoding.encoding if fixed or language in COLUMN_LANGUAGES else ""


def mask_file(
    data: bytes, decoding: Decoding, profile: Profile = STRICT, language: str = "", words: Iterable[str] = ()
) -> FileMask:
    """Mask ``data`` as if it were one unit of a new case; ``words`` are masked wherever they stand."""
    shape = record_shape(data)
    mapped = decode_with_map(data, decoding)
    masker = Masker(TokenBook((), occurs_in((mapped.text,))), profile, ((LISTED, word) for word in words))
    masked = masker.mask(mapped.text, columns_for(language, decoding))
    spans = []
    for span in masked.spans:
        place = mapped.span(span.start, span.end)
        spans.append(FileSpan(place.start, place.end, span.kind, span.action, span.token))
    reason = shape or next(iter(masked.blocked), "")
    return FileMask(bool(reason), reason, tuple(spans))

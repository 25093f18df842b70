"""Reads one evidence file for the viewer, on the reading threads: first its text, then its structure."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from desktop.casefile import Reader
from desktop.domain.coverage import Coverage, LineRange
from desktop.domain.evidence import LARGEST_WITH_STRUCTURE, Decoding, RecordFormat
from desktop.domain.findings import FindingRow
from desktop.domain.ids import EvidenceId
from desktop.domain.places import BytePlace
from desktop.domain.standing import standing
from desktop.text.records import split
from desktop.text.sniff import alternatives
from desktop.ui.viewer.document import MOST, Document, read_ranges

if TYPE_CHECKING:  # parsers come with it
    from desktop.source.apart import StructureReader
    from desktop.source.members import Member

_TOLD_APART: Final = 2000
"""Steps of the overview: more than it has pixels."""
_SAID: Final = 24


def load(reader: Reader, evidence_id: EvidenceId) -> Document | None:
    """The document of ``evidence_id``, its structure not read yet; None where the case holds it no more."""
    evidence = reader.evidence_of(evidence_id)
    if evidence is None:
        return None
    data = reader.blob(evidence_id)
    records = split(data, evidence.decoding)
    coverage = next(iter(reader.coverage(evidence_id)), None)
    longest = max((records.ends[at] - records.starts[at] for at in range(len(records))), default=0)
    return Document(
        evidence=evidence,
        data=data,
        records=records,
        member=None,
        stretches=_stretches(coverage, len(records)),
        places=_places(reader.places(evidence_id), len(records)),
        annotations=reader.annotations(evidence=evidence_id),
        alternatives=alternatives(data, evidence.path),
        columns=_columns(longest, evidence.decoding),
        read=read_ranges(coverage),
    )


def has_structure(document: Document) -> bool:
    """Whether it is worth asking for the structure of this file."""
    binary = document.evidence.decoding.record_format is RecordFormat.BINARY
    return not binary and len(document.data) <= LARGEST_WITH_STRUCTURE


def structure_of(structure: "StructureReader", document: Document) -> "Member":
    """The structure of the file on show, read in the locked-down process."""
    evidence = document.evidence
    return structure.read(document.data, evidence.decoding, evidence.path, evidence.language)


def margins(reader: Reader, document: Document) -> Document:
    """The same bytes with what stands beside them read anew: coverage, notes, places."""
    evidence = document.evidence.id
    coverage = next(iter(reader.coverage(evidence)), None)
    return replace(
        document,
        stretches=_stretches(coverage, document.lines),
        places=_places(reader.places(evidence), document.lines),
        annotations=reader.annotations(evidence=evidence),
        read=read_ranges(coverage),
    )


def _columns(longest: int, decoding: Decoding) -> int:
    """An upper bound of the host columns of a line of ``longest`` bytes, with what is said of those not shown."""
    shown = min(longest, MOST) * (2 if decoding.encoding.startswith("utf") else 1)
    return max(80, shown + (_SAID if longest > MOST else 0))


def _stretches(coverage: Coverage | None, lines: int) -> tuple[LineRange, ...]:
    """What was read, without what is too short to be seen where there is very much."""
    ranges = coverage.ranges if coverage else ()
    if len(ranges) <= _TOLD_APART:
        return ranges
    return tuple(one for one in ranges if (one.last - one.first + 1) * _TOLD_APART >= lines)


def _places(found: Sequence[tuple[FindingRow, BytePlace]], lines: int) -> tuple[tuple[FindingRow, BytePlace], ...]:
    """One place of each standing for each step of the overview."""
    steps = {(place.line * _TOLD_APART // max(lines, 1), standing(row)): (row, place) for row, place in found}
    return tuple(steps.values())

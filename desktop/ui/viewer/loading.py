"""Reads one evidence file for the viewer, on the reading threads: first its text, then its structure."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.casefile import Reader
from desktop.domain.evidence import LARGEST_WITH_STRUCTURE, RecordFormat
from desktop.domain.ids import EvidenceId
from desktop.text.records import split
from desktop.text.sniff import alternatives
from desktop.ui.viewer.document import Document, read_ranges

if TYPE_CHECKING:  # parsers come with it
    from desktop.source.apart import StructureReader
    from desktop.source.members import Member


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
        coverage=coverage,
        places=reader.places(evidence_id),
        annotations=reader.annotations(evidence=evidence_id),
        alternatives=alternatives(data, evidence.path),
        columns=max(80, longest * 2 if evidence.decoding.encoding.startswith("utf") else longest),
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
        coverage=coverage,
        places=reader.places(evidence),
        annotations=reader.annotations(evidence=evidence),
        read=read_ranges(coverage),
    )

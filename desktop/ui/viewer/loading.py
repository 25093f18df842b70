"""Reads one evidence file for the viewer. Runs on the reading thread: decoding and structure take their time there."""

from dataclasses import replace

from desktop.casefile import Reader
from desktop.domain.evidence import RecordFormat
from desktop.domain.ids import EvidenceId
from desktop.text.records import split
from desktop.text.sniff import alternatives
from desktop.ui.viewer.document import Document, read_ranges

_LARGEST_SOURCE = 8 * 1024 * 1024
"""Bytes up to which the structure of a file is looked at; a larger one is shown without a breadcrumb."""


def load(reader: Reader, evidence_id: EvidenceId) -> Document | None:
    """The document of ``evidence_id``, None where the case holds it no more."""
    from desktop.source import read as read_source  # late: parsers of six languages come with it

    evidence = reader.evidence_of(evidence_id)
    if evidence is None:
        return None
    data = reader.blob(evidence_id)
    records = split(data, evidence.decoding)
    is_source = evidence.decoding.record_format is not RecordFormat.BINARY and len(data) <= _LARGEST_SOURCE
    coverage = next(iter(reader.coverage(evidence_id)), None)
    longest = max((records.ends[at] - records.starts[at] for at in range(len(records))), default=0)
    return Document(
        evidence=evidence,
        data=data,
        records=records,
        member=read_source(data, evidence.decoding, evidence.path) if is_source else None,
        coverage=coverage,
        places=reader.places(evidence_id),
        annotations=reader.annotations(evidence=evidence_id),
        alternatives=alternatives(data, evidence.path),
        columns=max(80, longest * 2 if evidence.decoding.encoding.startswith("utf") else longest),
        read=read_ranges(coverage),
    )


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

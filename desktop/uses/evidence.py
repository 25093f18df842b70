"""Evidence of a case: the list, its information class, and how its bytes are read."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Final

from desktop.casefile import Case, Reader
from desktop.casefile.actions import ReadAnew, SetDataClass, SetDecoding
from desktop.domain.changes import Change
from desktop.domain.coverage import Coverage, ReadBy
from desktop.domain.evidence import Decoding, Evidence
from desktop.domain.ids import EvidenceId
from desktop.domain.levels import DataClass
from desktop.text.offsets import decode_with_map
from desktop.text.records import split
from desktop.text.sniff import BY_HAND, as_chosen
from desktop.uses.errors import NoEvidenceMatches

_REPORT: Final = "report"
"""``Evidence.kind`` of scanner results, which are in no language."""


def matching(reader: Reader, pattern: str) -> list[Evidence]:
    """Evidence whose path fits the glob ``pattern`` (``*`` also spans folders); raises NoEvidenceMatches."""
    found = [evidence for evidence in reader.evidence() if fnmatchcase(evidence.path, pattern)]
    if not found and pattern != "*":
        raise NoEvidenceMatches(pattern)
    return found


def evidence_records(reader: Reader, pattern: str) -> Iterator[dict[str, object]]:
    """What ``sekisho evidence --json`` prints, one record a file.

    ``unread`` counts lines that nobody has read; of a report, ``records`` of it that could not be read.
    """
    reports = {one.evidence: one for one in reader.imports() if not one.undone}
    covered = {coverage.evidence: coverage for coverage in reader.coverage()}
    for evidence in matching(reader, pattern):
        nothing = Coverage(evidence.id, evidence.path, evidence.lines, evidence.undecoded, ())
        read = covered.get(evidence.id, nothing)
        report = reports.get(evidence.id)
        broken = sum(note.raw[1] > 0 for note in report.notes) if report is not None else 0
        yield {
            "id": evidence.id,
            "path": evidence.path,
            "sha256": evidence.sha256,
            "size": evidence.size,
            "kind": evidence.kind,
            "language": evidence.language,
            "encoding": evidence.decoding.encoding,
            "format": str(evidence.decoding.record_format),
            "record_length": evidence.decoding.record_length,
            "confidence": evidence.decoding.confidence,
            "why": list(evidence.decoding.why),
            "class": evidence.data_class.name.lower(),
            "lines": evidence.lines,
            "records": report.units + broken if report is not None else 0,
            "undecoded": evidence.undecoded,
            "read_by_person": read.count(ReadBy.PERSON),
            "read_by_model": read.count(ReadBy.MODEL),
            "read_by_rules": read.count(ReadBy.RULES),
            "unread": read.unread if report is None else broken,
        }


def set_class(case: Case, pattern: str, data_class: DataClass, reason: str = "") -> Change:
    """Give all matching evidence the class; one entry. Raises ClassFallsWithoutReason."""
    ids = tuple(evidence.id for evidence in matching(case.read, pattern))
    return case.do(SetDataClass(ids, data_class, reason))


def set_encoding(case: Case, pattern: str, encoding: str) -> Change:
    """Read all matching evidence with ``encoding``, in the records that fit it; one entry. The bytes never change.

    Raises UnknownEncoding.
    """
    chosen = {
        evidence.id: as_chosen(case.read.blob(evidence.id), encoding, evidence.path)
        for evidence in matching(case.read, pattern)
    }
    return case.do(redecoded(case.read, chosen))


def redecoded(reader: Reader, chosen: Mapping[EvidenceId, Decoding]) -> SetDecoding:
    """The action that reads originals as an analyst chose; language, lines and losses are found anew.

    Raises NoEvidenceMatches for what the case holds no more.
    """
    return SetDecoding(tuple(_read_anew(reader, id, decoding) for id, decoding in chosen.items()))


def _read_anew(reader: Reader, id: EvidenceId, decoding: Decoding) -> ReadAnew:
    from desktop.source import language_of  # late: parsers of six languages come with it

    evidence = reader.evidence_of(id)
    if evidence is None:
        raise NoEvidenceMatches(str(id))
    data = reader.blob(id)
    return ReadAnew(
        id,
        replace(decoding, confidence=1.0, why=(BY_HAND,)),
        lines=len(split(data, decoding)),
        undecoded=decode_with_map(data, decoding).undecoded,
        language="" if evidence.kind == _REPORT else language_of(data, decoding, evidence.path),
    )

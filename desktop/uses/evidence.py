"""Evidence of a case: the list, its information class, and how its bytes are read."""

from collections.abc import Iterator
from dataclasses import replace
from fnmatch import fnmatchcase

from desktop.casefile import Case, Reader
from desktop.casefile.actions import SetDataClass, SetDecoding
from desktop.domain.changes import Change
from desktop.domain.coverage import Coverage, ReadBy
from desktop.domain.evidence import Decoding, Evidence
from desktop.domain.ids import EvidenceId
from desktop.domain.levels import DataClass
from desktop.text.offsets import decode_with_map
from desktop.uses.errors import NoEvidenceMatches


def matching(reader: Reader, pattern: str) -> list[Evidence]:
    """Evidence whose path fits the glob ``pattern`` (``*`` also spans folders); raises NoEvidenceMatches."""
    found = [evidence for evidence in reader.evidence() if fnmatchcase(evidence.path, pattern)]
    if not found and pattern != "*":
        raise NoEvidenceMatches(pattern)
    return found


def evidence_records(reader: Reader, pattern: str) -> Iterator[dict[str, object]]:
    """What ``sekisho evidence --json`` prints, one record a file."""
    covered = {coverage.evidence: coverage for coverage in reader.coverage()}
    for evidence in matching(reader, pattern):
        nothing = Coverage(evidence.id, evidence.path, evidence.lines, evidence.undecoded, ())
        read = covered.get(evidence.id, nothing)
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
            "undecoded": evidence.undecoded,
            "read_by_person": read.count(ReadBy.PERSON),
            "read_by_model": read.count(ReadBy.MODEL),
            "read_by_rules": read.count(ReadBy.RULES),
            "unread": read.unread,
        }


def set_class(case: Case, pattern: str, data_class: DataClass) -> Change:
    """Give all matching evidence the class; one entry."""
    ids = tuple(evidence.id for evidence in matching(case.read, pattern))
    return case.do(SetDataClass(ids, data_class))


def set_encoding(case: Case, pattern: str, encoding: str) -> list[Change]:
    """Read all matching evidence with ``encoding``; the record format stays. The bytes never change."""
    return [
        case.do(redecoded(case.read, evidence.id, replace(evidence.decoding, encoding=encoding)))
        for evidence in matching(case.read, pattern)
    ]


def redecoded(reader: Reader, evidence: EvidenceId, decoding: Decoding) -> SetDecoding:
    """The action that reads ``evidence`` as an analyst chose, its lines and losses counted anew."""
    mapped = decode_with_map(reader.blob(evidence), decoding)
    chosen = replace(decoding, confidence=1.0, why=("analyst",))
    return SetDecoding(evidence, chosen, lines=mapped.text.count("\n") + 1, undecoded=mapped.undecoded)

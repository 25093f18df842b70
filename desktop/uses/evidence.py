"""Evidence of a case: the list, its information class, and how its bytes are read."""

from collections.abc import Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from desktop.casefile import Case, Reader
from desktop.casefile.actions import ReadAnew, SetDataClass, SetDecoding
from desktop.domain.changes import Change
from desktop.domain.coverage import Coverage, ReadBy
from desktop.domain.evidence import Decoding, Evidence
from desktop.domain.levels import DataClass
from desktop.text.offsets import decode_with_map
from desktop.text.records import split
from desktop.text.sniff import BY_HAND, as_chosen
from desktop.uses.errors import NoEvidenceMatches

if TYPE_CHECKING:
    from desktop.source.apart import StructureReader

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

    Raises UnknownEncoding, and CannotStartWorker where the language of sources cannot be found out.
    """
    from desktop.source.apart import StructureReader  # late: parsers of six languages come with it

    with StructureReader() as structure:
        anew: list[ReadAnew] = []
        for evidence in matching(case.read, pattern):
            data = case.read.blob(evidence.id)
            anew.append(read_anew(structure, evidence, data, as_chosen(data, encoding, evidence.path)))
        return case.do(SetDecoding(tuple(anew)))


def read_anew(structure: "StructureReader", evidence: Evidence, data: bytes, decoding: Decoding) -> ReadAnew:
    """How an original is read as an analyst chose; language, lines and losses are found anew.

    The language is found in the locked-down process, and stays what it was where that cannot read the file. Raises
    CannotStartWorker.
    """
    from desktop.source.apart import NOT_READ

    language = ""
    if evidence.kind != _REPORT:
        member = structure.read(data, decoding, evidence.path)
        language = evidence.language if member.why == NOT_READ else member.language
    return ReadAnew(
        evidence.id,
        replace(decoding, confidence=1.0, why=(BY_HAND,)),
        lines=len(split(data, decoding)),
        undecoded=decode_with_map(data, decoding).undecoded,
        language=language,
    )

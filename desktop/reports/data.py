"""What a report is made of: facts of the case as they are now, gathered once, findings streamed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol, TypeVar

from desktop.casefile import CaseInfo, Reader
from desktop.domain.coverage import Coverage
from desktop.domain.evidence import Evidence
from desktop.domain.ids import EvidenceId, FindingId
from desktop.domain.levels import Severity
from desktop.domain.reported import Tool
from desktop.domain.runs import Exchange, Run
from desktop.domain.standing import Standing, standing
from desktop.reports.item import Item
from desktop.reports.redaction import Redaction
from desktop.words import Lang

T = TypeVar("T")
_PAGE: Final = 500


class Profile(StrEnum):
    """Who may read the export: ``REDACTED`` carries no quote, and texts are masked as if they were to leave."""

    FULL = "full"
    REDACTED = "redacted"


@dataclass(frozen=True, slots=True)
class ReportData:
    """The case as reported. ``counts`` is by standing over all findings; nothing is left out of it."""

    reader: Reader
    info: CaseInfo
    made: datetime
    by: str
    profile: Profile
    counts: Counter[Standing]
    severities: Counter[Severity]
    """Findings that a person decided to be real, by severity."""
    evidence: tuple[Evidence, ...]
    coverage: dict[EvidenceId, Coverage]
    tools: tuple[Tool, ...]
    runs: tuple[Run, ...]
    exchanges: tuple[Exchange, ...]
    redaction: Redaction | None

    def items(self) -> Iterator[Item]:
        """Every finding of the case in order of id, a page at a time, so that memory stays flat."""
        after = FindingId(0)
        while page := self.reader.findings(after=after, limit=_PAGE):
            for finding in page:
                item = Item(
                    finding,
                    standing(finding.row),
                    tuple(self.reader.occurrences(finding.id)),
                    tuple(self.reader.annotations(finding=finding.id)),
                )
                yield self.redaction.all_of(item) if self.redaction else item
            after = page[-1].id


class Writer(Protocol):
    """What a format module offers."""

    def write(self, data: ReportData, out: Path, lang: Lang) -> None:
        """Write the report into ``out``, a file of the caller's that does not matter until this returns."""
        ...


def gather(reader: Reader, *, by: str, made: datetime, profile: Profile = Profile.FULL) -> ReportData:
    """The facts of the case behind ``reader``. Counting walks all findings once."""
    counts: Counter[Standing] = Counter()
    severities: Counter[Severity] = Counter()
    after = FindingId(0)
    while page := reader.findings(after=after, limit=_PAGE):
        for finding in page:
            kind = standing(finding.row)
            counts[kind] += 1
            if kind in (Standing.DECIDED, Standing.REPRODUCED):
                severities[finding.row.severity] += 1
        after = page[-1].id
    redaction = Redaction(reader) if profile is Profile.REDACTED else None

    def told(value: T) -> T:
        return redaction.all_of(value) if redaction else value

    return ReportData(
        reader=reader,
        info=told(reader.info()),
        made=made,
        by=by,
        profile=profile,
        counts=counts,
        severities=severities,
        evidence=told(tuple(reader.evidence())),
        coverage={covered.evidence: told(covered) for covered in reader.coverage()},
        tools=told(tuple({Tool(i.tool, i.tool_version): None for i in reader.imports() if i.tool and not i.undone})),
        runs=told(tuple(reader.runs())),
        exchanges=told(tuple(reader.exchanges())),
        redaction=redaction,
    )

"""What a report is made of: facts of the case as they are now, gathered once, findings streamed."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol, TypeVar

from desktop.casefile import CaseInfo, Reader
from desktop.domain.coverage import Coverage
from desktop.domain.evidence import Evidence
from desktop.domain.findings import Finding
from desktop.domain.ids import EvidenceId, FindingId
from desktop.domain.levels import Severity
from desktop.domain.reported import Tool
from desktop.domain.runs import Exchange, Run
from desktop.domain.standing import Standing, shows_severity, standing
from desktop.reports.item import Item
from desktop.reports.redaction import Redaction
from desktop.words import Lang

T = TypeVar("T")
_PAGE: Final = 500


class Profile(StrEnum):
    """Who may read the export: ``REDACTED`` carries no line of source, and texts are masked as if to leave."""

    FULL = "full"
    REDACTED = "redacted"


@dataclass(frozen=True, slots=True)
class ReportData:
    """The case as reported. ``counts`` is by standing over all findings; nothing is left out of it."""

    reader: Reader
    info: CaseInfo
    made: datetime
    """With the time zone in which the report tells every moment."""
    by: str
    profile: Profile
    counts: Counter[Standing]
    severities: Counter[tuple[Standing, Severity]]
    """Findings by standing and severity, without those that may show none."""
    second_missing: int
    """Accepted risks that still wait for their second person."""
    evidence: tuple[Evidence, ...]
    coverage: dict[EvidenceId, Coverage]
    tools: tuple[Tool, ...]
    runs: tuple[Run, ...]
    exchanges: tuple[Exchange, ...]
    redaction: Redaction | None
    told: Callable[[Finding], Finding]

    def items(self) -> Iterator[Item]:
        """Every finding of the case in order of id, a page at a time, so that memory stays flat."""
        after = FindingId(0)
        while page := self.reader.findings(after=after, limit=_PAGE):
            for finding in page:
                item = Item(
                    self.told(finding),
                    standing(finding.row),
                    tuple(self.reader.occurrences(finding.id)),
                    tuple(self.reader.annotations(finding=finding.id)),
                )
                yield self.redaction.item(item) if self.redaction else item
            after = page[-1].id


class Writer(Protocol):
    """What a format module offers."""

    def write(self, data: ReportData, out: Path, lang: Lang) -> None:
        """Write the report into ``out``, a file of the caller's that does not matter until this returns."""
        ...


def gather(
    reader: Reader,
    *,
    by: str,
    made: datetime,
    profile: Profile = Profile.FULL,
    told: Callable[[Finding], Finding] = lambda finding: finding,
) -> ReportData:
    """The facts of the case behind ``reader``. Counting walks all findings once.

    ``told`` gives each finding the words in which it is to be told, before any of them is masked.
    """
    counts: Counter[Standing] = Counter()
    severities: Counter[tuple[Standing, Severity]] = Counter()
    second_missing = 0
    for finding in reader.every_finding():
        kind = standing(finding.row)
        counts[kind] += 1
        second_missing += finding.row.needs_second
        if shows_severity(finding.row):
            severities[kind, finding.row.severity] += 1
    redaction = Redaction(reader) if profile is Profile.REDACTED else None

    def masked(value: T) -> T:
        return redaction.all_of(value) if redaction else value

    return ReportData(
        reader=reader,
        info=masked(reader.info()),
        made=made,
        by=redaction.person(by) if redaction else by,
        profile=profile,
        counts=counts,
        severities=severities,
        second_missing=second_missing,
        evidence=masked(tuple(reader.evidence())),
        coverage={covered.evidence: masked(covered) for covered in reader.coverage()},
        tools=masked(tuple({Tool(i.tool, i.tool_version): None for i in reader.imports() if i.tool and not i.undone})),
        runs=masked(tuple(reader.runs())),
        exchanges=masked(tuple(reader.exchanges())),
        redaction=redaction,
        told=told,
    )

"""One finding as a report tells it."""

from dataclasses import dataclass

from desktop.domain.findings import Annotation, Finding, Occurrence
from desktop.domain.levels import Severity
from desktop.domain.standing import Standing, shows_severity


@dataclass(frozen=True, slots=True)
class Item:
    """One finding with what belongs to it in a report."""

    finding: Finding
    standing: Standing
    occurrences: tuple[Occurrence, ...]
    annotations: tuple[Annotation, ...]

    @property
    def severity(self) -> Severity | None:
        """None where no severity may be shown (quote not found)."""
        return self.finding.row.severity if shows_severity(self.finding.row) else None

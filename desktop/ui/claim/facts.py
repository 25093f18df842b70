"""What the claim panel shows of a finding, gathered on the reading thread."""

from dataclasses import dataclass
from typing import Final

from desktop.casefile import Reader
from desktop.domain.changes import Entry
from desktop.domain.findings import Annotation, Finding, FindingRow, Occurrence
from desktop.domain.ids import FindingId
from desktop.domain.levels import Anchor, Status
from desktop.domain.places import BytePlace, PathPlace
from desktop.domain.runs import Exchange
from desktop.ui.decision.digits import DIGITS

_MOST_SHOWN: Final = 50
_RECORD_BYTES: Final = 4000


@dataclass(frozen=True, slots=True)
class Facts:
    """``record`` is the tool's own record of the first occurrence, cut at some length; ``record_cut`` says so."""

    finding: Finding
    occurrences: tuple[Occurrence, ...]
    annotations: tuple[Annotation, ...]
    history: tuple[Entry, ...]
    exchanges: tuple[Exchange, ...]
    record: str
    record_cut: bool
    last_reasons: dict[Status, str]
    alike: tuple[FindingRow, ...]
    """Findings of the same line, rule or file, among which a duplicate may be."""
    on_same_line: frozenset[FindingId]
    """Those of ``alike`` that stand at the same line."""

    @property
    def row(self) -> FindingRow:
        """The finding as the list has it."""
        return self.finding.row

    @property
    def place_shown_by(self) -> str:
        """Who showed last where the quote stands; empty where nobody had to."""
        return next((entry.who for entry in self.history if entry.action == "reanchor" and not entry.undone), "")

    @property
    def has_line(self) -> bool:
        """Whether the finding stands at a line of a file."""
        return any(isinstance(place, BytePlace | PathPlace) and place.line > 0 for place in self.finding.places)

    @property
    def quotes(self) -> tuple[int, int]:
        """Places whose quote stands in the evidence, and all places with one."""
        total = len(self.finding.places)
        found = sum(isinstance(place, BytePlace) for place in self.finding.places)
        return (0 if self.row.anchor is Anchor.NOT_FOUND else found), total


def gather(reader: Reader, id: FindingId) -> Facts:
    """Read all that the panel shows; raises NoSuchFinding."""
    finding = reader.finding(id)
    occurrences = tuple(reader.occurrences(id)[:_MOST_SHOWN])
    record = reader.record(occurrences[0].id) if occurrences else b""
    on_same_line = reader.on_same_line(id)
    alike = tuple(dict.fromkeys((*on_same_line, *reader.alike(id))))
    reasons = {status: reader.last_reason(status, finding.rule) for status in DIGITS.values()}
    return Facts(
        finding=finding,
        occurrences=occurrences,
        annotations=tuple(reader.annotations(finding=id)),
        history=tuple(reader.history(limit=_MOST_SHOWN, finding=id)),
        exchanges=tuple(reader.exchanges(finding=id)),
        record=record[:_RECORD_BYTES].decode("utf-8", "replace"),
        record_cut=len(record) > _RECORD_BYTES,
        last_reasons={status: reason for status, reason in reasons.items() if reason},
        alike=tuple(reader.rows(alike)),
        on_same_line=frozenset(on_same_line),
    )

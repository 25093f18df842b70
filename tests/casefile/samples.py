"""Findings, originals and imports to put into a case."""

import io
from collections.abc import Sequence

from desktop.casefile import Case
from desktop.casefile.actions import AddFinding, ImportBatch, Original, Report, Settled
from desktop.casefile.actions.base import Done
from desktop.casefile.rows import Rows
from desktop.casefile.summaries import ImportNote
from desktop.casefile.tables.findings import NewFinding, write_finding
from desktop.domain.changes import Kind
from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.ids import EvidenceId, FindingId
from desktop.domain.levels import Anchor, DataClass, Origin, Severity
from desktop.domain.places import Place
from desktop.domain.reported import Tool
from desktop.identity.units import FlatPlace, UnitRow

SOURCE = b"       IDENTIFICATION DIVISION.\n       PROGRAM-ID. DPO0310.\n           MOVE WS-KOZA TO SQL-TEXT.\n"
PATH = "src/DPO0310.cbl"


def own(case: Case, title: str = "残高 read without a check", severity: Severity = Severity.HIGH) -> FindingId:
    """A person's finding."""
    return FindingId(case.do(AddFinding(title, severity, cwe=(89,))).made)


class Claim:
    """A model's lead, written as a run writes it."""

    KIND = "test_claim"
    CHANGES = frozenset({Kind.FINDING})
    UNDOABLE = False

    def __init__(self, title: str, anchor: Anchor, places: tuple[Place, ...]) -> None:
        self.title, self.anchor, self.places = title, anchor, places

    def check(self, rows: Rows) -> None:
        """Nothing to ask."""

    def apply(self, rows: Rows) -> Done:
        new = NewFinding(Origin.MODEL, "m-1", self.title, Severity.HIGH, self.places, anchor=self.anchor)
        return Done(made=write_finding(rows, new))


def lead(
    case: Case, title: str = "A claim", anchor: Anchor = Anchor.FOUND, places: tuple[Place, ...] = ()
) -> FindingId:
    """A model's lead."""
    return FindingId(case.do(Claim(title, anchor, places)).made)


def unit(number: int, rule: str = "R1", path: str = PATH, line: int | None = None, **more: object) -> UnitRow:
    """A tool's unit, unlike those of other numbers."""
    place = FlatPlace(2, path, line if line is not None else number + 1, 0, 8)
    given: dict[str, object] = {
        "rule": rule,
        "title": f"Finding {number}",
        "severity": int(Severity.MEDIUM),
        "place": place,
        "description": f"Message of {'abcdefghij'[number % 10]}{number}",
        "cwe": "89",
        "raw_start": 10 * number,
        "raw_len": 10,
    }
    return UnitRow(**{**given, **more})  # type: ignore[arg-type]


def report(
    units: Sequence[UnitRow],
    tool: str = "scanner",
    settled: Settled | None = None,
    name: str = "scan.sarif",
    note: ImportNote | None = None,
) -> ImportBatch:
    """An import of one tool's results; the original is ten bytes a unit."""
    data = b"".join(f"{number:09d}\n".encode() for number in range(max(1, len(units))))
    items = [list(units), *([note] if note else [])]
    made = Report("sarif", Tool(tool, "1.0"), items, settled or Settled())
    return ImportBatch(name, (Original(name, lambda: io.BytesIO(data), "report", DataClass.INTERNAL, report=made),))


def source(case: Case, path: str = PATH, data: bytes = SOURCE) -> EvidenceId:
    """A source file."""
    decoding = Decoding("utf-8", RecordFormat.LF)
    original = Original(
        path,
        lambda: io.BytesIO(data),
        "source",
        DataClass.CONFIDENTIAL,
        language="cobol",
        decoding=decoding,
        lines=data.count(b"\n"),
    )
    case.do(ImportBatch(path, (original,)))
    found = case.read.evidence_of(path)
    assert found is not None
    return found.id

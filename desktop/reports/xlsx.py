"""XLSX for Excel: one sheet a subject, every value typed, no text ever taken for a formula or a link.

A cell holds 32,767 characters at most (Excel specifications and limits); longer text is cut and says how long it was.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from desktop.domain.coverage import Coverage, ReadBy
from desktop.domain.levels import Severity
from desktop.domain.standing import Standing
from desktop.reports.data import ReportData
from desktop.reports.document import HOLLOW, MARK, compose_about, plain
from desktop.reports.item import Item
from desktop.reports.places import quote_of, where
from desktop.words import Lang, label, say

_CELL: Final = 32_767
_FILL: Final = {
    Severity.CRITICAL: ("#8E0B45", "#FFFFFF"),
    Severity.HIGH: ("#C23A08", "#FFFFFF"),
    Severity.MEDIUM: ("#F6C63C", "#2A2000"),
    Severity.LOW: ("#1F6DB3", "#FFFFFF"),
    Severity.NONE: ("#686F78", "#FFFFFF"),
}
_FINDINGS: Final = (
    ("id", 7),
    ("standing", 20),
    ("severity", 11),
    ("claimed", 14),
    ("title", 46),
    ("place", 36),
    ("hits", 6),
    ("origin", 8),
    ("source", 18),
    ("rule", 24),
    ("verification", 16),
    ("status", 13),
    ("decided-by", 12),
    ("reason", 36),
    ("second", 12),
    ("due", 12),
    ("tags", 14),
    ("description", 50),
    ("recommendation", 50),
    ("notes", 36),
)
_OCCURRENCES: Final = (("id", 7), ("title", 46), ("place", 60), ("quote", 80), ("gone", 10))
_COVERAGE: Final = (
    ("file", 44),
    ("language", 10),
    ("encoding", 16),
    ("lines", 9),
    ("by-person", 9),
    ("by-model", 9),
    ("by-rules", 9),
    ("unread", 9),
    ("undecoded", 10),
)
_SENDINGS: Final = (
    ("when", 18),
    ("model", 28),
    ("provider", 36),
    ("unit", 36),
    ("bytes", 10),
    ("masked", 9),
    ("outcome", 24),
    ("approved-by", 14),
    ("digest", 66),
)


ROWS: Final = 1_048_576
"""Rows of a sheet, the headings included (Excel specifications and limits)."""


def write(data: ReportData, out: Path, lang: Lang) -> None:
    """Write the workbook; findings are streamed, so that memory stays flat."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(str(out), options | {"remove_timezone": True}) as book:
        _Workbook(book, data, lang).write()


class _Table:
    """One table over as many sheets as it needs."""

    def __init__(self, further: Callable[[int], Any], rows: int = ROWS) -> None:
        """``further`` makes the sheet of this number, its headings in row 0."""
        self._further, self._rows = further, rows
        self.sheets: list[tuple[Any, int]] = [(further(1), 0)]
        """Each sheet with its last row."""

    def next_row(self) -> tuple[Any, int]:
        """The sheet and the row where the next record goes."""
        sheet, last = self.sheets[-1]
        if last + 1 == self._rows:
            sheet, last = self._further(len(self.sheets) + 1), 0
            self.sheets.append((sheet, last))
        self.sheets[-1] = sheet, last + 1
        return self.sheets[-1]


class _Workbook:
    def __init__(self, book: Any, data: ReportData, lang: Lang) -> None:
        self._book, self._data, self._lang = book, data, lang
        base = {"font_name": "BIZ UDPGothic", "font_size": 10, "valign": "top"}
        self._text = book.add_format(base | {"text_wrap": True})
        self._head = book.add_format(base | {"bold": True, "bottom": 2, "text_wrap": True})
        self._day = book.add_format(base | {"num_format": "yyyy-mm-dd"})
        self._moment = book.add_format(base | {"num_format": "yyyy-mm-dd hh:mm"})
        self._number = book.add_format(base | {"num_format": "#,##0"})
        self._title = book.add_format(base | {"bold": True, "text_wrap": True})
        self._struck = book.add_format(base | {"font_strikeout": True, "font_color": "#686F78", "text_wrap": True})
        self._solid = {
            s: book.add_format(base | {"bg_color": bg, "font_color": fg, "bold": True}) for s, (bg, fg) in _FILL.items()
        }
        self._plain = book.add_format(base)

    def write(self) -> None:
        """About first: what a reader must know before the numbers."""
        self._about()
        self._findings_and_occurrences()
        self._coverage()
        self._sendings()

    def _say(self, code: str) -> str:
        return say(f"report.{code}", self._lang)

    def _sheet(self, name: str, columns: Sequence[tuple[str, int]], number: int = 1) -> Any:
        title = self._say(f"sheet.{name}")
        sheet = self._book.add_worksheet(title if number == 1 else f"{title} {number}")
        for number, (column, width) in enumerate(columns):
            sheet.set_column(number, number, width)
            sheet.write_string(0, number, self._say(f"column.{column}"), self._head)
        sheet.freeze_panes(1, 0)
        return sheet

    def _cell(self, sheet: Any, row: int, column: int, value: object, form: Any = None) -> None:
        match value:
            case None | "":
                sheet.write_blank(row, column, None, form or self._text)
            case datetime():
                sheet.write_datetime(row, column, value, self._moment)
            case date():
                sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), self._day)  # noqa: DTZ001
            case int():
                sheet.write_number(row, column, value, self._number)
            case _:
                sheet.write_string(row, column, self._fit(plain(str(value))), form or self._text)

    def _fit(self, text: str) -> str:
        if len(text.encode("utf-16-le", "surrogatepass")) // 2 <= _CELL:
            return text
        note = say("report.column.cut", self._lang, {"length": len(text)})
        return text[: (_CELL - len(note)) // 2] + note

    def _rows(self, sheet: Any, rows: Iterable[Sequence[object]]) -> None:
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                self._cell(sheet, number, column, value)

    def _about(self) -> None:
        sheet = self._book.add_worksheet(self._say("sheet.about"))
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 100)
        for number, (name, value) in enumerate(compose_about(self._data, self._lang)):
            self._cell(sheet, number, 0, name, self._head if not value else self._title)
            self._cell(sheet, number, 1, value)

    def _findings_and_occurrences(self) -> None:
        findings = _Table(partial(self._sheet, "findings", _FINDINGS))
        occurrences = _Table(partial(self._sheet, "occurrences", _OCCURRENCES))
        for item in self._data.items():
            self._finding(*findings.next_row(), item)
            for occurrence in item.occurrences:
                sheet, line = occurrences.next_row()
                gone = self._say("yes") if occurrence.gone else ""
                told = (
                    item.finding.id,
                    item.finding.row.title,
                    where(occurrence.place),
                    quote_of(occurrence.place),
                    gone,
                )
                for column, value in enumerate(told):
                    self._cell(sheet, line, column, value)
        for sheet, last in findings.sheets:
            sheet.autofilter(0, 0, max(1, last), len(_FINDINGS) - 1)

    def _finding(self, sheet: Any, line: int, item: Item) -> None:
        finding, row, lang = item.finding, item.finding.row, self._lang
        decided = item.standing in (Standing.DECIDED, Standing.REPRODUCED)
        claimed = item.standing is Standing.LEAD
        dismissed = item.standing is Standing.DISMISSED
        decision = finding.decision
        severity = (
            f"{(HOLLOW if claimed else MARK)[row.severity]} {label(row.severity, lang)}"
            if item.severity is not None
            else "—"
        )
        by_person = decided or dismissed
        values: tuple[tuple[object, Any], ...] = (
            (finding.id, None),
            (label(item.standing, lang), self._title if decided else None),
            (
                severity if by_person else "",
                self._solid[row.severity] if decided else self._struck if dismissed else None,
            ),
            ("" if by_person else severity, None),
            (row.title, self._title if decided else self._struck if dismissed else None),
            (where(finding.places[0]) if finding.places else row.place, None),
            (row.hits, None),
            (label(row.origin, lang), None),
            (row.source, None),
            (finding.rule, None),
            (label(row.verification, lang) + (f" {row.verified_by}" if row.verified_by else ""), None),
            (label(row.status, lang), None),
            (row.decided_by, None),
            (decision.reason if decision else "", None),
            (
                (decision.approver or (self._say("second-missing") if decision.needs_second else ""))
                if decision
                else "",
                None,
            ),
            (row.due, None),
            (", ".join(finding.tags), None),
            (finding.description, None),
            (finding.recommendation, None),
            ("\n".join(f"{note.who}: {note.text}" for note in item.annotations), None),
        )
        for column, (value, form) in enumerate(values):
            self._cell(sheet, line, column, value, form)

    def _coverage(self) -> None:
        data = self._data

        def rows() -> Iterable[Sequence[object]]:
            for evidence in data.evidence:
                nothing = Coverage(evidence.id, evidence.path, evidence.lines, evidence.undecoded, ())
                covered = data.coverage.get(evidence.id, nothing)
                yield (
                    evidence.path,
                    evidence.language or evidence.kind,
                    f"{evidence.decoding.encoding} {evidence.decoding.record_format}",
                    covered.lines,
                    covered.count(ReadBy.PERSON),
                    covered.count(ReadBy.MODEL),
                    covered.count(ReadBy.RULES),
                    covered.unread,
                    covered.undecoded,
                )

        self._rows(self._sheet("coverage", _COVERAGE), rows())

    def _sendings(self) -> None:
        self._rows(
            self._sheet("sendings", _SENDINGS),
            (
                (
                    sent.when,
                    sent.model_asked
                    + ("" if sent.model_returned in ("", sent.model_asked) else f" → {sent.model_returned}"),
                    f"{sent.provider} {sent.endpoint}",
                    sent.unit,
                    sent.bytes_sent,
                    sent.masked,
                    label(sent.outcome, self._lang),
                    sent.approved_by,
                    sent.body_digest,
                )
                for sent in self._data.exchanges
            ),
        )

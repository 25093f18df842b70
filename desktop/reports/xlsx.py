"""XLSX for Excel: one sheet a subject, every value typed, no text ever taken for a formula or a link.

What is claimed and what is left out stand on sheets of their own, so that no sum over the findings counts what nobody
claims. A cell holds 32,767 characters at most (Excel specifications and limits); longer text is cut and says how long
it was.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from desktop.domain.levels import Severity
from desktop.domain.standing import Standing
from desktop.reports.claims import note, second, severity_of, verified
from desktop.reports.data import ReportData
from desktop.reports.document import compose_about
from desktop.reports.item import Item
from desktop.reports.left_out import LEFT_OUT, by_whom, reasons, why
from desktop.reports.places import quote_of, where
from desktop.reports.reach import reach_by_source
from desktop.reports.saying import Saying, plain
from desktop.reports.tables import model_of
from desktop.words import Lang, label, say

_CELL: Final = 32_767
_FILL: Final = {
    Severity.CRITICAL: ("#8E0B45", "#FFFFFF"),
    Severity.HIGH: ("#C23A08", "#FFFFFF"),
    Severity.MEDIUM: ("#F6C63C", "#2A2000"),
    Severity.LOW: ("#1F6DB3", "#FFFFFF"),
    Severity.NONE: ("#686F78", "#FFFFFF"),
}
_DAY: Final = {Lang.JA: '[$-411]yyyy"年"m"月"d"日"', Lang.EN: "[$-409]d mmm yyyy"}
_FINDINGS: Final = (
    ("id", 7),
    ("standing", 20),
    ("severity", 12),
    ("claimed", 12),
    ("title", 46),
    ("cwe", 11),
    ("cve", 16),
    ("cvss", 24),
    ("place", 36),
    ("hits", 9),
    ("origin", 8),
    ("source", 18),
    ("rule", 24),
    ("system", 16),
    ("verification", 16),
    ("status", 13),
    ("decided-by", 12),
    ("decided-on", 16),
    ("reason", 36),
    ("how", 16),
    ("second", 12),
    ("until", 16),
    ("compensating", 24),
    ("due", 16),
    ("tags", 14),
    ("description", 50),
    ("impact", 40),
    ("root-cause", 30),
    ("steps", 30),
    ("recommendation", 50),
    ("notes", 36),
)
_LEFT_OUT: Final = (
    ("id", 7),
    ("title", 46),
    ("source", 18),
    ("ground", 16),
    ("decided-by", 12),
    ("decided-on", 16),
    ("reason", 60),
)
_OCCURRENCES: Final = (("id", 7), ("title", 46), ("place", 60), ("quote", 80), ("gone", 10))
_COVERAGE: Final = (
    ("file", 44),
    ("language", 10),
    ("encoding", 16),
    ("lines", 9),
    ("by-person", 9),
    ("only-model", 9),
    ("only-rules", 11),
    ("unread", 9),
    ("undecoded", 11),
)
_SENDINGS: Final = (
    ("when", 22),
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
    with xlsxwriter.Workbook(str(out), options) as book:
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
        self._saying = Saying(lang, data.made)
        book.set_properties({"title": plain(data.info.title), "author": plain(data.by)})
        base = {"font_name": "BIZ UDPGothic", "font_size": 10, "valign": "top"}
        self._text = book.add_format(base | {"text_wrap": True})
        self._head = book.add_format(base | {"bold": True, "bottom": 2, "text_wrap": True})
        self._day = book.add_format(base | {"num_format": _DAY[lang]})
        self._moment = book.add_format(base | {"num_format": f"{_DAY[lang]} hh:mm"})
        self._number = book.add_format(base | {"num_format": "#,##0"})
        self._title = book.add_format(base | {"bold": True, "text_wrap": True})
        self._solid = {
            s: book.add_format(base | {"bg_color": bg, "font_color": fg, "bold": True}) for s, (bg, fg) in _FILL.items()
        }

    def write(self) -> None:
        """About first: what a reader must know before the numbers."""
        self._about()
        self._findings()
        self._coverage()
        self._sendings()

    def _say(self, code: str) -> str:
        return self._saying(code)

    def _sheet(self, name: str, columns: Sequence[tuple[str, int]], number: int = 1) -> Any:
        title = self._say(f"sheet.{name}")
        sheet = self._book.add_worksheet(title if number == 1 else f"{title} {number}")
        for at, (column, width) in enumerate(columns):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, self._heading(column), self._head)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        self._on_paper(sheet)
        return sheet

    def _heading(self, column: str) -> str:
        zone = f" ({self._saying.zone_at(self._data.made)})" if column == "when" else ""
        return self._say(f"column.{column}") + zone

    def _on_paper(self, sheet: Any) -> None:
        info = self._data.info
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_header(f"&R{label(info.data_class, self._lang)} · {info.tlp}")
        sheet.set_footer("&R&P / &N")

    def _cell(self, sheet: Any, row: int, column: int, value: object, form: Any = None) -> None:
        match value:
            case None | "":
                sheet.write_blank(row, column, None, form or self._text)
            case datetime():
                local = self._saying.local(value).replace(tzinfo=None)
                sheet.write_datetime(row, column, local, self._moment)
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
            self._row(sheet, number, row)

    def _about(self) -> None:
        sheet = self._book.add_worksheet(self._say("sheet.about"))
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 100)
        self._on_paper(sheet)
        for number, (name, value) in enumerate(compose_about(self._data, self._lang)):
            self._cell(sheet, number, 0, name, self._title)
            self._cell(sheet, number, 1, value)

    def _findings(self) -> None:
        findings = _Table(partial(self._sheet, "findings", _FINDINGS))
        left_out = _Table(partial(self._sheet, "left-out", _LEFT_OUT))
        occurrences = _Table(partial(self._sheet, "occurrences", _OCCURRENCES))
        for item in self._data.items():
            if item.standing in LEFT_OUT:
                self._row(*left_out.next_row(), self._left_out(item))
                continue
            self._finding(*findings.next_row(), item)
            for one in item.occurrences:
                gone = self._say("yes") if one.gone else ""
                told = (item.finding.id, item.finding.row.title, where(one.place), quote_of(one.place), gone)
                self._row(*occurrences.next_row(), told)
        for table, columns in ((findings, _FINDINGS), (left_out, _LEFT_OUT), (occurrences, _OCCURRENCES)):
            for sheet, last in table.sheets:
                sheet.autofilter(0, 0, max(1, last), len(columns) - 1)

    def _row(self, sheet: Any, line: int, values: Iterable[object]) -> None:
        for column, value in enumerate(values):
            self._cell(sheet, line, column, value)

    def _left_out(self, item: Item) -> Sequence[object]:
        row, decision, saying = item.finding.row, item.finding.decision, self._saying
        dismissed = item.standing is Standing.DISMISSED
        decided_on = saying.local(decision.when).date() if decision and dismissed else None
        return (
            item.finding.id,
            row.title,
            row.source,
            why(item, saying),
            by_whom(item),
            decided_on,
            reasons(item, saying),
        )

    def _finding(self, sheet: Any, line: int, item: Item) -> None:
        row = item.finding.row
        decided = item.standing in (Standing.DECIDED, Standing.REPRODUCED)
        severity = severity_of(item, self._saying)
        bold = self._title if decided else None
        values = (
            (item.finding.id, None),
            (label(item.standing, self._lang), bold),
            (severity if decided else "", self._solid[row.severity] if decided else None),
            ("" if decided else severity, None),
            (row.title, bold),
            *((value, None) for value in self._facts(item)),
        )
        for column, (value, form) in enumerate(values):
            self._cell(sheet, line, column, value, form)

    def _facts(self, item: Item) -> Sequence[object]:
        finding, row, decision, saying = item.finding, item.finding.row, item.finding.decision, self._saying
        how = label(decision.how, self._lang) if decision and decision.how else ""
        return (
            ", ".join(f"CWE-{number}" for number in finding.cwe),
            ", ".join(finding.cve),
            ", ".join(vector for vector in (finding.cvss40, finding.cvss31) if vector),
            where(finding.places[0]) if finding.places else row.place,
            row.hits,
            label(row.origin, self._lang),
            row.source,
            finding.rule,
            finding.system,
            verified(item, saying),
            label(row.status, self._lang),
            row.decided_by,
            saying.local(decision.when).date() if decision else None,
            decision.reason if decision else "",
            how,
            second(finding, saying),
            decision.until if decision else None,
            decision.compensating if decision else "",
            row.due,
            ", ".join(finding.tags),
            finding.description,
            finding.impact,
            finding.root_cause,
            finding.steps,
            finding.recommendation,
            "\n".join(note(one, saying) for one in item.annotations),
        )

    def _coverage(self) -> None:
        sources = reach_by_source(self._data.evidence, self._data.coverage)
        rows = (
            (
                one.path,
                one.language,
                f"{one.decoding.encoding} {one.decoding.record_format}",
                reach.lines,
                reach.person,
                reach.model,
                reach.rules,
                reach.nobody,
                reach.undecoded,
            )
            for one, reach in sources
        )
        self._rows(self._sheet("coverage", _COVERAGE), rows)

    def _sendings(self) -> None:
        self._rows(
            self._sheet("sendings", _SENDINGS),
            (
                (
                    sent.when,
                    model_of(sent),
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

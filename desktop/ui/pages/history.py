"""What was done to the case, by day: undo to an entry, and the check that nothing was changed behind its back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.casefile import VerifyReport
from desktop.domain.changes import Change, Entry, Kind
from desktop.domain.errors import SekishoError
from desktop.ui.history_words import about_words, entry_words
from desktop.ui.language import clock, language, long_date, moment, number
from desktop.ui.pages.case_page import CasePage
from desktop.ui.pages.form import Beside
from desktop.ui.pages.page import Footing, Heading, Page, PageButton
from desktop.ui.session import Session
from desktop.ui.theme.icons import Icon
from desktop.ui.widgets.banner import Banner, Mood
from desktop.ui.widgets.facts import Fact, Facts
from desktop.ui.widgets.ink import Ink
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.rule import Rule
from desktop.ui.widgets.table import Cells, Column, Table
from desktop.uses.history import undo_to
from desktop.words import say, say_error

_PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class Day:
    """A heading over the entries of one day."""

    day: date


Row = Day | Entry


def make(session: Session, argument: object) -> Page:
    """The page; it takes no argument."""
    del argument
    return HistoryPage(session)


class HistoryPage(CasePage):
    """All entries of the journal, newest first, some hundred at a time."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._last: Entry | None = None
        self._more = True
        self._busy = False
        self._chosen: Entry | None = None
        self._title = ""
        columns = (
            Column(self.tr("Time"), 72),
            Column(self.tr("Who"), 120),
            Column(self.tr("What was done")),
            Column(self.tr("Entry"), 84, right=True),
        )
        self._table: Table[Row] = Table(self.tr("History"), columns, self._cells)
        self._table.chosen.connect(self._on_chosen)
        self._table.entered.connect(self._open)
        self._table.more_wanted.connect(self._read_more)
        self._banner = Banner()
        self._entry = Facts(self.tr("Chosen entry"))
        self._check = Facts(self.tr("Integrity check"))
        self._rule_words = Label(
            self.tr(
                "Checks every entry, every row and every page of the file. What the same user could rewrite with this "
                "machine's key can't be found: compare the head with one printed in a report."
            ),
            tone=Tone.SECOND,
            wrap=True,
        )
        self._beside = Beside()
        for widget in (self._check, Rule(), self._rule_words, Rule(), self._entry):
            self._beside.add(widget)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._banner)
        left.addWidget(self._table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._beside)
        self.setFocusProxy(self._table)
        self._show_check(None)
        self._on_chosen(None)
        self._read_all()
        self.ask("info", lambda reader: reader.info().title, self._know_title)
        if session.case.unclean:
            self._banner.say(
                self.tr("The program that had this case open last was ended from outside. Check the case.")
            )

    def _open(self, row: Row) -> None:
        """Enter on an entry goes to its first finding."""
        if isinstance(row, Entry) and row.named:
            self.session.finding_wanted.emit(row.named[0])

    # Reading

    def _read_all(self) -> None:
        self._last, self._more = None, True
        self.ask("entries", lambda reader: reader.history(limit=_PAGE), self._show_first)

    def _read_more(self) -> None:
        last = self._last
        if last is not None and self._more:
            self.ask("entries", lambda reader: reader.history(before=last.seq, limit=_PAGE), self._show_more)

    def _show_first(self, entries: list[Entry]) -> None:
        chosen = self._chosen.seq if self._chosen else None
        rows = self._rows(entries)
        at = next((n for n, row in enumerate(rows) if isinstance(row, Entry) and row.seq == chosen), 1)
        self._table.show_rows(rows, at)

    def _show_more(self, entries: list[Entry]) -> None:
        self._table.add_rows(self._rows(entries))

    def _rows(self, entries: Sequence[Entry]) -> list[Row]:
        self._more = len(entries) == _PAGE
        rows: list[Row] = []
        for entry in entries:
            day = entry.when.astimezone().date()
            if self._last is None or self._last.when.astimezone().date() != day:
                rows.append(Day(day))
            rows.append(entry)
            self._last = entry
        return rows

    def case_changed(self, change: Change) -> None:
        if Kind.JOURNAL in change.kinds or change.bulk:
            self._read_all()
            self.updated.emit()

    def _know_title(self, title: str) -> None:
        self._title = title
        self.updated.emit()

    # Showing

    def _cells(self, row: Row) -> Cells:
        if isinstance(row, Day):
            return ((Ink(long_date(row.day), Tone.SECOND, bold=True),),)
        undone = row.undone
        tone = Tone.THIRD if undone else Tone.TEXT
        words = [Ink(entry_words(row), tone, struck=undone)]
        if about := about_words(row):
            words.append(Ink(about, Tone.THIRD if undone else Tone.SECOND, gap=12))
        if undone:
            words.append(Ink(self.tr("undone"), Tone.SECOND, icon=Icon.UNDO, gap=12))
        return (
            (Ink(clock(row.when), Tone.SECOND),),
            (Ink(row.who, tone),),
            words,
            (Ink(number(row.seq), Tone.SECOND),),
        )

    def _on_chosen(self, row: Row | None) -> None:
        self._chosen = row if isinstance(row, Entry) else None
        entry = self._chosen
        self._entry.setVisible(entry is not None)
        if entry is not None:
            facts = [
                Fact(self.tr("Entry"), number(entry.seq)),
                Fact(self.tr("When"), moment(entry.when)),
                Fact(self.tr("Who"), entry.who),
                Fact(self.tr("Machine"), f"{entry.device[:8]}…", tip=entry.device),
                Fact("SHA-256", f"{entry.hash[:8]}…{entry.hash[-4:]}", tip=entry.hash),
            ]
            if about := about_words(entry):
                facts.insert(3, Fact(self.tr("About"), about))
            if entry.parts:
                facts.insert(1, Fact(self.tr("Entries told as part of it"), number(entry.parts)))
            self._entry.show_facts(facts)
        self.updated.emit()

    def _show_check(self, report: VerifyReport | None) -> None:
        if report is None:
            self._check.show_facts((Fact(self.tr("Result"), self.tr("not checked since opening"), tone=Tone.SECOND),))
            return
        good = report.ok
        words = self.tr("as it was written") if good else self.tr("changed")
        if not report.finished:
            words = self.tr("stopped half-way")
        known = self.tr("known to this machine") if report.remembered else self.tr("never seen on this machine")
        self._check.show_facts(
            (
                Fact(self.tr("Result"), words, tone=Tone.TEXT if good else Tone.BLOCKED, bold=True),
                Fact(self.tr("Entries"), number(report.entries)),
                Fact(self.tr("Head"), f"{report.head[:8]}…{report.head[-4:]}", tip=report.head),
                Fact(self.tr("Last head"), known, tone=Tone.TEXT if report.remembered else Tone.WARN),
            )
        )

    # Doing

    def _verify(self) -> None:
        self._busy = True
        self.updated.emit()
        case = self.session.case
        self.start(
            self.tr("Integrity check"),
            lambda ticks: case.verify(ticks.progress, ticks.cancelled),
            self._on_verified,
        )

    def _on_verified(self, report: VerifyReport) -> None:
        self._busy = False
        self._show_check(report)
        if report.problems:
            sentences = [say(problem.code, language(), problem.fields) for problem in report.problems]
            self._banner.say(*sentences, mood=Mood.REFUSED)
        elif report.finished:
            count = report.entries
            self._banner.say(
                self.tr("{n} entries and all rows are as they were written.", "", count).format(n=number(count)),
                mood=Mood.NOTE,
            )
        self.updated.emit()

    def _undo_to_here(self) -> None:
        entry = self._chosen
        if entry is None:
            return
        case = self.session.case
        self._busy = True
        self.updated.emit()
        self.write(lambda: undo_to(case, entry.seq), self._on_undone)

    def _on_undone(self, count: int) -> None:
        self._busy = False
        self._banner.say(
            self.tr("{n} entries undone. Ctrl+Shift+Z does them again.", "", count).format(n=number(count)),
            mood=Mood.DONE,
        )
        self.updated.emit()

    def failed(self, error: SekishoError) -> None:
        self._busy = False
        self._banner.say(say_error(error, language()), mood=Mood.REFUSED)
        self.updated.emit()

    def _can_undo_to_here(self) -> bool:
        last = self.session.case.can_undo
        return (
            self.session.case.editable
            and self._chosen is not None
            and last is not None
            and last.seq > self._chosen.seq
            and not self._busy
        )

    # The page

    def heading(self) -> Heading:
        return Heading(self.tr("History"), self._title)

    def footing(self) -> Footing:
        back = PageButton(self.tr("Undo to here"), self._undo_to_here, enabled=self._can_undo_to_here())
        if self._chosen is not None and back.enabled:
            note = self.tr("“Undo to here” takes back everything after entry {n}.").format(n=number(self._chosen.seq))
        else:
            note = self.tr("Nothing is ever deleted: an undo is an entry of its own.")
        return Footing(
            note,
            self.tr("Sendings stay: what left cannot be taken back."),
            PageButton(self.tr("Integrity check"), self._verify, "Ctrl Enter", enabled=not self._busy),
            (back,),
        )

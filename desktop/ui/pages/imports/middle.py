"""The middle of the page: figures, a warning, and the rows; or the files of a folder."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.intake.matching import Matched
from desktop.intake.previews import ChangeKind, FileKind, FilePreview
from desktop.ui.language import joined, language, number, short_date
from desktop.ui.pages.imports.changes import Row
from desktop.ui.pages.imports.chosen import Bundle
from desktop.ui.pages.imports.counts import Count, Counts
from desktop.ui.pages.imports.firstlines import FirstLines
from desktop.ui.pages.imports.words import change_line, decoding_words, file_words, ground_line, sides_line
from desktop.ui.theme.type import Size, px
from desktop.ui.viewer.document import Document
from desktop.ui.widgets.banner import Banner, Mood
from desktop.ui.widgets.empty import Empty
from desktop.ui.widgets.ink import Ink
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.table import Cells, Column, Table
from desktop.uses.workstation import Workstation
from desktop.words import say_error

_FEW: Final = 8
_ANY: Final = 16_777_215
"""Qt's own bound of a widget's height: none."""


class Middle(Panel):
    """``row_chosen`` sends the ``Row`` at hand, or None; ``files_chosen`` the marked files, the one at hand first."""

    row_chosen = Signal(object)
    files_chosen = Signal(object)

    def __init__(self, station: Workstation, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._station = station
        self._title = Label(size=Size.TITLE, bold=True, elided=True)
        self._compared = Label(tone=Tone.SECOND)
        self._counts = Counts()
        self._banner = Banner()
        self.table: Table[Row] = Table(
            self.tr("Changes"),
            (
                Column(self.tr("Change"), 134),
                Column(self.tr("Finding")),
                Column(self.tr("Before → after"), 226),
                Column(self.tr("Ground"), 232),
            ),
            lambda row: (change_line(row), (Ink(row.title),), sides_line(row), ground_line(row)),
        )
        self.table.chosen.connect(self.row_chosen)
        self._files: Table[FilePreview] = Table(
            self.tr("Files"),
            (
                Column(self.tr("File")),
                Column(self.tr("Form"), 96),
                Column(self.tr("Encoding"), 190),
                Column(self.tr("Lines"), 76, right=True),
                Column(self.tr("Undecoded"), 112, right=True),
            ),
            self._file_cells,
        )
        self._files.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        self._files.selectionModel().selectionChanged.connect(self._on_files)
        self._files.chosen.connect(self._on_files)
        self._beginning = FirstLines()
        self._beginning.hide()
        self._bundle: Bundle | None = None
        self._rest = Label(tone=Tone.SECOND, elided=True)
        self._rest.setContentsMargins(px(20), px(8), px(20), px(8))
        self._nothing = Empty(self.tr("Nothing in the list changes."))
        self._tables = QStackedWidget()
        for widget in (self.table, self._files, self._nothing):
            self._tables.addWidget(widget)
        head = QHBoxLayout()
        head.setContentsMargins(px(20), px(16), px(20), px(12))
        head.setSpacing(px(16))
        head.addWidget(self._title, 1)
        head.addWidget(self._compared)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._counts)
        column.addWidget(self._banner)
        column.addWidget(self._tables, 1)
        column.addWidget(self._rest)
        column.addWidget(self._beginning, 1)
        self.setFocusProxy(self.table)

    def show_report(self, file: FilePreview, matched: Matched, rows: Sequence[Row]) -> None:
        """Show what the report would change; the row at hand stays at hand."""
        self._bundle = None
        self.files_chosen.emit(())
        self._title.setText(file.name.rpartition("/")[2])
        run = file.compared_with
        if run is None:
            self._compared.setText(self.tr("the first of this tool"))
        elif run.when is None:
            name = run.what.rpartition("/")[2]
            self._compared.setText(self.tr("compared with {name} of this import").format(name=name))
        else:
            day = short_date(run.when.astimezone().date(), self._station.today())
            self._compared.setText(self.tr("compared with the import of {day}").format(day=day))
        self._counts.show()
        self._counts.show_counts(self._figures(file, matched))
        decided = file.gone_decided
        said = self.tr(
            "{n} findings that somebody decided are not in these results. Decisions and annotations stay.", "", decided
        )
        self._banner.say(*((said.format(n=number(decided)),) if decided else ()), mood=Mood.WARN)
        at = self.table.at
        self._tables.setMaximumHeight(_ANY)
        self._tables.setCurrentWidget(self.table if rows else self._nothing)
        self.table.show_rows(rows, min(max(at, 0), len(rows) - 1))
        self._say_rest(file, matched, rows)

    def show_files(self, bundle: Bundle) -> None:
        """Show sources and other evidence; of the same bundle the marked files stay marked."""
        marked = {file.name for file in self.marked} if self._bundle and self._bundle.key == bundle.key else set()
        at = self._files.at if marked else 0
        self._bundle = None
        first = bundle.files[0]
        one = len(bundle.files) == 1
        self._title.setText(first.name.rpartition("/")[2] if one else bundle.key.rstrip("/"))
        self._compared.setText("")
        self._counts.hide()
        if first.error is not None:
            self._banner.say(say_error(first.error, language()), mood=Mood.REFUSED)
        else:
            self._banner.say()
        self._files.show_rows(bundle.files, at)
        self._mark(bundle, marked)
        self._bundle = bundle
        self._fit_files(bundle)
        self._tables.setCurrentWidget(self._files)
        undecoded = sum(file.undecoded for file in bundle.files)
        self._rest.setText(
            self.tr(
                "{n} bytes could not be decoded. They are kept, and can be read otherwise later.", "", undecoded
            ).format(n=number(undecoded))
            if undecoded
            else ""
        )
        self._rest.setVisible(bool(undecoded))
        self.row_chosen.emit(None)
        self._on_files()

    def show_lines(self, document: Document | None) -> None:
        """The first lines of the file at hand, or none."""
        self._beginning.show_document(document if self._bundle is not None else None)

    @property
    def marked(self) -> list[FilePreview]:
        """Files that are marked, the one at hand first."""
        at = self._files.at
        rows = sorted({index.row() for index in self._files.selectionModel().selectedRows()}, key=lambda r: r != at)
        return [file for row in rows if (file := self._files.row(row)) is not None]

    def _mark(self, bundle: Bundle, names: set[str]) -> None:
        select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row, file in enumerate(bundle.files):
            if file.name in names:
                self._files.selectionModel().select(self._files.model().index(row, 0), select)

    def _fit_files(self, bundle: Bundle) -> None:
        """A few files take no more room than they need; their first lines take the rest."""
        self._tables.setMaximumHeight(
            self._files.height_of(len(bundle.files)) + 2 if len(bundle.files) < _FEW else _ANY
        )

    def _on_files(self, *_: object) -> None:
        if self._bundle is not None:
            self.files_chosen.emit(self.marked)

    def _figures(self, file: FilePreview, matched: Matched) -> list[Count]:
        settled = matched.settled
        return [
            Count(self.tr("New"), number(matched.new), self.tr("join the list"), Tone.ACCENT),
            Count(self.tr("Moved"), number(settled.moved), self.tr("only the place changes")),
            Count(self.tr("Same"), number(settled.same), self.tr("nothing changes")),
            Count(self.tr("Gone"), number(len(settled.gone)), self.tr("stay, with a mark"), Tone.WARN),
            Count(self.tr("Person's value"), number(file.kept), self.tr("the new one beside it"), Tone.PERSON),
        ]

    def _say_rest(self, file: FilePreview, matched: Matched, rows: Sequence[Row]) -> None:
        shown = {kind: sum(row.kind is kind for row in rows) for kind in ChangeKind}
        rest = {
            self.tr("new"): matched.new - shown[ChangeKind.NEW] if shown[ChangeKind.NEW] >= 2000 else 0,
            self.tr("gone"): len(matched.settled.gone) - shown[ChangeKind.GONE]
            if shown[ChangeKind.GONE] >= 2000
            else 0,
            self.tr("same"): matched.settled.same,
        }
        parts = [f"{name} {number(count)}" for name, count in rest.items() if count > 0]
        self._rest.setText(self.tr("not shown: {rest}").format(rest=joined(*parts)) if parts else "")
        self._rest.setVisible(bool(parts))

    def _file_cells(self, file: FilePreview) -> Cells:
        known = file.kind is FileKind.KNOWN
        tone = Tone.THIRD if known else Tone.TEXT
        form = self.tr("is there already") if known else file_words(file)
        undecoded = Ink(number(file.undecoded), Tone.WARN if file.undecoded else Tone.THIRD)
        return (
            (Ink(file.name.partition("/")[2] or file.name, tone),),
            (Ink(form, Tone.SECOND),),
            (Ink(decoding_words(file.decoding), Tone.SECOND),),
            (Ink(number(file.lines), tone),),
            (undecoded,),
        )

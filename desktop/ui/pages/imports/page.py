"""The import page: choosing, the preview, the import, and what came of it."""

from collections.abc import Mapping
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.casefile import Reader
from desktop.domain.changes import Change
from desktop.domain.errors import SekishoError
from desktop.domain.ids import FindingId
from desktop.domain.levels import DataClass
from desktop.intake.matching import Answers, Matched, Past
from desktop.intake.previews import FileKind, FilePreview, Preview
from desktop.ui.choosing import choose_files, choose_folder
from desktop.ui.jobs import Job, Ticks
from desktop.ui.language import joined, language, number
from desktop.ui.pages.case_page import CasePage
from desktop.ui.pages.imports.changes import Row, answers_of, rows_of, unanswered
from desktop.ui.pages.imports.chosen import Bundle, Chosen
from desktop.ui.pages.imports.details import Details
from desktop.ui.pages.imports.middle import Middle
from desktop.ui.pages.page import Footing, Heading, PageButton
from desktop.ui.session import Session
from desktop.ui.theme.type import px
from desktop.ui.widgets.banner import Banner, Mood
from desktop.ui.widgets.empty import Empty
from desktop.ui.widgets.panel import Panel
from desktop.uses.imports import Cancelled, Choices, Imported, commit_preview, preview_paths
from desktop.uses.policies import effective_policy
from desktop.uses.workstation import utc_now
from desktop.words import say_error

LEFT = 300
_TAKEN = (FileKind.REPORT, FileKind.SOURCE, FileKind.OTHER)


class Stage(Enum):
    """Where the page is."""

    CHOOSE = auto()
    READ = auto()
    PREVIEW = auto()
    IMPORT = auto()
    DONE = auto()


class ImportPage(CasePage):
    """Nothing changes before the filled button of the preview."""

    def __init__(self, session: Session, paths: tuple[Path, ...] = ()) -> None:
        super().__init__(session)
        self._stage = Stage.CHOOSE
        self._paths: tuple[Path, ...] = ()
        self._preview: Preview | None = None
        self._matched: dict[str, Matched] = {}
        self._answers: dict[FindingId, int] = {}
        self._left_out: frozenset[str] = frozenset()
        self._class = DataClass.CONFIDENTIAL
        self._highest: DataClass | None = None
        self._job: Job | None = None
        self._done = self._total = 0
        self._said = ""
        self._bundle: Bundle | None = None
        self._row: Row | None = None
        self._title = ""
        self._chosen = Chosen()
        self._middle = Middle(session.station)
        self._details = Details(session.case.actor, self._class)
        self._banner = Banner(Mood.REFUSED)
        self._empty = Empty("")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self._show_choice()
        self.ask("title", Reader.info, self._know_case)
        session.reading.ask((id(self), "policy"), lambda _: _highest(session), self._know_highest, self.failed)
        if paths:
            self.take(paths)

    # Layout

    def _lay_out(self) -> None:
        start = Panel()
        column = QVBoxLayout(start)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        preview = QWidget()
        row = QHBoxLayout(preview)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._chosen.setFixedWidth(px(LEFT))
        row.addWidget(self._chosen)
        row.addWidget(self._middle, 1)
        row.addWidget(self._details)
        self._start, self._shown = start, preview
        self._stack.addWidget(start)
        self._stack.addWidget(preview)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._banner)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._chosen.picked.connect(self._on_bundle)
        self._middle.row_chosen.connect(self._on_row)
        self._details.classed.connect(self._on_class)
        self._details.answered.connect(self._on_answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._chosen.setFixedWidth(min(px(LEFT), self.width() * 27 // 100))

    # Choosing

    def _show_choice(self) -> None:
        self._stage = Stage.CHOOSE
        self._stack.setCurrentWidget(self._start)
        self._empty.say(
            self.tr("Drop scanner results or source here, or choose them."), self.tr("Choose files"), self._choose_files
        )
        self.updated.emit()

    def _choose_files(self) -> None:
        choose_files(self, self.tr("Choose files"), self.take)

    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Choose a folder"), None, lambda path: self.take((path,)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._stage in (Stage.CHOOSE, Stage.PREVIEW):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            self.take((*self._paths, *(path for path in paths if path not in self._paths)))

    # The preview

    def take(self, paths: tuple[Path, ...]) -> None:
        """Read ``paths`` and show what importing them would do."""
        self._paths = paths
        self._stage = Stage.READ
        self._banner.say()
        self._answers, self._matched, self._left_out = {}, {}, frozenset()
        case = self.session.case

        def work(ticks: Ticks) -> Preview | None:
            try:
                return preview_paths(case, paths, progress=ticks.progress, cancelled=ticks.cancelled)
            except Cancelled:
                return None

        self._follow(self.start(self.tr("Reading what was chosen"), work, self._on_preview))
        self._stack.setCurrentWidget(self._start)
        self._empty.say(self.tr("Reading in a process of its own. Nothing has changed yet."))
        self.updated.emit()

    def _on_preview(self, preview: Preview | None) -> None:
        self._job = None
        if preview is None or not preview.files:
            if preview is not None:
                self._banner.say(self.tr("There is no file in what was chosen."), mood=Mood.NOTE)
            self._show_choice()
            return
        self._preview = preview
        self._stage = Stage.PREVIEW
        self._stack.setCurrentWidget(self._shown)
        self._chosen.show_preview(preview, self._left_out)
        self._details.say_class(len(preview.files), self._highest)
        self._middle.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updated.emit()

    def _on_bundle(self, bundle: Bundle | None) -> None:
        self._bundle = bundle
        if bundle is None:
            return
        self._details.show_bundle(bundle)
        if bundle.report is not None:
            self._show_report(bundle.report)
        else:
            self._middle.show_files(bundle)
        self.updated.emit()

    def _show_report(self, file: FilePreview) -> None:
        matched = self._matched.get(file.name, file.matched)
        if matched is not None:
            self._middle.show_report(file, matched, rows_of(file, self._answers))

    def _on_row(self, row: Row | None) -> None:
        self._row = row
        self._details.show_row(row)

    def _on_class(self, data_class: DataClass) -> None:
        self._class = data_class
        self.updated.emit()

    def _on_answer(self, group: int) -> None:
        row, file = self._row, self._bundle.report if self._bundle else None
        if row is None or row.ask is None or file is None:
            return
        self._answers[row.ask.before.finding] = group
        self._show_report(file)
        self._next_question(file)
        answers = answers_of(file, self._answers)
        matcher = file.matcher
        if matcher is not None:
            self.ask(
                "settle",
                lambda reader: matcher.settle(Past(reader), answers),
                lambda settled: self._on_settled(file, settled),
            )

    def _next_question(self, file: FilePreview) -> None:
        rows = rows_of(file, self._answers)
        at = next((n for n, row in enumerate(rows) if row.ask is not None and row.answer is None), None)
        if at is not None:
            self._middle.table.go_to(at)
        self.updated.emit()

    def _on_settled(self, file: FilePreview, matched: Matched) -> None:
        self._matched[file.name] = matched
        if self._bundle is not None and self._bundle.report is not None and self._bundle.report.name == file.name:
            self._show_report(file)
        self.updated.emit()

    def _toggle_left_out(self) -> None:
        if self._bundle is None or self._preview is None:
            return
        names = {file.name for file in self._bundle.files}
        self._left_out = self._left_out - names if names <= self._left_out else self._left_out | names
        self._chosen.show_preview(self._preview, self._left_out)
        self.updated.emit()

    # The import

    def _import(self) -> None:
        preview = self._preview
        if preview is None:
            return
        self._stage = Stage.IMPORT
        answers = self._all_answers(preview)
        choices = Choices(self._class, answers, self._left_out)
        case = self.session.case

        def work(ticks: Ticks) -> Imported | None:
            try:
                return commit_preview(case, preview, choices, progress=ticks.progress, cancelled=ticks.cancelled)
            except Cancelled:
                return None

        self._follow(self.start(self.tr("Importing"), work, self._on_imported))
        self.updated.emit()

    def _all_answers(self, preview: Preview) -> Mapping[str, Answers]:
        given = {file.name: answers_of(file, self._answers) for file in preview.files}
        return {name: answers for name, answers in given.items() if answers}

    def _on_imported(self, imported: Imported | None) -> None:
        self._job = None
        if imported is None or imported.change is None:
            self._stage = Stage.PREVIEW
            self.updated.emit()
            return
        self._stage = Stage.DONE
        reports = imported.reports.values()
        new, moved = sum(one.new for one in reports), sum(one.moved for one in reports)
        gone = sum(one.gone for one in reports)
        files = len([f for f in imported.files if f.kind in _TAKEN and f.name not in self._left_out])
        self._said = joined(
            self.tr("{n} files are in.", "", files).format(n=number(files)),
            self.tr("{new} new, {moved} moved, {gone} gone").format(
                new=number(new), moved=number(moved), gone=number(gone)
            ),
        )
        self._banner.say(self._said, mood=Mood.DONE)
        self.updated.emit()

    def _undo(self) -> None:
        self.write(self.session.case.undo, self._on_undone)

    def _on_undone(self, _change: Change) -> None:
        self.take(self._paths)
        self._banner.say(self.tr("The import is undone."), mood=Mood.NOTE)

    # Progress

    def _follow(self, job: Job) -> None:
        self._job = job
        self._done, self._total = 0, 0
        job.progressed.connect(self._on_progress)

    def _on_progress(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self.updated.emit()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.ticks.cancel()

    def failed(self, error: SekishoError) -> None:
        self._job = None
        self._banner.say(say_error(error, language()), mood=Mood.REFUSED)
        if self._stage is Stage.READ:
            self._show_choice()
        elif self._stage is Stage.IMPORT:
            self._stage = Stage.PREVIEW
        self.updated.emit()

    def _know_case(self, info: object) -> None:
        self._title = getattr(info, "title", "")
        self.updated.emit()

    def _know_highest(self, highest: DataClass | None) -> None:
        self._highest = highest
        if self._preview is not None:
            self._details.say_class(len(self._preview.files), highest)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if self._stage is Stage.PREVIEW and not event.isAutoRepeat():
            if 1 <= digit <= 9 and self._details.press(digit):
                return
            if event.key() == Qt.Key.Key_X:
                self._toggle_left_out()
                return
        super().keyPressEvent(event)

    def escape(self) -> bool:
        """Esc first stops what is under way."""
        if self._job is not None:
            self._cancel()
            return True
        return False

    # Heading and footing

    def heading(self) -> Heading:
        titles = {
            Stage.CHOOSE: self.tr("Import"),
            Stage.READ: self.tr("Import"),
            Stage.PREVIEW: self.tr("Before importing"),
            Stage.IMPORT: self.tr("Importing"),
            Stage.DONE: self.tr("Imported"),
        }
        steps = (self.tr("Choose"), self.tr("Check"), self.tr("Import"))
        step = {Stage.CHOOSE: 0, Stage.READ: 0, Stage.PREVIEW: 1, Stage.IMPORT: 2, Stage.DONE: 3}[self._stage]
        unchanged = "" if self._stage in (Stage.IMPORT, Stage.DONE) else self.tr("nothing has changed yet")
        files = len(self._preview.files) if self._preview is not None and self._stage is not Stage.CHOOSE else 0
        chosen = self.tr("{n} files chosen", "", files).format(n=number(files)) if files else ""
        return Heading(titles[self._stage], joined(self._title, chosen, unchanged), steps, step)

    def footing(self) -> Footing | None:
        leave = PageButton(self.tr("Leave"), self.left.emit, "Esc")
        match self._stage:
            case Stage.CHOOSE:
                folder = PageButton(self.tr("Choose a folder"), self._choose_folder)
                return Footing(
                    self.tr("SARIF, Nessus, Nmap, CycloneDX, CSV and source are known by their content."),
                    self.tr("Anything else is kept byte for byte as evidence."),
                    PageButton(self.tr("Choose files"), self._choose_files, "Ctrl Enter"),
                    (leave, folder),
                )
            case Stage.READ | Stage.IMPORT:
                return self._progress_footing()
            case Stage.PREVIEW:
                return self._preview_footing(leave)
            case Stage.DONE:
                return Footing(
                    self._said,
                    self.tr("It is one entry of the history, and can be undone whole."),
                    PageButton(self.tr("To the list"), self.left.emit, "Ctrl Enter"),
                    (PageButton(self.tr("Undo the import"), self._undo),),
                )

    def _progress_footing(self) -> Footing:
        reading = self._stage is Stage.READ
        share = f"{self._done / self._total:.0%}" if self._total else ""
        words = self.tr("Reading") if reading else self.tr("Importing")
        return Footing(
            self.tr("Reading what was chosen.") if reading else self.tr("Writing one entry."),
            self.tr("Esc stops it; then nothing has changed."),
            None,
            (PageButton(self.tr("Stop"), self._cancel, "Esc"),),
            f"{words} {share}".rstrip(),
            self._done,
            self._total or 1,
        )

    def _preview_footing(self, leave: PageButton) -> Footing:
        preview = self._preview
        assert preview is not None
        taken = [f for f in preview.files if f.kind in _TAKEN and f.name not in self._left_out]
        matched = [self._matched.get(f.name, f.matched) for f in taken]
        new = sum(m.new for m in matched if m)
        moved = sum(m.settled.moved for m in matched if m)
        gone = sum(len(m.settled.gone) for m in matched if m)
        open_questions = sum(unanswered(rows_of(f, self._answers)) for f in taken if f.ask)
        if not taken:
            note = self.tr("Nothing is left to import.")
        elif any(f.kind is FileKind.REPORT for f in taken):
            note = self.tr("{new} findings join, {moved} move, {gone} get a mark.").format(
                new=number(new), moved=number(moved), gone=number(gone)
            )
        else:
            note = self.tr("{n} files join the evidence.", "", len(taken)).format(n=number(len(taken)))
        detail = self.tr("It can be undone at once later.")
        if open_questions:
            asks = self.tr("{n} questions left open count as “none of them”.", "", open_questions)
            detail = f"{detail} {asks.format(n=number(open_questions))}"
        out = self._bundle is not None and {f.name for f in self._bundle.files} <= self._left_out
        toggle = PageButton(
            self.tr("Take it in again") if out else self.tr("Leave this out"), self._toggle_left_out, "X"
        )
        return Footing(
            note,
            detail,
            PageButton(self.tr("Import"), self._import, "Ctrl Enter", enabled=bool(taken)),
            (leave, toggle),
        )


def _highest(session: Session) -> DataClass | None:
    """The highest class that any approved model may get."""
    policy = effective_policy(session.station, utc_now()).policy
    return max((model.highest for model in policy.models), default=None) if policy else None

"""The import page: choosing, the preview, the import, and what came of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.casefile import Reader
from desktop.domain.changes import Change
from desktop.domain.errors import SekishoError
from desktop.domain.levels import DataClass
from desktop.intake.previews import FilePreview, Preview
from desktop.ui.choosing import choose_files, choose_folder
from desktop.ui.jobs import Job
from desktop.ui.language import language
from desktop.ui.pages.case_page import CasePage
from desktop.ui.pages.imports import footings
from desktop.ui.pages.imports.changes import Row
from desktop.ui.pages.imports.chosen import Bundle, Chosen
from desktop.ui.pages.imports.details import Details
from desktop.ui.pages.imports.firstlines import document_of
from desktop.ui.pages.imports.middle import Middle
from desktop.ui.pages.imports.state import Draft, Stage
from desktop.ui.pages.imports.work import importing, reading, reading_again
from desktop.ui.pages.page import Footing, Heading
from desktop.ui.session import Session
from desktop.ui.theme.type import px
from desktop.ui.widgets.banner import Banner, Mood
from desktop.ui.widgets.empty import Empty
from desktop.ui.widgets.panel import Panel
from desktop.uses.imports import Imported, settled_again
from desktop.uses.policies import effective_policy
from desktop.uses.workstation import utc_now
from desktop.words import say_error

LEFT = 300


class ImportPage(CasePage):
    """Nothing changes before the filled button of the preview."""

    def __init__(self, session: Session, paths: tuple[Path, ...] = ()) -> None:
        super().__init__(session)
        self._stage = Stage.CHOOSE
        self._paths: tuple[Path, ...] = ()
        self._draft: Draft | None = None
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
        self._doing = footings.Doing(
            leave=self.left.emit,
            choose_files=self._choose_files,
            choose_folder=self._choose_folder,
            stop=self._cancel,
            leave_out=self._toggle_left_out,
            take_in=self._import,
            undo=self._undo,
        )
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
        self._middle.files_chosen.connect(self._on_files)
        self._details.classed.connect(self._on_class)
        self._details.answered.connect(self._on_answer)
        self._details.encoding_chosen.connect(self._on_encoding)

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
        self._draft = None
        work = reading(self.session.case, paths)
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
        self._draft = Draft(preview)
        self._stage = Stage.PREVIEW
        self._stack.setCurrentWidget(self._shown)
        self._chosen.show_preview(preview, self._draft.left_out)
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
        if self._draft is not None and file.matched is not None:
            self._middle.show_report(file, file.matched, self._draft.rows(file))

    def _on_row(self, row: Row | None) -> None:
        self._row = row
        self._details.show_row(row)

    def _on_class(self, data_class: DataClass) -> None:
        self._class = data_class
        self.updated.emit()

    def _on_answer(self, group: int) -> None:
        row, file, draft = self._row, self._bundle.report if self._bundle else None, self._draft
        if row is None or row.ask is None or file is None or draft is None:
            return
        self._draft = draft = draft.answered(file, row.ask.before.finding, group)
        self._show_report(file)
        self._next_question(draft, file)
        self._settle(draft)

    def _next_question(self, draft: Draft, file: FilePreview) -> None:
        rows = draft.rows(file)
        at = next((n for n, row in enumerate(rows) if row.ask is not None and row.answer is None), None)
        if at is not None:
            self._middle.table.go_to(at)
        self.updated.emit()

    def _settle(self, draft: Draft) -> None:
        """Match the reports anew: an answer, or one that is left out, also changes what those after it do."""
        choices = draft.choices(self._class)
        self.ask(
            "settle",
            lambda reader: settled_again(reader, draft.preview, choices),
            lambda settled: self._on_settled(draft, settled),
        )

    def _on_settled(self, asked: Draft, settled: Preview) -> None:
        if self._draft is None:
            return
        if self._draft is not asked:  # something was said meanwhile
            self._settle(self._draft)
            return
        self._see_anew(settled)
        self.updated.emit()

    def _see_anew(self, preview: Preview) -> None:
        if self._draft is not None:
            self._draft = self._draft.seen_anew(preview)
            self._chosen.show_preview(preview, self._draft.left_out)
            if self._bundle is not None:
                self._on_bundle(self._chosen.bundle(self._bundle.key))

    def _toggle_left_out(self) -> None:
        if self._bundle is None or self._draft is None:
            return
        self._draft = self._draft.toggled(self._bundle.names)
        self._chosen.show_preview(self._draft.preview, self._draft.left_out)
        if self._bundle.report is not None:
            self._settle(self._draft)
        self.updated.emit()

    # Encodings

    def _on_files(self, files: Sequence[FilePreview]) -> None:
        """Sources were marked, the one at hand first."""
        self._details.show_encoding(files)
        if files:
            self.ask("first lines", lambda _: document_of(files[0]), self._middle.show_lines)
        else:
            self._middle.show_lines(None)

    def _on_encoding(self, encoding: str) -> None:
        """Read the marked sources by ``encoding`` (empty: find it out), and show them so."""
        draft = self._draft
        wanted = {file.name: encoding for file in self._details.encoded}
        if draft is None or not wanted or self._job is not None:
            return
        work = reading_again(self.session.case, draft.preview, wanted)
        self._follow(self.start(self.tr("Reading the sources again"), work, self._on_read_again))
        self.updated.emit()

    def _on_read_again(self, preview: Preview | None) -> None:
        self._job = None
        if preview is not None:
            self._see_anew(preview)
        self.updated.emit()

    # The import

    def _import(self) -> None:
        draft = self._draft
        if draft is None:
            return
        self._stage = Stage.IMPORT
        work = importing(self.session.case, draft.preview, draft.choices(self._class))
        self._follow(self.start(self.tr("Importing"), work, self._on_imported))
        self.updated.emit()

    def _on_imported(self, imported: Imported | None) -> None:
        self._job = None
        if imported is None or imported.change is None or self._draft is None:
            self._stage = Stage.PREVIEW
            self.updated.emit()
            return
        self._stage = Stage.DONE
        self._said = footings.imported_words(imported, self._draft.left_out)
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
        if self._draft is not None:
            self._details.say_class(len(self._draft.preview.files), highest)

    # Keys, heading and footing

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

    def heading(self) -> Heading:
        return footings.heading(self._stage, self._title, self._draft)

    def footing(self) -> Footing | None:
        draft = self._draft
        if self._stage is Stage.PREVIEW and draft is not None:
            out = self._bundle is not None and draft.leaves_out(self._bundle.names)
            return footings.to_import(draft, self._doing, out=out, busy=self._job is not None)
        if self._stage is Stage.DONE:
            return footings.done(self._said, self._doing)
        if self._stage is Stage.CHOOSE:
            return footings.to_choose(self._doing)
        return footings.in_progress(self._stage, self._doing, self._done, self._total)


def _highest(session: Session) -> DataClass | None:
    """The highest class that any approved model may get."""
    policy = effective_policy(session.station, utc_now()).policy
    return max((model.highest for model in policy.models), default=None) if policy else None

"""Opening a case where it takes more than a click: the key is asked for, or another person is editing."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.casefile import Case
from desktop.casefile.errors import CaseHasOtherNames, CaseLocked, CaseReadOnly, NewerCase, RulesChanged
from desktop.domain.errors import SekishoError
from desktop.secrets.errors import RecoveryKeyMistyped, RecoveryKeyWrongLength
from desktop.ui.choosing import choose_files
from desktop.ui.language import language
from desktop.ui.pages.form import Form
from desktop.ui.pages.page import Footing, Heading, Page, PageButton
from desktop.ui.threads import Working
from desktop.ui.widgets.empty import Empty
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.ink import Ink
from desktop.ui.widgets.label import Tone
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.widgets.table import Cells, Column, Table
from desktop.uses.cases import SUFFIX, open_case
from desktop.uses.errors import CaseKeyMissing
from desktop.uses.workstation import Workstation, recent_cases
from desktop.words import say_error


def make(station: Workstation, argument: object) -> Page:
    """``argument`` is the case's Path, or None: then the page asks for a file."""
    return OpenCasePage(station, argument if isinstance(argument, Path) else None)


class OpenCasePage(Page):
    """Opens a case in a thread and hands it to the window."""

    def __init__(self, station: Workstation, path: Path | None) -> None:
        super().__init__()
        self._station = station
        self._path = path
        self._busy = False
        self._needs_key = False
        self._readable = False
        self._working = Working("open-case", self)
        self._key = LineEdit("XXXX-XXXX-…")
        self._key.entered.connect(self._open)
        self._key.textChanged.connect(lambda _: self.updated.emit())
        self._field = Field(self.tr("Recovery key"), self._key)
        self._field.hide()
        self._form = Form()
        self._form.add(self._field)
        self._form.hide()
        self._empty = Empty(self.tr("Choose a case file."))
        self._recent: Table[Path] = Table(
            self.tr("Recent cases"), (Column(self.tr("Recent cases"), 320), Column(self.tr("Folder"))), self._cells
        )
        self._recent.chosen.connect(lambda _: self.updated.emit())
        self._recent.entered.connect(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._form)
        layout.addWidget(self._empty)
        layout.addWidget(self._recent, 1)
        recent = [] if path else recent_cases(station)
        self._recent.show_rows(recent, 0)
        self._recent.setVisible(bool(recent))
        self._empty.setVisible(not recent)
        self.setFocusProxy(self._recent if recent else self._key)
        if path is not None:
            self.take(path)

    def _cells(self, path: Path) -> Cells:
        return ((Ink(path.stem),), (Ink(str(path.parent), Tone.SECOND),))

    def take(self, path: Path) -> None:
        """Open the case at ``path``."""
        self._path = path
        self._needs_key = self._readable = False
        self._key.clear()
        self._open()

    def _choose(self) -> None:
        pattern = self.tr("Cases (*{suffix})").format(suffix=SUFFIX)
        choose_files(self, self.tr("Open a case"), lambda paths: self.take(paths[0]), pattern)

    def _open(self) -> None:
        if self._path is None or self._busy:
            return
        self._busy = True
        self._form.banner.say()
        self._recent.hide()
        self._empty.show()
        self._empty.say(self.tr("Opening {name}.").format(name=self._path.name))
        path, read_only = self._path, self._readable
        key = self._key.text().strip() if self._needs_key else None
        self.updated.emit()
        self._working.do(
            lambda: open_case(self._station, path, read_only=read_only, recovery_key=key), self._hand_over, self._refuse
        )

    def _hand_over(self, case: Case) -> None:
        self._busy = False
        self.case_ready.emit(case)

    def _refuse(self, error: SekishoError) -> None:
        self._busy = False
        self._needs_key = self._needs_key or isinstance(error, CaseKeyMissing)
        self._readable = isinstance(error, CaseLocked | NewerCase | CaseReadOnly | RulesChanged | CaseHasOtherNames)
        self._empty.hide()
        self._form.show()
        self._field.setVisible(self._needs_key)
        sentence = say_error(error, language())
        if isinstance(error, RecoveryKeyMistyped | RecoveryKeyWrongLength):
            self._field.show_error(sentence)
        else:
            self._form.banner.say(sentence)
        if self._needs_key and not self._readable:
            self._key.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updated.emit()

    def heading(self) -> Heading:
        return Heading(self.tr("Open a case"), str(self._path) if self._path else "")

    def footing(self) -> Footing:
        leave = PageButton(self.tr("Leave"), self.left.emit, "Esc")
        other = PageButton(self.tr("Choose another"), self._choose)
        if self._readable:
            return Footing(
                self.tr("It can be opened to read; nothing in it changes then."),
                main=PageButton(self.tr("Open to read"), self._open, "Ctrl Enter", enabled=not self._busy),
                others=(leave, other),
            )
        if self._needs_key:
            ready = bool(self._key.text().strip()) and not self._busy
            return Footing(
                self.tr("This machine has no key for this case."),
                self.tr("The recovery key opens it, and is then kept in this machine's keyring."),
                PageButton(self.tr("Open the case"), self._open, "Ctrl Enter", enabled=ready),
                (leave, other),
            )
        if self._path is None and not self._recent.isHidden():
            chosen = self._recent.row()
            into = PageButton(self.tr("Open the case"), self._open_recent, "Ctrl Enter", enabled=chosen is not None)
            return Footing(self.tr("Enter opens the case."), main=into, others=(leave, other))
        if self._path is None:
            choose = PageButton(self.tr("Choose a case"), self._choose, "Ctrl Enter")
            return Footing(self.tr("A case is one file. It is opened where it lies."), main=choose, others=(leave,))
        return Footing(others=(leave, other) if not self._busy else (leave,))

    def _open_recent(self) -> None:
        if (path := self._recent.row()) is not None:
            self.take(path)

    def closed(self) -> None:
        self._working.close()

"""A new case: what it is called, where it lies, how secret it is; then its recovery key, shown once."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.errors import SekishoError
from desktop.domain.levels import DataClass, Tlp
from desktop.gate.effective import Effective
from desktop.ui.choosing import choose_folder
from desktop.ui.labels import label
from desktop.ui.language import joined, language
from desktop.ui.pages.form import Form
from desktop.ui.pages.names import clean_name, free_name
from desktop.ui.pages.page import Footing, Heading, Page, PageButton
from desktop.ui.pages.recovery_key import RecoveryKey
from desktop.ui.theme.type import px
from desktop.ui.threads import Working
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.facts import Fact, Facts
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.widgets.rule import Rule
from desktop.ui.widgets.segments import Segments
from desktop.uses.cases import SUFFIX, NewCase, new_case
from desktop.uses.policies import effective_policy
from desktop.uses.workstation import Workstation, utc_now
from desktop.words import say_error


def make(station: Workstation, argument: object) -> Page:
    """The page; it takes no argument."""
    del argument
    return NewCasePage(station)


class NewCasePage(Page):
    """Makes a case and hands it to the window."""

    def __init__(self, station: Workstation) -> None:
        super().__init__()
        self._station = station
        self._folder = station.data_dir
        self._named = False
        self._made: NewCase | None = None
        self._busy = False
        self._handed_over = False
        self._working = Working("new-case", self)
        self._form = Form()
        self._title = LineEdit(self.tr("Core deposit system, assessment 2026"))
        self._name = LineEdit(self.tr("File name"))
        self._class = Segments(
            self.tr("Data class"), [(level, label(level)) for level in DataClass], DataClass.CONFIDENTIAL
        )
        self._tlp = Segments(self.tr("TLP"), [(tlp, str(tlp).removeprefix("TLP:")) for tlp in Tlp], Tlp.AMBER)
        self._encrypt = Segments(self.tr("Encryption"), [(True, self.tr("Encrypted")), (False, self.tr("Plain"))], True)
        self._title_field = Field(self.tr("Title"), self._title)
        self._place_field = Field(self.tr("Place"), self._place_row())
        self._encrypt_field = Field(self.tr("Encryption"), self._encrypt)
        self._facts = Facts(self.tr("This case"))
        self._fill_form()
        self._key = RecoveryKey()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._form)
        self._stack.addWidget(self._key)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusProxy(self._title)
        self._working.do(lambda: effective_policy(station, utc_now()), self._know_policy, self._refuse)
        self._on_change()

    # The form

    def _fill_form(self) -> None:
        self._title.textChanged.connect(self._on_title)
        self._title.entered.connect(lambda: self._name.setFocus())
        self._name.textEdited.connect(self._on_name)
        for choice in (self._class, self._tlp, self._encrypt):
            choice.chosen.connect(lambda _: self._on_change())
        for field in (
            self._title_field,
            self._place_field,
            Field(
                self.tr("Data class"),
                self._class,
                self.tr("For the whole case. Evidence gets its own class when it is brought in."),
            ),
            Field(self.tr("TLP"), self._tlp, self.tr("Stands on every report. It can be changed later.")),
            self._encrypt_field,
        ):
            self._form.add(field)
        self._form.add_beside(self._facts)
        self._form.add_beside(Rule())
        self._form.add_beside(
            Label(
                self.tr(
                    "A case is one file. Findings, decisions, evidence and the record of every sending lie in it, "
                    "and nothing leaves it without its authorisation."
                ),
                tone=Tone.SECOND,
                wrap=True,
            )
        )

    def _place_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        change = Button(self.tr("Change folder"))
        change.clicked.connect(lambda: choose_folder(self, self.tr("Change folder"), self._folder, self.set_folder))
        row.addWidget(self._name, 1)
        row.addWidget(change)
        holder.setFocusProxy(self._name)
        return holder

    def set_folder(self, folder: Path) -> None:
        """Keep the case in ``folder``."""
        self._folder = folder
        self._on_change()

    def _on_title(self, title: str) -> None:
        if not self._named:
            self._name.setText(free_name(title, SUFFIX, self._folder))
            self._name.setCursorPosition(0)
        self._on_change()

    def _on_name(self, name: str) -> None:
        self._named = bool(name)
        self._on_change()

    def _path(self) -> Path:
        name = self._name.text().strip()
        return self._folder / (name if name.endswith(SUFFIX) else f"{name}{SUFFIX}")

    def _problem(self) -> str:
        """What keeps the case from being made, or nothing."""
        name = self._name.text().strip()
        if not self._title.text().strip() or not name:
            return self.tr("Give the case a title.")
        if name != clean_name(name):
            return self.tr("The file name holds a character that a file name cannot have.")
        if self._path().exists():
            return self.tr("There is a file of this name already. Choose another name.")
        return ""

    def _on_change(self) -> None:
        taken = bool(self._name.text()) and self._problem() != "" and bool(self._title.text().strip())
        self._place_field.show_help(str(self._folder))
        if taken:
            self._place_field.show_error(self._problem())
        encrypted = bool(self._encrypt.value)
        key = self.tr("keyring, and a recovery key") if encrypted else self.tr("none")
        self._facts.show_facts(
            (
                Fact(self.tr("Folder"), self._folder.name, tip=str(self._folder)),
                Fact(self.tr("Editor"), self._station.actor),
                Fact(
                    self.tr("Class"), joined(label(self._class.value or DataClass.CONFIDENTIAL), str(self._tlp.value))
                ),
                Fact(self.tr("Key"), key, tone=Tone.TEXT if encrypted else Tone.WARN),
            )
        )
        self.updated.emit()

    def _know_policy(self, effective: Effective) -> None:
        if effective.policy is not None and effective.policy.encrypt_cases:
            self._encrypt.set_value(True)
            self._encrypt.offer([True], self.tr("The policy wants every case encrypted."))
            self._encrypt_field.show_help(self.tr("The policy wants every case encrypted."))
        else:
            self._encrypt_field.show_help(
                self.tr("The key is kept in this machine's keyring, and a recovery key is shown once.")
            )
        self._on_change()

    # Making it

    def _make(self) -> None:
        self._busy = True
        self._form.banner.say()
        self.updated.emit()
        path, title = self._path(), self._title.text().strip()
        encrypt = bool(self._encrypt.value)
        data_class = self._class.value or DataClass.CONFIDENTIAL
        tlp = self._tlp.value or Tlp.AMBER

        def work() -> NewCase:
            path.parent.mkdir(parents=True, exist_ok=True)
            return new_case(self._station, path, title=title, encrypt=encrypt, data_class=data_class, tlp=tlp)

        self._working.do(work, self._on_made, self._refuse)

    def _on_made(self, made: NewCase) -> None:
        self._busy = False
        self._made = made
        if made.recovery_key is None:
            self._hand_over()
            return
        self._key.show_key(made.recovery_key, kept=made.key_is_kept, title=self._title.text().strip())
        self._stack.setCurrentWidget(self._key)
        self._key.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updated.emit()

    def _hand_over(self) -> None:
        if self._made is not None:
            self._handed_over = True
            self._key.forget()
            self.case_ready.emit(self._made.case)

    def _refuse(self, error: SekishoError) -> None:
        self._busy = False
        self._form.banner.say(say_error(error, language()))
        self.updated.emit()

    # The page

    def heading(self) -> Heading:
        steps = (self.tr("Decide"), self.tr("Recovery key")) if self._encrypt.value else ()
        return Heading(
            self.tr("New case"), self.tr("Nothing leaves this machine"), steps, 1 if self._made is not None else 0
        )

    def footing(self) -> Footing:
        if self._made is not None:
            return Footing(
                self.tr("This key will not be shown again."),
                self.tr("Without it and without this machine's keyring nobody can open the case."),
                PageButton(self.tr("I have kept it: open the case"), self._hand_over, "Ctrl Enter"),
            )
        problem = self._problem()
        return Footing(
            problem or self.tr("A case will be made at {path}.").format(path=self._path().name),
            "" if problem else self.tr("You can change everything but the place later."),
            PageButton(self.tr("Make the case"), self._make, "Ctrl Enter", enabled=not problem and not self._busy),
            (PageButton(self.tr("Leave"), self.left.emit, "Esc"),),
        )

    def escape(self) -> bool:
        """A key that is shown once is not put away by a stray Esc."""
        return self._made is not None or self._busy

    def closed(self) -> None:
        self._working.close()
        if self._made is not None and not self._handed_over:
            self._made.case.close()

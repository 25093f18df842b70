"""The leave to test: who owns the target, who authorised the work, its scope, its last day. No record, no sending."""

from PySide6.QtWidgets import QVBoxLayout

from desktop.casefile import CaseInfo, Reader
from desktop.casefile.actions import Authorise
from desktop.domain.changes import Change, Kind
from desktop.domain.errors import SekishoError
from desktop.domain.runs import Authorisation
from desktop.ui.language import language, long_date
from desktop.ui.pages.case_page import CasePage
from desktop.ui.pages.form import Form
from desktop.ui.pages.page import Footing, Heading, Page, PageButton
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Mood
from desktop.ui.widgets.dayedit import DayEdit
from desktop.ui.widgets.facts import Fact, Facts
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.widgets.rule import Rule
from desktop.words import say_error


def make(session: Session, argument: object) -> Page:
    """The page; it takes no argument."""
    del argument
    return AuthorisePage(session)


class AuthorisePage(CasePage):
    """Records an authorisation; the newest record counts, older ones stay in the history."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._info: CaseInfo | None = None
        self._form = Form()
        self._owner = LineEdit(self.tr("Deposit systems department, Sample Bank"))
        self._by = LineEdit(self.tr("Chief information security officer"))
        self._scope = LineEdit(self.tr("Source of the deposit system, its JCL and settings"))
        self._until = DayEdit()
        self._reference = LineEdit("KY-2026-118")
        self._until_field = Field(self.tr("Last day"), self._until)
        self._facts = Facts(self.tr("What holds now"))
        self._fill()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._form)
        self.setFocusProxy(self._owner)
        self._read()

    def _fill(self) -> None:
        fields = (
            Field(self.tr("Owner of the target"), self._owner),
            Field(self.tr("Authorised by"), self._by),
            Field(self.tr("Scope"), self._scope, self.tr("What may be tested. It stands in every report.")),
            self._until_field,
            Field(self.tr("Reference (may stay empty)"), self._reference),
        )
        for field in fields:
            self._form.add(field)
            editor = field.editor
            if isinstance(editor, LineEdit):
                editor.textChanged.connect(lambda _: self._on_text())
                editor.entered.connect(lambda: self.focusNextChild())
        self._form.add_beside(self._facts)
        self._form.add_beside(Rule())
        self._form.add_beside(
            Label(
                self.tr("Until the last day is over, the gate may let evidence of this case go to approved models."),
                tone=Tone.SECOND,
                wrap=True,
            )
        )

    def _read(self) -> None:
        self.ask("info", Reader.info, self._show)

    def _show(self, info: CaseInfo) -> None:
        first = self._info is None
        self._info = info
        given = info.authorisation
        if given is None:
            self._facts.show_facts((Fact(self.tr("Authorisation"), self.tr("none"), tone=Tone.WARN, bold=True),))
        else:
            late = given.until < self.session.station.today()
            self._facts.show_facts(
                (
                    Fact(self.tr("Owner"), given.owner),
                    Fact(self.tr("Authorised by"), given.by),
                    Fact(self.tr("Scope"), given.scope),
                    Fact(self.tr("Last day"), long_date(given.until), tone=Tone.BLOCKED if late else Tone.TEXT),
                    *((Fact(self.tr("Reference"), given.reference),) if given.reference else ()),
                )
            )
            if first:
                for editor, value in (
                    (self._owner, given.owner),
                    (self._by, given.by),
                    (self._scope, given.scope),
                    (self._reference, given.reference),
                ):
                    editor.setText(value)
                self._until.set_day(given.until)
        self.updated.emit()

    def case_changed(self, change: Change) -> None:
        if Kind.AUTHORISATION in change.kinds:
            self._read()

    def _on_text(self) -> None:
        day, today = self._until.day, self.session.station.today()
        if self._until.text().strip() and day is None:
            self._until_field.show_error(self.tr("Write the day as 2027-03-31."))
        elif day is not None and day < today:
            self._until_field.show_error(self.tr("This day is over. Choose a later one."))
        elif day is not None:
            days = (day - today).days
            self._until_field.show_help(self.tr("{n} days from today, the last day included", "", days).format(n=days))
        else:
            self._until_field.show_help("")
        self.updated.emit()

    def _given(self) -> Authorisation | None:
        """What is entered, or None while something is missing or wrong."""
        day = self._until.day
        texts = [editor.text().strip() for editor in (self._owner, self._by, self._scope)]
        if day is None or day < self.session.station.today() or not all(texts):
            return None
        owner, by, scope = texts
        return Authorisation(owner, by, scope, day, self._reference.text().strip())

    def _record(self) -> None:
        given = self._given()
        if given is None:
            return
        self.write(lambda: self.session.case.do(Authorise(given)), lambda _change: self.left.emit())

    def failed(self, error: SekishoError) -> None:
        self._form.banner.say(say_error(error, language()), mood=Mood.REFUSED)

    def heading(self) -> Heading:
        return Heading(self.tr("Authorisation"), self._info.title if self._info else "")

    def footing(self) -> Footing:
        given = self._given()
        known = self._info is not None and given == self._info.authorisation
        editable = self.session.case.editable
        if not editable:
            note = self.tr("The case is open to read; nothing can be recorded.")
        elif known:
            note = self.tr("This is what is recorded already.")
        elif given is None:
            note = self.tr("Enter owner, who authorised, scope and the last day.")
        else:
            note = self.tr("The authorisation ends with {day}.").format(day=long_date(given.until))
        return Footing(
            note,
            self.tr("It is recorded under your name, {name}, and can be undone.").format(name=self.session.case.actor),
            PageButton(
                self.tr("Record"), self._record, "Ctrl Enter", enabled=given is not None and not known and editable
            ),
            (PageButton(self.tr("Leave"), self.left.emit, "Esc"),),
        )

"""The first start: the language, the name as it stands in records, and where to begin (UX §6)."""

from enum import Enum, auto
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout

from desktop.casefile import Case
from desktop.domain.errors import SekishoError
from desktop.gate.effective import Effective, State
from desktop.gate.reasons import sentences
from desktop.ui.language import language, speak
from desktop.ui.pages.form import Form
from desktop.ui.pages.page import Footing, Heading, Page, PageButton
from desktop.ui.threads import Working
from desktop.ui.widgets.banner import Mood
from desktop.ui.widgets.facts import Fact, Facts
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.widgets.rule import Rule
from desktop.ui.widgets.segments import Segments
from desktop.uses.policies import effective_policy
from desktop.uses.samples import sample_case
from desktop.uses.workstation import Workstation, save_settings, utc_now
from desktop.words import Lang, say_error


class Begin(Enum):
    """Where an analyst begins."""

    SAMPLE = auto()
    NEW = auto()
    OPEN = auto()


def make(station: Workstation, argument: object) -> Page:
    """The page; it takes no argument."""
    del argument
    return FirstRunPage(station)


class FirstRunPage(Page):
    """Keeps language and name, then opens what was chosen."""

    def __init__(self, station: Workstation) -> None:
        super().__init__()
        self._station = station
        self._effective: Effective | None = None
        self._busy = False
        self._done, self._total = 0, 0
        self._working = Working("first-run", self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._build(str(station.settings["name"]) or station.actor, Begin.SAMPLE)
        self._working.do(lambda: effective_policy(station, utc_now()), self._know_policy, self._refuse)

    def _build(self, name: str, begin: Begin) -> None:
        """Put the questions in the language that was chosen."""
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._form = Form()
        self._languages = Segments(self.tr("Language"), [(Lang.JA, "日本語"), (Lang.EN, "English")], language())
        self._languages.chosen.connect(self._on_language)
        self._name = LineEdit(self.tr("Your name"))
        self._name.setText(name)
        self._name.textChanged.connect(lambda _: self.updated.emit())
        self._begin = Segments(
            self.tr("Begin with"),
            [
                (Begin.SAMPLE, self.tr("Sample bank")),
                (Begin.NEW, self.tr("A new case")),
                (Begin.OPEN, self.tr("A case that exists")),
            ],
            begin,
        )
        self._begin.chosen.connect(lambda _: self._on_begin())
        self._begin_field = Field(self.tr("③ Begin with"), self._begin)
        self._form.add(Field(self.tr("① Language"), self._languages))
        self._form.add(
            Field(
                self.tr("② Your name, as it is to stand in records"),
                self._name,
                self.tr("Each decision, approval and sending is recorded under it. Others may read it in reports."),
            )
        )
        self._form.add(self._begin_field)
        self._governed = Facts(self.tr("This machine"))
        self._why = Label(tone=Tone.SECOND, wrap=True)
        self._form.add_beside(self._governed)
        self._form.add_beside(Rule())
        self._form.add_beside(self._why)
        self._layout.addWidget(self._form)
        self._form.show()
        self.setFocusProxy(self._name)
        self._on_begin()
        self._show_policy()

    def _on_language(self, lang: Lang) -> None:
        save_settings(self._station, language=str(lang))
        speak(cast(QApplication, QApplication.instance()), lang)
        self.settings_changed.emit({"language": str(lang)})
        self._build(self._name.text(), self._begin.value or Begin.SAMPLE)
        self._languages.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updated.emit()

    def _on_begin(self) -> None:
        helps = {
            Begin.SAMPLE: self.tr("A made-up bank with old programs, scanner results and planted weaknesses."),
            Begin.NEW: self.tr("An empty case file for your own work."),
            Begin.OPEN: self.tr("A case file from this machine or a colleague."),
        }
        self._begin_field.show_help(helps[self._begin.value or Begin.SAMPLE])
        self.updated.emit()

    def _know_policy(self, effective: Effective) -> None:
        self._effective = effective
        self._show_policy()

    def _show_policy(self) -> None:
        found = self._effective
        if found is None:
            return
        policy = found.policy
        states = {
            State.MANAGED: self.tr("managed"),
            State.UNMANAGED: self.tr("unmanaged"),
            State.OFFLINE: self.tr("offline"),
        }
        warned = found.state is not State.MANAGED
        facts = [Fact(self.tr("State"), states[found.state], tone=Tone.WARN if warned else Tone.TEXT, bold=warned)]
        if policy is not None:
            facts.append(Fact(self.tr("By"), policy.issuer))
            facts.append(Fact(self.tr("Policy"), self.tr("no. {serial}").format(serial=policy.serial)))
        self._governed.show_facts(facts)
        if found.state is State.MANAGED and policy is not None:
            self._why.setText(self.tr("{issuer} decides what may leave it.").format(issuer=policy.issuer))
        else:
            self._why.setText(" ".join(sentences(found.reasons, language())))

    # Going on

    def _go_on(self) -> None:
        name = self._name.text().strip()
        save_settings(self._station, language=str(language()), name=name)
        self.settings_changed.emit({"language": str(language()), "name": name})
        match self._begin.value:
            case Begin.NEW:
                self.page_wanted.emit("new_case", None)
            case Begin.OPEN:
                self.page_wanted.emit("open_case", None)
            case _:
                self._open_sample(name)

    def _open_sample(self, name: str) -> None:
        self._busy = True
        self._form.banner.say()
        self.updated.emit()
        self._working.do(lambda: sample_case(self._station, name), self._on_sample, self._refuse)

    def _on_sample(self, case: Case) -> None:
        self._busy = False
        self.case_ready.emit(case)

    def _refuse(self, error: SekishoError) -> None:
        self._busy = False
        self._form.banner.say(say_error(error, language()), mood=Mood.REFUSED)
        self.updated.emit()

    def heading(self) -> Heading:
        return Heading(self.tr("Welcome to Sekisho"), self.tr("Three questions, once"))

    def footing(self) -> Footing:
        named = bool(self._name.text().strip())
        words = {
            Begin.SAMPLE: self.tr("Open the sample bank"),
            Begin.NEW: self.tr("Make a case"),
            Begin.OPEN: self.tr("Choose a case"),
        }
        if self._busy:
            note = self.tr("Reading the sample bank.")
        elif named:
            note = self.tr("Everything here can be changed later in the settings.")
        else:
            note = self.tr("Enter your name.")
        main = PageButton(
            words[self._begin.value or Begin.SAMPLE], self._go_on, "Ctrl Enter", enabled=named and not self._busy
        )
        return Footing(note, main=main)

    def escape(self) -> bool:
        """There is nothing to go back to."""
        return True

    def closed(self) -> None:
        self._working.close()

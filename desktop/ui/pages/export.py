"""Writing the case for others: which form, for whom, in which language, where; and what it will and won't hold."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.casefile import CaseInfo, FindingIndex, Query, Reader
from desktop.domain.errors import SekishoError
from desktop.reports import FORMATS
from desktop.reports.data import Profile
from desktop.reports.reach import Reach, reach_of_case
from desktop.reports.saying import share
from desktop.ui.choosing import choose_folder
from desktop.ui.labels import label
from desktop.ui.language import joined, language, number
from desktop.ui.pages.case_page import CasePage
from desktop.ui.pages.form import Form
from desktop.ui.pages.names import clean_name, free_name
from desktop.ui.pages.page import Footing, Heading, Page, PageButton
from desktop.ui.session import Session
from desktop.ui.theme.type import px
from desktop.ui.widgets.banner import Mood
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.facts import Fact, Facts
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.label import Tone
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.widgets.rule import Rule
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.sizes import size_words
from desktop.uses.exports import Written, export
from desktop.words import Lang, say_error


@dataclass(frozen=True, slots=True)
class Counts:
    """Findings by how the report tells them; together they are all of the case."""

    real: int
    undecided: int
    leads: int
    dismissed: int
    unanchored: int


def make(session: Session, argument: object) -> Page:
    """The page; it takes no argument."""
    del argument
    return ExportPage(session)


class ExportPage(CasePage):
    """Writes one report; the case does not change."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._info: CaseInfo | None = None
        self._busy = False
        self._written: Written | None = None
        self._folder = _documents()
        self._form = Form()
        self._format = Segments(
            self.tr("Form"),
            [(name, one.title) for name, one in FORMATS.items()],
            "pdf",
        )
        self._profile = Segments(
            self.tr("For whom"),
            [(Profile.FULL, self.tr("In full")), (Profile.REDACTED, self.tr("Masked, without quotes"))],
            Profile.FULL,
        )
        self._language = Segments(self.tr("Language"), [(Lang.JA, "日本語"), (Lang.EN, "English")], language())
        self._name = LineEdit(self.tr("File name"))
        self._format_field = Field(self.tr("Form"), self._format)
        self._profile_field = Field(self.tr("For whom"), self._profile)
        self._place_field = Field(self.tr("Place"), self._place_row())
        self._what = Facts(self.tr("What it holds"))
        self._left_out = Facts(self.tr("What it leaves out"))
        self._read = Facts(self.tr("Who has read the source"))
        self._result = Facts(self.tr("Written"))
        self._open = Button(self.tr("Open the folder"))
        self._open.clicked.connect(self._open_folder)
        self._fill()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._form)
        self.setFocusProxy(self._format)
        self.ask("info", Reader.info, self._know_info)
        self.ask("reach", reach_of_case, self._know_reach)
        session.ask_index(id(self), _counts, self._know_counts)
        self._on_choice()

    def _fill(self) -> None:
        for field in (
            self._format_field,
            self._profile_field,
            Field(self.tr("Language"), self._language, self.tr("Of the report; the window keeps its own.")),
            self._place_field,
        ):
            self._form.add(field)
        for choice in (self._format, self._profile, self._language):
            choice.chosen.connect(lambda _: self._on_choice())
        self._name.textEdited.connect(lambda _: self._on_name())
        self._form.banner.put_beside(self._open)
        for widget in (self._what, Rule(), self._left_out, Rule(), self._read, Rule(), self._result):
            self._form.add_beside(widget)
        self._result.hide()

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
        """Write into ``folder``."""
        self._folder = folder
        self._on_choice()

    # What it will hold

    def _know_info(self, info: CaseInfo) -> None:
        self._info = info
        self._on_choice()

    def _know_counts(self, counts: Counts) -> None:
        self._what.show_facts(
            (
                Fact(self.tr("Decided to be real"), number(counts.real), bold=True),
                Fact(self.tr("Undecided, of tools and people"), number(counts.undecided)),
                Fact(self.tr("AI leads, marked as unverified"), number(counts.leads), tone=Tone.MODEL),
            )
        )
        self._left_out.show_facts(
            (
                Fact(self.tr("Dismissed (title and reason)"), number(counts.dismissed)),
                Fact(self.tr("Quote not found (title only)"), number(counts.unanchored)),
            )
        )

    def _know_reach(self, reach: Reach) -> None:
        def told(words: str, lines: int, tone: Tone = Tone.TEXT) -> Fact:
            return Fact(words, joined(number(lines), share(lines, reach.lines, language())), tone=tone)

        self._read.show_facts(
            (
                Fact(self.tr("Lines of source"), number(reach.lines)),
                told(self.tr("Read by a person"), reach.person),
                told(self.tr("By AI only"), reach.model, Tone.MODEL),
                told(self.tr("By rules only"), reach.rules),
                told(self.tr("By nobody"), reach.nobody, Tone.WARN if reach.nobody else Tone.TEXT),
            )
        )

    # Choosing

    def _on_choice(self) -> None:
        chosen = FORMATS.get(self._format.value or "")
        self._format_field.show_help(chosen.about(language()) if chosen else "")
        redacted = self._profile.value is Profile.REDACTED
        self._profile_field.show_help(
            self.tr("Texts are masked as if they were to leave, and no line of evidence is quoted.")
            if redacted
            else self.tr("With quotes from the evidence. Only for those who may see the evidence itself.")
        )
        if self._info is not None:
            day = self.session.station.today().isoformat()
            stem = "-".join((Path(self._info.path).stem, day, *(("masked",) if redacted else ())))
            self._name.setText(free_name(stem, f".{self._format.value}", self._folder))
            self._name.setCursorPosition(0)
        self._on_name()

    def _on_name(self) -> None:
        self._place_field.show_help(str(self._folder))
        problem = self._problem()
        if problem and not self._is_written():
            self._place_field.show_error(problem)
        self.updated.emit()

    def _is_written(self) -> bool:
        """Whether the file of this name is the one that this page has just written."""
        return self._written is not None and self._written.path == self._out()

    def _out(self) -> Path:
        return self._folder / self._name.text().strip()

    def _problem(self) -> str:
        name = self._name.text().strip()
        if not name:
            return self.tr("Give the file a name.")
        if name != clean_name(name):
            return self.tr("The file name holds a character that a file name cannot have.")
        if self._out().exists():
            return self.tr("There is a file of this name already. Choose another name.")
        return ""

    # Writing

    def _write(self) -> None:
        self._busy = True
        self._form.banner.say()
        self.updated.emit()
        out, name = self._out(), self._format.value or "pdf"
        profile, lang = str(self._profile.value), self._language.value or language()
        session = self.session
        self.start(
            self.tr("Export"),
            lambda ticks: export(
                session.case, session.station, name, out, profile=profile, lang=lang, progress=ticks.progress
            ),
            self._on_written,
        )

    def _on_written(self, written: Written) -> None:
        self._busy = False
        self._written = written
        self._form.banner.say(
            self.tr("{name} is written: findings {n}, AI leads {leads}, left out {left}.").format(
                name=written.path.name,
                n=number(written.findings),
                leads=number(written.leads),
                left=number(written.left_out),
            ),
            mood=Mood.DONE,
        )
        self._open.show()
        self._result.show()
        self._result.show_facts(
            (
                Fact(self.tr("File"), written.path.name, tip=str(written.path)),
                Fact(self.tr("Size"), size_words(written.size)),
                Fact("SHA-256", f"{written.sha256[:8]}…{written.sha256[-4:]}", tip=written.sha256),
            )
        )
        self._on_name()

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.path.parent)))

    def failed(self, error: SekishoError) -> None:
        self._busy = False
        self._open.hide()
        self._form.banner.say(say_error(error, language()), mood=Mood.REFUSED)
        self.updated.emit()

    # The page

    def heading(self) -> Heading:
        info = self._info
        return Heading(self.tr("Export"), joined(info.title, label(info.data_class), str(info.tlp)) if info else "")

    def footing(self) -> Footing:
        problem = self._problem()
        if self._busy:
            note = self.tr("Writing {name}.").format(name=self._out().name)
        elif problem and self._is_written():
            note = self.tr("Written. Choose another form, or go back.")
        else:
            note = problem or self.tr("{name} will be written.").format(name=self._out().name)
        return Footing(
            note,
            self.tr("Nothing is sent. Each finding stands in it as it stands here."),
            PageButton(self.tr("Export"), self._write, "Ctrl Enter", enabled=not problem and not self._busy),
            (PageButton(self.tr("Leave"), self.left.emit, "Esc"),),
        )

    def closed(self) -> None:
        super().closed()
        self.session.forget_index(id(self))


def _documents() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(place) if place else Path.home()
    return folder if folder.is_dir() else Path.home()


def _counts(index: FindingIndex) -> Counts:
    def count(query: str) -> int:
        return index.query(Query.parse(query)).count

    held = "-verification:refuted"
    return Counts(
        real=count(f"is:real {held}"),
        undecided=count(f"is:undecided -is:lead {held}"),
        leads=count(f"is:lead {held}"),
        dismissed=count("is:dismissed") + count("verification:refuted -is:dismissed"),
        unanchored=count(f"is:unanchored {held}"),
    )

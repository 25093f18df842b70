"""The right column: how a file was read, where it comes from, its data class, and the row at hand with its question."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.levels import DataClass
from desktop.intake.previews import FileKind, FilePreview, Place
from desktop.ui.labels import label
from desktop.ui.language import joined, long_date, moment, number
from desktop.ui.pages.form import Beside
from desktop.ui.pages.imports.changes import Row
from desktop.ui.pages.imports.chosen import Bundle
from desktop.ui.pages.imports.encoding import EncodingChoice
from desktop.ui.pages.imports.words import decoding_words, file_words, languages_words
from desktop.ui.theme.type import Size, px
from desktop.ui.viewer.decodings import encoding_name
from desktop.ui.widgets.facts import Fact, Facts
from desktop.ui.widgets.keybutton import KeyButton
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.rule import Rule
from desktop.ui.widgets.segments import Segments

NONE_OF_THEM = 0


class Details(Beside):
    """``classed`` sends the data class chosen, ``answered`` a group of a new finding, or 0 for none of them.

    ``encoding_chosen`` names an encoding for ``encoded``, or is empty: find it out again.
    """

    classed = Signal(object)
    answered = Signal(object)  # a group is a 64-bit number, which Qt's int is not

    encoding_chosen = Signal(str)

    def __init__(self, actor: str, data_class: DataClass, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._actor = actor
        self._answers: list[int] = []
        self._read = Facts(self.tr("How it was read"))
        self._encoding = EncodingChoice()
        self._encoding.chosen.connect(self.encoding_chosen)
        self._encoding_rule = Rule()
        self._origin = Facts(self.tr("Where it comes from"))
        self._class = Segments(self.tr("Data class"), [(level, label(level)) for level in DataClass], data_class)
        self._class.chosen.connect(self.classed)
        self._class_words = Label(size=Size.SECONDARY, tone=Tone.SECOND, wrap=True)
        self._class_words.setContentsMargins(0, px(6), 0, 0)
        self._row = QWidget()
        self._question = QVBoxLayout(self._row)
        self._question.setContentsMargins(0, 0, 0, 0)
        self._question.setSpacing(px(8))
        caption = Label(self.tr("Data class"), size=Size.SECONDARY, bold=True, tone=Tone.SECOND)
        caption.setContentsMargins(0, 0, 0, px(8))
        self._row_rule = Rule()
        for widget in (
            self._read,
            self._encoding_rule,
            self._encoding,
            Rule(),
            self._origin,
            Rule(),
            caption,
            self._class,
            self._class_words,
            self._row_rule,
            self._row,
        ):
            self.add(widget)
        self.show_row(None)
        self.show_encoding(())

    # The file

    def show_bundle(self, bundle: Bundle) -> None:
        """Show how its file or files were read, and where they come from."""
        report = bundle.report
        if report is not None:
            self._read.show_facts(self._report_facts(report))
        elif len(bundle.files) == 1:
            self._read.show_facts(self._source_facts(bundle.files[0]))
        else:
            self._read.show_facts(self._folder_facts(bundle.files))
        self._origin.show_facts(self._origin_facts(bundle))

    def show_encoding(self, files: Sequence[FilePreview]) -> None:
        """Offer encodings for these sources, the one at hand first."""
        self._encoding.show_files(files)
        self._encoding_rule.setVisible(bool(self.encoded))

    @property
    def encoded(self) -> tuple[FilePreview, ...]:
        """Sources that an encoding is chosen for."""
        return self._encoding.files

    def _report_facts(self, file: FilePreview) -> list[Fact]:
        form = file_words(file)
        by_itself = form if file.asked.format else self.tr("{form} (found out)").format(form=form)
        count = file.occurrences
        read = self.tr("{n} records, all read", "", count).format(n=number(count))
        if file.unread:
            read = self.tr("{unread} of {n} records unreadable", "", file.unread).format(
                unread=number(file.unread), n=number(count + file.unread)
            )
        departures = sum(int(str(note.fields.get("count", 1))) for note in file.warnings if not note.raw[1])
        mended = self.tr("{n} departures, mended", "", departures).format(n=number(departures))
        facts = [
            Fact(self.tr("Form"), by_itself),
            Fact(self.tr("Encoding"), file.encoding or "—"),
            Fact(self.tr("Results"), read, tone=Tone.WARN if file.unread else Tone.TEXT, bold=True),
            Fact(
                self.tr("Specification"),
                mended if departures else self.tr("kept to"),
                tone=Tone.WARN if departures else Tone.TEXT,
            ),
        ]
        return [*facts, self._seconds(file.seconds)]

    def _source_facts(self, file: FilePreview) -> list[Fact]:
        if file.kind is FileKind.FAILED:
            return [Fact(self.tr("Form"), self.tr("unreadable"), tone=Tone.BLOCKED), self._seconds(file.seconds)]
        guess = file.decoding.confidence if file.decoding else 0.0
        return [
            Fact(self.tr("Form"), file_words(file)),
            Fact(self.tr("Encoding"), decoding_words(file.decoding), tone=Tone.TEXT if guess >= 0.6 else Tone.WARN),
            Fact(self.tr("Lines"), number(file.lines)),
            Fact(
                self.tr("Undecoded bytes"),
                number(file.undecoded),
                tone=Tone.WARN if file.undecoded else Tone.TEXT,
            ),
            self._seconds(file.seconds),
        ]

    def _folder_facts(self, files: Sequence[FilePreview]) -> list[Fact]:
        undecoded = sum(file.undecoded for file in files)
        there = sum(file.kind is FileKind.KNOWN for file in files)
        return [
            Fact(self.tr("Files"), number(len(files)), bold=True),
            Fact(self.tr("Form"), languages_words(files)),
            Fact(
                self.tr("Encodings"), joined(*sorted({encoding_name(file.encoding) for file in files if file.encoding}))
            ),
            Fact(self.tr("Lines"), number(sum(file.lines for file in files))),
            Fact(self.tr("Undecoded bytes"), number(undecoded), tone=Tone.WARN if undecoded else Tone.TEXT),
            *((Fact(self.tr("There already"), number(there)),) if there else ()),
            self._seconds(sum(file.seconds for file in files)),
        ]

    def _seconds(self, seconds: float) -> Fact:
        words = self.tr("{seconds} s, in a process of its own").format(seconds=f"{seconds:.1f}")
        return Fact(self.tr("Reading"), words)

    def _origin_facts(self, bundle: Bundle) -> list[Fact]:
        first = bundle.files[0]
        facts: list[Fact] = []
        if first.tool is not None:
            facts.append(Fact(self.tr("Tool"), f"{first.tool.name} {first.tool.version}".strip()))
            if first.tool.started is not None:
                facts.append(Fact(self.tr("It ran"), moment(first.tool.started)))
        facts.append(Fact(self.tr("Received"), joined(self._actor, long_date(datetime.now().astimezone().date()))))
        if len(bundle.files) == 1 and first.sha256 is not None:
            facts.append(Fact("SHA-256", f"{first.sha256[:4]}…{first.sha256[-4:]}", tip=first.sha256))
        return facts

    # The data class

    def say_class(self, files: int, highest: DataClass | None) -> None:
        """What the class is given to, and how far it may go."""
        given = self.tr("Given to all {n} files.", "", files).format(n=number(files))
        if highest is None:
            limit = self.tr("No policy allows sending any of it to an AI.")
        else:
            limit = self.tr("Up to “{highest}” may go to an AI.").format(highest=label(highest))
        self._class_words.setText(f"{given} {limit}")

    # The row

    def show_row(self, row: Row | None) -> None:
        """Show the row at hand, with its question where it asks one."""
        while (item := self._question.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._answers = []
        ask = row.ask if row is not None else None
        self._row_rule.setVisible(ask is not None)
        self._row.setVisible(ask is not None)
        if row is None or ask is None:
            return
        title = self.tr("Chosen row: {title}").format(title=row.title)
        self._question.addWidget(Label(title, size=Size.SECONDARY, bold=True, tone=Tone.SECOND, wrap=True))
        count = len(ask.candidates)
        said = self.tr("It stood at line {line}. {n} lines are as like it now.", "", count)
        if count == 1:
            said = self.tr("It stood at line {line}. Other earlier findings are as like the new one.")
        self._question.addWidget(Label(said.format(line=number(ask.before.line), n=number(count)), wrap=True))
        for number_, spot in enumerate(ask.candidates, start=1):
            place = Place(spot.path, spot.unit, spot.line)
            words = self.tr("It is line {line} now").format(line=number(place.line))
            unit = spot.unit if spot.unit != ask.before.unit else ""
            self._add_answer(number_, joined(words, unit), spot.group, row)
        self._add_answer(count + 1, self.tr("It is none of them"), NONE_OF_THEM, row)

    def press(self, digit: int) -> bool:
        """Answer a question, or choose an encoding, by digit; False where there is no such answer."""
        if not self._answers:
            return self._encoding.press(digit)
        if not 1 <= digit <= len(self._answers):
            return False
        self.answered.emit(self._answers[digit - 1])
        return True

    def _add_answer(self, digit: int, words: str, group: int, row: Row) -> None:
        button = KeyButton(str(digit), words)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.setChecked(row.answer == group)
        button.clicked.connect(lambda: self.answered.emit(group))
        self._answers.append(group)
        self._question.addWidget(button)

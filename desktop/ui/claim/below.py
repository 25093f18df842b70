"""Below the claim: annotations, history, and the tool's own record."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.casefile.actions import RemoveAnnotation
from desktop.domain.findings import Annotation
from desktop.ui.claim.facts import Facts
from desktop.ui.history_words import entry_words
from desktop.ui.inert import one_line
from desktop.ui.language import joined, moment, number
from desktop.ui.session import Session
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.button import Button, Kind
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.prose import Prose


class Below(QWidget):
    """Three sections; each is there only where it has something to say, but the record is always named."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))

    def show_facts(self, facts: Facts) -> None:
        """Fill anew."""
        _empty(self._column)
        if facts.annotations:
            self._heading(self.tr("Annotations"), len(facts.annotations))
            for note in facts.annotations:
                self._note(note)
        if facts.history:
            self._heading(self.tr("History"), len(facts.history))
        for entry in facts.history:
            self._pair(joined(moment(entry.when), entry.who), entry_words(entry))
        self._heading(self.tr("The tool's own record"), len(facts.occurrences))
        self._record(facts)

    def _heading(self, words: str, count: int) -> None:
        self._column.addSpacing(px(10))
        self._column.addWidget(
            Label(joined(words, number(count) if count else ""), size=Size.SECONDARY, bold=True, tone=Tone.SECOND)
        )

    def _note(self, note: Annotation) -> None:
        row = QHBoxLayout()
        row.addWidget(
            Label(joined(note.who, moment(note.when)), size=Size.CAPTION, bold=True, tone=Tone.PERSON, elided=True), 1
        )
        if self._session.case.editable:
            remove = Button("", kind=Kind.QUIET, icon=Icon.CLOSE)
            remove.setAccessibleName(self.tr("Remove this annotation"))
            remove.setToolTip(self.tr("Remove this annotation"))
            remove.clicked.connect(lambda: self._session.do(RemoveAnnotation(note.id)))
            row.addWidget(remove)
        self._column.addLayout(row)
        words = Prose()
        words.show_text(note.text)
        self._column.addWidget(words)

    def _pair(self, small: str, words: str) -> None:
        self._column.addWidget(Label(small, size=Size.CAPTION, tone=Tone.SECOND))
        self._column.addWidget(Label(words, size=Size.SECONDARY, wrap=True))

    def _record(self, facts: Facts) -> None:
        if not facts.record:
            self._column.addWidget(
                Label(
                    self.tr("None: it was not imported from a file."), size=Size.SECONDARY, tone=Tone.SECOND, wrap=True
                )
            )
            return
        record = Prose(size=Size.SECONDARY, code=True, line=140)
        record.show_text("\n".join(one_line(line) for line in facts.record.splitlines()))
        self._column.addWidget(record)
        if facts.record_cut:
            self._column.addWidget(
                Label(
                    self.tr("… cut here; the original holds all of it"),
                    size=Size.SECONDARY,
                    tone=Tone.SECOND,
                    wrap=True,
                )
            )


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner := item.layout(), QHBoxLayout):
            _empty(inner)
            inner.deleteLater()

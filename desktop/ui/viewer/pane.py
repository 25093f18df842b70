"""The viewer whole: head, ruler, text, foot; it reads evidence, walks a finding's places and notes what was read."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.casefile.actions import Annotate, MarkRead, MarkShown, SetDecoding
from desktop.domain.changes import Change, Kind
from desktop.domain.findings import Finding
from desktop.domain.ids import EvidenceId
from desktop.domain.places import BytePlace, Span
from desktop.text.sniff import as_chosen
from desktop.ui.drafting import About
from desktop.ui.session import Session
from desktop.ui.viewer.document import Document
from desktop.ui.viewer.finding_text import find_line
from desktop.ui.viewer.foot import Foot
from desktop.ui.viewer.head import Head
from desktop.ui.viewer.loading import has_structure, load, margins, structure_of
from desktop.ui.viewer.ruler import Ruler
from desktop.ui.viewer.view import EvidenceView
from desktop.ui.viewer.walk import Walk
from desktop.ui.widgets.lineedit import LineEdit
from desktop.uses.evidence import read_anew

if TYPE_CHECKING:  # parsers come with it
    from desktop.source.apart import StructureReader
    from desktop.source.members import Member

_NARROWEST = 400
"""Pixels at any text size: with large text the code scrolls sideways, but the claim stays whole."""


@dataclass(frozen=True, slots=True)
class _Goal:
    """What to show once a file has been read: a span's line, or where one was before."""

    evidence: EvidenceId
    span: Span | None = None
    line: int = 0


class EvidencePane(QWidget):
    """Shows evidence. ``said`` is a sentence for the line above the decision bar, such as what was marked as read."""

    said = Signal(str)
    document_shown = Signal(object)
    """The ``Document`` now on show, or None."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._walk = Walk()
        self._goal: _Goal | None = None
        self._back: list[tuple[EvidenceId, int]] = []
        self._forth: list[tuple[EvidenceId, int]] = []
        self._shown: dict[EvidenceId, set[int]] = {}
        self._noting: tuple[EvidenceId, Span, str] | None = None
        self._resumed: tuple[EvidenceId, Span] | None = None
        """Where a note goes on that an earlier session left unkept, until its file has been read."""
        self.view = EvidenceView()
        self._head, self._foot = Head(), Foot()
        self._note = LineEdit(self.tr("Annotation"), hint=self.tr("Enter to keep"))
        self._note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._head, Ruler(self.view)):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._note)
        layout.addWidget(self._foot)
        self.setMinimumWidth(_NARROWEST)
        self.view.caret_moved.connect(self._on_caret)
        self.view.follow.connect(self.follow)
        self.view.shown.connect(self._on_shown)
        self._head.next_place.connect(partial(self.next_place, 1))
        self._head.find_wanted.connect(self._find)
        self._head.find_left.connect(self.view.setFocus)
        self._foot.chosen.connect(self.switch_encoding)
        self._note.entered.connect(self._keep_note)
        self._note.left.connect(self._leave_note)
        self._note.textEdited.connect(self._on_note)
        session.changed.connect(self._on_changed)
        session.evidence_wanted.connect(self.show_evidence)

    # What is shown

    @property
    def finding(self) -> Finding | None:
        """The finding whose places are walked."""
        return self._walk.finding

    def show_finding(self, finding: Finding | None) -> None:
        """Walk the places of ``finding``; the file on show stays where it has none."""
        self._walk = Walk.of(finding)
        self._to_place()

    def refresh_finding(self, finding: Finding) -> None:
        """The same finding, read anew: its frames change with its standing, the page does not move."""
        self._walk = Walk(finding, Walk.of(finding).places, min(self._walk.at, max(0, len(finding.places) - 1)))
        self._draw_quotes()

    def next_place(self, by: int) -> None:
        """F and D."""
        self._walk = self._walk.moved(by)
        self._to_place()

    def show_evidence(self, evidence: EvidenceId, span: Span | None = None) -> None:
        """Show a file, at ``span`` where one is given."""
        self._remember()
        self._go(_Goal(evidence, span))

    def go_back(self, by: int) -> None:
        """Alt+← and Alt+→ along the places that were jumped from."""
        source, target = (self._back, self._forth) if by < 0 else (self._forth, self._back)
        if source:
            if self.view.document is not None:
                target.append((self.view.document.evidence.id, self.view.caret[0]))
            evidence, line = source.pop()
            self._go(_Goal(evidence, line=line))

    def follow(self, word: str) -> None:
        """Ctrl+click: the paragraph of that name in this file, else the file of that name."""
        document = self.view.document
        if document is None:
            return
        name = word.upper()
        units = document.member.units if document.member else ()
        unit = next((unit for unit in units if unit.name.upper() == name), None)
        if unit is not None:
            self._remember()
            self.view.go_to(unit.first_line)
            return
        self._session.reading.ask(
            "follow",
            lambda reader: next((one.id for one in reader.evidence() if _stem(one.path) == name), None),
            self._followed,
        )

    def open_search(self) -> None:
        """``/`` in the viewer: search this file."""
        if self.view.document is not None:
            self._head.open_search()

    # What the analyst does

    def annotate(self) -> None:
        """A: a line editor for a note on the selection, or on the line of the caret."""
        document = self.view.document
        if document is None or not self._session.case.editable:
            return
        self._open_note(document, self.view.selection or document.records.span(self.view.caret[0]))

    def resume_note(self, evidence: EvidenceId, span: Span) -> None:
        """Go on with a note that was typed and not kept."""
        self._resumed = (evidence, span)
        self.show_evidence(evidence, span)

    def selected_place(self) -> BytePlace | None:
        """The selection as a place of evidence, None where nothing is selected."""
        document, span = self.view.document, self.view.selection
        if document is None or span is None:
            return None
        line, last = document.records.line_at(span.start), document.records.line_at(span.end - 1)
        unit = document.member.unit_at(span.start) if document.member else None
        return BytePlace(
            evidence=document.evidence.id,
            path=document.evidence.path,
            span=span,
            line=line,
            end_line=last,
            column=span.start - document.records.span(line).start + 1,
            unit=unit.qualified if unit else "",
            quote=document.text_between(span.start, span.end),
        )

    def mark_read(self) -> None:
        """Shift+N: the selection, else the unit that holds the caret, else what is on screen."""
        document = self.view.document
        if document is None:
            return
        first, last = self._lines_meant(document)
        self._session.do(MarkRead(document.evidence.id, first, last))
        self.said.emit(self.tr("Lines {first}–{last} are marked as read by you").format(first=first, last=last))

    def next_unread(self) -> None:
        """N: the next line that no person has read."""
        line = self.view.next_unread()
        if line is None:
            self.said.emit(self.tr("Nothing unread below in this file"))
        else:
            self.view.go_to(line)

    def flush_shown(self) -> None:
        """Write down what was on screen long enough, in as few entries as lines allow."""
        document_ids, self._shown = self._shown, {}
        if not self._session.case.editable:
            return
        for evidence, lines in document_ids.items():
            for first, last in _runs(sorted(lines)):
                self._session.do(MarkShown(evidence, first, last))

    # Within

    def _to_place(self) -> None:
        place = self._walk.here
        self._head.show_places(self._walk.at + 1 if place else 0, len(self._walk.places))
        if place is not None:
            self._go(_Goal(place.evidence, place.span))
        else:
            self._draw_quotes()

    def _go(self, goal: _Goal) -> None:
        self._goal = goal
        document = self.view.document
        if document is not None and document.evidence.id == goal.evidence:
            self._arrive(document)
        else:
            self._session.structure.ask("start", lambda structure: structure.start(), lambda _: None)
            self._session.reading.ask("evidence", lambda reader: load(reader, goal.evidence), self._loaded)

    def _loaded(self, document: Document | None) -> None:
        before = self.view.document
        if before is not None and (document is None or document.evidence.id != before.evidence.id):
            self.flush_shown()
        self.view.show_document(document)
        self._foot.show_document(document)
        self.document_shown.emit(document)
        if document is not None:
            self._arrive(document)
            self._on_caret(*self.view.caret)
            if has_structure(document):
                self._session.structure.ask(
                    "evidence", lambda structure: structure_of(structure, document), self._structured
                )

    def _structured(self, member: "Member") -> None:
        document = self.view.document
        if document is not None and member.path == document.evidence.path:
            self.view.renew(replace(document, member=member))
            self._on_caret(*self.view.caret)

    def _arrive(self, document: Document) -> None:
        goal, self._goal = self._goal, None
        self._draw_quotes()
        if goal is None:
            return
        if self._resumed == (goal.evidence, goal.span) and goal.span is not None:
            self._resumed = None
            self._open_note(document, goal.span)
        if goal.span is not None:
            spans = document.spans(goal.span)
            line = spans[0].line if spans else document.records.line_at(goal.span.start)
            self.view.go_to(line, spans[0].left if spans else 0)
        elif goal.line:
            self.view.go_to(goal.line)

    def _draw_quotes(self) -> None:
        if self.view.document is not None:
            self.view.show_quotes(self._walk.quotes_in(self.view.document))

    def _followed(self, evidence: EvidenceId | None) -> None:
        if evidence is not None:
            self.show_evidence(evidence)
        else:
            self.said.emit(self.tr("No paragraph and no file of that name"))

    def _remember(self) -> None:
        if self.view.document is not None:
            self._back.append((self.view.document.evidence.id, self.view.caret[0]))
            self._forth.clear()

    def _find(self, words: str) -> None:
        document = self.view.document
        if document is not None:
            after = self.view.caret[0]
            self._session.reading.ask("find", lambda _reader: find_line(document, words, after), self._found)

    def _found(self, line: int | None) -> None:
        self._head.show_found(line is not None)
        if line is not None:
            self.view.go_to(line)

    def _lines_meant(self, document: Document) -> tuple[int, int]:
        if (chosen := self.view.selected_lines) is not None:
            return chosen
        line = self.view.caret[0]
        unit = document.member.unit_at(document.records.span(line).start) if document.member else None
        return (unit.first_line, unit.last_line) if unit is not None else self.view.lines_in_sight()

    def _open_note(self, document: Document, span: Span) -> None:
        self._noting = (document.evidence.id, span, document.text_between(span.start, span.end))
        self._note.setText(self._session.drafts.words(_about(document.evidence.id, span)))
        self._note.show()
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_note(self, words: str) -> None:
        if self._noting is not None:
            evidence, span, _ = self._noting
            self._session.drafts.typed(_about(evidence, span), words)

    def _keep_note(self) -> None:
        words = self._note.text().strip()
        if self._noting is not None and words:
            evidence, span, quote = self._noting
            annotation = Annotate(words, evidence=evidence, span=span, quote=quote)
            self._session.do(annotation, draft=_about(evidence, span))
        self._leave_note()

    def _leave_note(self) -> None:
        self._noting = None
        self._note.hide()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def switch_encoding(self, encoding: str) -> None:
        """Read the file on show another way; the switch is journalled, the bytes never change."""
        document = self.view.document
        if document is None:
            return

        def chosen(structure: "StructureReader") -> SetDecoding:
            evidence, data = document.evidence, document.data
            return SetDecoding((read_anew(structure, evidence, data, as_chosen(data, encoding, evidence.path)),))

        self._session.structure.ask("decoding", chosen, self._session.do, self._session.say)

    def _on_caret(self, line: int, column: int) -> None:
        document = self.view.document
        if document is None:
            return
        self._foot.show_caret(line, column)
        chain = (
            document.member.chain_at(document.records.span(line).start) if document.member and document.lines else ()
        )
        self._head.show_where(document.evidence.path, chain)

    def _on_shown(self, first: int, last: int) -> None:
        if self.view.document is not None:
            self._shown.setdefault(self.view.document.evidence.id, set()).update(range(first, last + 1))

    def _on_changed(self, change: Change) -> None:
        document = self.view.document
        if document is None:
            return
        evidence = document.evidence.id
        if Kind.EVIDENCE in change.kinds:
            self._session.reading.ask("evidence", lambda reader: load(reader, evidence), self._loaded)
        elif change.kinds & {Kind.ANNOTATION, Kind.COVERAGE, Kind.FINDING}:
            self._session.reading.ask("margins", lambda reader: margins(reader, document), self._renewed)

    def _renewed(self, document: Document) -> None:
        if self.view.document is not None and self.view.document.evidence.id == document.evidence.id:
            self.view.renew(replace(document, member=self.view.document.member))


def _about(evidence: EvidenceId, span: Span) -> About:
    """Under what a note on this place is kept while it is being typed."""
    return About("note", (evidence, span.start, span.end))


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].split(".")[0].upper()


def _runs(lines: list[int]) -> list[tuple[int, int]]:
    """Ascending numbers as first and last of each unbroken run."""
    runs: list[tuple[int, int]] = []
    for line in lines:
        if runs and runs[-1][1] == line - 1:
            runs[-1] = (runs[-1][0], line)
        else:
            runs.append((line, line))
    return runs

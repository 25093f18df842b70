"""The claim panel: one finding in plain text. It knows a session and which finding is at hand, no window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.changes import Change
from desktop.domain.findings import FieldValue
from desktop.domain.ids import FindingId
from desktop.domain.standing import standing
from desktop.ui.claim.below import Below
from desktop.ui.claim.checks import CheckList
from desktop.ui.claim.facts import Facts, gather
from desktop.ui.claim.head import SaidBox, StandingLine
from desktop.ui.claim.sentence import who_says_so
from desktop.ui.inert import one_line
from desktop.ui.labels import field_label
from desktop.ui.language import joined
from desktop.ui.session import Session
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.focusframe import FocusFrame
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.prose import Prose
from desktop.ui.widgets.rule import Rule
from desktop.ui.widgets.scrollbar import plain_scroll_bars

MOST_TEXT = 20_000
"""Characters of a tool's or model's text that are shown; more is said to be left out."""


class ClaimPanel(QScrollArea):
    """``shown`` carries the ``Facts`` whenever they were read (again)."""

    shown = Signal(object)
    sendings_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._finding: FindingId | None = None
        self.facts: Facts | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Claim"))
        plain_scroll_bars(self)
        self._standing = StandingLine()
        self._title = Prose(size=Size.TITLE, bold=True, line=140)
        self._numbers = Label(size=Size.SECONDARY, tone=Tone.SECOND, wrap=True)
        self._said = SaidBox()
        self._sentence = Prose(size=Size.SECONDARY, line=145)
        self._checks = CheckList()
        self._kept = Label(size=Size.SECONDARY, tone=Tone.WARN, wrap=True)
        self._text = Prose()
        self._below = Below(session)
        self._lay_out()
        self._checks.sendings_wanted.connect(self.ask_for_sendings)
        session.changed.connect(self._on_changed)
        self._body.hide()
        self._frame = FocusFrame(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame.setGeometry(self.viewport().geometry())
        self._frame.raise_()

    def show_finding(self, finding: FindingId | None) -> None:
        """Put another finding at hand; None empties the panel."""
        self._finding = finding
        self.verticalScrollBar().setValue(0)
        if finding is None:
            self._session.reading.forget("claim")
            self._body.hide()
            self.facts = None
            self.shown.emit(None)
        else:
            self._read()

    def ask_for_sendings(self) -> None:
        """O: what left the building because of this finding."""
        if self._finding is not None:
            self.sendings_wanted.emit(self._finding)

    # Within

    def _lay_out(self) -> None:
        said = QHBoxLayout(self._said)
        said.setContentsMargins(px(14), px(7), px(10), px(7))
        said.addWidget(self._sentence)
        ground = Panel()
        self._body = QWidget()
        whole = QVBoxLayout(ground)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(px(20), px(12), px(20), px(12))
        column.setSpacing(px(6))
        for widget in (self._standing, self._title, self._numbers):
            column.addWidget(widget)
        column.addSpacing(px(4))
        column.addWidget(self._said)
        column.addSpacing(px(6))
        column.addWidget(self._checks)
        column.addWidget(self._kept)
        column.addWidget(Rule())
        column.addWidget(self._text)
        column.addSpacing(px(8))
        column.addWidget(self._below)
        column.addStretch(1)
        self.setWidget(ground)

    def _read(self) -> None:
        finding = self._finding
        if finding is not None:
            self._session.reading.ask("claim", lambda reader: gather(reader, finding), self._show, self._session.say)

    def _show(self, facts: Facts) -> None:
        self.facts = facts
        finding = facts.finding
        self._standing.show_row(facts.row)
        self._title.show_text(one_line(facts.row.title))
        self._numbers.setText(_numbers(facts))
        self._numbers.setVisible(bool(self._numbers.text()))
        self._said.show_kind(standing(facts.row))
        self._sentence.show_text(who_says_so(finding))
        self._checks.show_facts(facts)
        self._kept.setText("\n".join(self._kept_beside(value) for value in finding.kept_beside))
        self._kept.setVisible(bool(finding.kept_beside))
        self._text.show_text(self._plain_text(facts))
        self._below.show_facts(facts)
        self._body.show()
        self.shown.emit(facts)

    def _kept_beside(self, value: FieldValue) -> str:
        words = self.tr("{field}: {who} set {human}; the tool now says {machine}")
        return words.format(
            field=field_label(value.field),
            who=value.who,
            human=one_line(value.human),
            machine=one_line(value.machine or "—"),
        )

    def _plain_text(self, facts: Facts) -> str:
        finding = facts.finding
        parts = [
            finding.description,
            _headed(self.tr("Impact"), finding.impact),
            _headed(self.tr("Root cause"), finding.root_cause),
            _headed(self.tr("Steps to reproduce"), finding.steps),
            _headed(self.tr("Recommendation"), finding.recommendation),
        ]
        text = "\n\n".join(part for part in parts if part)
        if len(text) > MOST_TEXT:
            text = text[:MOST_TEXT] + "\n" + self.tr("… the rest is in the record below and in the export")
        return text or self.tr("No description was given.")

    def _on_changed(self, change: Change) -> None:
        if self._finding is not None and (change.bulk or self._finding in change.ids):
            self._read()


def _headed(heading: str, text: str) -> str:
    return f"{heading}\n{text}" if text else ""


def _numbers(facts: Facts) -> str:
    finding = facts.finding
    weaknesses = ", ".join(f"CWE-{number}" for number in finding.cwe[:4])
    vulnerabilities = ", ".join(one_line(name) for name in finding.cve[:4])
    vector = finding.cvss40 or finding.cvss31
    return joined(
        weaknesses,
        vulnerabilities,
        one_line(vector),
        one_line(finding.system),
        " ".join(f"#{tag}" for tag in finding.tags),
    )

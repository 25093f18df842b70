"""Words that an earlier session left unkept are offered once, and shown where they were being typed."""

from functools import partial

from PySide6.QtCore import QObject, Qt

from desktop.domain.ids import EvidenceId, FindingId
from desktop.domain.levels import Status, Verification
from desktop.domain.places import Span
from desktop.ui.claim.facts import Facts
from desktop.ui.claim.panel import ClaimPanel
from desktop.ui.decision.digits import DIGITS
from desktop.ui.decision.panel import DecisionPanel
from desktop.ui.drafting import About
from desktop.ui.language import number
from desktop.ui.list.pane import FindingsPane
from desktop.ui.questions import Questions
from desktop.ui.session import Session
from desktop.ui.viewer.pane import EvidencePane


class Resuming(QObject):
    """Opens the line of a draft again, on its finding or its place of evidence."""

    def __init__(
        self,
        session: Session,
        findings: FindingsPane,
        evidence: EvidencePane,
        claim: ClaimPanel,
        decision: DecisionPanel,
        questions: Questions,
    ) -> None:
        super().__init__(decision)
        self._findings = findings
        self._evidence = evidence
        self._claim = claim
        self._decision = decision
        self._questions = questions
        self._wanted: About | None = None
        session.drafts.found.connect(self._offer)
        claim.shown.connect(self._on_facts)

    def go_on(self, about: About) -> None:
        """Show the line that ``about`` was typed into, with its words."""
        match about:
            case About("finding"):
                self._questions.add_finding()
            case About("note", (evidence, start, end)):
                self._evidence.resume_note(EvidenceId(evidence), Span(start, end))
            case About(_, (finding, *_)):
                self._wanted = about
                self._findings.show_finding(FindingId(finding))
                self._on_facts(self._claim.facts)

    def _offer(self, newest: About, count: int) -> None:
        words = self.tr("{n} lines typed earlier were not kept in the case", "", count).format(n=number(count))
        self._decision.offer(words, self.tr("Show the last"), partial(self.go_on, newest))

    def _on_facts(self, facts: Facts | None) -> None:
        wanted = self._wanted
        if wanted is None or facts is None or facts.finding.id != wanted.of[0]:
            return
        self._wanted = None
        self._findings.view.setFocus(Qt.FocusReason.OtherFocusReason)
        match wanted:
            case About("annotation"):
                self._questions.annotate()
            case About("tag"):
                self._questions.tag()
            case About("approval"):
                self._questions.approve()
            case About("verification", (_, verification)):
                self._questions.set_verification(Verification(verification))
            case About("reason", (_, status)):
                self._decision.choose(next(digit for digit, one in DIGITS.items() if one is Status(status)))
                self._decision.tab()

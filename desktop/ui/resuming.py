"""Words that an earlier session left unkept are offered once, and shown where they were being typed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.domain.ids import EvidenceId, FindingId
from desktop.domain.levels import Status, Verification
from desktop.domain.places import Span
from desktop.ui.claim.facts import Facts
from desktop.ui.decision.digits import DIGITS
from desktop.ui.drafting import About
from desktop.ui.language import number
from desktop.ui.session import Session

if TYPE_CHECKING:
    from desktop.ui.bench import Bench


class Resuming(QObject):
    """Opens the line of a draft again, on its finding or its place of evidence."""

    def __init__(self, session: Session, bench: "Bench") -> None:
        super().__init__(bench)
        self._bench = bench
        self._wanted: About | None = None
        session.drafts.found.connect(self._offer)
        bench.claim.shown.connect(self._on_facts)

    def go_on(self, about: About) -> None:
        """Show the line that ``about`` was typed into, with its words."""
        match about:
            case About("finding"):
                self._bench.add_finding()
            case About("note", (evidence, start, end)):
                self._bench.evidence.resume_note(EvidenceId(evidence), Span(start, end))
            case About(_, (finding, *_)):
                self._wanted = about
                self._bench.findings.show_finding(FindingId(finding))
                self._on_facts(self._bench.claim.facts)

    def _offer(self, newest: About, count: int) -> None:
        words = self.tr("{n} lines typed earlier were not kept in the case", "", count).format(n=number(count))
        self._bench.decision.offer(words, self.tr("Show the last"), partial(self.go_on, newest))

    def _on_facts(self, facts: Facts | None) -> None:
        wanted = self._wanted
        if wanted is None or facts is None or facts.finding.id != wanted.of[0]:
            return
        self._wanted = None
        bench = self._bench
        bench.findings.view.setFocus(Qt.FocusReason.OtherFocusReason)
        match wanted:
            case About("annotation"):
                bench.annotate()
            case About("approval"):
                bench.approve()
            case About("verification", (_, verification)):
                bench.set_verification(Verification(verification))
            case About("reason", (_, status)):
                bench.decision.choose(next(digit for digit, one in DIGITS.items() if one is Status(status)))
                bench.decision.tab()

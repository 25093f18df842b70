"""What is asked in a line above the decision bar besides decisions: verification, severity, tags, notes, places, names.

Each question says which finding it is about, and is put away when another one comes to hand.
"""

from PySide6.QtCore import QObject

from desktop.casefile.actions import (
    Action,
    AddFinding,
    Annotate,
    ApproveDecision,
    ForgetQuery,
    Reanchor,
    SaveQuery,
    SetSeverity,
    SetVerification,
    Tag,
)
from desktop.domain.changes import Change
from desktop.domain.ids import FindingId
from desktop.domain.levels import Severity, Verification
from desktop.domain.places import BytePlace
from desktop.ui.claim.panel import ClaimPanel
from desktop.ui.decision.panel import DecisionPanel
from desktop.ui.decision.question import Question
from desktop.ui.drafting import About
from desktop.ui.labels import label
from desktop.ui.language import joined, number
from desktop.ui.list.pane import FindingsPane
from desktop.ui.session import Session
from desktop.ui.viewer.pane import EvidencePane


class Questions(QObject):
    """Asks about the finding at hand or the marked ones, and writes the answer."""

    def __init__(
        self,
        session: Session,
        findings: FindingsPane,
        evidence: EvidencePane,
        claim: ClaimPanel,
        decision: DecisionPanel,
    ) -> None:
        super().__init__(decision)
        self._session = session
        self._findings = findings
        self._evidence = evidence
        self._claim = claim
        self._decision = decision

    def set_verification(self, verification: Verification) -> None:
        """R, X, U: with a note in the analyst's own words, which a model's lead asks for."""
        ids = self._findings.marked_or_at_hand()
        if not ids:
            return
        if verification is Verification.UNVERIFIED:
            self._do(SetVerification(ids, verification))
            return

        draft = About("verification", (ids[0], int(verification))) if len(ids) == 1 else None

        def keep(_choice: int, words: str) -> None:
            self._do(SetVerification(ids, verification, words, typed=True), draft)

        what = self.tr("{what} — what did you do, what did you see?").format(what=label(verification))
        title = joined(self._named(ids), what)
        self._decision.ask(Question(title, keep, line=self.tr("Your own words"), about=ids, draft=draft))

    def set_severity(self) -> None:
        """S: by digit, the gravest first."""
        ids = self._findings.marked_or_at_hand()
        severities = tuple(reversed(Severity))

        def keep(choice: int, _words: str) -> None:
            self._do(SetSeverity(ids, severities[choice]))

        if ids:
            title = joined(self._named(ids), self.tr("Severity — as you judge it"))
            self._decision.ask(Question(title, keep, choices=tuple(label(one) for one in severities), about=ids))

    def tag(self) -> None:
        """T: words between blanks are put on; words with a minus before them are taken off."""
        ids = self._findings.marked_or_at_hand()
        draft = About("tag", (ids[0],)) if len(ids) == 1 else None

        def keep(_choice: int, words: str) -> None:
            tags = words.replace("、", " ").replace(",", " ").split()
            off = tuple(one[1:] for one in tags if one.startswith("-") and len(one) > 1)
            on = tuple(one for one in tags if not one.startswith("-"))
            self._do(Tag(ids, add=on, remove=off), draft)

        if ids:
            title = joined(self._named(ids), self.tr("Tags"))
            line = self.tr("payment -old: adds one, removes one")
            self._decision.ask(Question(title, keep, line=line, about=ids, draft=draft))

    def annotate(self) -> None:
        """A: on the evidence where the viewer has the keys, else on the finding at hand."""
        if self._evidence.view.hasFocus():
            self._evidence.annotate()
            return
        finding = self._findings.view.at_hand
        if finding is None:
            return
        draft = About("annotation", (finding,))

        def keep(_choice: int, words: str) -> None:
            self._do(Annotate(words, finding=finding), draft)

        title = self.tr("Annotation of #{id}").format(id=finding)
        self._decision.ask(Question(title, keep, line=self.tr("Annotation"), about=(finding,), draft=draft))

    def approve(self) -> None:
        """The second person's yes to an accepted risk."""
        facts = self._claim.facts
        if facts is None or facts.row.id != self._findings.view.at_hand or not facts.row.needs_second:
            self._decision.say(self.tr("This finding waits for no second person"))
            return
        finding = facts.row.id
        draft = About("approval", (finding,))

        def keep(_choice: int, words: str) -> None:
            self._do(ApproveDecision(finding, words), draft)

        title = joined(self._named((finding,)), self.tr("Approve as the second person — why?"))
        self._decision.ask(Question(title, keep, line=self.tr("Reason"), about=(finding,), draft=draft))

    def show_place(self) -> None:
        """The selection in the viewer is where the quote of the finding at hand stands."""
        finding, place = self._findings.view.at_hand, self._evidence.selected_place()
        if finding is None or place is None:
            self._decision.say(self.tr("Select the place in the evidence first"))
        else:
            self._do(Reanchor(finding, place.evidence, place.span, place.unit))

    def add_finding(self) -> None:
        """A finding of the analyst's own, at the selection or without a place."""
        place = self._evidence.selected_place()
        places: tuple[BytePlace, ...] = (place,) if place is not None else ()
        severities = tuple(reversed(Severity))
        draft = About("finding")

        def keep(choice: int, words: str) -> None:
            self._do(AddFinding(words, severities[choice], places), draft)

        choices = tuple(label(one) for one in severities)
        self._decision.ask(Question(self.tr("New finding"), keep, choices=choices, line=self.tr("Title"), draft=draft))

    def save_query(self) -> None:
        """Keep what the list shows under a name, below the queues."""
        chosen = self._findings.query.chosen

        def keep(_choice: int, words: str) -> None:
            self._do(SaveQuery(words, chosen))

        self._decision.ask(Question(self.tr("Keep this query below the queues"), keep, line=self.tr("Name")))

    def forget_query(self) -> None:
        """Keep the query that the list shows no longer."""
        name = self._findings.saved_name
        if name:
            self._do(ForgetQuery(name))
        else:
            self._decision.say(self.tr("This query is not one that was kept"))

    # Within

    def _named(self, ids: tuple[FindingId, ...]) -> str:
        if len(ids) == 1:
            return f"#{ids[0]}"
        return self.tr("{n} findings", "", len(ids)).format(n=number(len(ids)))

    def _do(self, action: Action, draft: About | None = None) -> None:
        self._session.do(action, self._say_done, draft)

    def _say_done(self, change: Change) -> None:
        self._decision.say_entry(change.seq)

"""What the egress page says happens next: while choosing, while looking, and when all was looked at."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.domain.runs import PlanSummary
from desktop.gate.policy import ModelEntry
from desktop.ui.language import joined, number
from desktop.ui.pages.egress.looking import Looking
from desktop.ui.pages.egress.words import group_words, money
from desktop.ui.pages.page import Footing, PageButton
from desktop.ui.pages.policy_words import model_name


@dataclass(frozen=True, slots=True)
class Ways:
    """What the buttons do."""

    plan: Callable[[], None]
    leave: Callable[[], None]
    authorise: Callable[[], None]
    go_on: Callable[[], None]
    send: Callable[[], None]
    ask_second: Callable[[], None]
    take_answer: Callable[[], None]


class Footings(QObject):
    """Says it, for each way in which the page may stand."""

    def __init__(self, ways: Ways, parent: QObject) -> None:
        super().__init__(parent)
        self._ways = ways

    def planning(self, done: int, total: int) -> Footing:
        """A plan is being made."""
        return Footing(
            self.tr("Cutting, masking and pricing. Nothing is sent."),
            progress=self.tr("Planning"),
            done=done,
            total=total or 1,
        )

    def choosing(
        self, model: ModelEntry | None, files: int, *, editable: bool, authorised: bool, wants_second: bool
    ) -> Footing:
        """Model and evidence are being chosen."""
        others = [PageButton(self.tr("Leave"), self._ways.leave, "Esc")]
        if not authorised:
            others.append(PageButton(self.tr("Record an authorisation"), self._ways.authorise))
        if wants_second:
            others.append(self._take_answer())
        if model is None:
            note = self.tr("No approved model. A signed policy names the models that may be used.")
        elif not files:
            note = self.tr("Choose evidence: Space takes a row in or leaves it out.")
        else:
            note = self.tr("{n} files go into a plan for {model}.", "", files)
            note = note.format(n=number(files), model=model_name(model))
        ready = model is not None and files > 0 and editable
        return Footing(
            note,
            self.tr("A plan sends nothing. It is looked at first."),
            PageButton(self.tr("Make the plan"), self._ways.plan, "Ctrl Enter", enabled=ready),
            tuple(others),
        )

    def rewriting(self, looking: Looking) -> Footing:
        """Own words are being typed: nothing else happens until they are taken over or left."""
        return Footing(
            self.tr("Enter takes the words over and scans again. Esc leaves them."),
            progress=self._progress(looking),
            done=looking.done,
            total=len(looking.groups),
        )

    def looking_on(self, looking: Looking, group: str, *, at_end: bool) -> Footing:
        """Groups are left to look at."""
        left = joined(*(group_words(one) for one in looking.left[:4]))
        unseen = looking.unseen(group) if group else 0
        detail = self.tr("A group is done when its end is reached and each line was on the screen for a moment.")
        if unseen and at_end:
            detail = self.tr("{n} lines of this group were not on the screen yet.", "", unseen)
            detail = detail.format(n=number(unseen))
        return Footing(
            self.tr("Left: {groups}").format(groups=left),
            detail,
            PageButton(self.tr("Next check"), self._ways.go_on, "Space"),
            (PageButton(self._send(looking), self._ways.send, enabled=False),),
            self._progress(looking),
            looking.done,
            len(looking.groups),
        )

    def second_missing(self, looking: Looking) -> Footing:
        """All was looked at, and the policy wants somebody else to say yes."""
        return Footing(
            self.tr("A second person must approve."),
            self.tr("A signed request names case, plan and cost. The sender cannot approve."),
            PageButton(self.tr("Ask for the second person"), self._ways.ask_second, "Ctrl Enter"),
            (self._take_answer(), PageButton(self._send(looking), self._ways.send, enabled=False)),
            self._progress(looking),
            looking.done,
            len(looking.groups),
        )

    def sending(self, looking: Looking, model: ModelEntry | None, *, ready: bool) -> Footing:
        """Nothing is left but to send."""
        plan = looking.shown.plan
        words = self.tr("{n} units go to {model} for at most {cost}. This cannot be taken back.", "", _count(plan))
        detail = self.tr("The gate looks at every byte once more.")
        if plan.second is not None:
            said = self.tr("{name} has approved exactly this.").format(name=plan.second.name)
            detail = f"{said} {detail}"
        return Footing(
            words.format(
                n=number(_count(plan)),
                model=model_name(model) if model else plan.model,
                cost=money(plan.cost, plan.currency),
            ),
            detail,
            PageButton(self._send(looking), self._ways.send, "Ctrl Enter", enabled=ready and _count(plan) > 0),
            (),
            self._progress(looking),
            looking.done,
            len(looking.groups),
        )

    def _take_answer(self) -> PageButton:
        return PageButton(self.tr("Take the answer in"), self._ways.take_answer)

    def _send(self, looking: Looking) -> str:
        count = _count(looking.shown.plan)
        return self.tr("Send {n} units", "", count).format(n=number(count))

    def _progress(self, looking: Looking) -> str:
        words = self.tr("{done} of {total} looked at")
        return words.format(done=number(looking.done), total=number(len(looking.groups)))


def _count(plan: PlanSummary) -> int:
    return sum(unit.body_digest is not None for unit in plan.units)

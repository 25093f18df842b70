"""Decide and annotate one finding from the command line: all that is said in one go is one entry and one undo."""

from dataclasses import dataclass
from datetime import date

from desktop.casefile import Case
from desktop.casefile.actions import (
    Action,
    Annotate,
    ApproveDecision,
    SetSeverity,
    SetStatus,
    SetVerification,
    Tag,
    Together,
)
from desktop.domain.changes import Change
from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, Severity, Status, Verification
from desktop.uses.errors import Contradicting, NothingAsked


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of a finding; what is None or empty stays as it is."""

    status: Status | None = None
    reason: str = ""
    how: CheckedHow | None = None
    verification: Verification | None = None
    severity: Severity | None = None
    duplicate_of: FindingId | None = None
    until: date | None = None
    approver: str = ""
    compensating: str = ""
    approve: bool = False
    """The second person's yes to the decision that waits, for ``reason``."""
    comment: str = ""
    tags: tuple[str, ...] = ()

    @property
    def confirms_as_reproduced(self) -> bool:
        """Confirmed and reproduced in one: one decision, one entry."""
        return self.status is Status.CONFIRMED and (
            self.how is CheckedHow.REPRODUCED or (self.how is None and self.verification is Verification.REPRODUCED)
        )


def annotate(case: Case, finding: FindingId, verdict: Verdict) -> Change:
    """Do what ``verdict`` says, in the order severity, verification, status, approval, comment, tags.

    A reason given here was typed by a person, which a model's lead asks for. Raises a DecisionRefused, NothingAsked,
    Contradicting; then nothing is done.
    """
    said = verdict.verification
    if verdict.confirms_as_reproduced and said is not None and said is not Verification.REPRODUCED:
        raise Contradicting(said.name.lower())
    actions = list(_actions(finding, verdict))
    if not actions:
        raise NothingAsked
    return case.do(actions[0] if len(actions) == 1 else Together(tuple(actions)))


def _actions(finding: FindingId, verdict: Verdict) -> list[Action]:
    one = (finding,)
    actions: list[Action] = []
    if verdict.severity is not None:
        actions.append(SetSeverity(one, verdict.severity))
    if verdict.verification is not None and not verdict.confirms_as_reproduced:
        actions.append(SetVerification(one, verdict.verification, verdict.reason, typed=True))
    if verdict.status is not None:
        actions.append(
            SetStatus(
                one,
                verdict.status,
                reason=verdict.reason,
                how=CheckedHow.REPRODUCED if verdict.confirms_as_reproduced else verdict.how,
                typed=True,
                duplicate_of=verdict.duplicate_of,
                until=verdict.until,
                approver=verdict.approver,
                compensating=verdict.compensating,
            )
        )
    if verdict.approve:
        actions.append(ApproveDecision(finding, verdict.reason))
    if verdict.comment:
        actions.append(Annotate(verdict.comment, finding=finding))
    if verdict.tags:
        actions.append(Tag(one, add=verdict.tags))
    return actions

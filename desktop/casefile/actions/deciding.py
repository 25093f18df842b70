"""The rules of deciding.

They hold for window and command line alike, because nothing else can write a decision (DESIGN §3).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from desktop.casefile import journal
from desktop.casefile.actions.base import Done
from desktop.casefile.errors import (
    AcceptanceIncomplete,
    AlreadyOver,
    AnotherWasAsked,
    ApproverIsAuthor,
    DuplicateOfWhat,
    HowMissing,
    LeadsInBulk,
    MustBeTyped,
    NoSuchFinding,
    NothingToApprove,
    QuoteNotFound,
    ReasonMissing,
    StandsRefuted,
)
from desktop.casefile.rows import Rows, Value, steps
from desktop.casefile.stored import FLAG_SECOND, day, days, digest
from desktop.casefile.tables.reading import cover_places
from desktop.domain.changes import Kind
from desktop.domain.ids import FindingId
from desktop.domain.levels import Anchor, CheckedHow, Origin, Status, Verification
from desktop.domain.people import same_person

_TAKES_AS_REAL: Final = frozenset({Status.CONFIRMED, Status.RISK_ACCEPTED, Status.FIXED, Status.CLOSED})
"""Decisions that say: this weakness was there. A model's lead comes to them only one by one, and with a typed line."""


@dataclass(frozen=True, slots=True)
class SetStatus:
    """An analyst's decision about one finding or several: one entry, one undo.

    ``how`` is needed to confirm; who confirms by having reproduced it records that too, in the same entry. ``typed``
    says that the reason was typed, not taken from a preset or from last time; ``until``, ``approver`` and
    ``compensating`` belong to accepting a risk, which then waits for the second person.
    """

    findings: tuple[FindingId, ...]
    status: Status
    reason: str = ""
    how: CheckedHow | None = None
    typed: bool = False
    duplicate_of: FindingId | None = None
    until: date | None = None
    approver: str = ""
    compensating: str = ""

    KIND: ClassVar[str] = "set_status"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.FINDING, Kind.COVERAGE, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """Raise the rule that is broken."""
        must_exist(rows, self.findings)
        if self.status.is_decision and not self.reason.strip():
            raise ReasonMissing(len(self.findings))
        if self.status is Status.CONFIRMED and self.how is None:
            raise HowMissing(len(self.findings))
        if self.status in _TAKES_AS_REAL:
            takes_as_real(rows, self.findings, typed=self.typed and bool(self.reason.strip()))
            if not self._reproduces:
                _not_refuted(rows, self.findings)
        if self.status is Status.DUPLICATE:
            self._check_duplicate(rows)
        if self.status is Status.RISK_ACCEPTED:
            self._check_acceptance(rows)

    @property
    def _reproduces(self) -> bool:
        """Whether the person who confirms saw it happen."""
        return self.status is Status.CONFIRMED and self.how is CheckedHow.REPRODUCED

    def _check_duplicate(self, rows: Rows) -> None:
        first = self.findings[0]
        if self.duplicate_of is None or self.duplicate_of in self.findings:
            raise DuplicateOfWhat(first)
        must_exist(rows, (self.duplicate_of,))
        follow, seen = self.duplicate_of, set(self.findings)
        while True:
            row = rows.one(
                "select d.duplicate_of from finding f join decision d on d.id = f.decision"
                " where f.id = ? and f.status = ?",
                follow,
                Status.DUPLICATE,
            )
            if row is None or not row[0]:
                return
            follow = FindingId(row[0])
            if follow in seen:
                raise DuplicateOfWhat(first)
            seen.add(follow)

    def _check_acceptance(self, rows: Rows) -> None:
        given = {"until": self.until, "approver": self.approver.strip(), "compensating": self.compensating.strip()}
        if missing := tuple(name for name, value in given.items() if not value):
            raise AcceptanceIncomplete(missing)
        if self.until is not None and self.until < rows.now.date():
            raise AlreadyOver(self.until)
        if same_person(self.approver, rows.who) or same_person(self.approver, rows.account):
            raise ApproverIsAuthor(rows.who)

    def apply(self, rows: Rows) -> Done:
        """Write the decision once, and point the findings at it."""
        decision = 0
        if self.status.is_decision or self.reason:
            decision = rows.insert(
                "decision",
                seq=rows.seq,
                who=rows.who,
                at=rows.at,
                status=int(self.status),
                reason=self.reason,
                how=int(self.how or 0),
                typed=int(self.typed),
                duplicate_of=self.duplicate_of or 0,
                rule=rows.one("select rule from finding where id = ?", self.findings[0])[0],
                until=days(self.until),
                asked=self.approver,
                compensating=self.compensating,
            )
        decided_by = rows.name_id("source", rows.who) if self.status.is_decision else 0
        more: dict[str, Value] = {}
        if self.status is Status.RISK_ACCEPTED:
            more["due"] = days(self.until)
        if self._reproduces:
            more |= {"verification": int(Verification.REPRODUCED), "verified_by": decided_by}
        _point_at(rows, self.findings, self.status, decision, decided_by, more)
        if self.status.is_decision and len(self.findings) == 1:
            cover_places(rows, self.findings[0])
        return Done(
            {
                "status": self.status.name.lower(),
                "count": len(self.findings),
                "decision": decision,
                "reason": digest(self.reason),
                "how": self.how.name.lower() if self.how else "",
                "typed": self.typed,
            }
            | ({"verification": Verification.REPRODUCED.name.lower()} if self._reproduces else {}),
            made=decision,
        )


def _point_at(
    rows: Rows,
    findings: Sequence[FindingId],
    status: Status,
    decision: int,
    decided_by: int,
    more: Mapping[str, Value],
) -> None:
    """Findings keep their other flags, so those with different flags are written apart.

    An accepted risk is due again when its acceptance ends, and waits for the second person.
    """
    needs_second = status is Status.RISK_ACCEPTED
    by_flags: dict[int, list[int]] = {}
    for some in steps(findings):
        for id, flags in rows.all(
            "select id, flags from finding where id in (select value from json_each(?))", str(some)
        ):
            wanted = flags | FLAG_SECOND if needs_second else flags & ~FLAG_SECOND
            by_flags.setdefault(wanted, []).append(id)
    for flags, ids in by_flags.items():
        columns = {"status": int(status), "decision": decision, "decided_by": decided_by, "flags": flags}
        rows.update_many("finding", ids, **columns, **more)


@dataclass(frozen=True, slots=True)
class ApproveDecision:
    """The second person's yes, never the author's, by name or by account.

    A no is a ``SetStatus`` back to in review, with its reason.
    """

    finding: FindingId
    reason: str

    KIND: ClassVar[str] = "approve_decision"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.FINDING, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """There must be a decision that waits, of another, who asked this person, and that has not ended."""
        must_exist(rows, (self.finding,))
        row = rows.one(
            "select d.who, d.asked, d.until, d.seq from finding f join decision d on d.id = f.decision"
            " where f.id = ? and f.flags & ?",
            self.finding,
            FLAG_SECOND,
        )
        if row is None:
            raise NothingToApprove(self.finding)
        author, asked, until, seq = row
        if same_person(author, rows.who) or (rows.account and same_person(_account_of(rows, seq), rows.account)):
            raise ApproverIsAuthor(rows.who)
        if not any(same_person(asked, mine) for mine in (rows.who, rows.account)):
            raise AnotherWasAsked(asked, rows.who)
        last = day(until)
        if last is not None and last < rows.now.date():
            raise AlreadyOver(last)
        if not self.reason.strip():
            raise ReasonMissing(1)

    def apply(self, rows: Rows) -> Done:
        """The decision is kept as it was; a copy that names the approver takes its place for this finding."""
        finding = rows.get("finding", self.finding)
        assert finding is not None
        decision = rows.get("decision", finding["decision"])
        assert decision is not None
        approved = rows.insert(
            "decision", **{**decision, "id": rows.next_id("decision"), "approver": rows.who, "approval": self.reason}
        )
        rows.update("finding", self.finding, decision=approved, flags=finding["flags"] & ~FLAG_SECOND)
        return Done({"decision": approved, "reason": digest(self.reason)}, made=approved)


def _account_of(rows: Rows, seq: int) -> str:
    """The account of the operating system under which an entry was written; empty where it names none."""
    line = journal.line_at(rows.db, seq)
    return str(journal.said(line.fields).get(journal.ACCOUNT, "")) if line is not None else ""


def takes_as_real(rows: Rows, findings: Sequence[FindingId], *, typed: bool) -> None:
    """A model's lead is taken as real one by one, typed, and only where its quote stands in the evidence."""
    leads: list[FindingId] = []
    for some in steps(findings):
        found = rows.all(
            "select id, origin, anchor from finding where id in (select value from json_each(?))", str(some)
        )
        for id, origin, anchor in found:
            if anchor == Anchor.NOT_FOUND:
                raise QuoteNotFound(FindingId(id))
            if origin == Origin.MODEL:
                leads.append(FindingId(id))
    if leads and len(findings) > 1:
        raise LeadsInBulk(len(leads), len(findings))
    if leads and not typed:
        raise MustBeTyped(leads[0])


def _not_refuted(rows: Rows, findings: Sequence[FindingId]) -> None:
    for some in steps(findings):
        sql = "select min(id) from finding where verification = ? and id in (select value from json_each(?))"
        (refuted,) = rows.one(sql, int(Verification.REFUTED), str(some))
        if refuted is not None:
            raise StandsRefuted(FindingId(refuted))


def must_exist(rows: Rows, findings: Sequence[FindingId]) -> None:
    """Raise NoSuchFinding for the first id that the case does not show."""
    if not findings:
        raise NoSuchFinding(FindingId(0))
    for some in steps(findings):
        there = rows.all(
            "select id from finding where id in (select value from json_each(?))"
            " and import not in (select id from import where undone)",
            str(some),
        )
        if gone := set(some) - {id for (id,) in there}:
            raise NoSuchFinding(FindingId(min(gone)))

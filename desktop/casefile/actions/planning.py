"""A plan is kept before anybody approves it, and an approval names the exact plan and what was looked at."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import ClassVar

from desktop.casefile.actions.base import Done
from desktop.casefile.actions.evidence import evidence_must_exist
from desktop.casefile.errors import PlanNotInCase
from desktop.casefile.rows import Rows
from desktop.casefile.stored import clean, digest, seconds
from desktop.casefile.tables.packing import pack
from desktop.domain.changes import Kind
from desktop.domain.ids import PlanId, Sha256
from desktop.domain.plans import DraftUnit, PlanDraft
from desktop.domain.runs import SecondPerson


@dataclass(frozen=True, slots=True)
class StorePlan:
    """Keep a plan whole: exact bodies, what masking did, and the tokens that it made."""

    draft: PlanDraft

    KIND: ClassVar[str] = "store_plan"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.LEDGER, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """Its evidence must be there."""
        for evidence in {unit.evidence for unit in self.draft.units}:
            evidence_must_exist(rows, evidence)

    def apply(self, rows: Rows) -> Done:
        """Write the plan, its units and its tokens."""
        draft = self.draft
        plan = rows.insert(
            "plan",
            made=seconds(draft.made),
            tokens_in=draft.tokens_in,
            tokens_out=draft.tokens_out_max,
            digest=draft.digest,
            model=draft.model,
            cost=str(draft.cost),
            currency=draft.currency,
            facts=json.dumps({**draft.facts, "entry": draft.entry}, sort_keys=True),
        )
        for number, unit in enumerate(draft.units, 1):
            _write_unit(rows, plan, number, unit)
        known = {(text, value) for text, value in rows.all("select token, value from token")}
        for token in draft.tokens:
            if (token.text, clean(token.value)) not in known:
                rows.insert("token", token=token.text, kind=token.kind, value=clean(token.value))
        sent = sum(unit.body is not None for unit in draft.units)
        said = {"plan": plan, "digest": draft.digest, "model": draft.model, "units": len(draft.units), "sent": sent}
        return Done(said, made=plan)


def _write_unit(rows: Rows, plan: int, number: int, unit: DraftUnit) -> None:
    rows.insert(
        "plan_unit",
        plan=plan,
        number=number,
        evidence=unit.evidence,
        start=unit.span.start,
        end=unit.span.end,
        first=unit.first_line,
        last=unit.last_line,
        tokens=unit.tokens,
        masked=unit.masked,
        name=clean(unit.name),
        digest=unit.digest or "",
        blocked=" ".join(unit.blocked_by),
        body=None if unit.body is None else pack(unit.body),
        masks=pack(unit.masks),
    )


@dataclass(frozen=True, slots=True)
class ApprovePlan:
    """A person lets exactly this plan leave. ``looked`` are (group, who, seconds, lines) of the preview."""

    plan: PlanId
    digest: Sha256
    looked: tuple[tuple[str, str, float, int], ...] = ()

    KIND: ClassVar[str] = "approve_plan"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.LEDGER, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """The digest must be this plan's."""
        _must_be(rows, self.plan, self.digest)

    def apply(self, rows: Rows) -> Done:
        """Write who approved what after looking at which groups."""
        said = _said(rows, self.plan) | {"looked": self.looked}
        rows.update("plan", self.plan, approved_by=rows.who, approved_at=rows.at, looked=_written(said))
        seen = {"groups": len(self.looked), "looked": looked_digest(self.looked)}
        return Done({"plan": self.plan, "digest": self.digest, **seen})


def looked_digest(looked: Sequence[tuple[str, str, float, int]]) -> str:
    """How an approval's entry names what was looked at."""
    return digest(json.dumps([list(look) for look in looked]))


@dataclass(frozen=True, slots=True)
class TakeAnswer:
    """A second person's answer to a plan was handed back, yes or no; the gate has read its signature."""

    plan: PlanId
    digest: Sha256
    second: SecondPerson

    KIND: ClassVar[str] = "take_answer"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.LEDGER, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """The digest must be this plan's."""
        _must_be(rows, self.plan, self.digest)

    def apply(self, rows: Rows) -> Done:
        """Keep the answer whole with its plan, and name who signed it with which key in the journal."""
        second = self.second
        said: dict[str, object] = {
            "second": second.name,
            "key": second.fingerprint,
            "answer": second.digest,
            "approves": second.approves,
            "reason_text": second.reason,
        }
        kept = {**asdict(second), "answer": second.answer.decode()}
        rows.update("plan", self.plan, looked=_written(_said(rows, self.plan) | {"second": kept}))
        return Done({"plan": self.plan, "digest": self.digest, **said})


def _must_be(rows: Rows, plan: PlanId, digest: Sha256) -> None:
    row = rows.get("plan", plan)
    if row is None or row["digest"] != digest:
        raise PlanNotInCase(digest)


def _said(rows: Rows, plan: PlanId) -> dict[str, object]:
    """What people said of a plan so far: who looked at what, and the second person's answer."""
    row = rows.get("plan", plan)
    return json.loads(row["looked"]) if row and row["looked"] else {"looked": [], "second": None}


def _written(said: dict[str, object]) -> str:
    return clean(json.dumps(said, ensure_ascii=False))

"""A run as the case keeps it: which units still have to be asked, and every step of it written down."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from threading import Lock
from typing import Final

from desktop.analysis.checking import Checked
from desktop.analysis.errors import RunOfAnotherPlan
from desktop.analysis.providers.base import Heard
from desktop.analysis.reuse import key_of
from desktop.casefile import Case, Reader
from desktop.casefile.actions import EndRun, FileLeads, RecordAnswer, RecordSending, SetRunState, StartRun, ToldBefore
from desktop.domain.ids import ExchangeId, PlanId, RunId, Sha256
from desktop.domain.plans import DraftUnit
from desktop.domain.runs import Exchange, Outcome, RunState
from desktop.gate.client import Exchanged
from desktop.gate.ledger import Leaving

FINAL: Final = frozenset(
    {
        Outcome.ANSWERED,
        Outcome.REFUSED_BY_MODEL,
        Outcome.FILTERED,
        Outcome.TRUNCATED,
        Outcome.EMPTY,
        Outcome.BROKEN_SCHEMA,
    }
)
"""Outcomes after which a unit is not asked again in the same run: asking costs, and would most likely end alike."""


@dataclass(frozen=True, slots=True)
class PlannedAsk:
    """A unit that is to be asked, by its number in the plan."""

    number: int
    digest: Sha256
    unit: DraftUnit

    @property
    def body(self) -> bytes:
        assert self.unit.body is not None
        return self.unit.body

    @property
    def key(self) -> Sha256 | None:
        """By what an answer is known that would do for this unit; None where no other can."""
        key = key_of(self.body)
        return key.digest if key else None


class Book:
    """Writes one run. Its methods may be called from any thread."""

    def __init__(self, case: Case, reader: Reader, plan: PlanId, run: RunId) -> None:
        self._case, self._reader, self._plan, self.run = case, reader, plan, run
        self._asks: dict[Sha256, PlannedAsk] = {}
        self._sent: dict[Sha256, ExchangeId] = {}
        self._mutex = Lock()

    @classmethod
    def begin(cls, case: Case, reader: Reader, plan: PlanId, units: int) -> "Book":
        """Start a run of ``plan``."""
        model = reader.plan(plan).model
        return cls(case, reader, plan, RunId(case.do(StartRun(plan, model, units)).made))

    @classmethod
    def resume(cls, case: Case, reader: Reader, plan: PlanId, run: RunId) -> "Book":
        """Go on with ``run``; what was in the air when it ended is now known to be unknown."""
        if reader.run(run).plan != plan:
            raise RunOfAnotherPlan(run, plan)
        for exchange in reader.exchanges(run=run):
            if exchange.outcome is Outcome.SENT:
                case.do(RecordAnswer(exchange.id, Outcome.UNKNOWN))
        case.do(SetRunState(run, RunState.RUNNING))
        return cls(case, reader, plan, run)

    def to_ask(self, asks: Iterable[PlannedAsk], *, again_unknown: bool) -> list[PlannedAsk]:
        """Those of ``asks`` that have no answer yet; of unknown outcome only where that was chosen."""
        done = FINAL if again_unknown else FINAL | {Outcome.UNKNOWN, Outcome.SENT}
        past = {one.body_digest for one in self._reader.exchanges(run=self.run) if one.outcome in done}
        left = [ask for ask in asks if ask.digest not in past]
        self._asks = {ask.digest: ask for ask in left}
        return left

    def sending(self, leaving: Leaving) -> ExchangeId:
        """Record that a request is about to leave; the gate calls this before the first byte does."""
        change = self._case.do(
            RecordSending(
                run=self.run,
                plan=self._plan,
                number=self._asks[leaving.digest].number,
                model=leaving.model,
                provider=leaving.provider,
                endpoint=leaving.endpoint,
                policy_digest=leaving.policy,
                approved_by=leaving.approved_by,
                body=leaving.body,
                body_digest=leaving.digest,
                log=(leaving.mark.lines, leaving.mark.head),
            )
        )
        exchange = ExchangeId(change.made)
        with self._mutex:
            self._sent[leaving.digest] = exchange
        return exchange

    def in_the_air(self, digest: Sha256) -> ExchangeId | None:
        """The exchange of a body that was sent and not settled, once."""
        with self._mutex:
            return self._sent.pop(digest, None)

    def answered(
        self,
        exchange: ExchangeId,
        checked: Checked,
        seen: Exchanged | None,
        heard: Heard | None,
        request_id: str,
        cost: tuple[Decimal, str],
        seconds: float,
    ) -> None:
        """Write how an exchange ended, with its leads, in one step."""
        self._case.do(
            RecordAnswer(
                exchange=exchange,
                outcome=checked.outcome,
                reply=seen.reply if seen else b"",
                model_returned=heard.model if heard else "",
                request_id=request_id,
                tokens_in=(heard.tokens_in or 0) if heard else 0,
                tokens_out=(heard.tokens_out or 0) if heard else 0,
                cost=str(cost[0]),
                currency=cost[1],
                milliseconds=int(seconds * 1000),
                leads=checked.leads,
            )
        )

    def answered_before(self, told: Sequence[ToldBefore]) -> None:
        """Write for which units the case held an answer, with the leads in them, in one step."""
        if told:
            self._case.do(FileLeads(self.run, tuple(told)))

    def state(self, state: RunState) -> None:
        """Say that the run pauses or goes on."""
        self._case.do(SetRunState(self.run, state))

    def end(self, state: RunState) -> None:
        """Say that the run is over, and how."""
        self._case.do(EndRun(self.run, state))


def asks_of(reader: Reader, plan: PlanId) -> list[PlannedAsk]:
    """The units of a stored plan that are to be sent, each exact body once."""
    asks: dict[Sha256, PlannedAsk] = {}
    for number, unit in reader.plan_units(plan):
        if unit.digest is not None and unit.body is not None:
            asks.setdefault(unit.digest, PlannedAsk(number, unit.digest, unit))
    return list(asks.values())


def unknown(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """Exchanges whose bytes left and whose answer nobody saw, for the analyst to choose about."""
    return [one for one in exchanges if one.outcome in (Outcome.UNKNOWN, Outcome.SENT)]

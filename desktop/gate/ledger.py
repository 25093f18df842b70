"""The egress ledger: for each exchange a row in the case and a line in the workstation's log, before bytes leave."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop.domain.ids import ExchangeId, Sha256
from desktop.domain.runs import Outcome
from desktop.gate.clearance import Clearance
from desktop.gate.egress_log import EgressLog, Mark, Sending


@dataclass(frozen=True, slots=True)
class Leaving:
    """One request that is about to leave, as the case records it."""

    when: datetime
    entry: str
    model: str
    provider: str
    endpoint: str
    policy: Sha256
    plan: Sha256
    approved_by: str
    body: bytes
    digest: Sha256
    mark: Mark
    """Where the workstation's log stands with this sending in it."""


class Ledger:
    """Writes for one run of one case."""

    def __init__(
        self,
        log: EgressLog,
        case_id: str,
        record: Callable[[Leaving], ExchangeId],
        clock: Callable[[], datetime],
    ) -> None:
        """``record`` writes the row into the case, journalled and synced, and gives its id."""
        self._log, self._case_id, self._record, self._clock = log, case_id, record, clock
        self._numbers: dict[ExchangeId, str] = {}

    def sending(self, clearance: Clearance, body: bytes, digest: Sha256, endpoint: str) -> ExchangeId:
        """Reserve, record, and return the exchange; raises Refused where a budget would be overrun."""
        now, entry = self._clock(), clearance.entry
        sending = Sending(
            time=now,
            case=self._case_id,
            user=clearance.user,
            entry=entry.id,
            model=entry.model,
            host=endpoint,
            body=digest,
            size=len(body),
            cost=clearance.bodies[digest].cost,
            currency=entry.price.currency,
            policy=clearance.policy,
            approved_by=clearance.approved_by,
            plan=clearance.plan if self._case_id else None,
            second=clearance.second.request if clearance.second else None,
        )
        number = self._log.reserve(sending, entry.limits)
        leaving = Leaving(
            when=now,
            entry=entry.id,
            model=entry.model,
            provider=entry.provider,
            endpoint=endpoint,
            policy=clearance.policy,
            plan=clearance.plan,
            approved_by=clearance.approved_by,
            body=body,
            digest=digest,
            mark=self._log.mark(),
        )
        recorded = False
        try:
            exchange = self._record(leaving)
            recorded = True
        finally:
            if not recorded:
                self._log.settle(number, now, Decimal(0), "not_sent")
        self._numbers[exchange] = number
        return exchange

    def settle(self, exchange: ExchangeId, cost: Decimal, outcome: Outcome) -> None:
        """Say what an answered exchange did cost; one that is never settled counts at its highest cost."""
        self._log.settle(self._numbers.pop(exchange), self._clock(), cost, outcome.value)

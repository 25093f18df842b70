"""The egress ledger: what leaves is written before it leaves, and what came back together with what it claims."""

from dataclasses import dataclass
from typing import ClassVar, Final

from desktop.casefile.actions.base import Done
from desktop.casefile.actions.leads import file_leads
from desktop.casefile.actions.running import run_entry, run_must_exist
from desktop.casefile.errors import BadField, NoSuchExchange, PlanNotInCase
from desktop.casefile.rows import Rows
from desktop.casefile.stored import clean
from desktop.casefile.tables.packing import pack
from desktop.casefile.tables.reading import cover
from desktop.domain.changes import Kind
from desktop.domain.coverage import ReadBy
from desktop.domain.ids import EvidenceId, ExchangeId, PlanId, RunId, Sha256
from desktop.domain.reported import Lead
from desktop.domain.runs import Outcome

LOG_LINES: Final = "log_lines"
LOG_HEAD: Final = "log_head"


@dataclass(frozen=True, slots=True)
class RecordSending:
    """A request of unit ``number`` of the plan is about to leave: these exact bytes, to this address."""

    run: RunId
    plan: PlanId
    number: int
    model: str
    provider: str
    endpoint: str
    policy_digest: Sha256
    approved_by: str
    body: bytes
    body_digest: Sha256
    log: tuple[int, str] = (0, "")
    """Lines of the workstation's log of sendings with this one in it, and the digest of the last."""

    KIND: ClassVar[str] = "record_sending"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.LEDGER, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """It must be the plan's own body for this unit."""
        run_must_exist(rows, self.run)
        sql = "select digest from plan_unit where plan = ? and number = ?"
        row = rows.one(sql, self.plan, self.number)
        if row is None or row[0] != self.body_digest:
            raise PlanNotInCase(self.body_digest)

    def apply(self, rows: Rows) -> Done:
        """Write the exchange as sent."""
        sql = "select evidence, masked, name from plan_unit where plan = ? and number = ?"
        evidence, masked, name = rows.one(sql, self.plan, self.number)
        exchange = rows.insert(
            "exchange",
            run=self.run,
            at=rows.at,
            bytes_sent=len(self.body),
            masked=masked,
            evidence=evidence,
            unit=name,
            model_asked=clean(self.model),
            provider=clean(self.provider),
            endpoint=clean(self.endpoint),
            policy_digest=self.policy_digest,
            approved_by=clean(self.approved_by),
            body_digest=self.body_digest,
            outcome=str(Outcome.SENT),
            body=pack(self.body),
        )
        said = {"exchange": exchange, "run": self.run, "unit": self.number, "body": self.body_digest}
        said |= {LOG_LINES: self.log[0], LOG_HEAD: self.log[1]}
        return Done({**said, "bytes": len(self.body)}, made=exchange, part_of=run_entry(rows, self.run))


@dataclass(frozen=True, slots=True)
class RecordAnswer:
    """How an exchange ended, with the bytes that came back and the leads in them, in one step."""

    exchange: ExchangeId
    outcome: Outcome
    reply: bytes = b""
    model_returned: str = ""
    request_id: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    cost: str = ""
    currency: str = ""
    milliseconds: int = 0
    leads: tuple[Lead, ...] = ()

    KIND: ClassVar[str] = "record_answer"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.LEDGER, Kind.RUN, Kind.FINDING, Kind.COVERAGE, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """The exchange must be waiting for its outcome; only an answer has leads."""
        row = rows.get("exchange", self.exchange)
        if row is None:
            raise NoSuchExchange(self.exchange)
        if row["outcome"] not in (Outcome.SENT, Outcome.UNKNOWN) or self.outcome is Outcome.SENT:
            raise BadField("outcome", str(self.outcome))
        if self.leads and self.outcome is not Outcome.ANSWERED:
            raise BadField("leads", str(self.outcome))

    def apply(self, rows: Rows) -> Done:
        """Write the outcome; an answer also counts its lines as read by a model."""
        rows.update(
            "exchange",
            self.exchange,
            outcome=str(self.outcome),
            reply=pack(self.reply),
            model_returned=clean(self.model_returned),
            request_id=clean(self.request_id),
            tokens_in=self.tokens_in,
            tokens_out=self.tokens_out,
            cost=self.cost,
            currency=self.currency,
            milliseconds=self.milliseconds,
        )
        run = int(rows.one("select run from exchange where id = ?", self.exchange)[0])
        findings = file_leads(rows, RunId(run), self.exchange, self.leads)
        if self.outcome is Outcome.ANSWERED:
            _cover_unit(rows, self.exchange)
        said = {"exchange": self.exchange, "run": run, "outcome": str(self.outcome), "leads": len(self.leads)}
        return Done({**said, "findings": findings}, part_of=run_entry(rows, run))


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """Unit ``number`` of a plan is not asked about: ``exchange`` has answered for the same content before."""

    number: int
    exchange: ExchangeId
    leads: tuple[Lead, ...]


@dataclass(frozen=True, slots=True)
class FileLeads:
    """Answers that the case holds already count for units of this run's plan too; what was filed of them stays once."""

    run: RunId
    told: tuple[ToldBefore, ...]

    KIND: ClassVar[str] = "file_leads"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.FINDING, Kind.RUN, Kind.COVERAGE, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """The exchanges must have been answered, and the units be of the run's plan."""
        for one in self.told:
            row = rows.get("exchange", one.exchange)
            if row is None:
                raise NoSuchExchange(one.exchange)
            if row["outcome"] != Outcome.ANSWERED:
                raise BadField("leads", str(row["outcome"]))
            if rows.one(_UNIT_OF_RUN, self.run, one.number) is None:
                raise PlanNotInCase(str(one.number))

    def apply(self, rows: Rows) -> Done:
        """Write the findings; the units' lines count as read by a model."""
        findings: dict[int, None] = {}
        for one in self.told:
            findings |= dict.fromkeys(file_leads(rows, self.run, one.exchange, one.leads))
            evidence, first, last = rows.one(_UNIT_OF_RUN, self.run, one.number)
            cover(rows, EvidenceId(evidence), first, last, ReadBy.MODEL)
        units = [[one.number, one.exchange, len(one.leads)] for one in self.told]
        return Done({"run": self.run, "units": units, "findings": list(findings)}, part_of=run_entry(rows, self.run))


_UNIT_OF_RUN: Final = """select u.evidence, u.first, u.last from run r join plan_unit u on u.plan = r.plan
    where r.id = ? and u.number = ?"""


def _cover_unit(rows: Rows, exchange: ExchangeId) -> None:
    sql = """select u.evidence, u.first, u.last from exchange e join run r on r.id = e.run
        join plan_unit u on u.plan = r.plan and u.digest = e.body_digest where e.id = ?"""
    for evidence, first, last in rows.all(sql, exchange):
        cover(rows, EvidenceId(evidence), first, last, ReadBy.MODEL)

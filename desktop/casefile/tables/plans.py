"""Plans, runs and exchanges as they are read back."""

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

from desktop.casefile.engine import Database
from desktop.casefile.errors import NoSuchExchange, NoSuchRun, PlanNotInCase
from desktop.casefile.stored import maybe_moment, moment
from desktop.casefile.tables.packing import unpack
from desktop.domain.ids import EvidenceId, ExchangeId, FindingId, PlanId, RunId, Sha256
from desktop.domain.levels import Anchor
from desktop.domain.places import Span
from desktop.domain.plans import DraftUnit, TokenText
from desktop.domain.runs import Exchange, Outcome, PlannedUnit, PlanSummary, Run, RunState, SecondPerson

_PLAN: Final = """select id, digest, model, made, tokens_in, tokens_out, cost, currency, approved_by, approved_at,
    facts, looked from plan"""
_UNIT: Final = """select u.number, u.evidence, ifnull(e.path, ''), u.name, u.start, u.end, u.first, u.last, u.digest,
    u.tokens, u.masked, u.blocked"""
_EXCHANGE: Final = """select id, run, at, model_asked, model_returned, provider, endpoint, policy_digest, approved_by,
    body_digest, bytes_sent, masked, tokens_in, tokens_out, cost, currency, milliseconds, outcome, request_id, evidence,
    unit from exchange"""


_ANSWER: Final = {one.name for one in fields(SecondPerson)}
_TEXTS: Final = _ANSWER - {"approves"}


def read_plans(db: Database) -> list[PlanSummary]:
    """All plans, newest first."""
    return [_plan(db, row) for row in db.execute(f"{_PLAN} order by id desc").fetchall()]


def read_plan(db: Database, which: PlanId | Sha256) -> PlanSummary:
    """One plan by its number, or the newest with that digest; raises PlanNotInCase."""
    column = "digest" if isinstance(which, str) else "id"
    row = db.execute(f"{_PLAN} where {column} = ? order by id desc limit 1", [which]).fetchone()
    if row is None:
        raise PlanNotInCase(str(which))
    return _plan(db, row)


def _plan(db: Database, row: Any) -> PlanSummary:
    id, digest, model, made, tokens_in, tokens_out, cost, currency, approved_by, approved_at, facts, looked = row
    said: dict[str, str] = json.loads(facts)
    approval: dict[str, Any] = json.loads(looked) if looked else {"looked": [], "second": None}
    sql = f"{_UNIT} from plan_unit u left join evidence e on e.id = u.evidence where u.plan = ? order by u.number"
    return PlanSummary(
        id=PlanId(id),
        digest=Sha256(digest),
        entry=said.pop("entry", ""),
        model=model,
        made=moment(made),
        units=tuple(_planned(unit) for unit in db.execute(sql, [id])),
        tokens_in=tokens_in,
        tokens_out_max=tokens_out,
        cost=cost,
        currency=currency,
        facts=said,
        approved_by=approved_by,
        approved_at=maybe_moment(approved_at),
        looked=tuple((group, who, seconds, looks) for group, who, seconds, looks in approval["looked"]),
        second=_second(approval["second"]),
    )


def _second(kept: Any) -> SecondPerson | None:
    """The answer that was taken in; what another program wrote in its place is none."""
    if not isinstance(kept, dict) or kept.keys() != _ANSWER or not all(isinstance(kept[n], str) for n in _TEXTS):
        return None
    return SecondPerson(**{**kept, "answer": kept["answer"].encode()})


def _planned(row: Any) -> PlannedUnit:
    number, evidence, path, name, start, end, first, last, digest, tokens, masked, blocked = row
    return PlannedUnit(
        evidence=EvidenceId(evidence),
        path=path,
        name=name,
        span=Span(start, end),
        body_digest=Sha256(digest) if digest else None,
        tokens=tokens,
        masked=masked,
        blocked_by=tuple(blocked.split()),
        number=number,
        first_line=first,
        last_line=last,
    )


def read_policy_serials(db: Database) -> dict[str, int]:
    """The highest serial of each policy under which a plan of the case was made, by the policy's name."""
    sql = """select json_extract(facts, '$.policy_name'), max(cast(json_extract(facts, '$.policy_serial') as integer))
        from plan where json_valid(facts) group by 1"""
    return {str(name): int(serial) for name, serial in db.execute(sql) if name and serial is not None}


def read_plan_units(db: Database, plan: PlanId) -> Iterator[tuple[int, DraftUnit]]:
    """Units of a plan with their bodies and masks, by number."""
    sql = f"""{_UNIT}, u.body, u.masks from plan_unit u left join evidence e on e.id = u.evidence
        where u.plan = ? order by u.number"""
    for (
        number,
        evidence,
        path,
        name,
        start,
        end,
        first,
        last,
        digest,
        tokens,
        masked,
        blocked,
        body,
        masks,
    ) in db.execute(sql, [plan]):
        yield (
            number,
            DraftUnit(
                evidence=EvidenceId(evidence),
                path=path,
                name=name,
                span=Span(start, end),
                first_line=first,
                last_line=last,
                body=None if body is None else unpack(body),
                digest=Sha256(digest) if digest else None,
                tokens=tokens,
                masked=masked,
                blocked_by=tuple(blocked.split()),
                masks=unpack(masks),
            ),
        )


def read_tokens(db: Database) -> tuple[TokenText, ...]:
    """All masking tokens of the case."""
    return tuple(TokenText(*row) for row in db.execute("select token, kind, value from token order by id"))


def read_runs(db: Database, run: RunId | None = None) -> list[Run]:
    """Runs, newest first; with ``run`` only that one."""
    leads = """select count(distinct x.finding) from exchange_finding x join exchange e on e.id = x.exchange
        join finding f on f.id = x.finding where e.run = r.id"""
    sql = f"""select r.id, r.plan, r.model, r.started, r.ended, r.state, r.planned,
        (select count(distinct body_digest) from exchange where run = r.id and outcome not in (?, ?, ?)),
        (select count(*) from exchange where run = r.id and outcome in (?, ?)), ({leads}), ({leads} and f.anchor = ?)
        from run r {"where r.id = ?" if run is not None else ""} order by r.id desc"""
    open_ones = [str(Outcome.SENT), str(Outcome.UNKNOWN)]
    values: list[object] = [*open_ones, str(Outcome.FAILED), *open_ones, int(Anchor.NOT_FOUND)]
    return [
        Run(
            id=RunId(id),
            plan=PlanId(plan) if plan else None,
            model=model,
            started=moment(started),
            ended=maybe_moment(ended),
            state=RunState(state),
            planned=planned,
            answered=answered,
            unknown=unknown,
            leads=found,
            unanchored=unanchored,
        )
        for id, plan, model, started, ended, state, planned, answered, unknown, found, unanchored in db.execute(
            sql, [*values, *([] if run is None else [run])]
        )
    ]


def read_run(db: Database, run: RunId) -> Run:
    """One run; raises NoSuchRun."""
    found = read_runs(db, run)
    if not found:
        raise NoSuchRun(run)
    return found[0]


def read_exchanges(db: Database, run: RunId | None, finding: FindingId | None) -> list[Exchange]:
    """Exchanges of a run, of a finding, or all, in the order in which they left."""
    where, values = [], []
    if run is not None:
        where.append("run = ?")
        values.append(int(run))
    if finding is not None:
        where.append("id in (select exchange from exchange_finding where finding = ?)")
        values.append(int(finding))
    sql = f"{_EXCHANGE} {'where ' + ' and '.join(where) if where else ''} order by id"
    rows = db.execute(sql, values).fetchall()
    came_of: dict[int, list[FindingId]] = {}
    for exchange, of in db.execute("select exchange, finding from exchange_finding order by finding"):
        came_of.setdefault(exchange, []).append(FindingId(of))
    return [_exchange(row, came_of.get(row[0], [])) for row in rows]


def _exchange(row: Any, findings: list[FindingId]) -> Exchange:
    (id, run, at, asked, returned, provider, endpoint, policy, approved_by, digest, sent, masked, *rest) = row
    tokens_in, tokens_out, cost, currency, milliseconds, outcome, request_id, evidence, unit = rest
    return Exchange(
        id=ExchangeId(id),
        run=RunId(run),
        when=moment(at),
        model_asked=asked,
        model_returned=returned,
        provider=provider,
        endpoint=endpoint,
        policy_digest=Sha256(policy),
        approved_by=approved_by,
        body_digest=Sha256(digest),
        bytes_sent=sent,
        masked=masked,
        tokens_in=tokens_in,
        tokens_out=tokens_out,
        cost=cost,
        currency=currency,
        seconds=milliseconds / 1000,
        outcome=Outcome(outcome),
        request_id=request_id,
        findings=tuple(findings),
        evidence=EvidenceId(evidence) if evidence else None,
        unit=unit,
    )


def read_bytes(db: Database, exchange: ExchangeId, column: str) -> bytes:
    """``body`` or ``reply`` of an exchange, exactly as it left or came; raises NoSuchExchange."""
    row = db.execute(f"select [{column}] from exchange where id = ?", [exchange]).fetchone()
    if row is None:
        raise NoSuchExchange(exchange)
    return unpack(row[0])

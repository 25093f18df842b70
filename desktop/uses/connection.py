"""Check the connection to an approved model, step by step, and say which step fails and why.

A check is a sending: it passes the gate and stands in the workstation's log, with no case to it and no evidence in it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from desktop.analysis.connection import LASTING, Question, question
from desktop.analysis.errors import AnalysisError, AnsweredByAnother, KeyRefused, ModelNotGranted
from desktop.analysis.providers.base import Heard, NotAnAnswer
from desktop.analysis.providers.capabilities import Finish
from desktop.domain.errors import SekishoError
from desktop.domain.ids import ExchangeId
from desktop.domain.runs import Outcome
from desktop.gate import credentials
from desktop.gate.clearance import Clearance, check_model, still_against
from desktop.gate.client import Exchanged, open_client, refusal
from desktop.gate.connection import ConnectionStep, clear_check, failed_on_the_way
from desktop.gate.effective import Effective
from desktop.gate.errors import Refused, WrongModel
from desktop.gate.ledger import Leaving, Ledger
from desktop.gate.objections import policy_objections
from desktop.gate.policy import ModelEntry
from desktop.gate.reasons import CredentialMissing, ModelNotApproved, Objection
from desktop.gate.transport import noted, open_transport, proxy_of
from desktop.secrets import Secret, SecretsError
from desktop.uses.clearing import egress_log
from desktop.uses.credentials import model_entry, proxy_logins
from desktop.uses.errors import AnsweredWithStatus, SentElsewhere
from desktop.uses.policies import effective_policy
from desktop.uses.workstation import Workstation, utc_now

Cut = Callable[[], None]
_CHECK: Final = ExchangeId(0)
"""A check has one exchange, and no case that would number it."""
_NO_CASE: Final = ""


@dataclass(frozen=True, slots=True)
class Connection:
    """What a check found: ``passed`` in order, then the step that failed, and why; None where all passed."""

    model: str
    host: str
    """``host:port`` of the policy; empty where the policy has no such model."""
    proxy: str
    """``host:port``; empty where there is none, or where the check did not come so far."""
    passed: tuple[ConnectionStep, ...]
    failed: ConnectionStep | None = None
    error: SekishoError | None = None

    @property
    def left(self) -> tuple[ConnectionStep, ...]:
        """Steps that were not reached."""
        done = {*self.passed, self.failed}
        return tuple(step for step in ConnectionStep if step not in done)


def proxy_on_the_way(station: Workstation, model: str) -> tuple[str, int] | None:
    """Host and port of the proxy through which ``model`` is reached now, or None; raises NoSuchModel.

    May wait for the network's PAC file.
    """
    return proxy_of(model_entry(station, model, utc_now())[1], station.proxies)


class _Failed(Exception):
    """Ends within this module."""

    def __init__(self, step: ConnectionStep, error: SekishoError) -> None:
        self.step, self.error = step, error


def check_connection(station: Workstation, model: str, opened: Callable[[Cut], None] | None = None) -> Connection:
    """Ask ``model`` one short question without evidence; blocks for as long as that takes.

    ``opened`` is given what cuts the check at once, from any thread. What fails on the way is in what is returned.
    Raises EgressLogUnusable, and what a broken program raises.
    """
    holds = effective_policy(station, utc_now())
    entry = holds.policy.model(model) if holds.policy else None
    host = f"{entry.endpoint_host[0]}:{entry.endpoint_host[1]}" if entry else ""
    proxy = ""
    try:
        if entry is None:
            against = (*policy_objections(holds, utc_now()), ModelNotApproved(model))
            raise _Failed(ConnectionStep.POLICY, Refused(against))
        asked = _asked(entry)
        clearance = _cleared(station, holds, asked)
        secret = _key(station, holds, entry)
        proxy = _proxy(station, entry)
        _ask(station, clearance, secret, asked, opened)
    except _Failed as failed:
        return Connection(model, host, proxy, tuple(_before(failed.step)), failed.step, failed.error)
    return Connection(model, host, proxy, tuple(ConnectionStep))


def _before(failed: ConnectionStep) -> Iterator[ConnectionStep]:
    for step in ConnectionStep:
        if step is failed:
            return
        yield step


def _asked(entry: ModelEntry) -> Question:
    try:
        return question(entry)
    except AnalysisError as error:
        raise _Failed(ConnectionStep.POLICY, error) from None


def _cleared(station: Workstation, holds: Effective, asked: Question) -> Clearance:
    now, entry = utc_now(), asked.entry
    try:
        spent = egress_log(station).spent(entry.id, now)
        return clear_check(entry.id, asked.body, len(asked.raw), holds, station.account, spent, now)
    except Refused as refused:
        raise _Failed(ConnectionStep.POLICY, refused) from None


def _key(station: Workstation, holds: Effective, entry: ModelEntry) -> Secret:
    """The key; a keyring that is missing is told from one that has no such key."""
    assert holds.policy is not None  # it has the entry
    try:
        for store in (station.session, station.keyring):
            if (secret := credentials.credential(store, holds.policy, entry)) is not None:
                return secret
    except SecretsError as error:
        raise _Failed(ConnectionStep.KEY, error) from None
    raise _Failed(ConnectionStep.KEY, Refused((CredentialMissing(entry.id),)))


def _proxy(station: Workstation, entry: ModelEntry) -> str:
    try:
        through = proxy_of(entry, station.proxies)
    except SekishoError as error:
        if (on_the_way := failed_on_the_way(error)) is None:
            raise
        raise _Failed(*on_the_way) from None
    return f"{through[0]}:{through[1]}" if through else ""


def _ask(
    station: Workstation,
    clearance: Clearance,
    secret: Secret,
    asked: Question,
    opened: Callable[[Cut], None] | None,
) -> None:
    """Send the question; raises _Failed unless the approved model has answered it."""
    entry = clearance.entry
    ledger = Ledger(egress_log(station), _NO_CASE, _record, utc_now)
    try:
        said: list[Secret] = []
        transport = open_transport(entry, station.proxies, noted(proxy_logins(station), said), LASTING)
    except SecretsError as error:
        raise _Failed(ConnectionStep.WAY, error) from None
    except SekishoError as error:
        if (on_the_way := failed_on_the_way(error)) is None:
            raise
        raise _Failed(*on_the_way) from None

    def recheck() -> tuple[Objection, ...]:
        now = utc_now()
        return tuple(still_against(clearance, effective_policy(station, now), now))

    gated = open_client(clearance, ledger, secret, transport, recheck, said)
    if opened is not None:
        opened(transport.close)
    heard: Heard | None = None
    failed: _Failed | None = None
    try:
        heard = asked.put(gated.http)
    except Exception as error:
        failed = _failed_before_an_answer(error, entry.endpoint_host[0])
        seen = gated.exchanged(asked.body.digest)
        if failed is None and seen is None:
            raise
    else:
        seen = gated.exchanged(asked.body.digest)
    finally:
        gated.http.close()
    if failed is None and seen is not None:
        failed = _failed_in_the_answer(seen, heard, entry)
    outcome = _outcome(failed)
    if outcome is not None:
        cost = asked.cost_of(heard) if heard is not None else Decimal(0)
        ledger.settle(_CHECK, cost, outcome)
    if failed is not None:
        raise failed


def _record(leaving: Leaving) -> ExchangeId:
    """There is no case to write it into; the workstation's log has it."""
    del leaving
    return _CHECK


def _failed_before_an_answer(error: BaseException, host: str) -> _Failed | None:
    if (refused := refusal(error)) is not None:
        return _Failed(ConnectionStep.POLICY, refused)
    if isinstance(error, NotAnAnswer):
        return _Failed(ConnectionStep.ANSWER, AnsweredByAnother(host, error.content_type[:80]))
    on_the_way = failed_on_the_way(error)
    return None if on_the_way is None else _Failed(*on_the_way)


def _failed_in_the_answer(seen: Exchanged, heard: Heard | None, entry: ModelEntry) -> _Failed | None:
    host = entry.endpoint_host[0]
    if 300 <= seen.status < 400:
        return _Failed(ConnectionStep.ANSWER, SentElsewhere(host, seen.status))
    if seen.reply.lstrip()[:1] == b"<":
        return _Failed(ConnectionStep.ANSWER, AnsweredByAnother(host, "text/html"))
    match seen.status:
        case 401:
            return _Failed(ConnectionStep.ACCESS, KeyRefused(entry.id))
        case 403 | 404:
            return _Failed(ConnectionStep.MODEL, ModelNotGranted(entry.model, seen.status))
        case status if status >= 400:
            return _Failed(ConnectionStep.ANSWER, AnsweredWithStatus(host, status))
    if heard is None or heard.finish in (Finish.UNKNOWN, Finish.FAILED):
        return _Failed(ConnectionStep.ANSWER, AnsweredWithStatus(host, seen.status))
    try:
        check_model(entry, heard.model)
    except WrongModel as wrong:
        return _Failed(ConnectionStep.MODEL, wrong)
    return None


def _outcome(failed: _Failed | None) -> Outcome | None:
    """What the log is told; None where nothing left, or where nobody knows and the highest cost stands."""
    match failed:
        case None:
            return Outcome.ANSWERED
        case _Failed(error=Refused()):
            return None
        case _Failed(error=WrongModel()):
            return Outcome.WRONG_MODEL
        case _Failed(step=ConnectionStep.ANSWER, error=AnsweredByAnother() | SentElsewhere() | AnsweredWithStatus()):
            return Outcome.FAILED
        case _Failed(step=ConnectionStep.ANSWER):
            return None
    return Outcome.FAILED

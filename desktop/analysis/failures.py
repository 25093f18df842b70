"""What an error on the way to a model means for the exchange and for the run.

The SDK wraps what its transport raised, or hands it on as it is when a stream breaks: the chain of causes is walked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import httpx2

from desktop.analysis.errors import (
    AnsweredByAnother,
    KeyRefused,
    ModelNotGranted,
    ProviderFailing,
    ProviderUnreachable,
)
from desktop.analysis.pace import LONGEST_WAIT, retry_after
from desktop.analysis.providers.base import Fault, NotAnAnswer, Provider, Unreadable
from desktop.domain.errors import SekishoError
from desktop.domain.runs import Outcome
from desktop.gate.client import refusal
from desktop.gate.connection import lasts
from desktop.gate.errors import ReplyTooLarge
from desktop.gate.policy import ModelEntry

_BEFORE_SENDING: Final = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.ProxyError, httpx2.UnsupportedProtocol)
_TRY_AGAIN: Final = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529})
_TRY_AGAIN_CODES: Final = frozenset(
    {"rate_limit_exceeded", "rate_limit_error", "server_error", "api_error", "overloaded_error", "timeout_error"}
)
"""Errors that come within a stream, after HTTP has said that all is well."""
_NO_MORE: Final = frozenset({"insufficient_quota", "billing_error", "billing_hard_limit_reached"})
_PAYMENT: Final = 402


@dataclass(frozen=True, slots=True)
class Failure:
    """``outcome`` is the exchange's. ``again``: ask once more, after ``wait`` seconds if the server named some.

    ``problem`` stops the run: at once, or where ``again`` is true when the patience is over.
    """

    outcome: Outcome
    problem: SekishoError | None = None
    again: bool = False
    wait: float | None = None


def understand(error: Exception, speaks: Provider, entry: ModelEntry, tried: int, now: datetime) -> Failure | None:
    """What ``error`` means; None for one that is no failure of the way but a mistake of ours."""
    if (refused := refusal(error)) is not None:
        return Failure(Outcome.FAILED, refused)
    if (fault := speaks.fault(error)) is not None:
        return _of_fault(fault, speaks, entry, tried, now)
    host = entry.endpoint_host[0]
    if isinstance(error, NotAnAnswer):
        return Failure(Outcome.FAILED, AnsweredByAnother(host, error.content_type[:80]), again=True)
    if isinstance(error, Unreadable):
        return Failure(Outcome.BROKEN_SCHEMA)
    chain = list(_chain(error))
    if any(isinstance(one, ReplyTooLarge) for one in chain):
        return Failure(Outcome.FAILED)
    if (lost := next((one for one in chain if isinstance(one, httpx2.TransportError)), None)) is not None:
        if isinstance(lost, _BEFORE_SENDING):
            why = next((one for one in chain if isinstance(one, SekishoError)), None)
            if why is not None and lasts(why):
                return Failure(Outcome.FAILED, why)
            problem = ProviderUnreachable(host, tried)
            problem.__cause__ = why
            return Failure(Outcome.FAILED, problem, again=True)
        return Failure(Outcome.UNKNOWN)
    if (own := next((one for one in chain if isinstance(one, SekishoError)), None)) is not None:
        return Failure(Outcome.FAILED, own)
    return None


def told_within(code: str, speaks: Provider, tried: int) -> Failure:
    """What it means when a whole answer says of itself that it failed."""
    return _of_codes(frozenset({code}), speaks, None, tried)


def _of_fault(fault: Fault, speaks: Provider, entry: ModelEntry, tried: int, now: datetime) -> Failure:
    status = fault.status
    if status == 401:
        return Failure(Outcome.FAILED, KeyRefused(entry.id))
    if status in (403, 404):
        return Failure(Outcome.FAILED, ModelNotGranted(entry.model, status))
    if status is None or status not in _TRY_AGAIN:
        return _of_codes(fault.codes, speaks, status, tried)
    wait = retry_after(fault.headers, now)
    final = bool(fault.codes & _NO_MORE) or (wait is not None and wait > LONGEST_WAIT)
    return Failure(Outcome.FAILED, ProviderFailing(status, tried), again=not final, wait=wait)


def _of_codes(codes: frozenset[str], speaks: Provider, status: int | None, tried: int) -> Failure:
    if codes & speaks.can.filters:
        return Failure(Outcome.FILTERED)
    if status == _PAYMENT or codes & _NO_MORE:
        return Failure(Outcome.FAILED, ProviderFailing(status or 200, tried))
    if status is None and codes & _TRY_AGAIN_CODES:
        return Failure(Outcome.FAILED, ProviderFailing(200, tried), again=True)
    return Failure(Outcome.FAILED)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__

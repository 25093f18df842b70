"""What an error on the way to a model means for the exchange and for the run.

The SDK wraps what its transport raised, or hands it on as it is when a stream breaks: the chain of causes is walked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import httpx2

from desktop.analysis.errors import KeyRefused, ModelNotGranted, ProviderFailing, ProviderUnreachable
from desktop.analysis.pace import LONGEST_WAIT, retry_after
from desktop.analysis.providers.base import Unreadable
from desktop.domain.errors import SekishoError
from desktop.domain.runs import Outcome
from desktop.gate.client import refusal
from desktop.gate.errors import ReplyTooLarge
from desktop.gate.policy import ModelEntry

_BEFORE_SENDING = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.ProxyError, httpx2.UnsupportedProtocol)
_TRY_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529})


@dataclass(frozen=True, slots=True)
class Failure:
    """``outcome`` is the exchange's. ``again``: ask once more, after ``wait`` seconds if the server named some.

    ``problem`` stops the run: at once, or where ``again`` is true when the patience is over.
    """

    outcome: Outcome
    problem: SekishoError | None = None
    again: bool = False
    wait: float | None = None


def understand(error: Exception, entry: ModelEntry, tried: int, now: datetime) -> Failure | None:
    """What ``error`` means; None for one that is no failure of the way but a mistake of ours."""
    from openai import APIError, APIStatusError

    if (refused := refusal(error)) is not None:
        return Failure(Outcome.FAILED, refused)
    if isinstance(error, APIStatusError):
        return _of_status(error.status_code, error.code, error.response, entry, tried, now)
    if isinstance(error, Unreadable):
        return Failure(Outcome.BROKEN_SCHEMA)
    chain = list(_chain(error))
    if any(isinstance(one, ReplyTooLarge) for one in chain):
        return Failure(Outcome.FAILED)
    if (lost := next((one for one in chain if isinstance(one, httpx2.TransportError)), None)) is not None:
        if isinstance(lost, _BEFORE_SENDING):
            problem = ProviderUnreachable(entry.endpoint_host[0], tried)
            problem.__cause__ = next((one for one in chain if isinstance(one, SekishoError)), None)
            return Failure(Outcome.FAILED, problem, again=True)
        return Failure(Outcome.UNKNOWN)
    if (own := next((one for one in chain if isinstance(one, SekishoError)), None)) is not None:
        return Failure(Outcome.FAILED, own)
    return Failure(Outcome.FAILED) if isinstance(error, APIError) else None


def _of_status(
    status: int, code: str | None, response: httpx2.Response, entry: ModelEntry, tried: int, now: datetime
) -> Failure:
    if status == 401:
        return Failure(Outcome.FAILED, KeyRefused(entry.id))
    if status in (403, 404):
        return Failure(Outcome.FAILED, ModelNotGranted(entry.model, status))
    if status not in _TRY_AGAIN:
        return Failure(Outcome.FAILED)
    wait = retry_after(response.headers, now)
    final = code == "insufficient_quota" or (wait is not None and wait > LONGEST_WAIT)
    return Failure(Outcome.FAILED, ProviderFailing(status, tried), again=not final, wait=wait)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__

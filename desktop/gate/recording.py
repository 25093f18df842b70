"""A request body as the provider's SDK writes it, recorded instead of sent.

Bodies are byte-equal to what the same call sends later, whatever the key, address and time-outs (FACTS-GATE §6).
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import httpx2

from desktop.domain.ids import Sha256


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the SDK would have sent."""

    method: str
    url: str
    body: bytes
    digest: Sha256


class _Caught(BaseException):
    """Leaves the SDK with the request; no ``Exception``, which the SDK would take for a lost connection."""

    def __init__(self, recorded: Recorded) -> None:
        self.recorded = recorded


class _Recorder(httpx2.BaseTransport):
    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        body = request.read()
        raise _Caught(Recorded(request.method, str(request.url), body, body_digest(body)))


class NothingRecorded(Exception):
    """A programming error: the call made no request."""


def record(build: Callable[[httpx2.Client], object]) -> Recorded:
    """Run ``build`` with a client that reaches no network, and give back the first request that it makes."""
    with httpx2.Client(transport=_Recorder(), trust_env=False) as client:
        try:
            build(client)
        except _Caught as caught:
            return caught.recorded
    raise NothingRecorded


def body_digest(body: bytes) -> Sha256:
    """What a body is cleared by."""
    return Sha256(hashlib.sha256(body).hexdigest())

"""The client that an SDK is given: it can send the cleared bodies to the cleared host, and nothing else.

The check stands at the last place before the net, on the final bytes. What leaves is written anew from an allow-list
of headers, so that neither the SDK nor a variable of the environment adds one or replaces the credential.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Final

import httpx2

from desktop.domain.ids import ExchangeId, Sha256
from desktop.gate import reasons
from desktop.gate.clearance import Clearance
from desktop.gate.errors import Refused, ReplyTooLarge
from desktop.gate.ledger import Ledger
from desktop.gate.policy import ModelEntry
from desktop.gate.reasons import Objection
from desktop.gate.recording import body_digest
from desktop.gate.striking import Striker, Struck
from desktop.secrets import Secret

MOST_REPLY: Final = 32 << 20
"""Bytes that an answer may have."""
KEY_PLACE: Final = "written-by-the-gate"
"""What an SDK is given for a credential: it marks the header in which the provider expects one."""
_FROM_SDK: Final = ("accept", "content-type", "anthropic-version")
_KEY_HEADERS: Final = {"api-key": "", "x-api-key": "", "authorization": "Bearer "}
"""Headers that may hold a credential, with what stands before it; SDKs always fill the last one too."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What came back for one body, as the bytes that came (so far, while it is read), secrets struck out."""

    exchange: ExchangeId
    status: int
    headers: Mapping[str, str]
    """The server's own, names in lower case."""
    reply: bytes


@dataclass(frozen=True, slots=True)
class Gated:
    """A client for an SDK, and what its requests became."""

    http: httpx2.Client
    exchanged: Callable[[Sha256], Exchanged | None]
    """Gives the last exchange of a body, once."""
    strike: Callable[[str], str]
    """Strikes secrets out of a text that was put together from an answer's pieces."""


def open_client(
    clearance: Clearance,
    ledger: Ledger,
    secret: Secret,
    transport: httpx2.BaseTransport,
    recheck: Callable[[], tuple[Objection, ...]],
    others: Iterable[Secret] = (),
) -> Gated:
    """A client bound to ``clearance`` over ``transport``; ``recheck`` is asked before each request.

    ``secret`` goes out with each request; it and the ``others`` that are said on the way are struck out of what comes
    back.
    """
    striker = Striker((secret, *others))
    gate = _GateTransport(clearance, ledger, secret, transport, recheck, striker)
    http = httpx2.Client(transport=gate, trust_env=False, follow_redirects=False)
    return Gated(http, gate.exchanged, striker.in_text)


def refusal(error: BaseException) -> Refused | None:
    """The gate's refusal inside an SDK's error, which wraps what its transport raised."""
    seen: BaseException | None = error
    while seen is not None and not isinstance(seen, Refused):
        seen = seen.__cause__ or seen.__context__
    return seen


class _GateTransport(httpx2.BaseTransport):
    def __init__(
        self,
        clearance: Clearance,
        ledger: Ledger,
        secret: Secret,
        inner: httpx2.BaseTransport,
        recheck: Callable[[], tuple[Objection, ...]],
        striker: Striker,
    ) -> None:
        self._clearance, self._ledger, self._secret = clearance, ledger, secret
        self._inner, self._recheck, self._striker = inner, recheck, striker
        self._replies: dict[Sha256, _Reply] = {}
        self._mutex = Lock()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        body = request.read()
        digest = body_digest(body)
        if against := (*self._against(request, digest), *self._recheck()):
            raise Refused(against)
        address = f"{request.url.scheme}://{request.url.netloc.decode('ascii')}{request.url.path}"
        exchange = self._ledger.sending(self._clearance, body, digest, address)
        response = self._inner.handle_request(self._rewritten(request, body))
        reply = _Reply(exchange, response, self._striker)
        with self._mutex:
            self._replies[digest] = reply
        return httpx2.Response(response.status_code, headers=reply.headers, stream=reply)

    def exchanged(self, digest: Sha256) -> Exchanged | None:
        with self._mutex:
            reply = self._replies.pop(digest, None)
        return reply.seen() if reply else None

    def close(self) -> None:
        self._inner.close()

    def _against(self, request: httpx2.Request, digest: Sha256) -> Iterator[Objection]:
        entry, url = self._clearance.entry, request.url
        if digest not in self._clearance.bodies or request.method != "POST":
            yield reasons.BodyNotCleared(digest)
        host, port = url.host, url.port or (443 if url.scheme == "https" else 80)
        if (host, port) != entry.endpoint_host or not str(url).startswith(f"{entry.endpoint.rstrip('/')}/"):
            yield reasons.HostNotAllowed(host, port)

    def _rewritten(self, request: httpx2.Request, body: bytes) -> httpx2.Request:
        kept = {name: request.headers[name] for name in _FROM_SDK if name in request.headers}
        headers = {**kept, **own_headers(self._clearance.entry), **_credential(request, self._secret)}
        return httpx2.Request("POST", request.url, headers=headers, content=body, extensions=request.extensions)


def own_headers(entry: ModelEntry) -> Mapping[str, str]:
    """Every header that Sekisho itself sends; compression is not asked for, so that a reply is kept as it came."""
    named = {"openai-organization": entry.organisation, "openai-project": entry.project}
    return {
        "user-agent": "Sekisho",
        "accept-encoding": "identity",
        **{name: value for name, value in named.items() if value},
    }


def _credential(request: httpx2.Request, secret: Secret) -> Mapping[str, str]:
    """The credential, where the SDK left its place; whatever else stands in such a header goes nowhere."""
    places = [name for name in _KEY_HEADERS if request.headers.get(name) == f"{_KEY_HEADERS[name]}{KEY_PLACE}"]
    name = places[0] if places else "authorization"
    return {name: f"{_KEY_HEADERS[name]}{secret.reveal()}"}


class _Reply(httpx2.SyncByteStream):
    """Hands a response on and keeps what passes, secrets struck out."""

    def __init__(self, exchange: ExchangeId, response: httpx2.Response, striker: Striker) -> None:
        self._exchange, self._response = exchange, response
        self.headers = [(striker.in_bytes(name), striker.in_bytes(value)) for name, value in response.headers.raw]
        self._struck = Struck(striker)
        self._kept = bytearray()

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._response.stream:  # type: ignore[union-attr]
            if len(self._kept) + len(chunk) > MOST_REPLY:
                self._response.close()
                raise ReplyTooLarge(MOST_REPLY)
            yield self._keep(self._struck.pass_on(chunk))
        yield self._keep(self._struck.end())

    def _keep(self, passed: bytes) -> bytes:
        self._kept += passed
        return passed

    def close(self) -> None:
        self._response.close()

    def seen(self) -> Exchanged:
        headers = {name.lower(): value for name, value in httpx2.Headers(self.headers).items()}
        return Exchanged(self._exchange, self._response.status_code, headers, bytes(self._kept))

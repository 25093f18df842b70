"""Servers and transports of the contract tests."""

import ssl
from collections.abc import Callable, Iterator

import httpx2
import pytest
import trustme

from desktop.net import DirectOnly, QtTransport
from tests.net.server import Server, serving

Make = Callable[[Server], httpx2.BaseTransport]


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


def _context(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


@pytest.fixture
def plain() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def tls(authority: trustme.CA) -> Iterator[Server]:
    with serving(_context(authority, "localhost")) as server:
        yield server


@pytest.fixture
def wrong_name(authority: trustme.CA) -> Iterator[Server]:
    with serving(_context(authority, "other.example")) as server:
        yield server


@pytest.fixture(params=["plain", "tls"])
def server(request: pytest.FixtureRequest) -> Server:
    served: Server = request.getfixturevalue(request.param)
    return served


@pytest.fixture
def qt(authority: trustme.CA) -> Iterator[Make]:
    made: list[QtTransport] = []

    def make(server: Server) -> QtTransport:
        hosts = frozenset({("localhost", server.port), ("127.0.0.1", server.port)})
        made.append(QtTransport(hosts, (authority.cert_pem.bytes(),), DirectOnly()))
        return made[-1]

    yield make
    for transport in made:
        transport.close()


@pytest.fixture
def reference(authority: trustme.CA) -> Iterator[Make]:
    made: list[httpx2.HTTPTransport] = []

    def make(server: Server) -> httpx2.HTTPTransport:
        context = ssl.create_default_context()
        authority.configure_trust(context)
        made.append(httpx2.HTTPTransport(verify=context, trust_env=False))
        return made[-1]

    yield make
    for transport in made:
        transport.close()


@pytest.fixture(params=["qt", "reference"])
def make(request: pytest.FixtureRequest) -> Make:
    """Each transport: what holds for httpx2's own must hold for ours."""
    made: Make = request.getfixturevalue(request.param)
    return made

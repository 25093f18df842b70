"""Through a proxy that wants a password: TLS goes through whole, and only the proxy asks for the name."""

import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace

import httpx2
import pytest
import trustme

from desktop.net import (
    FixedProxy,
    ProxyChoice,
    ProxyNotReached,
    ProxyRefusesPassword,
    ProxyWantsPassword,
    QtTransport,
)
from desktop.secrets import ProxyLogin, Secret
from tests.net.proxy import PASSWORD, USER, Proxy, proxying
from tests.net.server import Server, serving
from tests.net.test_qt_transport import cause, get

HOST = "models.example"
"""A name that no name server knows: only the proxy is told it."""


@pytest.fixture
def far(authority: trustme.CA) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST).configure_cert(context)
    with serving(context) as server:
        yield server


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    with proxying() as served:
        yield served


@pytest.fixture
def choice(proxy: Proxy) -> FixedProxy:
    return FixedProxy("127.0.0.1", proxy.port, ProxyLogin("127.0.0.1", proxy.port, USER, Secret(PASSWORD)))


@pytest.fixture
def through(authority: trustme.CA, far: Server) -> Iterator["Through"]:
    made = Through(authority, far)
    yield made
    for transport in made.opened:
        transport.close()


class Through:
    """Opens transports to ``far`` through a proxy."""

    def __init__(self, authority: trustme.CA, far: Server) -> None:
        self._authority, self._far = authority, far
        self.opened: list[QtTransport] = []

    def __call__(self, choice: ProxyChoice) -> QtTransport:
        allowed = frozenset({(HOST, self._far.port)})
        self.opened.append(QtTransport(allowed, (self._authority.cert_pem.bytes(),), choice))
        return self.opened[-1]


def test_with_the_right_password_requests_go_through_one_after_the_other(
    through: Through, far: Server, proxy: Proxy, choice: FixedProxy
) -> None:
    transport = through(choice)
    with httpx2.Client(transport=transport, trust_env=False) as http:
        for _ in range(3):
            with http.stream("GET", far.url("/events", HOST)) as answer:
                assert [line for line in answer.iter_lines() if line][-1] == "data: 4"
    assert set(proxy.asked) == {f"{HOST}:{far.port}"}
    assert "proxy-authorization" not in far.seen[0].headers


@pytest.mark.parametrize(("password", "said"), [(None, ProxyWantsPassword), ("wrong", ProxyRefusesPassword)])
def test_without_the_right_password_the_analyst_is_told_so_and_the_proxy_is_not_stormed(
    through: Through, far: Server, proxy: Proxy, password: str | None, said: type[Exception]
) -> None:
    login = None if password is None else ProxyLogin("127.0.0.1", proxy.port, USER, Secret(password))
    error = cause(lambda: get(through(FixedProxy("127.0.0.1", proxy.port, login)), far.url("/echo", HOST)))
    assert isinstance(error, said)
    assert proxy.refused <= 3
    assert far.connections == 0


def test_a_proxy_that_is_not_there_is_told_from_a_host_that_is_not_there(
    through: Through, far: Server, choice: FixedProxy
) -> None:
    with proxying() as gone:
        pass
    there = replace(choice, port=gone.port)
    assert isinstance(cause(lambda: get(through(there), far.url("/echo", HOST))), ProxyNotReached)


def test_this_machine_itself_is_never_reached_through_a_proxy(plain: Server, choice: FixedProxy, proxy: Proxy) -> None:
    transport = QtTransport(frozenset({("127.0.0.1", plain.port)}), proxy=choice)
    assert get(transport, plain.url("/echo", "127.0.0.1")).status_code == 200
    transport.close()
    assert proxy.asked == []


@pytest.mark.parametrize(("password", "refusals"), [("wrong", 3), (PASSWORD, 40)])
def test_of_many_requests_at_once_one_tries_the_login_so_that_no_account_is_locked(
    through: Through, far: Server, proxy: Proxy, password: str, refusals: int
) -> None:
    login = ProxyLogin("127.0.0.1", proxy.port, USER, Secret(password))
    transport = through(FixedProxy("127.0.0.1", proxy.port, login))
    said: list[object] = []

    def ask() -> None:
        for _ in range(2):
            try:
                said.append(get(transport, far.url("/echo", HOST)).status_code)
            except httpx2.ProxyError as error:
                said.append(type(error.__cause__))

    threads = [threading.Thread(target=ask) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said == [200 if password == PASSWORD else ProxyRefusesPassword] * 32
    assert proxy.refused <= refusals, "Qt asks without the login first, then once with it"


def test_a_request_that_waits_for_the_first_ones_login_can_be_cut(through: Through, far: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        port = deaf.getsockname()[1]
        login = ProxyLogin("127.0.0.1", port, USER, Secret(PASSWORD))
        transport = through(FixedProxy("127.0.0.1", port, login))
        ended: list[type[BaseException | None]] = []

        def ask(seconds: float) -> None:
            error = cause(lambda: get(transport, far.url("/echo", HOST), httpx2.Timeout(seconds)))
            ended.append(type(error))

        threads = [threading.Thread(target=ask, args=(seconds,)) for seconds in (0.3, 0.6, 30, 30)]
        for thread in threads:
            thread.start()
        for thread in threads[:2]:
            thread.join()
        transport.close()
        for thread in threads[2:]:
            thread.join(5)
    assert [kind.__name__ for kind in ended] == ["TimedOut", "TimedOut", "RequestCancelled", "RequestCancelled"]

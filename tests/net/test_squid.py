"""Through a real squid, by each scheme that a bank's proxy may ask for."""

import threading
from collections.abc import Iterator

import httpx2
import pytest
import trustme

from desktop.net import (
    AnswerCut,
    ConnectionRefused,
    FixedProxy,
    NoConnection,
    ProxyNotReached,
    ProxyRefusesPassword,
    ProxyWantsPassword,
    QtTransport,
    SystemProxy,
)
from desktop.secrets import ProxyLogin, Secret
from tests.net.server import Server
from tests.net.squid import HOST, MISSING, PASSWORD, USER, Squid, squid_program, squid_serving
from tests.net.test_proxy import Through, far, through
from tests.net.test_qt_transport import cause, get

__all__ = ["far", "through"]
pytestmark = pytest.mark.skipif(squid_program() is None, reason=MISSING)


@pytest.fixture(params=["basic", "digest", "ntlm"])
def squid(request: pytest.FixtureRequest) -> Iterator[Squid]:
    with squid_serving(request.param) as served:
        yield served


def login(squid: Squid, password: str = PASSWORD) -> ProxyLogin:
    return ProxyLogin("127.0.0.1", squid.port, USER, Secret(password))


def choice(squid: Squid, password: str = PASSWORD) -> FixedProxy:
    return FixedProxy("127.0.0.1", squid.port, login(squid, password))


def test_each_scheme_of_a_real_proxy_is_answered_and_a_wrong_password_is_said_after_one_try(
    squid: Squid, through: Through, far: Server, capfd: pytest.CaptureFixture[str]
) -> None:
    transport = through(choice(squid))
    with httpx2.Client(transport=transport, trust_env=False) as http:
        for _ in range(2):
            with http.stream("GET", far.url("/events", HOST)) as answer:
                assert [line for line in answer.iter_lines() if line][-1] == "data: 4"
    assert [result for result, _ in squid.asked()].count("TCP_TUNNEL/200") == 2
    before = len(squid.asked())
    refused = cause(lambda: get(through(choice(squid, "wrong")), far.url("/echo", HOST)))
    assert isinstance(refused, ProxyRefusesPassword)
    assert refused.proxy == f"127.0.0.1:{squid.port}"
    assert len(squid.asked()) - before <= 3, "the account is not locked by a storm of tries"
    wanted = cause(lambda: get(through(FixedProxy("127.0.0.1", squid.port)), far.url("/echo", HOST)))
    assert isinstance(wanted, ProxyWantsPassword)
    assert far.connections == 2
    assert "proxy-authorization" not in far.seen[0].headers
    assert capfd.readouterr().err == ""


def test_the_strongest_scheme_that_a_proxy_offers_is_used(through: Through, far: Server) -> None:
    with squid_serving("basic", "digest", "ntlm") as squid:
        assert get(through(choice(squid)), far.url("/echo", HOST)).status_code == 200
        denied = [result for result, _ in squid.asked() if result == "TCP_DENIED/407"]
        assert len(denied) == 2, "NTLM's two rounds"


def test_who_has_no_ticket_for_negotiate_is_let_in_by_the_next_scheme(through: Through, far: Server) -> None:
    with squid_serving("negotiate", "ntlm", "basic") as squid:
        assert get(through(choice(squid)), far.url("/echo", HOST)).status_code == 200
        refused = cause(lambda: get(through(choice(squid, "wrong")), far.url("/echo", HOST)))
    assert isinstance(refused, ProxyRefusesPassword)


def test_a_login_is_said_to_the_proxy_that_it_was_kept_for_and_to_no_other(
    through: Through, far: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with squid_serving("basic") as squid, squid_serving("basic") as other:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{squid.port}")
        assert get(through(SystemProxy(login(squid))), far.url("/echo", HOST)).status_code == 200
        error = cause(lambda: get(through(SystemProxy(login(other))), far.url("/echo", HOST)))
        assert isinstance(error, ProxyWantsPassword)
        assert error.proxy == f"127.0.0.1:{squid.port}"
        assert other.asked() == []


@pytest.mark.parametrize("path", ["/silent", "/stalls"])
def test_a_proxy_that_dies_in_the_middle_is_an_answer_that_was_cut(through: Through, far: Server, path: str) -> None:
    with squid_serving("basic") as squid:
        killer = threading.Thread(target=lambda: (_until_seen(far), squid.cut()))
        killer.start()
        error = cause(lambda: get(through(choice(squid)), far.url(path, HOST), httpx2.Timeout(20)))
        killer.join()
    assert isinstance(error, AnswerCut | ProxyNotReached)
    assert len(far.seen) == 1, "and nothing is sent again"


def test_a_host_that_the_proxy_cannot_reach_is_not_a_proxy_that_cannot_be_reached(authority: trustme.CA) -> None:
    with squid_serving("basic") as squid:
        allowed = frozenset({(HOST, 1)})
        transport = QtTransport(allowed, (authority.cert_pem.bytes(),), choice(squid))
        error = cause(lambda: get(transport, f"https://{HOST}:1/"))
        transport.close()
    assert isinstance(error, ConnectionRefused | NoConnection)
    assert error.host == HOST


def _until_seen(server: Server) -> None:
    pause = threading.Event()
    while not server.seen:
        pause.wait(0.01)
    pause.wait(0.2)

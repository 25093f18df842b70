"""What our transport does beyond the contract: refuses, cuts at once, holds back, names what went wrong."""

import datetime
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx2
import psutil
import pytest
import trustme

from desktop.domain.errors import SekishoError
from desktop.net import (
    AnswerCut,
    AnswerTooLong,
    CertificateExpired,
    CertificateNotTrusted,
    CertificateWrongName,
    ConnectionRefused,
    DirectOnly,
    HostNotListed,
    HostUnknown,
    NotEncrypted,
    QtTransport,
    RequestCancelled,
    TimedOut,
)
from desktop.words import Lang, say_error
from tests.net.conftest import Make
from tests.net.server import LARGE, Server, serving

TIMEOUT = httpx2.Timeout(5)


def cause(call: Callable[[], object]) -> SekishoError:
    """Our own error behind the one that httpx2's users see."""
    with pytest.raises(httpx2.TransportError) as raised:
        call()
    error = raised.value.__cause__
    assert isinstance(error, SekishoError)
    assert all(say_error(error, lang) for lang in Lang)
    return error


def get(transport: httpx2.BaseTransport, url: str, timeout: httpx2.Timeout = TIMEOUT) -> httpx2.Response:
    return httpx2.Client(transport=transport, timeout=timeout, trust_env=False).get(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://api.example.com/v1",
        "https://localhost/echo",
        "https://localhost.evil.example:{port}/echo",
        "https://evil.example:{port}/echo#@localhost",
        "https://localhost:{port}@evil.example/echo",
        "https://127.0.0.2:{port}/echo",
    ],
)
def test_a_host_that_is_not_named_is_refused_without_a_connection(qt: Make, tls: Server, url: str) -> None:
    assert isinstance(cause(lambda: get(qt(tls), url.format(port=tls.port))), HostNotListed)
    assert tls.connections == 0


def test_for_a_refused_host_the_process_opens_no_internet_socket_and_asks_no_name_server(tmp_path: Path) -> None:
    """Seen from outside, by strace: the kernel was asked for no internet socket at all."""
    script = (
        "import httpx2\n"
        "from desktop.net import QtTransport, DirectOnly\n"
        "transport = QtTransport(frozenset({('a.example', 443)}), proxy=DirectOnly())\n"
        "try: httpx2.Client(transport=transport).get('https://b.example/')\n"
        "except httpx2.UnsupportedProtocol: print('refused')\n"
        "transport.close()\n"
    )
    trace = tmp_path / "trace"
    strace = ["strace", "-f", "-e", "trace=socket,connect,sendto,sendmsg", "-o", trace]
    done = subprocess.run([*strace, sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["refused"], done.stderr
    assert "AF_INET" not in trace.read_text()


def test_plain_http_is_for_this_machine_only() -> None:
    transport = QtTransport(frozenset({("intranet.example", 80)}), proxy=DirectOnly())
    assert isinstance(cause(lambda: get(transport, "http://intranet.example/")), NotEncrypted)
    transport.close()


def test_an_unknown_name_is_said_by_its_name() -> None:
    transport = QtTransport(frozenset({("nowhere.invalid", 443)}), proxy=DirectOnly())
    error = cause(lambda: get(transport, "https://nowhere.invalid/"))
    transport.close()
    assert isinstance(error, HostUnknown)
    assert error.host == "nowhere.invalid"


def test_nobody_listening_is_said_with_host_and_port(qt: Make, plain: Server) -> None:
    with serving() as gone:
        pass
    plain.port = gone.port
    error = cause(lambda: get(qt(plain), plain.url("/echo", "127.0.0.1")))
    assert isinstance(error, ConnectionRefused)
    assert error.port == gone.port


def test_an_authority_that_nobody_named_is_not_trusted(tls: Server) -> None:
    transport = QtTransport(frozenset({("localhost", tls.port)}), proxy=DirectOnly())
    assert isinstance(cause(lambda: get(transport, tls.url("/echo"))), CertificateNotTrusted)
    transport.close()
    assert tls.seen == []


def test_a_certificate_for_another_host_is_told_from_an_untrusted_one(qt: Make, wrong_name: Server) -> None:
    assert isinstance(cause(lambda: get(qt(wrong_name), wrong_name.url("/echo"))), CertificateWrongName)


def test_an_expired_certificate_is_told_from_an_untrusted_one(authority: trustme.CA, qt: Make) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    past = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    authority.issue_cert("localhost", not_before=past, not_after=past + datetime.timedelta(1)).configure_cert(context)
    with serving(context) as server:
        assert isinstance(cause(lambda: get(qt(server), server.url("/echo"))), CertificateExpired)


def test_tls_1_1_is_not_spoken(authority: trustme.CA, qt: Make) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning):
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    authority.issue_cert("localhost").configure_cert(context)
    with serving(context) as server, pytest.raises(httpx2.ConnectError):
        get(qt(server), server.url("/echo"))


def test_only_listed_headers_leave(qt: Make, server: Server) -> None:
    with httpx2.Client(transport=qt(server), trust_env=False) as http:
        http.post(
            server.url("/echo"),
            json={},
            headers={
                "Authorization": "Bearer k",
                "X-Stainless-OS": "Linux",
                "User-Agent": "OpenAI/Python 3.57.0",
                "Cookie": "a=1",
                "X-Client-Request-Id": "unit-1",
            },
        )
        http.post(server.url("/echo"), content=b"x")
    assert server.seen[0].headers == {
        "host": f"localhost:{server.port}",
        "accept": "*/*",
        "content-type": "application/json",
        "authorization": "Bearer k",
        "x-client-request-id": "unit-1",
        "user-agent": "Sekisho",
        "accept-language": "*",
        "accept-encoding": "identity",
        "connection": "close",
        "content-length": "2",
    }
    assert server.seen[1].headers["content-type"] == "application/octet-stream"
    assert "cookie" not in server.seen[1].headers


def test_a_server_that_closes_without_saying_so_spoils_no_later_request(qt: Make, server: Server) -> None:
    """Qt would hand the dying connection to the next request."""
    wrong = []

    def ask() -> None:
        wrong.extend(n for n in range(10) if http.post(server.url("/closes-unsaid"), content=b"x").content != b"x")

    with httpx2.Client(transport=qt(server), trust_env=False) as http:
        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []
    assert len(server.seen) == 80


@pytest.mark.parametrize("path", ["/silent", "/stalls"])
def test_closing_the_transport_cuts_a_blocked_call_at_once(qt: Make, server: Server, path: str) -> None:
    transport = qt(server)
    ended: list[tuple[SekishoError, float]] = []

    def wait() -> None:
        error = cause(lambda: get(transport, server.url(path), httpx2.Timeout(30)))
        ended.append((error, time.monotonic()))

    thread = threading.Thread(target=wait)
    thread.start()
    while not server.seen:
        time.sleep(0.01)
    time.sleep(0.1)
    asked = time.monotonic()
    transport.close()
    thread.join(5)
    [(error, when)] = ended
    assert isinstance(error, RequestCancelled)
    assert when - asked < 0.5
    assert isinstance(cause(lambda: get(transport, server.url("/echo"))), RequestCancelled)


def test_closing_a_stream_from_another_thread_ends_a_blocked_read_at_once(qt: Make, server: Server) -> None:
    with (
        httpx2.Client(transport=qt(server), timeout=30, trust_env=False) as http,
        http.stream("GET", server.url("/stalls")) as answer,
    ):
        timer = threading.Timer(0.2, answer.stream.close)  # type: ignore[union-attr]
        timer.start()
        began = time.monotonic()
        assert isinstance(cause(answer.read), RequestCancelled)
        assert time.monotonic() - began < 1
        timer.join()


def test_a_slow_reader_holds_the_sender_back_instead_of_filling_memory(qt: Make, server: Server) -> None:
    """Qt reads some before its limit takes effect, on a busy machine more; then the sender stands still."""
    process = psutil.Process()
    before = process.memory_info().rss
    with (
        httpx2.Client(transport=qt(server), timeout=30, trust_env=False) as http,
        http.stream("GET", server.url("/ten-gigabytes")),
    ):
        sent = -1
        while sent != server.sent or not sent:
            sent = server.sent
            time.sleep(0.5)
        assert sent < 1 << 30
        assert process.memory_info().rss - before < 1 << 30


def test_a_large_answer_comes_through_whole_to_a_reader_that_pauses(authority: trustme.CA, server: Server) -> None:
    hosts = frozenset({("localhost", server.port)})
    transport = QtTransport(hosts, (authority.cert_pem.bytes(),), DirectOnly(), longest=2 * LARGE)
    with (
        httpx2.Client(transport=transport, timeout=30, trust_env=False) as http,
        http.stream("GET", server.url("/large")) as answer,
    ):
        time.sleep(0.2)
        got = sum(len(piece) for piece in answer.iter_raw())
    assert got == LARGE


def test_an_answer_without_end_is_cut_at_the_limit(authority: trustme.CA, tls: Server) -> None:
    transport = QtTransport(
        frozenset({("localhost", tls.port)}), (authority.cert_pem.bytes(),), DirectOnly(), longest=1 << 20
    )
    error = cause(lambda: get(transport, tls.url("/unending")))
    transport.close()
    assert isinstance(error, AnswerTooLong)


def test_a_cut_and_a_silence_are_said_with_the_host(qt: Make, server: Server) -> None:
    assert isinstance(cause(lambda: get(qt(server), server.url("/cut-in-length"))), AnswerCut)
    error = cause(lambda: get(qt(server), server.url("/silent"), httpx2.Timeout(5, read=0.1)))
    assert isinstance(error, TimedOut)
    assert (error.host, error.stage, error.seconds) == ("localhost", "read", 0.1)


@pytest.mark.parametrize("ending", ["transport.close()", "del transport", "pass"])
def test_a_program_ends_cleanly_and_quietly_however_the_transport_is_left(
    tls: Server, authority: trustme.CA, ending: str
) -> None:
    script = (
        "import httpx2\n"
        "from desktop.net import QtTransport, DirectOnly\n"
        f"pem = {authority.cert_pem.bytes()!r}\n"
        f"transport = QtTransport(frozenset({{('localhost', {tls.port})}}), (pem,), DirectOnly())\n"
        f"http = httpx2.Client(transport=transport)\n"
        f"print(http.get('{tls.url('/echo')}').status_code)\n"
        "del http\n"
        f"{ending}\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "200\n", "")

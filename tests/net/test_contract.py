"""What every transport under an SDK must do; httpx2's own is the reference."""

import contextlib
import socket
import threading
import time

import httpx2
import pytest

from tests.net.conftest import Make
from tests.net.server import Server

LIMITS = httpx2.Timeout(5)


def client(make: Make, server: Server, limits: httpx2.Timeout = LIMITS) -> httpx2.Client:
    return httpx2.Client(transport=make(server), timeout=limits, trust_env=False)


def test_a_body_arrives_as_it_was_sent_and_comes_back(make: Make, server: Server) -> None:
    body = "検査対象 ⟦ACCT-0007⟧ \x00".encode() * 50_000
    with client(make, server) as http:
        answer = http.post(server.url("/echo?x=%E3%81%82"), content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 200
    assert answer.content == body == server.seen[0].body
    assert server.seen[0].line == "POST /echo?x=%E3%81%82 HTTP/1.1"
    assert server.seen[0].headers["content-type"] == "application/json"


def test_headers_of_the_answer_come_through_repeated_ones_apart(make: Make, server: Server) -> None:
    with client(make, server) as http:
        answer = http.get(server.url("/echo"))
    assert answer.headers["x-request-id"] == "req-1"
    assert answer.headers.get_list("set-cookie") == ["a=1", "b=2"]
    assert answer.reason_phrase == "OK"


@pytest.mark.parametrize(
    ("path", "status"), [("/401", 401), ("/429", 429), ("/500", 500), ("/302", 302), ("/204", 204)]
)
def test_every_status_is_an_answer_with_its_headers_and_body(
    make: Make, server: Server, path: str, status: int
) -> None:
    with client(make, server) as http:
        answer = http.post(server.url(path), content=b"{}")
    assert answer.status_code == status
    assert status in (302, 204) or answer.json()["error"]
    assert status != 429 or answer.headers["retry-after"] == "7"
    assert len(server.seen) == 1


def test_events_arrive_one_by_one_while_the_server_still_sends(make: Make, server: Server) -> None:
    arrived = []
    with client(make, server) as http, http.stream("GET", server.url("/events")) as answer:
        for line in answer.iter_lines():
            if line:
                arrived.append((line, time.monotonic()))
    assert [line for line, _ in arrived] == [f"data: {number}" for number in range(5)]
    assert arrived[-1][1] - arrived[0][1] > 0.15


def test_an_answer_cut_in_the_middle_is_no_answer(make: Make, server: Server) -> None:
    with client(make, server) as http, pytest.raises(httpx2.RemoteProtocolError):
        http.get(server.url("/cut-in-length"))


def test_a_chunked_answer_cut_in_the_middle_gives_no_more_than_what_came(make: Make, server: Server) -> None:
    """Qt tells of the cut nearly always, and not always: callers look for the answer's own end."""
    with client(make, server) as http, http.stream("GET", server.url("/cut-in-chunks")) as answer:
        got = b""
        with contextlib.suppress(httpx2.RemoteProtocolError):
            for piece in answer.iter_raw():
                got += piece
    assert got == b"data: 0\n\n"


@pytest.mark.parametrize("path", ["/cut-before", "/reset", "/junk"])
def test_a_request_without_an_answer_fails_and_is_not_sent_again(make: Make, server: Server, path: str) -> None:
    with client(make, server) as http:
        for number in range(1, 6):
            with pytest.raises((httpx2.RemoteProtocolError, httpx2.ReadError)):
                http.post(server.url(path), content=b"{}")
            assert len(server.seen) == number


def test_a_server_that_says_nothing_runs_into_the_read_limit(make: Make, server: Server) -> None:
    with client(make, server, httpx2.Timeout(5, read=0.2)) as http, pytest.raises(httpx2.ReadTimeout):
        http.get(server.url("/silent"))


def test_a_stream_that_stalls_runs_into_the_read_limit(make: Make, server: Server) -> None:
    with (
        client(make, server, httpx2.Timeout(5, read=0.2)) as http,
        http.stream("GET", server.url("/stalls")) as answer,
        pytest.raises(httpx2.ReadTimeout),
    ):
        answer.read()


def test_nobody_listening_is_a_connect_error(make: Make, plain: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        plain.port = taken.getsockname()[1]
    with client(make, plain) as http, pytest.raises(httpx2.ConnectError):
        http.get(plain.url("/echo", "127.0.0.1"))


def test_a_certificate_for_another_name_is_a_connect_error(make: Make, wrong_name: Server) -> None:
    with client(make, wrong_name) as http, pytest.raises(httpx2.ConnectError):
        http.get(wrong_name.url("/echo"))
    assert wrong_name.seen == []


def test_a_server_that_does_not_shake_hands_runs_into_the_connect_limit(make: Make) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        server = Server(deaf.getsockname()[1], "https")
        with client(make, server, httpx2.Timeout(5, connect=0.2)) as http, pytest.raises(httpx2.ConnectTimeout):
            http.get(server.url("/echo"))


def test_many_threads_share_one_transport(make: Make, server: Server) -> None:
    wrong = []

    def ask(number: int) -> None:
        body = str(number).encode() * 1000
        if http.post(server.url("/echo"), content=body).content != body:
            wrong.append(number)

    with client(make, server) as http:
        threads = [threading.Thread(target=ask, args=(number,)) for number in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []
    assert len(server.seen) == 16

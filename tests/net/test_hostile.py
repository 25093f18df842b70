"""What a server does that means harm, or is broken beyond what a standard says."""

import httpx2
import psutil
import pytest
import trustme

from desktop.net import (
    AnswerCompressed,
    AnswerCut,
    AnswerTooLong,
    AnswerWithoutEnd,
    DirectOnly,
    NetError,
    QtTransport,
    TimedOut,
)
from tests.net.conftest import Make
from tests.net.server import Server
from tests.net.test_qt_transport import cause, get

ENOUGH = 256 << 20
"""Bytes that may be on their way through kernel and Qt when an answer of 64 MB is cut, and still no flood."""


def test_ten_gigabytes_are_cut_at_the_limit_and_never_held(qt: Make, server: Server) -> None:
    process = psutil.Process()
    before = process.memory_info().rss
    with httpx2.Client(transport=qt(server), timeout=30, trust_env=False) as http:

        def read() -> None:
            with http.stream("GET", server.url("/ten-gigabytes")) as answer:
                for _ in answer.iter_raw():
                    pass

        assert isinstance(cause(read), AnswerTooLong)
    assert process.memory_info().rss - before < ENOUGH // 4
    assert server.sent < ENOUGH


def test_an_answer_longer_than_it_says_ends_where_it_says(qt: Make, server: Server) -> None:
    assert get(qt(server), server.url("/longer-than-it-says")).content == b"true"


@pytest.mark.parametrize("path", ["/two-lengths", "/no-length"])
def test_lengths_that_make_no_sense_give_an_answer_or_a_named_failure(qt: Make, server: Server, path: str) -> None:
    try:
        answer = get(qt(server), server.url(path))
    except httpx2.TransportError as error:
        assert isinstance(error.__cause__, NetError)
    else:
        assert answer.content in (b"true", b"truefalse")


@pytest.mark.parametrize("path", ["/endless-header", "/endless-headers"])
def test_headers_without_end_are_cut_by_the_read_limit(qt: Make, tls: Server, path: str) -> None:
    """Qt reads them byte by byte, about 1 MB a second. (Plain HTTP is spoken to this machine itself only.)"""
    server = tls
    process = psutil.Process()
    before = process.memory_info().rss
    error = cause(lambda: get(qt(server), server.url(path), httpx2.Timeout(5, read=0.5)))
    assert isinstance(error, AnswerCut | TimedOut)
    assert process.memory_info().rss - before < ENOUGH
    assert server.sent < ENOUGH


def test_a_drip_that_keeps_every_time_limit_ends_at_the_last_one(authority: trustme.CA, server: Server) -> None:
    hosts = frozenset({("localhost", server.port)})
    transport = QtTransport(hosts, (authority.cert_pem.bytes(),), DirectOnly(), lasting=0.5)
    error = cause(lambda: get(transport, server.url("/drip"), httpx2.Timeout(5)))
    assert isinstance(error, AnswerWithoutEnd)
    assert isinstance(cause(lambda: get(transport, server.url("/silent"), httpx2.Timeout(None))), AnswerWithoutEnd)
    transport.close()


def test_a_compressed_answer_is_not_unpacked(qt: Make, server: Server) -> None:
    assert isinstance(cause(lambda: get(qt(server), server.url("/bomb"))), AnswerCompressed)


def test_a_redirect_is_an_answer_and_its_address_is_not_looked_at(qt: Make, server: Server) -> None:
    answer = httpx2.Client(transport=qt(server), trust_env=False).post(server.url("/302"), content=b"evidence")
    assert answer.status_code == 302
    assert [seen.line for seen in server.seen] == ["POST /302 HTTP/1.1"]


def test_another_kind_of_content_and_bytes_that_are_no_text_come_through_as_they_are(qt: Make, server: Server) -> None:
    page = get(qt(server), server.url("/page"))
    assert page.headers["content-type"] == "text/html"
    assert b"\xff\xfe\x80" in get(qt(server), server.url("/not-utf-8")).content

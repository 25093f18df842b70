"""A small HTTP/1.1 server over plain TCP or real TLS on loopback that answers by path, faults included."""

import contextlib
import gzip
import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

MODEL = "scripted-1"
LARGE = 128 << 20
"""Bytes of the answer to ``/large``."""


@dataclass
class Seen:
    """One request as it came over the wire."""

    line: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Server:
    """``port`` on 127.0.0.1; ``seen`` are the whole requests so far, ``connections`` counts accepted ones."""

    port: int
    scheme: str
    seen: list[Seen] = field(default_factory=list)
    connections: int = 0
    sent: int = 0
    """Bytes of an endless answer that have left so far."""
    going: threading.Event = field(default_factory=threading.Event)
    """Set by a test to let a waiting answer go on."""

    def url(self, path: str, host: str = "localhost") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"


Answer = Callable[[Server, socket.socket, Seen], None]
ANSWERS: dict[str, Answer] = {}


def answer(path: str) -> Callable[[Answer], Answer]:
    def register(function: Answer) -> Answer:
        ANSWERS[path] = function
        return function

    return register


def send(conn: socket.socket, status: str, body: bytes = b"", *headers: str) -> None:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    conn.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + body)


def send_chunked_head(conn: socket.socket) -> None:
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")


def send_chunk(conn: socket.socket, data: bytes) -> None:
    conn.sendall(f"{len(data):x}\r\n".encode() + data + b"\r\n")


@answer("/echo")
def _echo(server: Server, conn: socket.socket, seen: Seen) -> None:
    send(
        conn,
        "200 OK",
        seen.body,
        "Content-Type: text/plain",
        "X-Request-Id: req-1",
        "Set-Cookie: a=1",
        "Set-Cookie: b=2",
    )


@answer("/closes-unsaid")
def _closes_unsaid(server: Server, conn: socket.socket, seen: Seen) -> None:
    conn.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {len(seen.body)}\r\n\r\n".encode() + seen.body)


@answer("/401")
def _unauthorised(server: Server, conn: socket.socket, seen: Seen) -> None:
    send(conn, "401 Unauthorized", b'{"error":"key"}', 'WWW-Authenticate: Basic realm="x"')


@answer("/429")
def _too_many(server: Server, conn: socket.socket, seen: Seen) -> None:
    send(conn, "429 Too Many Requests", b'{"error":"slow down"}', "Retry-After: 7")


@answer("/500")
def _broken(server: Server, conn: socket.socket, seen: Seen) -> None:
    send(conn, "500 Internal Server Error", b'{"error":"x"}')


@answer("/302")
def _elsewhere(server: Server, conn: socket.socket, seen: Seen) -> None:
    send(conn, "302 Found", b"", f"Location: {server.url('/echo')}")


@answer("/204")
def _nothing(server: Server, conn: socket.socket, seen: Seen) -> None:
    conn.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")


@answer("/events")
def _events(server: Server, conn: socket.socket, seen: Seen) -> None:
    send_chunked_head(conn)
    for number in range(5):
        send_chunk(conn, f"data: {number}\n\n".encode())
        time.sleep(0.05)
    conn.sendall(b"0\r\n\r\n")


@answer("/cut-in-chunks")
def _cut_in_chunks(server: Server, conn: socket.socket, seen: Seen) -> None:
    send_chunked_head(conn)
    send_chunk(conn, b"data: 0\n\n")


@answer("/cut-in-length")
def _cut_in_length(server: Server, conn: socket.socket, seen: Seen) -> None:
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")


@answer("/cut-before")
def _cut_before(server: Server, conn: socket.socket, seen: Seen) -> None:
    return


@answer("/reset")
def _reset(server: Server, conn: socket.socket, seen: Seen) -> None:
    conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


@answer("/junk")
def _junk(server: Server, conn: socket.socket, seen: Seen) -> None:
    conn.sendall(b"this is no HTTP at all\r\n\r\n")


@answer("/silent")
def _silent(server: Server, conn: socket.socket, seen: Seen) -> None:
    server.going.wait(10)


@answer("/stalls")
def _stalls(server: Server, conn: socket.socket, seen: Seen) -> None:
    send_chunked_head(conn)
    send_chunk(conn, b"data: 0\n\n")
    server.going.wait(10)


@answer("/large")
def _large(server: Server, conn: socket.socket, seen: Seen) -> None:
    piece = bytes(1 << 20)
    conn.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {LARGE}\r\n\r\n".encode())
    for _ in range(LARGE // len(piece)):
        conn.sendall(piece)


@answer("/unending")
def _unending(server: Server, conn: socket.socket, seen: Seen) -> None:
    send_chunked_head(conn)
    while True:
        send_chunk(conn, bytes(1 << 16))


@answer("/ten-gigabytes")
def _ten_gigabytes(server: Server, conn: socket.socket, seen: Seen) -> None:
    conn.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {10 << 30}\r\n\r\n".encode())
    for _ in range(10 << 10):
        conn.sendall(bytes(1 << 20))
        server.sent += 1 << 20


@answer("/longer-than-it-says")
def _longer_than_it_says(server: Server, conn: socket.socket, seen: Seen) -> None:
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntrueHTTP/1.1 200 OK\r\n\r\nfalse")


@answer("/two-lengths")
def _two_lengths(server: Server, conn: socket.socket, seen: Seen) -> None:
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\ntruefalse")


@answer("/no-length")
def _no_length(server: Server, conn: socket.socket, seen: Seen) -> None:
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\ntrue")


@answer("/endless-header")
def _endless_header(server: Server, conn: socket.socket, seen: Seen) -> None:
    conn.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        conn.sendall(b"a" * (1 << 16))
        server.sent += 1 << 16


@answer("/endless-headers")
def _endless_headers(server: Server, conn: socket.socket, seen: Seen) -> None:
    conn.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        conn.sendall(b"X-More: a\r\n" * 6000)
        server.sent += 11 * 6000


@answer("/drip")
def _drip(server: Server, conn: socket.socket, seen: Seen) -> None:
    send_chunked_head(conn)
    while not server.going.wait(0.05):
        send_chunk(conn, b":")


@answer("/bomb")
def _bomb(server: Server, conn: socket.socket, seen: Seen) -> None:
    send(conn, "200 OK", gzip.compress(bytes(10 << 20)), "Content-Encoding: gzip")


def send_chat(conn: socket.socket, model: str) -> None:
    """An answer in the Chat Completions API's stream, as ``model`` would give it."""
    send_chunked_head(conn)
    base = {"id": "c-1", "object": "chat.completion.chunk", "created": 1, "model": model}
    for delta, finish in (({"role": "assistant", "content": '{"findings": []}'}, None), ({}, "stop")):
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        send_chunk(conn, b"data: " + json.dumps({**base, "choices": [choice]}).encode() + b"\n\n")
    usage = {"prompt_tokens": 100, "completion_tokens": 8, "total_tokens": 108}
    send_chunk(conn, b"data: " + json.dumps({**base, "choices": [], "usage": usage}).encode() + b"\n\n")
    send_chunk(conn, b"data: [DONE]\n\n")
    conn.sendall(b"0\r\n\r\n")


@answer("/model")
def _model(server: Server, conn: socket.socket, seen: Seen) -> None:
    send_chat(conn, MODEL)


@answer("/other-model")
def _other_model(server: Server, conn: socket.socket, seen: Seen) -> None:
    send_chat(conn, "another-1")


@answer("/403")
def _forbidden(server: Server, conn: socket.socket, seen: Seen) -> None:
    send(conn, "403 Forbidden", b'{"error":{"code":"model_not_found"}}', "Content-Type: application/json")


@answer("/page")
def _page(server: Server, conn: socket.socket, seen: Seen) -> None:
    send(conn, "200 OK", b"<html><title>Sign in to the network</title></html>", "Content-Type: text/html")


@answer("/giant-event")
def _giant_event(server: Server, conn: socket.socket, seen: Seen) -> None:
    send_chunked_head(conn)
    send_chunk(conn, b"data: ")
    while True:
        send_chunk(conn, b"a" * (1 << 16))


@answer("/not-utf-8")
def _not_utf_8(server: Server, conn: socket.socket, seen: Seen) -> None:
    send(conn, "200 OK", b'data: {"x": "\xff\xfe\x80"}\n\ndata: [DONE]\n\n', "Content-Type: text/event-stream")


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Serve until the block ends; with ``tls`` over TLS."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    server = Server(listener.getsockname()[1], "http" if tls is None else "https")
    threads: list[threading.Thread] = []
    open_now: set[socket.socket] = set()

    def accept() -> None:
        while True:
            try:
                conn, _ = listener.accept()
            except OSError:
                return
            server.connections += 1
            open_now.add(conn)
            thread = threading.Thread(target=converse, args=(conn,), daemon=True)
            threads.append(thread)
            thread.start()

    def converse(raw: socket.socket) -> None:
        conn = raw
        try:
            if tls is not None:
                conn = tls.wrap_socket(raw, server_side=True)
                open_now.add(conn)
            request = _read(conn)
            if request is not None:
                server.seen.append(request)
                path = request.line.split(" ")[1].partition("?")[0]
                # An SDK adds its own path to an endpoint's: the first part names the answer.
                ANSWERS["/" + path.split("/")[1]](server, conn, request)
        except OSError:
            return
        finally:
            open_now.discard(raw)
            open_now.discard(conn)
            conn.close()

    acceptor = threading.Thread(target=accept, daemon=True)
    acceptor.start()
    try:
        yield server
    finally:
        server.going.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        acceptor.join(5)
        for conn in list(open_now):
            with contextlib.suppress(OSError):
                conn.shutdown(socket.SHUT_RDWR)  # wakes a thread that sends into it
            conn.close()
        for thread in threads:
            thread.join(5)


def _read(conn: socket.socket) -> Seen | None:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = conn.recv(65536)
        if not piece:
            return None
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    line, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    while len(body) < int(headers.get("content-length", 0)):
        body += conn.recv(1 << 20)
    return Seen(line, headers, body)

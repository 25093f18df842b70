"""A pytest plugin: a server that says what a test tells it, over real HTTP on loopback, in each API's wire format.

``scripted`` is a running ``ScriptedServer``; give it a ``script``: a function from what was asked to what is said.
Faults are replies like others: a status, a cut stream, a refusal, a filter, a truncation, a wrong model, silence.
"""

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.scripted_wires import MODEL, Fails, Page, Says, Silence, error_body, pieces

__all__ = ["KEY", "MODEL", "Asked", "Fails", "Page", "Reply", "Says", "ScriptedServer", "Silence", "running"]

KEY = "test-key-0123456789"


@dataclass(frozen=True)
class Asked:
    """One request: where, the exact body, its JSON, and all text in it."""

    number: int
    path: str
    body: bytes
    headers: Mapping[str, str]

    @property
    def json(self) -> dict[str, Any]:
        value: dict[str, Any] = json.loads(self.body)
        return value

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.body).hexdigest()

    @property
    def text(self) -> str:
        """Instructions and input as one text."""
        value = self.json
        blocks = [{"content": block["text"]} for block in value.get("system", ())]
        given = value.get("messages") or [{"content": value.get("instructions", "")}, {"content": value.get("input")}]
        return "\n".join(part["content"] for part in (*blocks, *given) if isinstance(part["content"], str))

    @property
    def key(self) -> str:
        """The credential, wherever it stands."""
        bearer = self.headers.get("authorization", "").removeprefix("Bearer ")
        return bearer or self.headers.get("api-key", "") or self.headers.get("x-api-key", "")


Reply = Says | Fails | Page | Silence
_REQUEST_IDS = ("x-request-id", "request-id", "apim-request-id")
Script = Callable[[Asked], Reply]


@dataclass
class ScriptedServer:
    """``asked`` are all whole requests so far, in order."""

    port: int
    script: Script = lambda asked: Says('{"findings": []}')
    asked: list[Asked] = field(default_factory=list)
    ending: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    at_once: int = 0
    most_at_once: int = 0

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def times(self, digest: str) -> int:
        """How often a body was asked."""
        return sum(one.digest == digest for one in self.asked)


@pytest.fixture
def scripted() -> Iterator[ScriptedServer]:
    """A server for one test."""
    with running() as server:
        yield server


@contextmanager
def running() -> Iterator[ScriptedServer]:
    """Serve for a ``with`` block; for benchmarks and other programs that are no tests."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    http.daemon_threads = True
    server = ScriptedServer(http.server_address[1])
    http.scripted = server  # type: ignore[attr-defined]
    thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.ending.set()
        http.shutdown()
        thread.join()
        http.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        return

    def do_POST(self) -> None:
        server: ScriptedServer = self.server.scripted  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers["content-length"]))
        with server.lock:
            asked = Asked(len(server.asked), self.path, body, {k.lower(): v for k, v in self.headers.items()})
            server.asked.append(asked)
            server.at_once += 1
            server.most_at_once = max(server.most_at_once, server.at_once)
        try:
            self._reply(server, asked)
        except OSError:
            self.close_connection = True
        finally:
            with server.lock:
                server.at_once -= 1

    def _reply(self, server: ScriptedServer, asked: Asked) -> None:
        reply: Reply = server.script(asked)
        if asked.key != KEY:
            reply = Fails(401, "Incorrect API key provided")
        match reply:
            case Silence():
                server.ending.wait(60)
                self.close_connection = True
            case Fails():
                self._whole(reply.status, error_body(asked.path, reply), reply.headers)
            case Page():
                self._whole(200, reply.body, {"Content-Type": reply.content_type, **reply.headers})
            case Says():
                self._stream(reply, pieces(asked.path, reply))

    def _whole(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        usual = {"Content-Type": "application/json", "x-request-id": "req-0", "request-id": "req-0"}
        for name, value in {**usual, **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, reply: Says, pieces: Iterator[bytes]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        for name, value in {**dict.fromkeys(_REQUEST_IDS, "req-1"), **reply.headers}.items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        for number, piece in enumerate(pieces):
            if number == reply.cut_after:
                self.close_connection = True
                return
            time.sleep(reply.wait)
            self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
            self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")

"""A pytest plugin: a server that says what a test tells it, over real HTTP on loopback, in OpenAI's two wire formats.

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

KEY = "test-key-0123456789"
MODEL = "scripted-1"


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
        parts = value.get("messages") or [{"content": value.get("instructions", "")}, {"content": value.get("input")}]
        return "\n".join(part["content"] for part in parts if isinstance(part["content"], str))


@dataclass(frozen=True)
class Says:
    """An answer. ``finish`` as Chat Completions names it: stop, length, content_filter."""

    text: str
    model: str = MODEL
    finish: str = "stop"
    refusal: str = ""
    tokens_in: int = 100
    tokens_out: int = 20
    cut_after: int | None = None
    """Pieces of the stream after which the connection is cut."""
    end_after: int | None = None
    """Pieces after which the stream ends as if it were whole."""
    wait: float = 0.0
    """Seconds before each piece."""


@dataclass(frozen=True)
class Fails:
    """A status with OpenAI's error body."""

    status: int
    message: str = "scripted"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Silence:
    """Nothing comes back until the server ends."""


Reply = Says | Fails | Silence
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
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            reply = Fails(401, "Incorrect API key provided")
        match reply:
            case Silence():
                server.ending.wait(60)
                self.close_connection = True
            case Fails(status, message, headers):
                error = {"error": {"message": message, "type": "scripted", "code": None, "param": None}}
                self._whole(status, json.dumps(error).encode(), headers)
            case Says():
                pieces = _responses(reply) if asked.path.endswith("/responses") else _chat(reply)
                self._stream(reply, pieces)

    def _whole(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "x-request-id": "req-0", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, reply: Says, pieces: Iterator[bytes]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.send_header("x-request-id", "req-1")
        self.send_header("Connection", "close")
        self.end_headers()
        for number, piece in enumerate(pieces):
            if number == reply.cut_after:
                self.close_connection = True
                return
            if number == reply.end_after:
                break
            time.sleep(reply.wait)
            self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
            self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")


def _cut(text: str) -> list[str]:
    return [text[at : at + 40] for at in range(0, len(text), 40)]


def _chat(reply: Says) -> Iterator[bytes]:
    """Chat Completions, ``stream=True`` with ``include_usage``."""
    base = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": reply.model}

    def chunk(delta: dict[str, Any], finish: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
        return _event({**base, "choices": [choice], "usage": None})

    yield chunk({"role": "assistant", "content": ""})
    for piece in _cut(reply.text):
        yield chunk({"content": piece})
    if reply.refusal:
        yield chunk({"refusal": reply.refusal})
    yield chunk({}, reply.finish)
    usage = {"prompt_tokens": reply.tokens_in, "completion_tokens": reply.tokens_out}
    yield _event({**base, "choices": [], "usage": {**usage, "total_tokens": reply.tokens_in + reply.tokens_out}})
    yield b"data: [DONE]\n\n"


def _responses(reply: Says) -> Iterator[bytes]:
    """Responses API, ``stream=True``."""
    number = iter(range(10_000))

    def event(kind: str, **fields: Any) -> bytes:
        value = {"type": kind, "sequence_number": next(number), **fields}
        return f"event: {kind}\n".encode() + _event(value)

    where = {"item_id": "msg_1", "output_index": 0, "content_index": 0}
    yield event("response.created", response=_response(reply, "in_progress"))
    yield event("response.in_progress", response=_response(reply, "in_progress"))
    item = {"id": "msg_1", "type": "message", "role": "assistant", "status": "in_progress", "content": []}
    yield event("response.output_item.added", output_index=0, item=item)
    if reply.refusal:
        part: dict[str, Any] = {"type": "refusal", "refusal": reply.refusal}
        yield event("response.content_part.added", **where, part={"type": "refusal", "refusal": ""})
        yield event("response.refusal.delta", **where, delta=reply.refusal)
        yield event("response.refusal.done", **where, refusal=reply.refusal)
    else:
        part = {"type": "output_text", "text": reply.text, "annotations": [], "logprobs": []}
        yield event("response.content_part.added", **where, part={**part, "text": ""})
        for piece in _cut(reply.text):
            yield event("response.output_text.delta", **where, delta=piece, logprobs=[])
        yield event("response.output_text.done", **where, text=reply.text, logprobs=[])
    yield event("response.content_part.done", **where, part=part)
    yield event("response.output_item.done", output_index=0, item={**item, "status": "completed", "content": [part]})
    if reply.finish == "stop":
        yield event("response.completed", response=_response(reply, "completed", [part]))
    else:
        yield event("response.incomplete", response=_response(reply, "incomplete", [part]))


def _response(reply: Says, status: str, content: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    reason = {"length": "max_output_tokens", "content_filter": "content_filter"}.get(reply.finish)
    message = {"id": "msg_1", "type": "message", "role": "assistant", "status": status, "content": content}
    usage = {
        "input_tokens": reply.tokens_in,
        "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
        "output_tokens": reply.tokens_out,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": reply.tokens_in + reply.tokens_out,
    }
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 1,
        "status": status,
        "model": reply.model,
        "error": None,
        "incomplete_details": {"reason": reason} if status == "incomplete" else None,
        "instructions": None,
        "metadata": {},
        "output": [message] if content is not None else [],
        "parallel_tool_calls": False,
        "temperature": None,
        "tool_choice": "none",
        "tools": [],
        "top_p": None,
        "usage": usage if content is not None else None,
    }


def _event(value: object) -> bytes:
    return b"data: " + json.dumps(value, ensure_ascii=False).encode() + b"\n\n"

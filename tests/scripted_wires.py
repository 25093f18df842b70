"""What a scripted server says, and how it is written in the wire formats of OpenAI's and Anthropic's APIs."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

MODEL = "scripted-1"


@dataclass(frozen=True)
class Says:
    """An answer. ``finish`` as Chat Completions names it: stop, length, content_filter."""

    text: str
    model: str = MODEL
    finish: str = "stop"
    refusal: str = ""
    tokens_in: int = 100
    tokens_out: int = 20
    tokens_cached: int = 0
    """Of ``tokens_in``."""
    headers: Mapping[str, str] = field(default_factory=dict)
    cut_after: int | None = None
    """Pieces of the stream after which the connection is cut."""
    end_after: int | None = None
    """Pieces after which the stream ends as if it were whole."""
    break_after: int | None = None
    """Pieces after which one comes that is no JSON."""
    fail_after: int | None = None
    """Pieces after which the stream says that the server has failed, and ends."""
    wait: float = 0.0
    """Seconds before each piece."""


@dataclass(frozen=True)
class Fails:
    """A status with the API's error body."""

    status: int
    message: str = "scripted"
    headers: Mapping[str, str] = field(default_factory=dict)
    code: str | None = None


@dataclass(frozen=True)
class Page:
    """A whole answer of another kind, as a portal would give it."""

    content_type: str = "text/html; charset=utf-8"
    body: bytes = b"<html><script>alert(1)</script>Sign in</html>"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Silence:
    """Nothing comes back until the server ends."""


def pieces(path: str, reply: Says) -> Iterator[bytes]:
    """The stream of ``reply`` in the format of the API at ``path``, faults included."""
    write, fault = next(formats for end, formats in _FORMATS.items() if path.endswith(end))
    for number, piece in enumerate(write(reply)):
        if number == reply.break_after:
            yield b'event: response.output_text.delta\ndata: {"type": "response.output_te\xff\n\n'
        if number == reply.fail_after:
            yield fault
            return
        if number == reply.end_after:
            return
        yield piece


def error_body(path: str, reply: Fails) -> bytes:
    """The body of an HTTP error."""
    if path.endswith("/messages"):
        error = {"type": reply.code or _ANTHROPIC_TYPES.get(reply.status, "api_error"), "message": reply.message}
        return json.dumps({"type": "error", "error": error, "request_id": "req-0"}).encode()
    return json.dumps(
        {"error": {"message": reply.message, "type": "scripted", "code": reply.code, "param": None}}
    ).encode()


_ANTHROPIC_TYPES = {
    400: "invalid_request_error",
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
    500: "api_error",
    529: "overloaded_error",
}


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
    usage = {
        "prompt_tokens": reply.tokens_in,
        "completion_tokens": reply.tokens_out,
        "prompt_tokens_details": {"cached_tokens": reply.tokens_cached},
    }
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
        "input_tokens_details": {"cached_tokens": reply.tokens_cached, "cache_write_tokens": 0},
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


def _messages(reply: Says) -> Iterator[bytes]:
    """Messages API, ``stream=True``."""

    def event(kind: str, **fields: Any) -> bytes:
        return f"event: {kind}\n".encode() + _event({"type": kind, **fields})

    usage = {
        "input_tokens": reply.tokens_in - reply.tokens_cached,
        "cache_creation_input_tokens": 0,
        "cache_read_input_tokens": reply.tokens_cached,
        "output_tokens": 1,
    }
    message = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": reply.model,
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": usage,
    }
    yield event("message_start", message=message)
    yield event("content_block_start", index=0, content_block={"type": "text", "text": ""})
    yield event("ping")
    for piece in _cut(reply.text):
        yield event("content_block_delta", index=0, delta={"type": "text_delta", "text": piece})
    yield event("content_block_stop", index=0)
    reason = "refusal" if reply.refusal else {"stop": "end_turn", "length": "max_tokens"}[reply.finish]
    yield event(
        "message_delta",
        delta={"stop_reason": reason, "stop_sequence": None},
        usage={"output_tokens": reply.tokens_out},
    )
    yield event("message_stop")


_FORMATS = {
    "/chat/completions": (_chat, _event({"error": {"message": "scripted", "type": "server_error", "code": None}})),
    "/responses": (
        _responses,
        b"event: error\n"
        + _event({"type": "error", "code": "server_error", "message": "scripted", "param": None, "sequence_number": 9}),
    ),
    "/messages": (
        _messages,
        b"event: error\n"
        + _event(
            {"type": "error", "error": {"type": "overloaded_error", "message": "scripted"}, "request_id": "req-1"}
        ),
    ),
}

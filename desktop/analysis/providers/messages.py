"""Anthropic's Messages API."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, cast

from desktop.analysis import answers
from desktop.analysis.providers import anthropic_sdk
from desktop.analysis.providers.base import Ask, Heard, Stream, Unreadable, number_of, text_of
from desktop.analysis.providers.capabilities import Caching, Capabilities, Finish

if TYPE_CHECKING:
    from anthropic import Anthropic

API: Final = "messages"
SDK: Final = anthropic_sdk.NAME
connect = anthropic_sdk.connect
fault = anthropic_sdk.fault


def send(sdk: "Anthropic", ask: Ask, can: Capabilities) -> Stream:
    """Make the request; the instructions are marked for the cache and the evidence is not, for it comes once."""
    system: dict[str, Any] = {"type": "text", "text": ask.system}
    if can.caching is Caching.MARKED:
        system["cache_control"] = {"type": "ephemeral"}
    output: dict[str, Any] = {
        "format": {"type": "json_schema", "schema": answers.schema(can.schema, ask.most_tokens)},
    }
    if can.effort and ask.effort:
        output["effort"] = ask.effort
    call: dict[str, Any] = {
        "model": ask.model,
        "system": [system],
        "messages": [{"role": "user", "content": ask.user}],
        "output_config": output,
        "max_tokens": ask.most_tokens,
        "stream": True,
    }
    return cast(Stream, sdk.messages.create(**call))


def again(sdk: "Anthropic", body: bytes) -> Stream:
    """Make the request of a body that was recorded."""
    from anthropic import Stream as AnthropicStream
    from anthropic.types import RawMessageStreamEvent

    stream: Stream = sdk.post(
        "/v1/messages",
        cast_to=object,
        body=json.loads(body),
        stream=True,
        stream_cls=AnthropicStream[RawMessageStreamEvent],
    )
    return stream


def hear(events: Iterable[Any], can: Capabilities) -> Heard:
    """Collect text blocks; what the model thought is not its answer. Only ``message_stop`` ends a stream.

    Cached tokens are not among the ``input_tokens`` of this API and are added; counts of ``message_delta`` are sums.
    """
    text: list[str] = []
    model, reason, ended = "", "", False
    counts: dict[str, int] = {}
    try:
        for event in events:
            kind = text_of(getattr(event, "type", None))
            if kind == "message_start":
                model = text_of(event.message.model)
                _count(counts, event.message.usage)
            elif kind == "content_block_start" and event.content_block.type == "text":
                text.append(text_of(event.content_block.text))
            elif kind == "content_block_delta" and event.delta.type == "text_delta":
                text.append(text_of(event.delta.text))
            elif kind == "message_delta":
                reason = text_of(event.delta.stop_reason) or reason
                _count(counts, event.usage)
            elif kind == "message_stop":
                ended = True
    except (AttributeError, TypeError, ValueError, LookupError) as error:
        raise Unreadable from error
    cached, kept = counts.get("cache_read_input_tokens", 0), counts.get("cache_creation_input_tokens", 0)
    fresh = counts.get("input_tokens")
    return Heard(
        text="".join(text),
        finish=can.stop_reasons.get(reason, Finish.UNKNOWN) if ended else Finish.UNKNOWN,
        model=model,
        tokens_in=None if fresh is None else fresh + cached + kept,
        tokens_out=counts.get("output_tokens"),
        tokens_cached=cached,
        tokens_kept=kept,
    )


def _count(counts: dict[str, int], usage: Any) -> None:
    for name in ("input_tokens", "output_tokens", "cache_read_input_tokens", "cache_creation_input_tokens"):
        number = number_of(getattr(usage, name, None))
        if number is not None:
            counts[name] = number

"""OpenAI's Responses API.

``create(stream=True)`` and collecting by ourselves: the SDK's own ``stream`` helper fails on servers whose events lack
``content_index`` (FACTS §2).
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, cast

from desktop.analysis import answers
from desktop.analysis.providers import openai_sdk
from desktop.analysis.providers.base import Ask, Heard, Stream, Unreadable, number_of, text_of
from desktop.analysis.providers.capabilities import Caching, Capabilities, Finish
from desktop.analysis.providers.keys import cache_key

if TYPE_CHECKING:
    from openai import OpenAI

API: Final = "responses"
SDK: Final = openai_sdk.NAME
connect = openai_sdk.connect
fault = openai_sdk.fault
_LAST: Final = frozenset({"response.completed", "response.incomplete", "response.failed"})


def send(sdk: "OpenAI", ask: Ask, can: Capabilities) -> Stream:
    """Make the request."""
    named = {"name": "findings", "strict": True, "schema": answers.schema(can.schema, ask.most_tokens)}
    call: dict[str, Any] = {
        "model": ask.model,
        "instructions": ask.system,
        "input": ask.user,
        "text": {"format": {"type": "json_schema", **named}},
        "max_output_tokens": ask.most_tokens,
        "store": False,
        "stream": True,
    }
    if can.schema_beside:
        call["extra_body"] = {"response_format": {"type": "json_schema", "json_schema": named}}
    if can.seed:
        call["temperature"] = 0.0
    if can.caching is Caching.KEYED:
        call["prompt_cache_key"] = cache_key(ask.system)
    if can.effort and ask.effort:
        call["reasoning"] = {"effort": ask.effort}
    return cast(Stream, sdk.responses.create(**call))


def again(sdk: "OpenAI", body: bytes) -> Stream:
    """Make the request of a body that was recorded."""
    from openai import Stream as OpenStream
    from openai.types.responses import ResponseStreamEvent

    stream: Stream = sdk.post(
        "/responses", cast_to=object, body=json.loads(body), stream=True, stream_cls=OpenStream[ResponseStreamEvent]
    )
    return stream


def hear(events: Iterable[Any], can: Capabilities) -> Heard:
    """Collect the text; the last event says how it ended, what it cost and who answered."""
    text: list[str] = []
    refused, failed = False, ""
    last: Any = None
    try:
        for event in events:
            kind = text_of(getattr(event, "type", None))
            if kind == "response.output_text.delta":
                text.append(text_of(event.delta))
            elif kind.startswith("response.refusal"):
                refused = True
            elif kind in _LAST:
                last = event.response
            elif kind == "error":
                failed = text_of(event.code) or kind
        usage = getattr(last, "usage", None)
        details = getattr(usage, "input_tokens_details", None)
        return Heard(
            text="".join(text),
            finish=Finish.REFUSED if refused else Finish.FAILED if failed else _finish(last, can),
            model=text_of(getattr(last, "model", None)),
            tokens_in=number_of(getattr(usage, "input_tokens", None)),
            tokens_out=number_of(getattr(usage, "output_tokens", None)),
            tokens_cached=number_of(getattr(details, "cached_tokens", None)) or 0,
            error=failed or text_of(getattr(getattr(last, "error", None), "code", None)),
        )
    except (AttributeError, TypeError, ValueError, LookupError) as error:
        raise Unreadable from error


def _finish(last: Any, can: Capabilities) -> Finish:
    if last is None:
        return Finish.UNKNOWN
    reason = text_of(getattr(getattr(last, "incomplete_details", None), "reason", None))
    by_status = can.stop_reasons.get(text_of(last.status), Finish.UNKNOWN)
    return can.stop_reasons.get(reason, by_status)

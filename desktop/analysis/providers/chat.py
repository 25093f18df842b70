"""OpenAI's Chat Completions API, as OpenAI, Azure and on-premises servers (vLLM, llama.cpp, Ollama) speak it."""

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

API: Final = "chat_completions"
SDK: Final = openai_sdk.NAME
connect = openai_sdk.connect
fault = openai_sdk.fault


def send(sdk: "OpenAI", ask: Ask, can: Capabilities) -> Stream:
    """Make the request."""
    schema = {"name": "findings", "strict": True, "schema": answers.schema(can.schema, ask.most_tokens)}
    call: dict[str, Any] = {
        "model": ask.model,
        "messages": [{"role": "system", "content": ask.system}, {"role": "user", "content": ask.user}],
        "response_format": {"type": "json_schema", "json_schema": schema},
        "stream": True,
        "stream_options": {"include_usage": True},
        can.output_limit: ask.most_tokens,
    }
    if can.storing:
        call["store"] = False
    if can.seed:
        call |= {"temperature": 0.0, "seed": 1}
    if can.caching is Caching.KEYED:
        call["prompt_cache_key"] = cache_key(ask.system)
    if can.effort and ask.effort:
        call["reasoning_effort"] = ask.effort
    return cast(Stream, sdk.chat.completions.create(**call))


def again(sdk: "OpenAI", body: bytes) -> Stream:
    """Make the request of a body that was recorded."""
    from openai import Stream as OpenStream
    from openai.types.chat import ChatCompletionChunk

    stream: Stream = sdk.post(
        "/chat/completions",
        cast_to=object,
        body=json.loads(body),
        stream=True,
        stream_cls=OpenStream[ChatCompletionChunk],
    )
    return stream


def hear(events: Iterable[Any], can: Capabilities) -> Heard:
    """Collect the first choice; usage comes in a last chunk without choices."""
    text: list[str] = []
    finish, model, refused = Finish.UNKNOWN, "", False
    usage: Any = None
    try:
        for chunk in events:
            model = text_of(getattr(chunk, "model", None)) or model
            usage = getattr(chunk, "usage", None) or usage
            for choice in (chunk.choices or [])[:1]:
                text.append(text_of(choice.delta.content))
                refused = refused or bool(getattr(choice.delta, "refusal", None))
                finish = can.stop_reasons.get(text_of(choice.finish_reason), finish)
    except (AttributeError, TypeError, ValueError, LookupError) as error:
        raise Unreadable from error
    details = getattr(usage, "prompt_tokens_details", None)
    return Heard(
        text="".join(text),
        finish=Finish.REFUSED if refused else finish,
        model=model,
        tokens_in=number_of(getattr(usage, "prompt_tokens", None)),
        tokens_out=number_of(getattr(usage, "completion_tokens", None)),
        tokens_cached=number_of(getattr(details, "cached_tokens", None)) or 0,
    )

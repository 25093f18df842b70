"""OpenAI's Chat Completions API, as OpenAI and OpenAI-compatible servers (llama.cpp, vLLM, Ollama) speak it."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from desktop.analysis import answers
from desktop.analysis.providers.base import Ask, Finish, Heard, Unreadable, number_of, text_of

if TYPE_CHECKING:
    from openai import OpenAI

API = "chat_completions"
_FINISH = {
    "stop": Finish.STOP,
    "length": Finish.LENGTH,
    "content_filter": Finish.FILTERED,
}


def arguments(ask: Ask) -> Mapping[str, Any]:
    """The call; ``max_completion_tokens`` is OpenAI's newer name, which compatible servers may not know."""
    schema = {
        "name": "findings",
        "strict": True,
        "schema": answers.schema(bounded=not ask.hosted_by_openai, most_tokens=ask.most_tokens),
    }
    own: dict[str, Any] = (
        {"max_completion_tokens": ask.most_tokens, "store": False}
        if ask.hosted_by_openai
        else {"max_tokens": ask.most_tokens, "temperature": 0.0, "seed": 1}
    )
    return {
        "model": ask.model,
        "messages": [{"role": "system", "content": ask.system}, {"role": "user", "content": ask.user}],
        "response_format": {"type": "json_schema", "json_schema": schema},
        "stream": True,
        "stream_options": {"include_usage": True},
        **own,
    }


def send(sdk: "OpenAI", arguments: Mapping[str, Any]) -> Iterable[Any]:
    """Make the request."""
    stream: Iterable[Any] = sdk.chat.completions.create(**arguments)
    return stream


def again(sdk: "OpenAI", body: bytes) -> Iterable[Any]:
    """Make the request of a body that was recorded."""
    from openai import Stream
    from openai.types.chat import ChatCompletionChunk

    stream: Iterable[Any] = sdk.post(
        "/chat/completions", cast_to=object, body=json.loads(body), stream=True, stream_cls=Stream[ChatCompletionChunk]
    )
    return stream


def hear(events: Iterable[Any]) -> Heard:
    """Collect the first choice; usage comes in a last chunk without choices."""
    text: list[str] = []
    finish, model, refused = Finish.UNKNOWN, "", False
    tokens_in = tokens_out = None
    try:
        for chunk in events:
            model = text_of(getattr(chunk, "model", None)) or model
            if usage := getattr(chunk, "usage", None):
                tokens_in = number_of(getattr(usage, "prompt_tokens", None))
                tokens_out = number_of(getattr(usage, "completion_tokens", None))
            for choice in (chunk.choices or [])[:1]:
                text.append(text_of(choice.delta.content))
                refused = refused or bool(getattr(choice.delta, "refusal", None))
                finish = _FINISH.get(text_of(choice.finish_reason), finish)
    except (AttributeError, TypeError, ValueError, LookupError) as error:
        raise Unreadable from error
    return Heard("".join(text), Finish.REFUSED if refused else finish, model, tokens_in, tokens_out)

"""OpenAI's Responses API.

``create(stream=True)`` and collecting by ourselves: the SDK's own ``stream`` helper fails on servers whose events lack
``content_index`` (FACTS §2).
"""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from desktop.analysis import answers
from desktop.analysis.providers.base import Ask, Finish, Heard, Unreadable, number_of, text_of

if TYPE_CHECKING:
    from openai import OpenAI

API = "responses"
_INCOMPLETE = {"max_output_tokens": Finish.LENGTH, "content_filter": Finish.FILTERED}
_STATUS = {"completed": Finish.STOP, "failed": Finish.FAILED}
_LAST = frozenset({"response.completed", "response.incomplete", "response.failed"})


def arguments(ask: Ask) -> Mapping[str, Any]:
    """The call; nothing is stored at the provider. llama.cpp takes the schema only as Chat Completions writes it."""
    schema = answers.schema(bounded=not ask.hosted_by_openai, most_tokens=ask.most_tokens)
    named = {"name": "findings", "strict": True, "schema": schema}
    chat_form = {"extra_body": {"response_format": {"type": "json_schema", "json_schema": named}}, "temperature": 0.0}
    return {
        "model": ask.model,
        "instructions": ask.system,
        "input": ask.user,
        "text": {"format": {"type": "json_schema", **named}},
        "max_output_tokens": ask.most_tokens,
        "store": False,
        "stream": True,
        **({} if ask.hosted_by_openai else chat_form),
    }


def send(sdk: "OpenAI", arguments: Mapping[str, Any]) -> Iterable[Any]:
    """Make the request."""
    stream: Iterable[Any] = sdk.responses.create(**arguments)
    return stream


def again(sdk: "OpenAI", body: bytes) -> Iterable[Any]:
    """Make the request of a body that was recorded."""
    from openai import Stream
    from openai.types.responses import ResponseStreamEvent

    stream: Iterable[Any] = sdk.post(
        "/responses", cast_to=object, body=json.loads(body), stream=True, stream_cls=Stream[ResponseStreamEvent]
    )
    return stream


def hear(events: Iterable[Any]) -> Heard:
    """Collect the text; the last event says how it ended, what it cost and who answered."""
    text: list[str] = []
    refused = False
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
        usage = getattr(last, "usage", None)
        return Heard(
            text="".join(text),
            finish=Finish.REFUSED if refused else _finish(last),
            model=text_of(getattr(last, "model", None)),
            tokens_in=number_of(getattr(usage, "input_tokens", None)),
            tokens_out=number_of(getattr(usage, "output_tokens", None)),
        )
    except (AttributeError, TypeError, ValueError, LookupError) as error:
        raise Unreadable from error


def _finish(last: Any) -> Finish:
    if last is None:
        return Finish.UNKNOWN
    details = getattr(last, "incomplete_details", None)
    reason = text_of(getattr(details, "reason", None))
    return _INCOMPLETE.get(reason, _STATUS.get(text_of(last.status), Finish.UNKNOWN))

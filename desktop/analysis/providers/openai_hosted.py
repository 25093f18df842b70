"""OpenAI's own service; ``endpoint`` is ``https://api.openai.com/v1`` or a regional host of it."""

from dataclasses import replace
from typing import Final

from desktop.analysis.answers import SchemaForm
from desktop.analysis.providers import chat, responses
from desktop.analysis.providers.base import Provider
from desktop.analysis.providers.capabilities import (
    CHAT_STOPS,
    RESPONSES_STOPS,
    Caching,
    Capabilities,
    RateHeaders,
)

NAME: Final = "openai"
_CAN: Final = Capabilities(
    schema=SchemaForm.RANGES,
    stop_reasons=RESPONSES_STOPS,
    caching=Caching.KEYED,
    effort=True,
    storing=True,
    refusals=True,
    filters=frozenset({"invalid_prompt", "content_policy_violation", "content_filter"}),
    request_id="x-request-id",
    rates=RateHeaders.OPENAI,
    o200k=True,
    output_limit="max_completion_tokens",
)
PROVIDERS: Final = (
    Provider(NAME, responses, _CAN),
    Provider(NAME, chat, replace(_CAN, stop_reasons=CHAT_STOPS)),
)

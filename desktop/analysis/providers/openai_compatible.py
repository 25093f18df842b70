"""Any other server that speaks OpenAI's APIs: only what such servers have in common is asked of it."""

from dataclasses import replace
from typing import Final

from desktop.analysis.answers import SchemaForm
from desktop.analysis.providers import chat, responses
from desktop.analysis.providers.base import Provider
from desktop.analysis.providers.capabilities import (
    CHAT_STOPS,
    RESPONSES_STOPS,
    Capabilities,
    RateHeaders,
)

NAME: Final = "openai_compatible"
_CAN: Final = Capabilities(
    schema=SchemaForm.RANGES,
    stop_reasons=RESPONSES_STOPS,
    refusals=True,
    request_id="x-request-id",
    rates=RateHeaders.OPENAI,
)
PROVIDERS: Final = (
    Provider(NAME, responses, _CAN),
    Provider(NAME, chat, replace(_CAN, stop_reasons=CHAT_STOPS, seed=True)),
)

"""llama.cpp's server on the bank's own machines; the tests' real model is one.

Its Responses API takes the schema only as Chat Completions writes it, and its Messages API takes none at all: there an
answer outside the schema is a matter of course.
"""

from dataclasses import replace
from typing import Final

from desktop.analysis.answers import SchemaForm
from desktop.analysis.providers import chat, messages, responses
from desktop.analysis.providers.anthropic_hosted import STOPS
from desktop.analysis.providers.base import Provider
from desktop.analysis.providers.capabilities import CHAT_STOPS, RESPONSES_STOPS, Capabilities

NAME: Final = "llama_cpp"
_CAN: Final = Capabilities(schema=SchemaForm.LENGTHS, stop_reasons=CHAT_STOPS, seed=True)
PROVIDERS: Final = (
    Provider(NAME, chat, _CAN),
    Provider(NAME, responses, replace(_CAN, stop_reasons=RESPONSES_STOPS, schema_beside=True)),
    Provider(NAME, messages, replace(_CAN, stop_reasons=STOPS, seed=False)),
)

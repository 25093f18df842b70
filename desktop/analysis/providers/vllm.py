"""vLLM on the bank's own machines: grammars of the schema (lengths too), a prefix cache of its own, seeds.

It answers with the name under which the model is served. Request ids come only where it was started with
``--enable-request-id-headers``.
"""

from dataclasses import replace
from typing import Final

from desktop.analysis.answers import SchemaForm
from desktop.analysis.providers import chat, responses
from desktop.analysis.providers.base import Provider
from desktop.analysis.providers.capabilities import CHAT_STOPS, RESPONSES_STOPS, Capabilities

NAME: Final = "vllm"
_CAN: Final = Capabilities(
    schema=SchemaForm.LENGTHS,
    stop_reasons=RESPONSES_STOPS,
    seed=True,
    effort=True,
    request_id="x-request-id",
)
PROVIDERS: Final = (
    Provider(NAME, responses, _CAN),
    Provider(NAME, chat, replace(_CAN, stop_reasons=CHAT_STOPS)),
)

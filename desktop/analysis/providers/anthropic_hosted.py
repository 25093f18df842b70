"""Anthropic's own service; ``endpoint`` is ``https://api.anthropic.com``, without the version."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from desktop.analysis.answers import SchemaForm
from desktop.analysis.providers import messages
from desktop.analysis.providers.base import Provider
from desktop.analysis.providers.capabilities import Caching, Capabilities, Finish, RateHeaders

NAME: Final = "anthropic"
STOPS: Final[Mapping[str, Finish]] = {
    "end_turn": Finish.STOP,
    "stop_sequence": Finish.STOP,
    "max_tokens": Finish.LENGTH,
    "model_context_window_exceeded": Finish.LENGTH,
    "refusal": Finish.REFUSED,
}
"""``stop_reason``; ``tool_use`` and ``pause_turn`` belong to tools, which are not offered."""
PROVIDERS: Final = (
    Provider(
        NAME,
        messages,
        Capabilities(
            schema=SchemaForm.SHAPES,
            stop_reasons=STOPS,
            caching=Caching.MARKED,
            cache_writing=Decimal("1.25"),
            effort=True,
            refusals=True,
            request_id="request-id",
            rates=RateHeaders.ANTHROPIC,
        ),
    ),
)

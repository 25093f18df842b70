"""What a provider can do, as values: engine, plan and wire formats ask this table and never a provider's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from desktop.analysis.answers import SchemaForm


class Finish(Enum):
    """Why a model stopped."""

    STOP = "stop"
    LENGTH = "length"
    FILTERED = "filtered"
    REFUSED = "refused"
    FAILED = "failed"
    """The provider says that it could not answer."""
    UNKNOWN = "unknown"
    """The stream ended without saying."""


class Caching(Enum):
    """How the provider keeps the stable beginning of requests."""

    AUTOMATIC = "automatic"
    """It looks for equal beginnings itself."""
    KEYED = "keyed"
    """It does, and sends requests of one key to one machine."""
    MARKED = "marked"
    """It keeps what the request marks."""


class RateHeaders(Enum):
    """In which headers a provider says how much more may be asked."""

    NONE = "none"
    OPENAI = "openai"
    """``x-ratelimit-remaining-requests`` and so on; times as spans (``6m0s``)."""
    ANTHROPIC = "anthropic"
    """``anthropic-ratelimit-requests-remaining`` and so on; times as RFC 3339."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """One row of the table, about one API of one provider."""

    schema: SchemaForm
    stop_reasons: Mapping[str, Finish]
    """The provider's words for why a model stopped; any other word counts as unknown."""
    streaming: bool = True
    caching: Caching = Caching.AUTOMATIC
    cache_writing: Decimal = Decimal(1)
    """What a token costs that is put into the cache, in prices of an input token."""
    seed: bool = False
    """Takes ``seed`` and ``temperature``: equal requests then have equal answers, as far as the server can."""
    effort: bool = False
    """Takes how much a model should think."""
    storing: bool = False
    """Would keep answers unless told not to."""
    refusals: bool = False
    """Tells a model's refusal apart from an answer."""
    filters: frozenset[str] = frozenset()
    """Error codes by which a request is turned away for its content."""
    returned_model: bool = True
    """Says which model answered; without that no answer is accepted."""
    request_id: str = ""
    """Header that names the request in the provider's own logs; empty where there is none."""
    rates: RateHeaders = RateHeaders.NONE
    o200k: bool = False
    """Counts tokens by the vocabulary that Sekisho has; for others a margin is added."""
    output_limit: str = "max_tokens"
    """Chat Completions' field for the most tokens of an answer; newer models refuse the older name."""
    key_header: str = "authorization"
    """Header that holds the credential."""
    schema_beside: bool = False
    """Takes the schema in the Responses API only as Chat Completions writes it (llama.cpp)."""

    def told(self) -> dict[str, object]:
        """The row as plain values, for whoever chooses a model."""
        return {
            "strict_schema": self.schema.value,
            "streaming": self.streaming,
            "caching": self.caching.value,
            "seed": self.seed,
            "effort": self.effort,
            "refusals": self.refusals,
            "stop_reasons": sorted(self.stop_reasons),
            "returned_model": self.returned_model,
            "request_id": self.request_id or None,
            "rate_headers": self.rates.value,
        }


CHAT_STOPS: Final[Mapping[str, Finish]] = {
    "stop": Finish.STOP,
    "length": Finish.LENGTH,
    "content_filter": Finish.FILTERED,
}
"""``finish_reason`` of Chat Completions."""
RESPONSES_STOPS: Final[Mapping[str, Finish]] = {
    "completed": Finish.STOP,
    "failed": Finish.FAILED,
    "max_output_tokens": Finish.LENGTH,
    "content_filter": Finish.FILTERED,
}
"""``status``, and where that is ``incomplete`` the reason, of the Responses API."""

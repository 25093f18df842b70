"""What an answer costs, by the usage that the provider told."""

from decimal import Decimal
from typing import Final

from desktop.analysis.plan import OTHER_EVIDENCE
from desktop.analysis.providers.base import Heard
from desktop.analysis.providers.capabilities import Capabilities
from desktop.gate.policy import ModelEntry

_MILLION: Final = Decimal(1_000_000)


def least_cost(entry: ModelEntry, can: Capabilities, tokens_in: int) -> Decimal:
    """What a request that was reckoned at ``tokens_in`` costs at least, whatever usage a server tells.

    As if all of it came from the cache, and without what other vocabularies were given beyond ours.
    """
    counted = tokens_in if can.o200k else int(tokens_in / OTHER_EVIDENCE)
    price = entry.price
    lowest = price.input if price.cached_input is None else min(price.input, price.cached_input)
    return counted * lowest / _MILLION


def cost_of(entry: ModelEntry, can: Capabilities, heard: Heard) -> Decimal | None:
    """In the entry's currency, caches counted at their own prices; None where the provider told no usage."""
    if heard.tokens_in is None or heard.tokens_out is None:
        return None
    price = entry.price
    cached, kept = min(heard.tokens_cached, heard.tokens_in), min(heard.tokens_kept, heard.tokens_in)
    fresh = max(heard.tokens_in - cached - kept, 0)
    of_cache = price.input if price.cached_input is None else price.cached_input
    reading = (fresh + kept * can.cache_writing) * price.input + cached * of_cache
    return (reading + heard.tokens_out * price.output) / _MILLION

"""The registry of ways to ask a model: one module a provider, named by ``provider`` and ``api`` of a policy's entry."""

from typing import Final

from desktop.analysis.errors import EffortNotTaken, NoSuchApi
from desktop.analysis.providers import (
    anthropic_hosted,
    azure_openai,
    llama_cpp,
    ollama,
    openai_compatible,
    openai_hosted,
    vllm,
)
from desktop.analysis.providers.base import Provider
from desktop.gate.policy import ModelEntry

PROVIDERS: Final[tuple[Provider, ...]] = (
    *openai_hosted.PROVIDERS,
    *azure_openai.PROVIDERS,
    *anthropic_hosted.PROVIDERS,
    *vllm.PROVIDERS,
    *llama_cpp.PROVIDERS,
    *ollama.PROVIDERS,
    *openai_compatible.PROVIDERS,
)
"""The table of capabilities: each row's ``can``."""


def provider(entry: ModelEntry) -> Provider:
    """Who speaks as ``entry`` says; raises NoSuchApi, and EffortNotTaken where it would not heed the entry."""
    found = next((one for one in PROVIDERS if (one.name, one.api) == (entry.provider, entry.api)), None)
    if found is None:
        raise NoSuchApi(entry.provider, entry.api)
    if entry.effort and not found.can.effort:
        raise EffortNotTaken(entry.provider, entry.api)
    return found

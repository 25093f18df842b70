"""The registry of ways to ask a model: one module each, named by the ``api`` of a policy's entry."""

from typing import Final

from desktop.analysis.providers import openai_chat, openai_responses
from desktop.analysis.providers.base import Provider

PROVIDERS: Final[tuple[Provider, ...]] = (openai_responses, openai_chat)


def provider(api: str) -> Provider:
    """The module that speaks ``api``; raises KeyError for a name that no policy can hold."""
    return {one.API: one for one in PROVIDERS}[api]

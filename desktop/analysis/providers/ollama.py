"""Ollama on the bank's own machines: Chat Completions with grammars of the schema.

A request that is longer than its context is cut without a word: the policy's ``tokens_in_request`` must stay below
``num_ctx``.
"""

from typing import Final

from desktop.analysis.answers import SchemaForm
from desktop.analysis.providers import chat
from desktop.analysis.providers.base import Provider
from desktop.analysis.providers.capabilities import CHAT_STOPS, Capabilities

NAME: Final = "ollama"
PROVIDERS: Final = (Provider(NAME, chat, Capabilities(schema=SchemaForm.LENGTHS, stop_reasons=CHAT_STOPS, seed=True)),)

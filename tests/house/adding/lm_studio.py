"""LM Studio on the bank's own machines: Chat Completions with a grammar of the schema."""

from typing import Final

from desktop.analysis.answers import SchemaForm
from desktop.analysis.providers import chat
from desktop.analysis.providers.base import Provider
from desktop.analysis.providers.capabilities import CHAT_STOPS, Capabilities

NAME: Final = "lm_studio"
PROVIDERS: Final = (Provider(NAME, chat, Capabilities(schema=SchemaForm.LENGTHS, stop_reasons=CHAT_STOPS, seed=True)),)

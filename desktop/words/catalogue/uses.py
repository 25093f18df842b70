"""Sentences of ``desktop.uses``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {}

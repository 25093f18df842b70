"""Sentences of ``desktop.casefile``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {}

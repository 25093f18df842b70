"""Sentences of ``desktop.cli``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {}

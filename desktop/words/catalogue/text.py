"""Sentences of ``desktop.text``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {}

"""Sentences of ``desktop.analysis``."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {}

"""The sentences, one module a room; each has ``WORDS: dict[code, (Japanese, English)]``. A new room is one line here."""

from importlib import import_module
from typing import Final

ROOMS: Final = (
    "labels",
    "secrets",
    "text",
    "source",
    "casefile",
    "net",
    "gate",
    "intake",
    "analysis",
    "reports",
    "uses",
    "cli",
)


def _gather() -> dict[str, tuple[str, str]]:
    gathered: dict[str, tuple[str, str]] = {}
    for room in ROOMS:
        words: dict[str, tuple[str, str]] = import_module(f"desktop.words.catalogue.{room}").WORDS
        if twice := gathered.keys() & words.keys():
            raise ValueError(f"said twice: {sorted(twice)}")
        gathered |= words
    return gathered


SENTENCES: Final[dict[str, tuple[str, str]]] = _gather()

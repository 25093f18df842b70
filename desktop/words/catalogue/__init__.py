"""The sentences, one module a room; each has ``WORDS: dict[code, (Japanese, English)]``. A new room is one line here."""

from importlib import import_module
from typing import Final

ROOMS: Final = (
    "labels",
    "secrets",
    "text",
    "worker",
    "source",
    "detect",
    "casefile",
    "net",
    "gate",
    "intake",
    "analysis",
    "reports",
    "uses",
    "journal",
    "cli",
    "cli_help",
)


def gather() -> dict[str, tuple[str, str]]:
    """All rooms' sentences; a test sees to it that no code is said twice."""
    gathered: dict[str, tuple[str, str]] = {}
    for room in ROOMS:
        gathered |= import_module(f"desktop.words.catalogue.{room}").WORDS
    return gathered


SENTENCES: Final[dict[str, tuple[str, str]]] = gather()

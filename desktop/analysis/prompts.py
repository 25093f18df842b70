"""What a model is told, from files under ``resources/prompts``, and how evidence is put into the question.

The instructions are the same for all units of a language and stand first, so that providers' prompt caches work.
Evidence stands between two lines with a marker that was drawn at random when the plan was made and occurs in none of
it.
"""

import hashlib
import json
import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from desktop.domain.ids import Sha256

_FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "prompts"
REVIEW: Final = "review"
_LANGUAGE_NAMES: Final = {"ja": "Japanese", "en": "English"}


@dataclass(frozen=True, slots=True)
class Question:
    """The two messages of a request."""

    system: str
    user: str


@cache
def instructions(language: str) -> str:
    """The system message for evidence in ``language``: the general part, and the language's own where there is one."""
    general = (_FOLDER / f"{REVIEW}.txt").read_text("utf-8").rstrip()
    own = _FOLDER / f"{REVIEW}.{language}.txt"
    return f"{general}\n\n{own.read_text('utf-8').rstrip()}" if language and own.is_file() else general


@cache
def digest() -> Sha256:
    """What the prompts are called in plans and findings: a SHA-256 over all their files."""
    whole = {path.name: path.read_text("utf-8") for path in sorted(_FOLDER.glob("*.txt"))}
    return Sha256(hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest())


def draw_marker(texts: "list[str]") -> str:
    """A marker that occurs in none of ``texts``."""
    while True:
        marker = f"EVIDENCE-{secrets.token_hex(8)}"
        if not any(marker in text for text in texts):
            return marker


def question(
    *, language: str, path: str, unit: str, lines: tuple[int, int], text: str, marker: str, answer_in: str = "en"
) -> Question:
    """The messages that ask for weaknesses in ``text``; everything given here must be masked already."""
    head = (
        f"Marker: {marker}\nFile: {_one_line(path)}\nUnit: {_one_line(unit)}\n"
        f"Lines: {lines[0]}-{lines[1]}\n"
        f"Write title, description, impact and recommendation in {_LANGUAGE_NAMES[answer_in]}.\n"
    )
    return Question(instructions(language), f"{head}{marker}\n{text}\n{marker}")


def _one_line(text: str) -> str:
    """A file may be called anything: its name must not look like more lines of the message."""
    return "".join(c if c.isprintable() else "�" for c in text)

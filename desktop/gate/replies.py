"""What a model answered is looked at before it is shown: it is hostile input, and may hold what should not be there."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import re2

from desktop.detect import Hit
from desktop.gate.masking import Masker

_LOOKS_LIKE_A_TOKEN: Final = re2.compile("⟦[A-Z]{2,8}-[0-9]{4,9}⟧")


@dataclass(frozen=True, slots=True)
class ReplyScan:
    """``hits``: personal data and secrets in the answer. ``foreign``: tokens that its request did not hold."""

    hits: tuple[Hit, ...]
    foreign: tuple[str, ...]


def scan_reply(text: str, masker: Masker, sent: Collection[str]) -> ReplyScan:
    """Look at an answer's text; ``sent`` are the tokens that its request held."""
    own = [token.text for _, _, token in masker.book.find(text)]
    shaped = [match.group() for match in _LOOKS_LIKE_A_TOKEN.finditer(text)]
    return ReplyScan(masker.rescan(text), tuple(dict.fromkeys(t for t in (*own, *shaped) if t not in sent)))

"""Texts of others (models, scanners, file names) made harmless for a terminal and for what reads our JSON.

A terminal obeys escape sequences (move, recolour, set the title, OSC 52: write the clipboard) and bidi characters
reorder what a person believes to read (CVE-2021-42574), so no control or format character is ever written as itself.
"""

import unicodedata
from typing import Final

_OBEYED: Final = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""General categories of Unicode that a terminal acts on instead of showing them."""
_TAB: Final = 8


def inert(text: str) -> str:
    """``text`` with every line shown as it is and every other control or format character as ``⟦hex⟧``."""
    return "\n".join(_line(line) for line in text.split("\n"))


def inert_json(dumped: str) -> str:
    r"""JSON with the same characters written as ``\uXXXX``, which every reader turns back; it is the same value."""
    if dumped.isprintable():
        return dumped
    return "".join(_escaped(c) if _obeyed(c) else c for c in dumped)


def _line(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(f"⟦{ord(c):x}⟧" if _obeyed(c) else c for c in line.expandtabs(_TAB))


def _obeyed(character: str) -> bool:
    return unicodedata.category(character) in _OBEYED


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))

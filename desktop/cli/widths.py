"""Text for a screen of so many columns, where kanji and kana are two columns wide and have no blanks between them."""

import unicodedata
from typing import Final

_NOT_FIRST: Final = "、。)」』…"
"""What no line of Japanese begins with; it hangs over instead."""


def folded(text: str, width: int) -> list[str]:
    """``text``, one line, as lines of at most ``width`` columns (and one hanging character)."""
    lines, used = [""], 0
    for character in text:
        columns = 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        if used + columns > width and character not in _NOT_FIRST:
            lines.append("")
            used = 0
        lines[-1] += character
        used += columns
    return lines

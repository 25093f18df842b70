"""Text that is not ours, made inert before it is shown: evidence, tools and models may write anything."""

import unicodedata
from html import escape
from typing import Final

_ACTING: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def one_line(text: str) -> str:
    """``text`` on one line: control and bidi characters would break the row or hide what it says."""
    return text if text.isprintable() else "".join(char if char.isprintable() else "·" for char in text)


def visible(text: str) -> str:
    """``text`` with its lines, but every character that acts or hides (control, bidi) shown as ``⟦hex⟧``."""
    if text.isprintable():
        return text
    return "".join(
        f"⟦{ord(char):x}⟧" if char not in "\n\t" and unicodedata.category(char) in _ACTING else char for char in text
    )


def plain_tip(text: str) -> str:
    """``text`` as a tool tip that shows every character: Qt guesses markup in tips, and is left nothing to guess."""
    return f"<span style='white-space:pre-wrap'>{escape(text)}</span>"

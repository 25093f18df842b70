"""Tool tips of text that is not ours: Qt guesses markup in them, so they are handed over with nothing left to guess."""

from html import escape


def plain_tip(text: str) -> str:
    """``text`` as a tool tip that shows every character as it is."""
    return f"<span style='white-space:pre-wrap'>{escape(text)}</span>"

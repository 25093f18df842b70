"""Sizes of files as people read them."""

from typing import Final

_UNITS: Final = ("KB", "MB", "GB")


def size_words(size: int) -> str:
    """``812 B``, ``12.4 MB``: thousands, as file managers count."""
    if size < 1000:
        return f"{size} B"
    value, unit = size / 1000, 0
    while value >= 999.95 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:,.1f} {_UNITS[unit]}" if value < 100 else f"{value:,.0f} {_UNITS[unit]}"

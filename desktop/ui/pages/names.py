"""Names for files that a page makes: what every system takes, and free in their folder."""

from pathlib import Path
from typing import Final

_FORBIDDEN: Final = '<>:"/\\|?*'
"""What Windows does not take in a file's name."""
_LONGEST: Final = 80


def clean_name(name: str) -> str:
    """``name`` without what a file's name cannot have on any of the systems."""
    kept = "".join(c if c.isprintable() and c not in _FORBIDDEN else "-" for c in name)
    return kept.strip(" .")


def free_name(title: str, suffix: str, folder: Path) -> str:
    """A name for the file called ``title`` that is free in ``folder``; empty for an empty title."""
    name = clean_name(title.strip())[:_LONGEST].strip()
    if not name:
        return ""
    free, number = f"{name}{suffix}", 2
    while (folder / free).exists():
        free, number = f"{name}-{number}{suffix}", number + 1
    return free

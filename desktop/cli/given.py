"""What stands in a call: days and numbers, read as a person writes them."""

from datetime import date

from desktop.cli.errors import NotADay, NotANumber


def day(text: str) -> date:
    """``2026-12-31``; raises NotADay."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    raise NotADay(text)


def number(text: str) -> int:
    """``33``, or ``#33`` as lists print it; raises NotANumber for what is no whole number from 1."""
    digits = text.removeprefix("#")
    if digits.isascii() and digits.isdigit() and 0 < int(digits) < 1 << 62:
        return int(digits)
    raise NotANumber(text)

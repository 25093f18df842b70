"""Which literals may be passwords or keys, and which are only placeholders or texts."""

from typing import Final

_PLACEHOLDERS: Final = frozenset(
    {"DUMMY", "NONE", "NULL", "TBD", "TODO", "CHANGEME", "CHANGE_ME", "EXAMPLE", "SAMPLE", "UNKNOWN", "INPUT", "ERROR"}
)
_SHORTEST: Final = 4
_LONGEST: Final = 128


def is_plausible_secret(value: str) -> bool:
    """Whether a literal may be a password or key: one word of 4 to 128 ASCII characters that is no placeholder."""
    text = value.strip()
    if not _SHORTEST <= len(text) <= _LONGEST or not text.isascii() or not text.isprintable():
        return False
    if any(char.isspace() for char in text) or len(set(text)) < 2 or text.endswith((":", "?", "...", ".")):
        return False
    if text.startswith(("&", "${", "{{", "%", "<")) and not text[1:].isalnum():
        return False
    return text.upper() not in _PLACEHOLDERS

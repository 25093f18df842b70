"""What the qualifiers of a data set's name say of it."""

import re
from typing import Final

_PRODUCTION: Final = frozenset({"PROD", "PRD", "PRODUCTION", "HONBAN", "LIVE", "HON"})
_TEST: Final = re.compile(
    r"(?:[A-Z0-9]{0,4})(?:TEST|TST|DEV|KAIHATSU|SHIKEN|TEMP|TMP|SHARE|SHARED|USER|PUBLIC|PUB|WORKU)\d?"
)


def _qualifiers(name: str) -> list[str]:
    return [part for part in name.upper().split("(")[0].split(".") if part]


def is_production(name: str) -> bool:
    """Whether a qualifier says production."""
    return any(part in _PRODUCTION for part in _qualifiers(name))


def is_test(name: str) -> bool:
    """Whether a qualifier says test, shared or personal (``&SYSUID``)."""
    return any(bool(_TEST.fullmatch(part)) or part.startswith("&SYSUID") for part in _qualifiers(name))

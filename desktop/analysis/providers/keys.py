"""The name under which a provider may keep the stable beginning of requests together."""

import hashlib
from typing import Final

_SHARED: Final = 1_000
"""Characters of the instructions that are the same for every language of evidence."""


def cache_key(system: str) -> str:
    """Equal for instructions that begin alike, so that their beginning is kept once; tells nothing about them."""
    return f"sekisho-{hashlib.sha256(system[:_SHARED].encode()).hexdigest()[:16]}"

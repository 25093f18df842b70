"""How every expression of this room is compiled: RE2, Unicode bytes, without regard to case, silent, bounded memory."""

from collections.abc import Sequence
from typing import Any, Final

import re2

Span = tuple[int, int]
_UNANCHORED: Final = re2._Anchor.UNANCHORED


def compiled(regex: str, never_capture: bool = False) -> Any:
    """The expression for searching UTF-8 bytes; ``^`` and ``$`` stand at lines."""
    return re2.compile(_marked(regex), _options(never_capture))


class Expression:
    """An expression that answers with spans alone: google-re2's own match object costs more than the search."""

    __slots__ = ("_match",)

    def __init__(self, regex: str, never_capture: bool = False) -> None:
        self._match = compiled(regex, never_capture)._regexp.Match

    def search(self, data: bytes, at: int, stop: int) -> Sequence[Span] | None:
        """Byte spans of the first match in ``data[at:stop]`` and of its groups; (-1, -1) where one took no part."""
        if at > stop:
            return None
        spans: Sequence[Span] = self._match(_UNANCHORED, data, at, stop)
        return spans if spans[0][0] >= 0 else None


def compiled_set(regexes: Sequence[str]) -> Any:
    """A set whose ``Match`` says which of ``regexes`` bytes hold; None where it cannot tell, or none."""
    expressions = re2.Set.SearchSet(_options(never_capture=True))
    for regex in regexes:
        expressions.Add(_marked(regex))
    expressions.Compile()
    return expressions


def _marked(regex: str) -> bytes:
    return f"(?m){regex}".encode()


def _options(never_capture: bool) -> Any:
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = False
    options.never_capture = never_capture
    options.max_mem = 16 << 20
    return options

"""CICS resource definitions with their options."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from desktop.analysis.rules.kit.member import TextMember

_DEFINE: Final = re.compile(r"\b(?:DEFINE|ALTER)\s+(?P<type>[A-Z]+)\s*\(\s*(?P<name>[^)\s]+)\s*\)", re.IGNORECASE)
_NEXT: Final = re.compile(
    r"\b(?:DEFINE|ALTER|DELETE|ADD|LIST|COPY|REMOVE|INSTALL|UPGRADE)\s+[A-Z]+\s*\(", re.IGNORECASE
)
_OPTION: Final = re.compile(r"(?P<key>[A-Z0-9]+)\s*\(\s*(?P<value>[^()]*?)\s*\)", re.IGNORECASE)
_COMMENT: Final = re.compile(r"^[*][^\n]*", re.MULTILINE)


class Option(NamedTuple):
    """``KEY(value)`` in upper case, with its bytes."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Definition:
    """One DEFINE; ``end`` is that of its last option."""

    type: str
    name: str
    options: dict[str, Option]
    start: int
    end: int

    def value(self, key: str) -> str:
        """The value of an option, empty where it is not given."""
        option = self.options.get(key)
        return option.value if option is not None else ""

    @property
    def is_disabled(self) -> bool:
        """Whether the resource cannot be used as it is defined."""
        return self.value("STATUS") == "DISABLED"

    @property
    def is_supplied(self) -> bool:
        """Whether it belongs to CICS itself."""
        return self.name.startswith("DFH") or self.value("GROUP").startswith("DFH")


def definitions(member: TextMember) -> Iterator[Definition]:
    """All definitions of a member."""
    shape = _COMMENT.sub(lambda found: " " * len(found[0]), member.lines)
    starts = [match.start() for match in _NEXT.finditer(shape)]
    for match in _DEFINE.finditer(shape):
        after = bisect_right(starts, match.start())
        stop = starts[after] if after < len(starts) else len(shape)
        options: dict[str, Option] = {}
        end = match.end()
        for option in _OPTION.finditer(shape, match.end(), stop):
            options.setdefault(option["key"].upper(), Option(option["value"].upper(), option.start(), option.end()))
            end = option.end()
        yield Definition(match["type"].upper(), match["name"].upper(), options, match.start(), end)

"""A format: one result a line, ``path:line: [rule] message``, after a first line ``# plain-lines TOOL``."""

import re
from collections.abc import Iterator
from typing import Final

from desktop.domain.levels import Severity
from desktop.domain.places import PathPlace
from desktop.domain.reported import Reported, Tool, Unread
from desktop.intake.formats.base import Head, Item, Options, Stream, utf8

NAME: Final = "plain-lines"
TITLE: Final = "Plain lines"
encoding: Final = utf8
_BEGINNING: Final = "# plain-lines "
_LINE: Final = re.compile(r"(?P<path>[^:]{1,500}):(?P<line>[0-9]{1,9}): \[(?P<rule>[^\]]{1,100})\] (?P<said>.{1,500})")


def sniff(head: Head) -> bool:
    """By its first line."""
    return head.text.startswith(_BEGINNING)


def read(stream: Stream, _options: Options) -> Iterator[Item]:
    """Line by line; one that is broken is unread."""
    at = 0
    for number, raw in enumerate(stream.read().split(b"\n")):
        line = raw.decode("utf-8", "replace")
        if number == 0:
            yield Tool(line.removeprefix(_BEGINNING).strip())
        elif found := _LINE.fullmatch(line):
            place = PathPlace(found["path"], int(found["line"]))
            yield Reported(found["rule"], found["said"], Severity.MEDIUM, place, raw=(at, len(raw)))
        elif line:
            yield Unread(f"line {number + 1}", "NotReadable", (at, len(raw)))
        at += len(raw) + 1

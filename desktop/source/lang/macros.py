"""Lines of assembler shape: name, operation, operands, continued by a character in column 72 (HLASM)."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from desktop.domain.places import Span
from desktop.source.languages import Area
from desktop.source.members import Layer, LayerKind
from desktop.source.skeleton import Source

AREAS: Final = (
    Area("name", 1, 8),
    Area("operation", 10, 14),
    Area("operands", 16, 71),
    Area("continuation", 72, 72),
    Area("sequence", 73, 80),
)
CONTINUATION: Final = 71
_RESUME: Final = 15
_FIELDS: Final = re.compile(r"(?P<name>\S*)[ \t]+(?P<op>[^\s,]+)(?:[ \t]+(?P<operands>.*))?")


class Macro(NamedTuple):
    """One statement. ``operands`` has its continuations joined and no remarks taken out."""

    name: str
    op: str
    operands: str
    span: Span


def macros(source: Source, layers: list[Layer], comment_lines: set[int]) -> Iterator[Macro]:
    """The statements of ``source``; comments go into ``layers`` and ``comment_lines``."""
    shape = source.shape
    spans = list(zip(source.records.starts, source.records.ends, strict=True))
    at = 0
    while at < len(spans):
        start, end = spans[at]
        mark = source.column(start, end, CONTINUATION)
        line = shape[start:mark]
        at += 1
        if line.startswith(("*", ".*")):
            layers.append(Layer(LayerKind.COMMENT, start, mark))
            comment_lines.add(at)
            continue
        parts, last = [line], end
        while mark < end and shape[mark] != " " and at < len(spans):
            next_start, end = spans[at]
            mark = source.column(next_start, end, CONTINUATION)
            parts.append(shape[next_start + _RESUME : mark])
            last = end
            at += 1
        found = _FIELDS.match("".join(part.rstrip() for part in parts) if len(parts) > 1 else line)
        if found is not None:
            yield Macro(
                found["name"].upper(), found["op"].upper(), (found["operands"] or "").strip(), Span(start, last)
            )

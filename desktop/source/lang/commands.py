"""Texts made of commands, one a line or continued: shared by CSD, RACF and control cards."""

import re
from collections.abc import Callable
from typing import Final

from desktop.source.languages import Reading
from desktop.source.members import Layer, LayerKind, UnitKind
from desktop.source.skeleton import Source
from desktop.source.units import Mark, tile

_BLOCK_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|$)")


def read_commands(source: Source, begins: Callable[[str], tuple[UnitKind, str] | None]) -> Reading:
    """One unit for each line at which ``begins`` (given the line in upper case) says that one begins.

    Lines before the first belong to it. A line that begins with ``*``, and what stands in ``/* */``, is a comment.
    """
    shape = source.shape
    marks: list[Mark] = []
    layers: list[Layer] = []
    comment_lines: set[int] = set()
    for number, (start, end) in enumerate(zip(source.records.starts, source.records.ends, strict=True), 1):
        line = shape[start:end]
        if line.startswith("*"):
            layers.append(Layer(LayerKind.COMMENT, start, end))
            comment_lines.add(number)
            continue
        if "/*" in line:
            layers.extend(
                Layer(LayerKind.COMMENT, start + found.start(), start + found.end())
                for found in _BLOCK_COMMENT.finditer(line)
            )
        if begun := begins(line.upper()):
            marks.append(Mark(begun[0], begun[1], start, 0))
    return Reading(tile(source, marks, comment_lines), layers=tuple(layers))

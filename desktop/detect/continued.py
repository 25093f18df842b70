"""What goes on in the next line, joined as its compiler or interpreter joins it: literals of COBOL (``-`` in column 7),
operands of JCL (a comma, then ``//`` and blanks), commands of TSO, RACF and IDCAMS (``-`` or ``+`` at the end).

What is broken between two lines is found in the joined text and told as one span a line, without the columns between.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from unicodedata import east_asian_width

from desktop.detect.compiled import Expression

_INDICATOR: Final = 6
_LAST_COLUMN: Final = 72
_QUOTES: Final = "'\""
_LINE: Final = re.compile(r"\n(?:\d{6}| {6})- {4,60}['\"]")
"""The beginning of a line in which a literal goes on; area A stays empty."""


_SEAM: Final = re.compile(
    r"(?:,(?P<operand>[ ]*(?:\d{8}[ ]*)?\r?\n//[ ]+)|"
    r"[-+](?<=[ (),'=][-+])(?P<command>[ ]*(?:\d{8}[ ]*)?\r?\n[ ]*))(?=[^ \n])"
)
"""The end of a line that goes on, with what is left out of the next."""
_ANY_SEAM: Final = Expression(r",[ ]*(?:\d{8}[ ]*)?\r?\n//[ ]|[ (),'=][\-+][ ]*(?:\d{8}[ ]*)?\r?\n", never_capture=True)
"""Whether there is one at all: most files have none, and this says so ten times faster."""
_MOST_SEAMS: Final = 40
"""Of one command: a longer one is joined in pieces."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Some lines of a text as one. ``seams`` are where pieces begin: in ``text``, and in the text it was cut from."""

    text: str
    seams: tuple[tuple[int, int], ...]

    def is_joined(self, start: int, end: int) -> bool:
        """Whether ``start`` to ``end`` reaches over the end of a line, or up to it."""
        return any(start < at <= end for at, _ in self.seams[2:])

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """What ``start`` to ``end`` is in the original: one span for each piece that it touches."""
        ends = [*(at for at, _ in self.seams[1:]), len(self.text)]
        return [
            (origin + max(start, at) - at, origin + min(end, stop) - at)
            for (at, origin), stop in zip(self.seams, ends, strict=True)
            if start < stop and at < end
        ]


def joined(text: str) -> Iterator[Joined]:
    """Every statement of ``text`` that holds a continued literal, with the line above and the line below."""
    if _LINE.search(text) is None:
        return
    at = 0
    pieces: list[tuple[int, int]] = []
    above = last = (0, 0)
    for line in text.split("\n"):
        own = (at, at + len(line))
        opening = _goes_on(text, own)
        if opening >= 0:
            if not pieces:
                pieces = [above, (last[0], _end(text, last))]
            else:
                pieces[-1] = pieces[-1][0], _end(text, (pieces[-1][0], last[1]), last[0])
            pieces.append((opening, own[1]))
        elif pieces:
            yield _glued(text, (*pieces, own))
            pieces = []
        above, last = last, own
        at = own[1] + 1
    if pieces:
        yield _glued(text, tuple(pieces))


def commands(text: str) -> Iterator[Joined]:
    """Every statement of JCL and every command that goes over several lines, on one line."""
    data = text.encode("utf-8", "replace")
    if _ANY_SEAM.search(data, 0, len(data)) is None:
        return
    begin = end = 0
    pieces: list[tuple[int, int]] = []
    for seam in _SEAM.finditer(text):
        start = text.rfind("\n", 0, seam.start()) + 1
        if not pieces or start > end or len(pieces) == _MOST_SEAMS:
            if pieces:
                yield _on_one_line(text, [*pieces, (begin, _line_end(text, begin))])
            begin, pieces = start, []
        stop = seam.start() + (seam["operand"] is not None)  # a comma stays, the sign of a command falls away
        pieces.append((begin, stop))
        begin = end = seam.end()
    if pieces:
        yield _on_one_line(text, [*pieces, (begin, _line_end(text, begin))])


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _on_one_line(text: str, pieces: list[tuple[int, int]]) -> Joined:
    seams: list[tuple[int, int]] = []
    length = 0
    for start, end in pieces:
        seams.append((length, start))
        length += end - start
    return Joined("".join(text[start:end] for start, end in pieces), tuple(seams))


def _goes_on(text: str, line: tuple[int, int]) -> int:
    """Where the literal goes on in a continuation line, behind its quote; negative where it is none."""
    begin, end = line
    if end - begin <= _INDICATOR or text[begin + _INDICATOR] != "-":
        return -1
    area, code = text[begin : begin + _INDICATOR], text[begin + _INDICATOR + 1 : end]
    blanks = len(code) - len(code.lstrip(" "))
    is_literal = code[blanks : blanks + 1] in _QUOTES and blanks < len(code)
    return begin + _INDICATOR + blanks + 2 if is_literal and (area.isdigit() or area.isspace()) else -1


def _end(text: str, piece: tuple[int, int], line: int = -1) -> int:
    """Where the code of a line ends: at column 72, without the blanks that fill it up."""
    begin, stop = piece
    at, column = line if line >= 0 else begin, 0
    while at < stop and column < _LAST_COLUMN:
        column += 2 if east_asian_width(text[at]) in "WF" else 1
        at += 1
    return begin + len(text[begin:at].rstrip(" "))


def _glued(text: str, pieces: tuple[tuple[int, int], ...]) -> Joined:
    """``pieces`` as one text: line ends stay before the first and behind the last statement, and fall between."""
    out = ""
    seams: list[tuple[int, int]] = []
    for number, (begin, end) in enumerate(pieces):
        is_line = number == 0 or (number == len(pieces) - 1 and text[begin - 1 : begin] == "\n")
        if is_line and number:
            out += "\n"
        seams.append((len(out), begin))
        out += text[begin:end]
        if is_line and not number:
            out += "\n"
    return Joined(out, tuple(seams))

"""Fixed and free reference format, and COBOL text with everything blanked that is not code.

Fixed format in bytes (IBM Enterprise COBOL Language Reference, "Reference format"): 1-6 sequence, 7 indicator, 8-72
code, 73-80 identification. Blanking never shortens; what was blanked is kept as layers.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from desktop.domain.places import Span
from desktop.source.members import Gap, Layer, LayerKind
from desktop.source.skeleton import Source

JOIN: Final = "\x01"
"""Fills what lies between the two parts of a continued token."""
CUT: Final = "\x02"
"""Stands where a literal ends without its quote."""
INDICATOR: Final = 6
CODE: Final = 7
MARGIN: Final = 72
TAB: Final = 8
_SAMPLE: Final = 400
_NOT_CODE: Final = frozenset({"EJECT", "SKIP1", "SKIP2", "SKIP3", "EJECT.", "SKIP1.", "SKIP2.", "SKIP3."})
_NOT_CODE_HEADS: Final = frozenset({"EJECT", "SKIP1", "SKIP2", "SKIP3"})
_OPTIONS: Final = re.compile(r"\s*(?:CBL|PROCESS)\s", re.IGNORECASE)
_LIBRARIAN: Final = re.compile(r"(?:\+\+INCLUDE|-INC)\s+\S", re.IGNORECASE)
_FREE_SWITCH: Final = re.compile(
    r"(?:>>\s*|\$\s*SET\s*)SOURCE\s*(?:FORMAT\s*)?(?:IS\s*)?[(\"]?\s*(FREE|FIXED|VARIABLE)", re.IGNORECASE
)
_MARK: Final = re.compile(r"['\"]|\*>|--")
_SQL: Final = re.compile(r"\bEXEC(?:UTE)?\s+SQL\b|\bEND-EXEC\b", re.IGNORECASE)
_DEBUGGING: Final = re.compile(r"\bWITH\s+DEBUGGING\s+MODE\b|\bDEBUGGING\s+MODE\b", re.IGNORECASE)
_AREA_START: Final = re.compile(r"\s*(?:ID(?:ENTIFICATION)?|ENVIRONMENT|DATA|PROCEDURE)\s+DIVISION\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """``code`` is as long as the evidence; only code is left in it, with ``JOIN`` and ``CUT``."""

    code: str
    free: bool
    layers: tuple[Layer, ...]
    gaps: tuple[Gap, ...]
    comment_lines: frozenset[int]
    """Lines, from 1, that are a comment as a whole."""


def is_free(source: Source) -> bool:
    """Whether the member is in free format. A switch in it decides, else the first lines."""
    if switch := _FREE_SWITCH.search(source.shape[:20_000]):
        return switch[1].upper() == "FREE"
    fixed = free = 0
    starts, ends, shape = source.records.starts, source.records.ends, source.shape
    for start, end in zip(starts[:_SAMPLE], ends[:_SAMPLE], strict=True):
        line = shape[start : min(end, start + 120)]
        if len(line) <= INDICATOR or line.isspace():
            continue
        area, indicator = line[:INDICATOR], line[INDICATOR]
        if indicator in "*/-" or (indicator in " Dd\t" and (area.isspace() or area.strip().isalnum())):
            fixed += 1
        elif _AREA_START.match(line) or area.lstrip().startswith("*>"):
            free += 4
        elif indicator.isalnum() or indicator in "-.'\"(":
            free += 1
    return free > fixed


def clean(source: Source, free: bool) -> Cleaned:
    """Blank what is not code, line by line, and join continued tokens."""
    cleaner = _Cleaner(source)
    (cleaner.free_lines if free else cleaner.fixed_lines)()
    for start, end in cleaner.joins:
        cleaner.code[start:end] = JOIN.encode() * (end - start)
    text = cleaner.code.decode("latin-1")
    return Cleaned(text, free, tuple(cleaner.layers), tuple(cleaner.gaps), frozenset(cleaner.comment_lines))


@dataclass(slots=True)
class _Cleaner:
    source: Source
    code: bytearray = field(init=False)
    layers: list[Layer] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    joins: list[tuple[int, int]] = field(default_factory=list)
    quote: str = ""
    """The quote of a literal that the last line of code left open."""
    cut_at: int = -1
    last: int = -1
    """Where the last line of code ends, behind its last character that is not blank."""
    in_sql: bool = False
    comment_lines: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.code = bytearray(self.source.shape, "latin-1")

    def _drop(self, kind: LayerKind, start: int, end: int) -> None:
        if end > start:
            self.layers.append(Layer(kind, start, end))
            self.code[start:end] = b" " * (end - start)

    def fixed_lines(self) -> None:
        """Every line by its columns."""
        shape, code = self.source.shape, self.code
        debugging = _DEBUGGING.search(shape) is not None
        for number, (start, end) in enumerate(
            zip(self.source.records.starts, self.source.records.ends, strict=True), 1
        ):
            line = shape[start:end]
            indicator, first, margin = INDICATOR, CODE, MARGIN
            if "\t" in line[:MARGIN]:
                indicator, first, margin = _columns_with_tabs(line)
            elif not self.source.by_byte and len(line) > MARGIN:
                margin = self.source.column(start, end, MARGIN) - start
            area = line[:indicator]
            if area and not area.isspace():
                if _OPTIONS.match(line) or area[0] == "$":
                    self._drop(LayerKind.DIRECTIVE, start, end)
                    continue
                if self._librarian(line, start):
                    continue
                self._drop(LayerKind.SEQUENCE, start, start + len(area))
            stop = end
            if len(line) > margin:
                stop = start + margin
                if not line[margin:].isspace():
                    self._drop(LayerKind.IDENTIFICATION, stop, end)
            elif len(line) <= indicator:
                continue
            mark = line[indicator] if first > indicator else " "
            if mark == " ":
                self._code(line[first:margin], start + first, stop, continued=False)
                if stop < end and line[margin].isalnum() and line[margin - 1].isalnum():
                    self.gaps.append(Gap("text-past-72", Span(stop, end), ""))
            elif mark in "*/" or (mark in "Dd" and not debugging):
                self._drop(LayerKind.DEBUG if mark in "Dd" else LayerKind.COMMENT, start + indicator, stop)
                self.comment_lines.add(number)
            elif mark in "$#>":
                self._drop(LayerKind.DIRECTIVE, start + indicator, stop)
            else:
                code[start + indicator] = 0x20
                if mark not in "-Dd":
                    self.gaps.append(Gap("odd-indicator", Span(start + indicator, start + indicator + 1), ""))
                self._code(line[first:margin], start + first, stop, continued=mark == "-")
        self._cut()

    def free_lines(self) -> None:
        """Every line as it stands, up to a ``*>`` comment."""
        shape = self.source.shape
        for number, (start, end) in enumerate(
            zip(self.source.records.starts, self.source.records.ends, strict=True), 1
        ):
            line = shape[start:end]
            text = line.lstrip()
            at = end - len(text)
            if self._librarian(line, start):
                continue
            if text.startswith((">>", "$")) or _OPTIONS.match(line):
                self._drop(LayerKind.DIRECTIVE, at, end)
            elif text.startswith("*") and (at == start or text.startswith("*>")):
                self._drop(LayerKind.COMMENT, at, end)
                self.comment_lines.add(number)
            else:
                self._code(line, start, end, continued=False)
        self._cut()

    def _librarian(self, line: str, start: int) -> bool:
        """Whether the line is a library manager's include, in any column. -INC becomes COPY, which is as long."""
        if _LIBRARIAN.match(line) is None:
            return False
        if line[0] == "-":
            self.code[start : start + 4] = b"COPY"
        return True

    def _code(self, text: str, start: int, stop: int, continued: bool) -> None:
        """Code of one line from byte ``start`` to ``stop``."""
        body = text.lstrip()
        if not body:
            return
        if len(body) > 4 and body[:5].upper() in _NOT_CODE_HEADS and body.strip().upper() in _NOT_CODE:
            self.code[start:stop] = b" " * (stop - start)
            return
        skip = len(text) - len(body)
        quote = ""
        if continued and self.last >= 0:
            if self.quote and text[skip] == self.quote:
                quote, skip = self.quote, skip + 1
                self.joins.append((self.cut_at, start + skip))
            else:
                self._cut()
                self.joins.append((self.last, start + skip))
        elif self.quote:
            self._cut()
        self.quote = self._scan(text, skip, quote, start, stop)
        if self.quote:
            # A literal runs to the margin, trailing blanks included; the byte behind it shows where it stopped.
            self.cut_at = stop
        self.last = start + len(self.code[start:stop].rstrip())

    def _scan(self, text: str, at: int, quote: str, start: int, stop: int) -> str:
        """Follow quotes, drop a comment behind code; the quote that stays open."""
        in_sql = self._sql(text)
        if not (quote or "'" in text or '"' in text or "*>" in text or (in_sql and "--" in text)):
            return ""
        for found in _MARK.finditer(text, at):
            mark = found[0]
            if mark in "'\"":
                if not quote:
                    quote = mark
                elif quote == mark:
                    quote = ""
            elif not quote and (mark == "*>" or in_sql):
                self._drop(LayerKind.COMMENT, start + found.start(), stop)
                return ""
        return quote

    def _sql(self, text: str) -> bool:
        """Whether the line lies in EXEC SQL, where ``--`` begins a comment."""
        before = self.in_sql
        if "EXEC" in text or "exec" in text or "Exec" in text:
            for found in _SQL.finditer(text):
                self.in_sql = not found[0].upper().startswith("END")
        return before or self.in_sql

    def _cut(self) -> None:
        """Close a literal that was left open and is not continued."""
        if self.quote:
            at = min(self.cut_at, len(self.code) - 1)
            if self.code[at : at + 1].decode("latin-1") not in " \n\r\t":
                at -= 1
            self.gaps.append(Gap("open-literal", Span(at, at + 1), ""))
            self.code[at] = ord(CUT)
            self.quote = ""


def _columns_with_tabs(line: str) -> tuple[int, int, int]:
    """Byte offsets of indicator, code and margin, where a tab goes on to the next multiple of eight columns."""
    column = 0
    indicator = code = margin = -1
    for at, char in enumerate(line):
        if column >= INDICATOR and indicator < 0:
            indicator = at
        if column >= CODE and code < 0:
            code = at
        if column >= MARGIN:
            margin = at
            break
        column += TAB - column % TAB if char == "\t" else 1
    indicator = len(line) if indicator < 0 else indicator
    code = len(line) if code < 0 else code
    return indicator, code, len(line) if margin < 0 else margin

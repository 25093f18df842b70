"""JCL: jobs, procedures, steps, DDs and in-stream data, with continuation, delimiters and symbols.

Columns follow IBM z/OS MVS JCL Reference, chapter 3: identifier 1-2, fields 3-71, continuation mark 72, sequence 73-80.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from desktop.domain.evidence import Decoding
from desktop.domain.places import Span
from desktop.source.languages import Area, Fit, Reading, Sample
from desktop.source.members import Gap, Layer, LayerKind, UnitKind
from desktop.source.skeleton import Source, source_of
from desktop.source.units import Mark, tile

NAME: Final = "jcl"
SUFFIXES: Final = (".jcl", ".prc", ".proc")
AREAS: Final = (Area("identifier", 1, 2), Area("fields", 3, 71), Area("continuation", 72, 72), Area("sequence", 73, 80))
MARGIN: Final = 71
_NAME: Final = r"(?:[A-Z@#$][A-Z0-9@#$]{0,7}(?:\.[A-Z@#$][A-Z0-9@#$]{0,7})?)"
_STATEMENT: Final = re.compile(
    rf"//{_NAME}?[ ]++(?:JOB|EXEC|DD|PROC|PEND|SET|INCLUDE|JCLLIB|OUTPUT|CNTL|ENDCNTL|COMMAND|EXPORT|NOTIFY|SCHEDULE"
    r"|XMIT|IF|ELSE|ENDIF)\b"
)
_CERTAIN: Final = re.compile(
    rf"//(?:{_NAME}[ ]++(?:JOB\b|PROC\b|OUTPUT[ ]++[A-Z]+=)"
    rf"|{_NAME}?[ ]++(?:EXEC[ ]++(?:(?:PGM|PROC)=|[A-Z@#$&][A-Z0-9@#$&]{{0,8}}(?:[ ,]|$))"
    r"|DD(?:[ ]++(?:\*|[A-Z]{2,8}=|DATA\b|DUMMY\b)|[ ]*$)|SET[ ]++[A-Z@#$][A-Z0-9@#$]{0,7}="
    r"|INCLUDE[ ]++MEMBER=|JCLLIB[ ]++ORDER=|EXPORT[ ]++SYMLIST=|XMIT[ ]++DEST=|IF\b.*\bTHEN\b))"
)
"""A statement whose operands are such as its operation has; a comment of C may hold any of the words."""
_DATA: Final = re.compile(rf"//{_NAME}?[ ]++DD[ ]++(?:\*|DATA\b)")
_FIELDS: Final = re.compile(r"//(?P<name>\S*)[ ]*(?P<op>\S*)[ ]*")
_OPERAND: Final = re.compile(r"(?:'(?:[^']|'')*+(?P<open>$|')|[^\s'])*+")
_SYMBOL: Final = re.compile(r"(?<!&)&([A-Z@#$][A-Z0-9@#$]{0,7})")


class Param(NamedTuple):
    """One operand. ``key`` is empty for a positional one; ``value`` keeps its quotes."""

    key: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One JCL statement with its continuations. ``instream`` are the bytes of data that follow a DD."""

    name: str
    op: str
    operands: str
    """The operand field, continuations joined, comments left out."""
    params: tuple[Param, ...]
    span: Span
    first_line: int
    last_line: int
    instream: Span | None = None
    symbols: tuple[str, ...] = ()
    """Names of the symbols used, without ``&``."""

    def param(self, key: str) -> Param | None:
        """The operand of that keyword."""
        return next((param for param in self.params if param.key == key), None)


def fit(sample: Sample) -> Fit | None:
    """More statements of JCL, some of them certain, than lines that are none outside in-stream data.

    Comments of C or Java hold a word of JCL here and there, between lines of no JCL at all.
    """
    marked = sum(line.startswith(("//", "/*")) for line in sample.lines)
    statements = others = certain = 0
    continued = in_data = False
    for line in sample.lines:
        if line.startswith(("//*", "/*")) or line.strip() == "//":
            continue
        if _STATEMENT.match(line):
            statements += 1
            certain += bool(_CERTAIN.match(line))
            in_data = bool(_DATA.match(line))
        elif not in_data and not (continued and line.startswith("// ")):
            others += 1
        continued = line[:MARGIN].rstrip().endswith(",") or line[MARGIN : MARGIN + 1].strip() != ""
    if not certain or statements <= others or marked < 0.05 * len(sample.lines):
        return None
    begins = next((line for line in sample.lines if not line.startswith("//*")), "").startswith("//")
    return Fit(0.97 if begins else 0.75, "statements")


def jobs(data: bytes, decoding: Decoding, path: str) -> list[Statement]:
    """The statements of a member."""
    return _Reader(source_of(path, data, decoding)).read().statements


def read(source: Source) -> Reading:
    """Jobs, procedures, steps, DDs and their in-stream data as units."""
    reader = _Reader(source).read()
    copies = dict.fromkeys(
        param.value.upper() for statement in reader.statements if (param := _copied(statement)) is not None
    )
    units = tile(source, list(_marks(reader.statements, source)), reader.comment_lines)
    return Reading(units, tuple(reader.gaps), tuple(copies), tuple(reader.layers))


def _copied(statement: Statement) -> Param | None:
    """What an INCLUDE or the EXEC of a procedure brings in."""
    if statement.op == "INCLUDE":
        return statement.param("MEMBER")
    if statement.op == "EXEC" and statement.param("PGM") is None and statement.params:
        first = statement.params[0]
        return first if first.key in ("", "PROC") and first.value[:1] not in ("&", "*", "'") else None
    return None


def _marks(statements: list[Statement], source: Source) -> Iterator[Mark]:
    known = False
    for statement in statements:
        start = statement.span.start
        if not known and statement.op not in ("JOB", "PROC"):
            yield Mark(UnitKind.PROC, source.path.replace("\\", "/").rsplit("/", 1)[-1].split(".")[0].upper(), 0, 0)
        known = True
        match statement.op:
            case "JOB":
                yield Mark(UnitKind.JOB, statement.name, start, 0)
            case "PROC":
                yield Mark(UnitKind.PROC, statement.name, start, 1)
            case "EXEC":
                yield Mark(UnitKind.STEP, statement.name or _program(statement), start, 2)
            case "DD" if statement.name:
                yield Mark(UnitKind.DD, statement.name, start, 3)
            case _:
                pass
        if statement.instream is not None and statement.instream.end > statement.instream.start:
            yield Mark(UnitKind.INSTREAM, statement.name, statement.instream.start, 4)


def _program(statement: Statement) -> str:
    return statement.params[0].value if statement.params else ""


@dataclass(slots=True)
class _Draft:
    """A statement that may still be continued."""

    name: str
    op: str
    first_line: int
    start: int
    pieces: list[tuple[int, int]] = field(default_factory=list)
    in_quote: bool = False
    open: bool = False
    end: int = 0
    last_line: int = 0


@dataclass(slots=True)
class _Reader:
    """Goes once over the lines."""

    source: Source
    statements: list[Statement] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    layers: list[Layer] = field(default_factory=list)
    comment_lines: set[int] = field(default_factory=set)
    draft: _Draft | None = None
    delimiter: str = ""
    slashes_end: bool = False
    data_start: int = 0
    null_statement: bool = False

    def read(self) -> "_Reader":
        """Read every line; the reader itself is the answer."""
        shape = self.source.shape
        spans = zip(self.source.records.starts, self.source.records.ends, strict=True)
        for number, (start, end) in enumerate(spans, 1):
            margin = self.source.column(start, end, MARGIN)
            line = shape[start:margin]
            if self.delimiter and not self._ends_data(line, start):
                continue
            if end > margin + 1 and not shape[margin + 1 : end].isspace():
                self.layers.append(Layer(LayerKind.IDENTIFICATION, margin + 1, end))
            self._line(line, start, end, number)
        self._finish()
        if self.delimiter:
            self._close_data(len(self.source.data))
        return self

    def _ends_data(self, line: str, start: int) -> bool:
        """Whether this line is a statement that ends in-stream data; a delimiter ends it too but says nothing."""
        statement = self.slashes_end and line.startswith("//")
        if statement or line.startswith(self.delimiter):
            self._close_data(start)
        return statement

    def _close_data(self, end: int) -> None:
        last = self.statements[-1]
        self.statements[-1] = Statement(
            last.name, last.op, last.operands, last.params, last.span, last.first_line, last.last_line,
            Span(self.data_start, end), last.symbols,
        )  # fmt: skip
        self.delimiter = ""

    def _line(self, line: str, start: int, end: int, number: int) -> None:
        if line.startswith("//*"):
            self.layers.append(Layer(LayerKind.COMMENT, start, start + len(line)))
            self.comment_lines.add(number)
        elif line.startswith("//"):
            if self.draft is not None and self.draft.open and line[2:3] in (" ", ""):
                self._continue(line, start, number)
            else:
                self._finish()
                self._begin(line, start, number)
        elif line.startswith("/*") or (not line.strip() and not self.delimiter):
            self._finish()
        else:
            self._finish()
            if not self.delimiter and line.strip("\x1a\x00 "):
                self.gaps.append(Gap("unknown-line", Span(start, start + len(line)), ""))
        if self.draft is not None and not self.draft.open:
            self._finish(end)

    def _begin(self, line: str, start: int, number: int) -> None:
        fields = _FIELDS.match(line)
        if fields is None or not fields["op"]:
            return
        self.draft = _Draft(fields["name"].upper(), fields["op"].upper(), number, start)
        self._operands(line, fields.end(), start, number)

    def _continue(self, line: str, start: int, number: int) -> None:
        assert self.draft is not None
        # A quoted string goes on in column 16, anything else with its first character.
        at = 15 if self.draft.in_quote else len(line) - len(line[2:].lstrip())
        self._operands(line, min(at, len(line)), start, number)

    def _operands(self, line: str, at: int, start: int, number: int) -> None:
        draft = self.draft
        assert draft is not None
        draft.last_line, draft.end = number, start + len(line.rstrip())
        if draft.op == "IF":
            draft.pieces.append((start + at, draft.end))
            draft.open = "THEN" not in line[at:].upper()
            return
        stop = at
        if draft.in_quote:
            stop = line.find("'", at) + 1
            draft.in_quote = stop == 0
            stop = stop or len(line)
        if not draft.in_quote:
            found = _OPERAND.match(line, stop)
            assert found is not None
            stop = found.end()
            draft.in_quote = found["open"] == "" and stop == len(line)
        draft.pieces.append((start + at, start + stop))
        draft.open = draft.in_quote or line[stop - 1 : stop] == ","
        if line[stop:].strip():
            self.layers.append(Layer(LayerKind.COMMENT, start + stop, draft.end))

    def _finish(self, line_end: int = 0) -> None:
        draft = self.draft
        if draft is None:
            return
        self.draft = None
        operands = "".join(self.source.text(start, end) for start, end in draft.pieces)
        params = tuple(_params(self.source, draft.pieces)) if draft.op != "IF" else ()
        symbols = tuple(dict.fromkeys(_SYMBOL.findall(operands.upper())))
        span = Span(draft.start, draft.end)
        self.statements.append(
            Statement(draft.name, draft.op, operands, params, span, draft.first_line, draft.last_line, None, symbols)
        )
        if draft.op == "DD":
            self._maybe_data(params, draft.last_line)

    def _maybe_data(self, params: tuple[Param, ...], line: int) -> None:
        first = params[0] if params else None
        if first is None or first.key or first.value.upper() not in ("*", "DATA"):
            return
        dlm = next((param.value.strip("'") for param in params if param.key == "DLM"), "")
        self.delimiter = dlm or "/*"
        self.slashes_end = first.value == "*" and not dlm
        records = self.source.records
        self.data_start = records.starts[line] if line < len(records) else len(self.source.data)


def _params(source: Source, pieces: list[tuple[int, int]]) -> Iterator[Param]:
    """Operands between commas that are in no quotes and no parentheses."""
    start, depth, quoted = (pieces[0][0] if pieces else 0), 0, False
    text: list[str] = []
    for first, end in pieces:
        shape = source.shape[first:end]
        begin = first
        if not text:
            start = first
        for found in re.finditer(r"[(),']", shape):
            char, at = found[0], first + found.start()
            if char == "'":
                quoted = not quoted
            elif quoted:
                continue
            elif char == "(":
                depth += 1
            elif char == ")":
                depth = max(depth - 1, 0)
            elif depth == 0:
                text.append(source.text(begin, at))
                yield _param("".join(text), start, at)
                text, start, begin = [], at + 1, at + 1
        if begin < end:
            text.append(source.text(begin, end))
    if "".join(text).strip():
        yield _param("".join(text), start, pieces[-1][1])


def _param(text: str, start: int, end: int) -> Param:
    key, equals, value = text.partition("=")
    if equals and key.replace(".", "").isalnum():
        return Param(key.upper(), value, Span(start, end))
    return Param("", text, Span(start, end))

"""Tokens of COBOL, by one regular expression over the cleaned text; linear in its length, whatever it holds."""

import re
from dataclasses import dataclass
from typing import Final

from desktop.domain.places import Span
from desktop.source.lang.cobol.columns import CUT, JOIN, Cleaned, clean, is_free
from desktop.source.members import Gap
from desktop.source.skeleton import FOREIGN, Source
from desktop.source.tokens import Kind, Token

_WORD: Final = rf"A-Z0-9_#@${FOREIGN}"
_TOKEN: Final = re.compile(
    rf"""[\s{JOIN}{CUT}]*+(?:
      (PIC(?:TURE)?)\s++(?:IS\s++)?([^\s{CUT}]+?)(?=[.,;]?(?:[\s{CUT}]|$))
    | ([0-9]++[{JOIN}]*+\.[0-9{JOIN}]++(?![A-Z_-]) | (?<=[\s(=,+-])\.[0-9]++)
    | ((?:[XNGZUB]X?)?(?:'(?:[^'{CUT}]|'')*+(?:['{CUT}]|$)|"(?:[^"{CUT}]|"")*+(?:["{CUT}]|$)))
    | ([{_WORD}]++(?:[{JOIN}-]++[{_WORD}]++)*+)
    | (\.)
    | (\*\*|<=|>=|<>|==|[():,;=<>+\-*/&])
    | ([^\s{JOIN}{CUT}])
    | \Z)""",
    re.VERBOSE,
)
_IS_PICTURE, _IS_NUMBER, _IS_LITERAL, _IS_WORD, _IS_PERIOD, _IS_PUNCT = range(2, 8)
"""Groups of the expression; 1 is the word PIC, the last what is unknown."""
_EXECS: Final = frozenset({"EXEC", "EXECUTE", "END-EXEC"})


@dataclass(frozen=True, slots=True)
class Scanned:
    """Tokens of one file, COPY not expanded."""

    source: Source
    cleaned: Cleaned
    tokens: list[Token]
    gaps: tuple[Gap, ...]


def scan(source: Source, file: int = 0, free: bool | None = None) -> Scanned:
    """Clean ``source`` and cut it into tokens. ``free`` overrules the guess of the format."""
    cleaned = clean(source, is_free(source) if free is None else free)
    code = cleaned.code
    upper = code.upper()
    gaps = list(cleaned.gaps)
    tokens: list[Token] = []
    in_exec = False
    for found in _TOKEN.finditer(upper):
        which = found.lastindex
        if which is None:
            break
        start, end = found.span(which)
        value = upper[start:end]
        if which == _IS_WORD:
            if JOIN in value:
                value = value.replace(JOIN, "")
            if FOREIGN in value:
                value = _decoded(source, code, start, end).upper()
            elif value.isdigit():
                tokens.append(Token(Kind.NUMBER, value, start, end, file))
                continue
            elif value in _EXECS:
                in_exec = value != "END-EXEC"
                value = "EXEC" if in_exec else value
            tokens.append(Token(Kind.WORD, value, start, end, file))
        elif which == _IS_PERIOD:
            tokens.append(Token(Kind.PERIOD, ".", start, end, file))
        elif which == _IS_PUNCT:
            tokens.append(Token(Kind.PUNCT, value, start, end, file))
        elif which == _IS_LITERAL:
            tokens.append(Token(Kind.LITERAL, _literal(source, code, start, end), start, end, file))
        elif which == _IS_PICTURE:
            first, last = found.span(_IS_PICTURE - 1)
            tokens.append(Token(Kind.WORD, upper[first:last], first, last, file))
            tokens.append(Token(Kind.PICTURE, value.replace(JOIN, ""), start, end, file))
        elif which == _IS_NUMBER:
            tokens.append(Token(Kind.NUMBER, value.replace(JOIN, ""), start, end, file))
        elif in_exec:
            tokens.append(Token(Kind.PUNCT, value, start, end, file))
        else:
            tokens.append(Token(Kind.UNKNOWN, value, start, end, file))
            _note(gaps, start, end)
    return Scanned(source, cleaned, tokens, tuple(gaps))


def _note(gaps: list[Gap], start: int, end: int) -> None:
    """One gap for unknown characters that follow each other."""
    if gaps and gaps[-1].kind == "unknown-token" and gaps[-1].span.end >= start - 1:
        start = gaps.pop().span.start
    gaps.append(Gap("unknown-token", Span(start, end), ""))


def _literal(source: Source, code: str, start: int, end: int) -> str:
    text = code[start:end]
    return _decoded(source, code, start, end) if FOREIGN in text else text.replace(JOIN, "").replace(CUT, "")


def _decoded(source: Source, code: str, start: int, end: int) -> str:
    """Decoded text of a token, the parts of a continued one apart: each line shifts in and out by itself."""
    parts: list[str] = []
    at = start
    while at < end:
        stop = code.find(JOIN, at, end)
        stop = end if stop < 0 else stop
        if stop > at:
            parts.append(source.text(at, stop).rstrip(CUT))
        at = stop
        while at < end and code[at] == JOIN:
            at += 1
    return "".join(parts)

"""COPY, REPLACING, REPLACE and EXEC SQL INCLUDE, carried out on tokens: copied tokens keep the bytes of their copybook.

Rules of matching follow IBM Enterprise COBOL Language Reference, "COPY statement" and "REPLACE statement".
"""

from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from desktop.domain.evidence import Decoding
from desktop.domain.places import Span
from desktop.source.lang.cobol.replacing import Rule, replace, rules_of
from desktop.source.lang.cobol.scan import Scanned, scan
from desktop.source.members import Gap
from desktop.source.skeleton import source_of
from desktop.source.tokens import Kind, Token

_BEGINNINGS: Final = frozenset({"COPY", "EXEC", "+"})
DEEPEST: Final = 16
MOST_TOKENS: Final = 1_000_000
"""Copybooks that copy each other many times over end here; said as a gap."""


class SourceFile(NamedTuple):
    """A file that takes part in an expansion."""

    path: str
    data: bytes
    decoding: Decoding


@dataclass(frozen=True, slots=True)
class CopyUse:
    """One COPY or INCLUDE as it was met. ``span`` is the whole statement in ``file``."""

    name: str
    file: int
    span: Span
    resolved: int
    """Index of the copied file, -1 where it is not there."""
    via: int
    """The use that this one stands in, -1 in the member itself."""


@dataclass(frozen=True, slots=True)
class FileGap:
    """Something not understood, in ``file``."""

    file: int
    gap: Gap


@dataclass(frozen=True, slots=True)
class Expanded:
    """A program with its copybooks. ``tokens[i].file`` indexes ``files``, ``tokens[i].via`` indexes ``copies``."""

    files: tuple[SourceFile, ...]
    tokens: list[Token]
    copies: tuple[CopyUse, ...]
    gaps: tuple[FileGap, ...]


Resolve = Callable[[str], SourceFile | None]
"""The copybook of a name (upper case, without suffix), or None."""
Cache = MutableMapping[tuple[bytes, Decoding], Scanned]


def expand(
    path: str,
    data: bytes,
    decoding: Decoding,
    resolve: Resolve,
    cache: Cache | None = None,
    most_tokens: int = MOST_TOKENS,
) -> Expanded:
    """Scan a program and put every copybook in its place. Pass one ``cache`` for many programs of one case."""
    expander = _Expander(resolve, {} if cache is None else cache, most_tokens)
    expander.files.append(SourceFile(path, data, decoding))
    tokens = expander.file_tokens(0, (), -1)
    return Expanded(tuple(expander.files), _replace_statements(tokens), tuple(expander.copies), tuple(expander.gaps))


def copy_names(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Names of COPY and INCLUDE statements in ``tokens``, each once, in order."""
    places = (at for at, token in enumerate(tokens) if token.value in _BEGINNINGS)
    return tuple(dict.fromkeys(found.name for at in places if (found := _statement(tokens, at))))


class _Statement(NamedTuple):
    name: str
    end: int
    rules: tuple[Rule, ...]


def _statement(tokens: Sequence[Token], at: int) -> _Statement | None:
    """The COPY, EXEC SQL INCLUDE or ++INCLUDE that begins at token ``at``; -INC has become COPY in the cleaned text."""
    token = tokens[at]
    if token.kind is Kind.WORD:
        if token.value == "COPY" and at + 1 < len(tokens):
            return _copy(tokens, at)
        if token.value == "EXEC":
            words = [after.value for after in tokens[at + 1 : at + 5]]
            if words[:2] == ["SQL", "INCLUDE"] and words[3:] == ["END-EXEC"]:
                end = at + 5
                return _Statement(_name(tokens[at + 3]), end + _is_period(tokens, end), ())
    elif (
        token.value == "+"
        and at + 3 < len(tokens)
        and [word.value for word in tokens[at + 1 : at + 3]] == ["+", "INCLUDE"]
    ):
        return _Statement(_name(tokens[at + 3]), at + 4, ())
    return None


def _copy(tokens: Sequence[Token], at: int) -> _Statement | None:
    name = tokens[at + 1]
    if name.kind not in (Kind.WORD, Kind.LITERAL, Kind.NUMBER):
        return None
    end = at + 2
    if end + 1 < len(tokens) and tokens[end].value in ("OF", "IN"):
        end += 2
    if end < len(tokens) and tokens[end].value == "SUPPRESS":
        end += 1
    rules: tuple[Rule, ...] = ()
    if end < len(tokens) and tokens[end].value == "REPLACING":
        rules, end = rules_of(tokens, end + 1)
    return _Statement(_name(name), end + _is_period(tokens, end), rules)


def _is_period(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind is Kind.PERIOD


def _name(token: Token) -> str:
    name = token.value.strip("'\"").upper()
    return name.replace("\\", "/").rsplit("/", 1)[-1].split(".")[0] if token.kind is Kind.LITERAL else name


@dataclass(slots=True)
class _Expander:
    resolve: Resolve
    cache: Cache
    most_tokens: int
    files: list[SourceFile] = field(default_factory=list)
    copies: list[CopyUse] = field(default_factory=list)
    gaps: list[FileGap] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)
    scanned: dict[int, list[Token]] = field(default_factory=dict)
    total: int = 0

    def file_tokens(self, file: int, open_names: tuple[str, ...], via: int) -> list[Token]:
        """Tokens of a file with everything that it copies."""
        tokens = self._scan(file)
        self.total += len(tokens)
        out: list[Token] = []
        at = start = 0
        while at < len(tokens):
            token = tokens[at]
            found = _statement(tokens, at) if token.value in _BEGINNINGS else None
            if found is None:
                at += 1
                continue
            out.extend(self._marked(tokens[start:at], via))
            out.extend(self._copied(found, file, Span(token.start, tokens[found.end - 1].end), open_names, via))
            at = start = found.end
        out.extend(self._marked(tokens[start:], via))
        return out

    def _scan(self, file: int) -> list[Token]:
        if file not in self.scanned:
            path, data, decoding = self.files[file]
            key = (data, decoding)
            if key not in self.cache:
                self.cache[key] = scan(source_of(path, data, decoding))
            scanned = self.cache[key]
            self.scanned[file] = [token._replace(file=file) for token in scanned.tokens] if file else scanned.tokens
            self.gaps.extend(FileGap(file, gap) for gap in scanned.gaps)
        return self.scanned[file]

    @staticmethod
    def _marked(tokens: list[Token], via: int) -> list[Token]:
        return tokens if via < 0 else [token._replace(via=via) for token in tokens]

    def _copied(self, found: _Statement, file: int, span: Span, open_names: tuple[str, ...], via: int) -> list[Token]:
        copied = -1
        why = ""
        if found.name in open_names or len(open_names) >= DEEPEST:
            why = "copy-recursion"
        elif self.total > self.most_tokens:
            why = "too-large"
        else:
            copied = self._file_of(found.name)
            why = "copy-not-found" if copied < 0 else ""
        use = len(self.copies)
        self.copies.append(CopyUse(found.name, file, span, copied, via))
        if why:
            self.gaps.append(FileGap(file, Gap(why, span, found.name)))
            return []
        tokens = self.file_tokens(copied, (*open_names, found.name), use)
        return replace(tokens, found.rules) if found.rules else tokens

    def _file_of(self, name: str) -> int:
        if name not in self.known:
            file = self.resolve(name)
            self.known[name] = -1
            if file is not None:
                self.known[name] = len(self.files)
                self.files.append(file)
        return self.known[name]


def _replace_statements(tokens: list[Token]) -> list[Token]:
    """Carry out REPLACE … and REPLACE OFF, which reach over copied text too."""
    places = [at for at, token in enumerate(tokens) if token.value == "REPLACE" and token.kind is Kind.WORD]
    if not places:
        return tokens
    out: list[Token] = []
    rules: tuple[Rule, ...] = ()
    start = 0
    for place in places:
        following = tokens[place + 1].value if place + 1 < len(tokens) else ""
        if place < start or following not in ("==", "OFF", "ALSO", "LAST", "LEADING", "TRAILING"):
            continue
        out.extend(replace(tokens[start:place], rules) if rules else tokens[start:place])
        if following in ("OFF", "LAST"):
            rules, start = (), place + (2 if following == "OFF" else 3)
        else:
            rules, start = rules_of(tokens, place + 1 + (following == "ALSO"))
        start += _is_period(tokens, start)
    out.extend(replace(tokens[start:], rules) if rules else tokens[start:])
    return out

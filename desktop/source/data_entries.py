"""Entries of a COBOL DATA DIVISION, cut into their clauses; ``layout`` gives them their place.

Reads tokens with COPY already expanded and never fails: a clause that it does not know is passed over.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from desktop.source.picture import GROUP, USAGES, Picture, Usage, measure
from desktop.source.tokens import Kind, Token


class Section(IntEnum):
    """Section of the DATA DIVISION that declares an item."""

    FILE = 0
    WORKING_STORAGE = 1
    LOCAL_STORAGE = 2
    LINKAGE = 3
    SCREEN = 4
    OTHER = 5


_SECTIONS: Final = {
    "FILE": Section.FILE,
    "WORKING-STORAGE": Section.WORKING_STORAGE,
    "LOCAL-STORAGE": Section.LOCAL_STORAGE,
    "LINKAGE": Section.LINKAGE,
    "SCREEN": Section.SCREEN,
    "REPORT": Section.OTHER,
    "COMMUNICATION": Section.OTHER,
}
_LEVELS: Final = frozenset(range(1, 50)) | {66, 77, 78, 88}
_CLAUSES: Final = (
    frozenset({"PIC", "PICTURE", "REDEFINES", "OCCURS", "VALUE", "VALUES", "USAGE", "SIGN", "SYNC", "SYNCHRONIZED"})
    | frozenset({"JUST", "JUSTIFIED", "BLANK", "EXTERNAL", "GLOBAL", "RENAMES", "LINE", "COLUMN", "COL", "LEADING"})
    | frozenset(USAGES)
) - {"INDEX", "NATIONAL", "DISPLAY"}
_AFTER_NUMBER_WORDS: Final = frozenset(
    {"OCCURS", "TO", "VALUE", "VALUES", "IS", "ARE", "THRU", "THROUGH", "LINE", "COLUMN", "COL", "PLUS"}
)
_FIGURATIVE: Final = frozenset(
    {
        "SPACE",
        "SPACES",
        "ZERO",
        "ZEROS",
        "ZEROES",
        "HIGH-VALUE",
        "HIGH-VALUES",
        "LOW-VALUE",
        "LOW-VALUES",
        "QUOTE",
        "QUOTES",
        "ALL",
    }
    | {"NULL", "NULLS", "TRUE", "FALSE"}
)


@dataclass(slots=True)
class Entry:
    """One entry; what stands after ``children`` is filled in when it is placed."""

    level: int
    name: str
    token: Token
    section: Section
    first: int
    last: int
    file_name: str
    parent: int = -1
    redefines_name: str = ""
    redefines: int = -1
    picture: Picture = GROUP
    usage: Usage | None = None
    occurs: int = 1
    depending_on: str = ""
    index_names: list[Token] = field(default_factory=list)
    value: list[Token] = field(default_factory=list)
    renames: tuple[str, str] = ("", "")
    separate: bool = False
    sync: bool = False
    children: list[int] = field(default_factory=list)
    storage: int = -1
    offset: int = 0
    size: int = 0
    table: int = -1
    indexes: int = -1


class EntryReader:
    """Cuts tokens into entries and entries into clauses."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.drafts: list[Entry] = []
        self.conditions: list[tuple[int, Token, list[Token]]] = []
        self.constants: dict[str, Token] = {}
        self.section = Section.WORKING_STORAGE
        self.file_name = ""
        self.open: list[int] = []

    def read(self) -> None:
        """Go once over the data division."""
        tokens, at = self.tokens, self._start()
        while at < len(tokens):
            token = tokens[at]
            if token.value == "PROCEDURE" and self._is(at + 1, "DIVISION"):
                return
            if token.value == "EXEC" and token.kind is Kind.WORD:
                at = self._after_exec(at)
            elif token.kind is Kind.WORD and self._is(at + 1, "SECTION") and token.value in _SECTIONS:
                self.section, self.file_name, self.open = _SECTIONS[token.value], "", []
                at += 2
            elif token.value in ("FD", "SD", "RD", "CD") and token.kind is Kind.WORD and at + 1 < len(tokens):
                self.file_name, self.open = tokens[at + 1].value, []
                at = self._after_period(at)
            elif token.kind is Kind.NUMBER and token.value.isdecimal() and int(token.value[:4]) in _LEVELS:
                end = self._entry_end(at)
                self._entry(at, end, int(token.value))
                at = end
            else:
                at += 1

    def _start(self) -> int:
        for at, token in enumerate(self.tokens):
            if token.value == "DATA" and self._is(at + 1, "DIVISION"):
                return at + 2
            if token.value == "PROCEDURE" and self._is(at + 1, "DIVISION"):
                return at
        return 0

    def _is(self, at: int, word: str) -> bool:
        return at < len(self.tokens) and self.tokens[at].value == word and self.tokens[at].kind is Kind.WORD

    def _after_exec(self, at: int) -> int:
        for end in range(at + 1, len(self.tokens)):
            if self._is(end, "END-EXEC"):
                return end + 1
        return len(self.tokens)

    def _after_period(self, at: int) -> int:
        for end in range(at, len(self.tokens)):
            if self.tokens[end].kind is Kind.PERIOD:
                return end + 1
        return len(self.tokens)

    def _entry_end(self, at: int) -> int:
        """Where the entry ends: at its period, or before the next level number where the period was forgotten."""
        tokens = self.tokens
        for end in range(at + 1, len(tokens)):
            token = tokens[end]
            if token.kind is Kind.PERIOD:
                return end + 1
            if token.kind is Kind.WORD and self._is(end + 1, "SECTION"):
                return end
            if token.kind is Kind.NUMBER and end > at + 1 and self._starts_entry(end):
                return end
        return len(tokens)

    def _starts_entry(self, at: int) -> bool:
        tokens = self.tokens
        value, before = tokens[at].value, tokens[at - 1]
        if not (value.isdecimal() and len(value) == 2 and int(value) in _LEVELS) or before.value in _AFTER_NUMBER_WORDS:
            return False
        if before.kind in (Kind.NUMBER, Kind.LITERAL, Kind.PUNCT) or at + 2 >= len(tokens):
            return False
        name, clause = tokens[at + 1], tokens[at + 2]
        return name.kind is Kind.WORD and (clause.kind is Kind.PERIOD or clause.value in _CLAUSES)

    def _entry(self, first: int, end: int, level: int) -> None:
        tokens = self.tokens
        at = first + 1
        name_token, name = tokens[first], ""
        if at < end and tokens[at].kind is Kind.WORD and tokens[at].value not in _CLAUSES:
            if tokens[at].value != "FILLER":
                name_token, name = tokens[at], tokens[at].value
            at += 1
        clause = list(tokens[at:end])
        if level == 88:
            if self.drafts:
                self.conditions.append((len(self.drafts) - 1, name_token, _values(clause)))
            return
        if level == 78:
            if values := _values(clause):
                self.constants[name] = values[0]
            return
        draft = Entry(level, name, name_token, self.section, first, end, self.file_name)
        self._clauses(draft, clause)
        index = len(self.drafts)
        self.drafts.append(draft)
        if level in (1, 77):
            self.open = [index]
            return
        if level == 66:
            draft.parent = self.open[0] if self.open else -1
            return
        while self.open and self.drafts[self.open[-1]].level >= level:
            self.open.pop()
        if self.open:
            draft.parent = self.open[-1]
            self.drafts[self.open[-1]].children.append(index)
        self.open.append(index)

    def _clauses(self, draft: Entry, tokens: list[Token]) -> None:
        at = 0

        def take(*skipped: str) -> Token | None:
            nonlocal at
            while at < len(tokens) and tokens[at].value in skipped:
                at += 1
            at += 1
            return tokens[at - 1] if at <= len(tokens) else None

        while at < len(tokens):
            token = tokens[at]
            at += 1
            if token.kind is Kind.PICTURE:
                draft.picture = measure(token.value)
                continue
            match token.value if token.kind is Kind.WORD else "":
                case "REDEFINES":
                    draft.redefines_name = found.value if (found := take()) else ""
                case "PIC" | "PICTURE":
                    if found := take("IS"):
                        draft.picture = measure(found.value)
                case "OCCURS":
                    draft.occurs = self._count(take())
                    if at < len(tokens) and tokens[at].value == "TO":
                        at += 1
                        draft.occurs = self._count(take())
                case "DEPENDING":
                    draft.depending_on = found.value if (found := take("ON")) else ""
                case "INDEXED":
                    while at < len(tokens) and tokens[at].kind is Kind.WORD and tokens[at].value not in _CLAUSES:
                        if tokens[at].value in ("ASCENDING", "DESCENDING", "DEPENDING"):
                            break
                        if tokens[at].value != "BY":
                            draft.index_names.append(tokens[at])
                        at += 1
                case "SEPARATE":
                    draft.separate = True
                case "SYNC" | "SYNCHRONIZED":
                    draft.sync = True
                case "VALUE" | "VALUES":
                    draft.value = _values(tokens[at - 1 :])
                    at += len(draft.value)
                case "RENAMES":
                    start = take()
                    through = (
                        tokens[at + 1] if at + 1 < len(tokens) and tokens[at].value in ("THRU", "THROUGH") else start
                    )
                    draft.renames = (start.value if start else "", through.value if through else "")
                case word if word in USAGES:
                    draft.usage = USAGES[word]
                case _:
                    pass

    def _count(self, token: Token | None) -> int:
        if token is not None and token.value in self.constants:
            token = self.constants[token.value]
        if token is None or not (token.value.isdecimal() and token.value.isascii()):
            return 1
        return max(int(token.value[:10]), 1)


def _values(clause: Sequence[Token]) -> list[Token]:
    """The literals of a VALUE clause, THRU kept."""
    found: list[Token] = []
    for at, token in enumerate(clause):
        if (
            token.kind in (Kind.LITERAL, Kind.NUMBER)
            or token.value in ("THRU", "THROUGH")
            or token.value in _FIGURATIVE
        ):
            found.append(token)
        elif token.value in ("VALUE", "VALUES", "IS", "ARE", ",", "+", "-"):
            continue
        elif token.kind is Kind.PERIOD or (found and at):
            break
    return found

"""Statements of a PROCEDURE DIVISION as a tree: paragraphs, statements, and phrases (THEN, WHEN, AT END …) inside them.

Periods, END-words and phrase words close what is open, as the language has it. What does not fit is kept as operands of
the statement before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop.source.flow.words import TERMINATORS, VERBS
from desktop.source.tokens import Kind, Token

DEEPEST: Final = 120
"""Statements nested deeper than this are read as if they stood beside each other; said as a gap."""


@dataclass(slots=True)
class Phrase:
    """A part of a statement that holds statements. ``first`` to ``last`` (excluded) are the tokens of its condition."""

    kind: str
    """``THEN ELSE WHEN BODY``, or ``AT END``, ``NOT AT END``, ``INVALID KEY``, ``SIZE ERROR``, ``OVERFLOW`` … ."""
    first: int
    last: int
    body: list["Statement"] = field(default_factory=list)


@dataclass(slots=True)
class Statement:
    """One statement; ``first`` to ``last`` (excluded) are the tokens of its head, without the statements inside it."""

    verb: str
    first: int
    last: int
    begins_sentence: bool
    phrases: list[Phrase] = field(default_factory=list)

    def phrase(self, kind: str) -> Phrase | None:
        """The first phrase of that kind."""
        return next((phrase for phrase in self.phrases if phrase.kind == kind), None)


@dataclass(slots=True)
class Paragraph:
    """A paragraph, or the part of a section before its first paragraph. ``name`` may be empty at the very start."""

    index: int
    name: str
    section: str
    is_section: bool
    declarative: bool
    first: int
    body: list[Statement] = field(default_factory=list)


@dataclass(slots=True)
class Procedure:
    """A PROCEDURE DIVISION. ``first`` is the token after DIVISION; ``using`` are the parameters' tokens."""

    first: int
    using: tuple[Token, ...] = ()
    paragraphs: list[Paragraph] = field(default_factory=list)
    too_deep: list[int] = field(default_factory=list)
    """Tokens of statements that were nested too deep to be kept in their place."""


_PHRASED: Final = {
    "AT END": frozenset({"READ", "RETURN", "SEARCH"}),
    "AT END-OF-PAGE": frozenset({"WRITE"}),
    "INVALID KEY": frozenset({"READ", "WRITE", "REWRITE", "DELETE", "START"}),
    "SIZE ERROR": frozenset({"ADD", "SUBTRACT", "MULTIPLY", "DIVIDE", "COMPUTE"}),
    "OVERFLOW": frozenset({"STRING", "UNSTRING", "CALL"}),
    "EXCEPTION": frozenset({"CALL", "ACCEPT", "DISPLAY", "XML", "JSON", "INVOKE"}),
}
_EXIT_KINDS: Final = frozenset({"PERFORM", "PROGRAM", "PARAGRAPH", "SECTION", "METHOD", "FUNCTION"})
_INLINE: Final = frozenset({"UNTIL", "VARYING", "WITH", "TEST", "FOREVER"})


@dataclass(slots=True)
class _Open:
    """A phrase whose statements are being read."""

    owner: Statement
    phrase: Phrase


def read_procedure(tokens: Sequence[Token]) -> Procedure | None:
    """The procedure division in the tokens of one program; None where there is none."""
    for at in range(len(tokens) - 1):
        if tokens[at].value == "PROCEDURE" and tokens[at + 1].value == "DIVISION" and tokens[at].kind is Kind.WORD:
            return _Reader(tokens, at + 2).read()
    return None


class _Reader:
    """Goes once over the tokens with a stack of open phrases."""

    def __init__(self, tokens: Sequence[Token], first: int) -> None:
        self.tokens = tokens
        self.at = first
        self.procedure = Procedure(first)
        self.stack: list[_Open] = []
        self.head: Statement | None = None
        """The statement whose operands are being read."""
        self.condition: Phrase | None = None
        """The phrase whose condition is being read."""
        self.sentence_start = True
        self.declarative = False
        self.section = ""

    def read(self) -> Procedure:
        """Read to the end of the tokens."""
        first = self.at
        while self.at < len(self.tokens) and self.tokens[self.at].kind is not Kind.PERIOD:
            self.at += 1
        self.procedure.using = tuple(self.tokens[first : self.at])
        self.at += 1
        while self.at < len(self.tokens):
            self._step(self.tokens[self.at])
        return self.procedure

    def _word(self, at: int) -> str:
        return self.tokens[at].value if at < len(self.tokens) and self.tokens[at].kind is Kind.WORD else ""

    def _is_period(self, at: int) -> bool:
        return at >= len(self.tokens) or self.tokens[at].kind is Kind.PERIOD

    def _step(self, token: Token) -> None:
        if token.kind is Kind.PERIOD:
            self._close_all()
            self.at += 1
            return
        if self.sentence_start and token.kind in (Kind.WORD, Kind.NUMBER) and self._header(token):
            return
        word = token.value if token.kind is Kind.WORD else ""
        if word in ("EXEC", "EXECUTE"):
            self._exec()
        elif word in TERMINATORS:
            self._end(TERMINATORS[word])
            self.at += 1
        elif (word == "ELSE" and self._else()) or (word == "WHEN" and self._when()):
            self.at += 1
        elif word == "NEXT" and self._word(self.at + 1) == "SENTENCE":
            self._statement("NEXT SENTENCE", 2)
        elif word in VERBS and not self._is_operand(word):
            self._verb(word)
        elif phrase := self._phrase(word):
            self._open_phrase(*phrase)
        else:
            self._operand(word)

    def _is_operand(self, word: str) -> bool:
        before = self._word(self.at - 1)
        return (word == "ENTRY" and before == "TO") or (word == "START" and before == "XML")

    def _operand(self, word: str) -> None:
        self.at += 1
        if word == "THEN" and self.condition is not None:
            return
        if self.condition is not None:
            self.condition.last = self.at
        elif self.head is not None:
            self.head.last = self.at
        self.sentence_start = False

    def _close_all(self) -> None:
        self.stack.clear()
        self.head = self.condition = None
        self.sentence_start = True

    def _header(self, token: Token) -> bool:
        """Begin a paragraph or section if one stands here."""
        following = self._word(self.at + 1)
        if token.value == "END" and following == "DECLARATIVES":
            self.declarative, self.section = False, ""
            self._paragraph("", "", False)
            self.at += 2
            return True
        if token.value == "DECLARATIVES" and self._is_period(self.at + 1):
            self.declarative = True
            self.at += 2
            return True
        if following == "SECTION" and token.value not in VERBS:
            self.section = token.value
            self._paragraph(token.value, token.value, True)
            self.at += 2
            while not self._is_period(self.at):
                if self._word(self.at) in VERBS:
                    return True
                self.at += 1
            self.at += 1
            return True
        if self._is_period(self.at + 1) and token.value not in VERBS and token.value not in TERMINATORS:
            self._paragraph(token.value, self.section, False)
            self.at += 2
            return True
        return False

    def _paragraph(self, name: str, section: str, is_section: bool) -> None:
        self._close_all()
        paragraphs = self.procedure.paragraphs
        paragraphs.append(Paragraph(len(paragraphs), name, section, is_section, self.declarative, self.at))

    def _body(self) -> list[Statement]:
        if self.stack:
            return self.stack[-1].phrase.body
        if not self.procedure.paragraphs:
            self._paragraph("", "", False)
        return self.procedure.paragraphs[-1].body

    def _statement(self, verb: str, words: int) -> Statement:
        if self.head is not None and self.head.verb == "PERFORM" and self.head.phrases and self.condition is None:
            self._push(self.head, self.head.phrases[0])
        body = self._body()
        made = Statement(verb, self.at, self.at + words, self.sentence_start and not self.stack)
        body.append(made)
        self.at += words
        self.head, self.condition, self.sentence_start = made, None, False
        return made

    def _push(self, owner: Statement, phrase: Phrase) -> None:
        if len(self.stack) >= DEEPEST:
            self.procedure.too_deep.append(owner.first)
        else:
            self.stack.append(_Open(owner, phrase))

    def _verb(self, word: str) -> None:
        following = self._word(self.at + 1)
        if word == "EXIT":
            self._statement(
                f"EXIT {following}" if following in _EXIT_KINDS else word, 2 if following in _EXIT_KINDS else 1
            )
            return
        made = self._statement(word, 1)
        if word == "IF":
            phrase = Phrase("THEN", self.at, self.at)
            made.phrases.append(phrase)
            self._push(made, phrase)
            self.head, self.condition = None, phrase
        elif word == "PERFORM" and self._is_inline():
            made.phrases.append(Phrase("BODY", self.at, self.at))

    def _is_inline(self) -> bool:
        first, second = self._word(self.at), self._word(self.at + 1)
        if first in _INLINE or first in VERBS or first in ("EXEC", "END-PERFORM"):
            return True
        at = self.at + 1
        while self._word(at) in ("OF", "IN"):
            at += 2
        if at < len(self.tokens) and self.tokens[at].value == "(":
            return True
        return second == "TIMES" or self._word(at) == "TIMES"

    def _exec(self) -> None:
        end = self.at + 1
        while end < len(self.tokens) and self._word(end) != "END-EXEC":
            end += 1
        self._statement(f"EXEC {self._word(self.at + 1)}", end - self.at)
        self.at = min(end + 1, len(self.tokens))
        self.head = None

    def _end(self, verb: str) -> None:
        if self.head is not None and self.head.verb == verb and self.condition is None:
            self.head = None
            return
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].owner.verb == verb:
                del self.stack[depth:]
                break
        self.head = self.condition = None

    def _else(self) -> bool:
        for depth in range(len(self.stack) - 1, -1, -1):
            found = self.stack[depth]
            if found.owner.verb == "IF" and found.phrase.kind == "THEN":
                del self.stack[depth:]
                phrase = Phrase("ELSE", self.at, self.at)
                found.owner.phrases.append(phrase)
                self._push(found.owner, phrase)
                self.head = self.condition = None
                return True
        return False

    def _when(self) -> bool:
        owner = self.head if self.head is not None and self.head.verb in ("EVALUATE", "SEARCH") else None
        if owner is None:
            for depth in range(len(self.stack) - 1, -1, -1):
                if self.stack[depth].owner.verb in ("EVALUATE", "SEARCH"):
                    owner = self.stack[depth].owner
                    del self.stack[depth:]
                    break
        if owner is None:
            return False
        phrase = Phrase("WHEN", self.at + 1, self.at + 1)
        owner.phrases.append(phrase)
        self._push(owner, phrase)
        self.head, self.condition = None, phrase
        return True

    def _phrase(self, word: str) -> tuple[str, int, Statement] | None:
        """Kind, words and owner of the phrase that begins here (AT END, NOT ON SIZE ERROR …)."""
        if word not in ("AT", "END", "NOT", "ON", "INVALID", "SIZE", "OVERFLOW", "EXCEPTION", "EOP", "END-OF-PAGE"):
            return None
        at = self.at + (1 if word == "NOT" else 0)
        lead = self._word(at)
        if lead in ("AT", "ON"):
            at += 1
        second = self._word(at)
        kind, words = {
            "END": ("AT END", 1),
            "EOP": ("AT END-OF-PAGE", 1),
            "END-OF-PAGE": ("AT END-OF-PAGE", 1),
            "INVALID": ("INVALID KEY", 2 if self._word(at + 1) == "KEY" else 1),
            "SIZE": ("SIZE ERROR", 2),
            "OVERFLOW": ("OVERFLOW", 1),
            "EXCEPTION": ("EXCEPTION", 1),
        }.get(second, ("", 0))
        if not kind or (kind == "SIZE ERROR" and self._word(at + 1) != "ERROR"):
            return None
        owner = self._owner(_PHRASED[kind])
        if owner is None:
            return None
        return (f"NOT {kind}" if word == "NOT" else kind), at + words - self.at, owner

    def _owner(self, verbs: frozenset[str]) -> Statement | None:
        if self.head is not None and self.head.verb in verbs and self.condition is None:
            return self.head
        if self.condition is not None:
            return None
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].owner.verb in verbs:
                return self.stack[depth].owner
        return None

    def _open_phrase(self, kind: str, words: int, owner: Statement) -> None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].owner is owner:
                del self.stack[depth:]
                break
        self.at += words
        phrase = Phrase(kind, self.at, self.at)
        owner.phrases.append(phrase)
        self._push(owner, phrase)
        self.head = self.condition = None

"""Units of a COBOL member: programs, divisions, sections, paragraphs, files and records. COPY is not expanded here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop.source.lang.cobol.copying import copy_names
from desktop.source.lang.cobol.scan import scan
from desktop.source.lang.cobol.words import NEVER_PARAGRAPHS
from desktop.source.languages import Reading
from desktop.source.members import UnitKind
from desktop.source.skeleton import Source
from desktop.source.tokens import Kind, Token
from desktop.source.units import Mark, tile

_DIVISIONS: Final = frozenset({"IDENTIFICATION", "ID", "ENVIRONMENT", "DATA", "PROCEDURE"})
_DIVISION, _SECTION, _FILE, _RECORD, _PARAGRAPH = 100, 101, 102, 103, 102
"""Depths; a program has its nesting as depth, so that a nested one closes all but the program around it."""


def read_cobol(source: Source, copybook: bool = False) -> Reading:
    """Everything that ``desktop.source.read`` tells of a program, or of a copybook."""
    scanned = scan(source)
    walker = _Walker(scanned.tokens)
    walker.walk(copybook)
    marks = walker.marks
    if copybook or not marks:
        name = _stem(source.path)
        kind = UnitKind.COPYBOOK if copybook else UnitKind.PROGRAM
        marks = [Mark(kind, name, 0, -1), *marks]
    units = tile(source, marks, scanned.cleaned.comment_lines)
    return Reading(units, scanned.gaps, copy_names(scanned.tokens), scanned.cleaned.layers, scanned.cleaned.free)


def _stem(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1].split(".")[0].upper()


@dataclass(slots=True)
class _Walker:
    """Goes once over the tokens and leaves marks."""

    tokens: Sequence[Token]
    marks: list[Mark] = field(default_factory=list)
    nesting: int = -1
    division: str = ""
    section: str = ""

    def walk(self, copybook: bool) -> None:
        tokens = self.tokens
        if copybook:
            self.division = "DATA" if tokens and tokens[0].kind is Kind.NUMBER else "PROCEDURE"
        sentence_start = True
        for at, token in enumerate(tokens):
            if token.kind is Kind.WORD:
                following = tokens[at + 1] if at + 1 < len(tokens) else token
                if following.value == "DIVISION" and token.value in _DIVISIONS:
                    self._division(token)
                elif token.value == "END" and following.value == "PROGRAM":
                    self.nesting = max(self.nesting - 1, -1)
                    self.division = ""
                elif token.value == "PROGRAM-ID":
                    self._name_program(at)
                elif sentence_start and following.value == "SECTION" and following is not token:
                    self.section = token.value
                    self.marks.append(Mark(UnitKind.SECTION, token.value, token.start, _SECTION))
                elif sentence_start and token.value in ("FD", "SD", "RD") and self.division == "DATA":
                    self.marks.append(Mark(UnitKind.FILE, following.value, token.start, _FILE))
                elif sentence_start and following.kind is Kind.PERIOD:
                    self._paragraph(token)
            elif token.kind is Kind.NUMBER and sentence_start:
                self._number(at)
            sentence_start = token.kind is Kind.PERIOD or token.value == "END-EXEC"

    def _division(self, token: Token) -> None:
        name = "IDENTIFICATION" if token.value == "ID" else token.value
        if name == "IDENTIFICATION":
            self.nesting += 1
            self.marks.append(Mark(UnitKind.PROGRAM, "", token.start, min(self.nesting, _DIVISION - 1)))
        self.division, self.section = name, ""
        self.marks.append(Mark(UnitKind.DIVISION, name, token.start, _DIVISION))

    def _name_program(self, at: int) -> None:
        tokens = self.tokens
        at += 2 if at + 1 < len(tokens) and tokens[at + 1].kind is Kind.PERIOD else 1
        if at >= len(tokens):
            return
        name = tokens[at].value.strip("'\"").upper()
        for index in range(len(self.marks) - 1, -1, -1):
            if self.marks[index].kind is UnitKind.PROGRAM:
                if not self.marks[index].name:
                    self.marks[index] = self.marks[index]._replace(name=name)
                return
        self.nesting += 1
        self.marks.insert(0, Mark(UnitKind.PROGRAM, name, 0, 0))

    def _paragraph(self, token: Token) -> None:
        if self.division == "PROCEDURE" and token.value not in NEVER_PARAGRAPHS:
            self.marks.append(Mark(UnitKind.PARAGRAPH, token.value, token.start, _PARAGRAPH))

    def _number(self, at: int) -> None:
        tokens, token = self.tokens, self.tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if self.division == "PROCEDURE":
            if following is not None and following.kind is Kind.PERIOD:
                self._paragraph(token)
            elif following is not None and following.value == "SECTION":
                self.marks.append(Mark(UnitKind.SECTION, token.value, token.start, _SECTION))
        elif token.value in ("01", "1", "77"):
            named = following is not None and following.kind is Kind.WORD
            name = following.value if named and following is not None else "FILLER"
            self.marks.append(Mark(UnitKind.RECORD, name, token.start, _RECORD))

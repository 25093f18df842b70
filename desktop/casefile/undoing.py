"""Undo and redo: an entry's way back, written as an entry of its own. Nothing is ever deleted from the journal."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from desktop.casefile.actions import UNDOABLE
from desktop.casefile.actions.base import Done
from desktop.casefile.inverse import Inverse
from desktop.casefile.rows import Rows
from desktop.domain.changes import Kind
from desktop.domain.ids import Seq


@dataclass(frozen=True, slots=True)
class _GoBack:
    """Take entry ``of`` back. ``name`` is the action that was done first, so that history can say what was undone."""

    of: Seq
    name: str
    inverse: Inverse

    CHANGES: ClassVar[frozenset[Kind]] = frozenset()
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """Going back is never refused."""

    def apply(self, rows: Rows) -> Done:
        """Write the way back."""
        rows.apply(self.inverse)
        return Done({"of": self.of, "action": self.name}, bulk=self.inverse.touches("import"))


@dataclass(frozen=True, slots=True)
class Undo(_GoBack):
    """Take an action back."""

    KIND: ClassVar[str] = "undo"


@dataclass(frozen=True, slots=True)
class Redo(_GoBack):
    """Take an undo back."""

    KIND: ClassVar[str] = "redo"


@dataclass(slots=True)
class Steps:
    """What can be undone and redone now, newest last: entries, each with the name of the action first done."""

    undo: list[tuple[Seq, str]] = field(default_factory=list)
    redo: list[tuple[Seq, str]] = field(default_factory=list)

    @classmethod
    def of(cls, entries: Iterable[tuple[Seq, str]]) -> "Steps":
        """Follow a journal, given as sequence and action, oldest first."""
        steps = cls()
        for seq, action in entries:
            steps.follow(seq, action)
        return steps

    def follow(self, seq: Seq, action: str) -> None:
        """Take in one more entry."""
        if action == Undo.KIND and self.undo:
            self.redo.append((seq, self.undo.pop()[1]))
        elif action == Redo.KIND and self.redo:
            self.undo.append((seq, self.redo.pop()[1]))
        elif action in UNDOABLE:
            self.undo.append((seq, action))
            self.redo.clear()

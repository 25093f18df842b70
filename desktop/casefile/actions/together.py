"""Several changes that a person made in one go: one entry, which undo takes back whole."""

from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.casefile.actions.base import Action, Done
from desktop.casefile.rows import Rows
from desktop.domain.changes import Kind


@dataclass(frozen=True, slots=True)
class Together:
    """``actions`` of one moment, in their order; each sees what those before it wrote. All of them are undoable."""

    actions: tuple[Action, ...]

    KIND: ClassVar[str] = "together"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.FINDING, Kind.ANNOTATION, Kind.COVERAGE, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """The first is asked now, each other one when those before it are written; a refusal undoes them all."""
        self.actions[0].check(rows)

    def apply(self, rows: Rows) -> Done:
        """Write one after the other. Fields are those of all, with the names of what was done."""
        fields: dict[str, Any] = {}
        made = 0
        for number, action in enumerate(self.actions):
            if number:
                action.check(rows)
            done = action.apply(rows)
            fields |= done.fields
            made = done.made or made
        return Done({**fields, "actions": [action.KIND for action in self.actions]}, made=made)

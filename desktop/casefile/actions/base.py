"""What an action is: a frozen value named by a verb. ``check`` holds the rules of asking, ``apply`` writes.

How it is undone is not the action's business: ``Rows`` derives the way back from what was written, and an undo is
never refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol

from desktop.casefile.rows import Rows
from desktop.domain.changes import Kind


@dataclass(frozen=True, slots=True)
class Done:
    """What the journal says of an action: ``fields`` are numbers, names and digests.

    ``made`` is the id of what it made.
    """

    fields: Mapping[str, Any] = field(default_factory=dict)
    made: int = 0
    bulk: bool = False
    """Whether so much changed that listeners should read all anew."""
    part_of: int = 0
    """Entry that this one belongs to: a run's exchanges are shown as one entry."""


class Action(Protocol):
    """One kind of change to a case."""

    KIND: ClassVar[str]
    """Its name in the journal; never changed after release."""
    CHANGES: ClassVar[frozenset[Kind]]
    UNDOABLE: ClassVar[bool]
    """False for what happened in the world: a sending can't be taken back."""

    def check(self, rows: Rows) -> None:
        """Raise one of ``casefile.errors`` if the action may not be done. Reads only."""
        ...

    def apply(self, rows: Rows) -> Done:
        """Write the rows."""
        ...

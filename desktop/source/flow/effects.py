"""The small effects on data that statements are read into; the walk carries them out in order."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.source.flow.files import Files
from desktop.source.flow.references import Code, Operand, Ref


class Origin(StrEnum):
    """Where data come from that the program did not make itself."""

    TERMINAL = "terminal"
    COMMAREA = "commarea"
    PARAMETER = "parameter"
    """PROCEDURE DIVISION USING: a caller's data, or PARM of a job step."""
    ACCEPTED = "accepted"
    """ACCEPT from a device, the command line or the environment."""
    MESSAGE = "message"
    """A queue, a container, a START's data, a web request."""
    FILE = "file"
    DATABASE = "database"

    @property
    def is_stored(self) -> bool:
        """Whether the data were put away earlier, rather than handed in by the one who calls now."""
        return self in (Origin.FILE, Origin.DATABASE)


class ResultOf(StrEnum):
    """What kind of result code an operation leaves."""

    FILE = "file_status"
    SQL = "sqlcode"
    CICS = "resp"


@dataclass(frozen=True, slots=True)
class Assign:
    """``target`` takes its value from ``sources``; with ``keeps`` its old value counts too."""

    target: Ref
    sources: tuple[Operand, ...]
    keeps: bool = False
    arithmetic: bool = False


@dataclass(frozen=True, slots=True)
class SetConstant:
    """``target`` becomes a constant; ``token`` is the literal, -1 where there is none (INITIALIZE)."""

    target: Ref
    value: str | None
    token: int = -1


@dataclass(frozen=True, slots=True)
class Enter:
    """Data from outside come into ``target``."""

    target: Ref
    origin: Origin


@dataclass(frozen=True, slots=True)
class Forget:
    """``target`` gets a value that is not followed (a date, a count, a result code)."""

    target: Ref


@dataclass(frozen=True, slots=True)
class Grow:
    """``target`` is counted up."""

    target: Ref


@dataclass(frozen=True, slots=True)
class Scrub:
    """Characters of ``target`` are replaced: quotes, control characters, or everything is ``blotted`` out."""

    target: Ref
    quotes: bool
    controls: bool
    blotted: bool


@dataclass(frozen=True, slots=True)
class Await:
    """The statement leaves a result in ``status`` that has to be looked at."""

    result: ResultOf
    status: tuple[int, ...]


Effect = Assign | SetConstant | Enter | Forget | Grow | Scrub | Await


@dataclass(slots=True)
class Context:
    """What effects are read against, beside the statement itself."""

    code: Code
    files: Files
    handled: bool = False
    """A declarative, HANDLE CONDITION or WHENEVER catches errors of the statement at hand."""
    classes: frozenset[str] = frozenset()
    counted: dict[int, int] = field(default_factory=dict)
    """INSPECT TALLYING: counter → the item whose characters it counts."""
    map_inputs: tuple[str, ...] = ()
    """Undeclared names that a map's copybook would declare as input fields (NAMEI)."""

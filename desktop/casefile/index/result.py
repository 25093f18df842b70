"""What a query gives."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that have a value in common. ``name`` is the rule's, path's or level's; empty for those without one."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Result:
    """Ids in order (within their groups, where there are some), their exact number, and the groups with theirs."""

    ids: "npt.NDArray[Any]"
    count: int
    groups: tuple[Group, ...] = ()

"""What is kept of a report's units, to be shown before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from desktop.identity.units import UnitRow
from desktop.intake.matching import Spot

REMEMBERED: Final = 20_000
"""Units of a report that are kept in memory to be shown."""
REMEMBERED_IN_ALL: Final = 100_000
"""The same of all reports of an import."""


@dataclass(slots=True)
class Remembered:
    """The first units of a report by their group, for titles and values."""

    room: int = REMEMBERED
    """How many units may be kept."""
    units: dict[int, UnitRow] = field(default_factory=dict)
    paths: set[int] = field(default_factory=set)
    """Hashes of every path that the report says something of."""

    def add(self, units: Iterable[UnitRow], groups: Iterable[int]) -> None:
        """Keep what there is room for."""
        for unit, group in zip(units, groups, strict=True):
            self.paths.add(hash(unit.place.path))
            if len(self.units) < self.room:
                self.units.setdefault(group, unit)

    def title(self, spot: Spot) -> str:
        """A new finding's title, or at least its rule."""
        unit = self.units.get(spot.group)
        return unit.title if unit else spot.rule

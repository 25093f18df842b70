"""What earlier reports of a batch made, by the numbers that its later reports know it by."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.domain.ids import FindingId, ImportId


@dataclass(frozen=True, slots=True)
class _Made:
    base: int
    import_id: int
    findings: Sequence[int]
    """In the order in which the report first names them."""


@dataclass(slots=True)
class Coming:
    """Numbers below 0 stand for what has no id before the batch is written (``actions.imports.Report``)."""

    _made: list[_Made] = field(default_factory=list)

    def add(self, base: int, import_id: int, findings: Sequence[int]) -> None:
        """A report was written; ``base`` is its ``numbered_from``, larger than those of the reports before."""
        self._made.append(_Made(base, import_id, findings))

    def finding(self, id: FindingId) -> FindingId:
        """The id that the finding got; one that is an id already is what it is."""
        if id > 0:
            return id
        made, at = self._of(id)
        return FindingId(made.findings[at])

    def run(self, id: ImportId) -> ImportId:
        """The id that the import got; one that is an id already is what it is."""
        return id if id > 0 else ImportId(self._of(id)[0].import_id)

    def _of(self, id: int) -> tuple[_Made, int]:
        number = -id - 1
        made = self._made[bisect_right(self._made, number, key=lambda made: made.base) - 1]
        return made, number - made.base

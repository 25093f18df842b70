"""A stretch of what would leave: what of it can be masked, and where in the evidence it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from desktop.analysis.plan import Rewrite
from desktop.domain.runs import PlannedUnit
from desktop.gate.edits import EDITED, behind, places
from desktop.gate.preview import PreviewUnit

_LEAST: Final = 2
"""Characters of a value that is masked everywhere; a single one would make the text unreadable."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters ``start`` to ``end`` of what would leave of a unit."""

    unit: PreviewUnit
    planned: PlannedUnit
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.unit.masked.text[self.start : self.end]

    def whole(self) -> "Stretch":
        """With every stand-in that it touches, and no further than the end of its first line."""
        line_end = self.unit.masked.text.find("\n", self.start)
        start, end = self.start, self.end if line_end < 0 else min(self.end, line_end)
        for begin, finish in places(self.unit.masked.spans):
            if begin < end and start < finish:
                start, end = min(start, begin), max(end, finish)
        return replace(self, start=start, end=end)

    def values(self) -> Iterator[str]:
        """What of it can be masked everywhere, line by line: what is no stand-in yet, and the analyst's own words."""
        masked = self.unit.masked
        taken = [place for span, place in zip(masked.spans, places(masked.spans), strict=True) if span.kind != EDITED]
        at = self.start
        for begin, finish in (*taken, (self.end, self.end)):
            for line in masked.text[at : min(begin, self.end)].splitlines():
                if len(value := line.strip()) >= _LEAST:
                    yield value
            at = max(at, finish)

    def rewritten(self, words: str) -> Rewrite:
        """``words`` in its place, as a plan is told: where it stands in the evidence."""
        start, end = behind(self.unit.masked.spans, self.start, self.end)
        original = self.unit.original
        line_start = original.rfind("\n", 0, start) + 1
        line = self.planned.first_line + original.count("\n", 0, start)
        return Rewrite(self.planned.evidence, line, start - line_start, end - line_start, words)

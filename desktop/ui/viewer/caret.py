"""The caret and what is selected, as a value: moving gives another one."""

from dataclasses import dataclass, replace

from desktop.domain.places import Span
from desktop.ui.viewer.document import Document


@dataclass(frozen=True, slots=True)
class Caret:
    """``line`` from 1, host ``column`` from 0; ``anchor`` is where a selection began."""

    line: int = 1
    column: int = 0
    anchor: tuple[int, int] | None = None

    def moved(self, line: int, column: int, lines: int, *, extend: bool) -> "Caret":
        """At another place of a file of ``lines`` lines; ``extend`` keeps or begins a selection."""
        anchor = (self.anchor or (self.line, self.column)) if extend else None
        return Caret(max(1, min(line, lines)), max(0, column), anchor)

    def within(self, lines: int) -> "Caret":
        """The same in a file that has ``lines`` lines now."""
        return replace(self, line=max(1, min(self.line, lines)))

    @property
    def ends(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Both ends of the selection, line and column each, the earlier one first."""
        if self.anchor is None:
            return None
        here = (self.line, self.column)
        return (self.anchor, here) if self.anchor <= here else (here, self.anchor)

    def selection(self, document: Document) -> Span | None:
        """The selected bytes, None where nothing is selected."""
        if self.ends is None:
            return None
        start, end = (document.offset_at(*place) for place in self.ends)
        return Span(start, end) if end > start else None

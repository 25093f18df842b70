"""The places of the finding at hand, in order, across files: what F and D walk along."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.findings import Finding
from desktop.domain.places import BytePlace, Place
from desktop.ui.viewer.document import Document
from desktop.ui.viewer.marks import Quote


@dataclass(frozen=True, slots=True)
class Walk:
    """``at`` is the index of the place at hand among ``places``, those that stand in evidence."""

    finding: Finding | None = None
    places: tuple[BytePlace, ...] = ()
    at: int = 0

    @classmethod
    def of(cls, finding: Finding | None) -> "Walk":
        """The walk of ``finding``, at its first place."""
        return cls(finding, in_evidence(finding.places) if finding else ())

    @property
    def here(self) -> BytePlace | None:
        """The place at hand."""
        return self.places[self.at] if self.places else None

    def moved(self, by: int) -> "Walk":
        """The next or previous place, round at both ends."""
        return Walk(self.finding, self.places, (self.at + by) % len(self.places)) if self.places else self

    def quotes_in(self, document: Document) -> tuple[Quote, ...]:
        """The frames to draw in ``document``, numbered over all files."""
        if self.finding is None:
            return ()
        numbered = [
            Quote(number, self.finding.row, tuple(document.spans(place.span)))
            for number, place in enumerate(self.places, 1)
            if place.evidence == document.evidence.id
        ]
        return tuple(quote for quote in numbered if quote.spans)


def in_evidence(places: Sequence[Place]) -> tuple[BytePlace, ...]:
    """Places that are spans of bytes of this case."""
    return tuple(place for place in places if isinstance(place, BytePlace))

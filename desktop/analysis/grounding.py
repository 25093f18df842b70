"""Whether the words that a model claims to cite stand in what it was sent, and where.

Verbatim but for white space: a model that copies lines of a column format leaves out sequence numbers, change tags and
the blanks between. Case, width and punctuation count. A quote of a few characters, or of ornament, proves nothing and
counts as not found; so does one that stands at several places where nothing tells which is meant.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from desktop.analysis.sent import Sent
from desktop.domain.levels import Anchor
from desktop.domain.places import BytePlace, Span
from desktop.domain.reported import Quote
from desktop.source import LayerKind
from desktop.text.fold import fold

SHORTEST: Final = 8
"""Characters other than white space that a quote must have."""
WORDY: Final = 4
"""Letters and digits among them: a row of asterisks is no quote."""
REACH: Final = 5
"""Lines within which the nearest of several places is the one that was meant."""
_MOST_PLACES: Final = 1_000
_NOT_CODE: Final = frozenset({LayerKind.SEQUENCE, LayerKind.IDENTIFICATION})


@dataclass(frozen=True, slots=True)
class Claimed:
    """Where a model says that a quote stands. ``line`` counts from 1 in the evidence; 0 where it names none."""

    unit: str = ""
    line: int = 0


class Grounds:
    """Looks for quotes in one unit that was sent."""

    def __init__(self, sent: Sent) -> None:
        self._sent = sent

    def ground(self, quote: str, claimed: Claimed) -> Quote:
        """Find ``quote``.

        FOUND where it stands in the unit and on the line that the model named (where it named any); MOVED where it
        stands elsewhere in what was sent, with the shift in lines; NOT_FOUND where it stands nowhere, or at several
        places of which none is the one that was meant, and then without a place.
        """
        if not _proves(quote):
            return Quote(quote, Anchor.NOT_FOUND, None)
        places = [self._sent.original.place(*self._sent.back(*at)) for at in self._places(quote)]
        inside = [place for place in places if _is_in(claimed.unit, place.span, self._sent)]
        meant = _meant(inside, claimed.line) or _meant(places, claimed.line)
        if meant is None:
            return Quote(quote, Anchor.NOT_FOUND, None)
        shift = meant.line - claimed.line if claimed.line else 0
        return Quote(quote, Anchor.MOVED if shift or meant not in inside else Anchor.FOUND, meant, shift)

    def grounded(self, quotes: Sequence[str], claimed: Claimed) -> tuple[Quote, ...]:
        """Find all quotes of one claim: the first as claimed, the others near it where they stand at several places."""
        if not quotes:
            return ()
        first = self.ground(quotes[0], claimed)
        return (first, *(self._beside(quote, claimed.unit, first) for quote in quotes[1:]))

    def _beside(self, quote: str, unit: str, first: Quote) -> Quote:
        alone = self.ground(quote, Claimed(unit))
        if alone.place is not None or first.place is None:
            return alone
        near = self.ground(quote, Claimed(unit, first.place.line))
        return Quote(near.text, near.anchor, near.place)

    @cached_property
    def _whole(self) -> "_Squeezed":
        return _squeeze(self._sent.text, ())

    @cached_property
    def _code(self) -> "_Squeezed":
        return _squeeze(self._sent.text, _margins(self._sent))

    def _places(self, quote: str) -> Iterator[tuple[int, int]]:
        """Where ``quote`` stands in the text that was sent, by the strictest way of looking that finds it at all."""
        exact = list(_occurrences(quote, self._sent.text))
        if exact:
            yield from exact
            return
        wanted = _squeeze(quote, ()).text.strip()
        for squeezed in (self._whole, self._code):
            found = [(squeezed.at[s], squeezed.at[e - 1] + 1) for s, e in _occurrences(wanted, squeezed.text)]
            if found:
                yield from found
                return


def anchor_of(quotes: Sequence[Quote]) -> Anchor:
    """The weakest of all: a claim stands on each of its quotes."""
    anchors = {quote.anchor for quote in quotes}
    for weakest in (Anchor.NOT_FOUND, Anchor.MOVED, Anchor.FOUND):
        if weakest in anchors:
            return weakest
    return Anchor.NOT_FOUND


def _proves(quote: str) -> bool:
    return sum(not c.isspace() for c in quote) >= SHORTEST and sum(c.isalnum() for c in quote) >= WORDY


def _meant(places: Sequence[BytePlace], line: int) -> BytePlace | None:
    """The one place that there is, or of several the one on ``line``, or the only one that is nearest within REACH."""
    if len(places) == 1:
        return places[0]
    if not line:
        return None
    near = sorted(places, key=lambda place: abs(place.line - line))[:2]
    off = [abs(place.line - line) for place in near]
    return near[0] if near and off[0] <= REACH and off[0] < off[1] else None


def _is_in(claimed: str, span: Span, sent: Sent) -> bool:
    """Whether ``claimed`` names a unit around ``span``, by its own name, its qualified one or the end of that.

    Every place is where a model that names no unit claims it to be.
    """
    wanted = fold(claimed).strip().rstrip(".")
    if not wanted:
        return True
    chain = sent.original.member.chain_at(span.start)
    return any(wanted in (fold(unit.name), fold(unit.qualified)) or fold(unit.name) in wanted.split() for unit in chain)


def _occurrences(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(wanted)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at, at + len(wanted)
        at = text.find(wanted, at + 1)


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """``text`` with each run of white space as one blank; ``at[i]`` is the place of its character ``i``."""

    text: str
    at: list[int]


def _squeeze(text: str, without: Sequence[tuple[int, int]]) -> _Squeezed:
    """Squeeze ``text``; characters of ``without`` (ascending, apart) count as white space."""
    out: list[str] = []
    at: list[int] = []
    ends = [end for _, end in without]
    for index, character in enumerate(text):
        hole = bisect_left(ends, index + 1)
        blank = character.isspace() or (hole < len(without) and without[hole][0] <= index)
        if not blank:
            out.append(character)
            at.append(index)
        elif out and out[-1] != " ":
            out.append(" ")
            at.append(index)
    return _Squeezed("".join(out), at)


def _margins(sent: Sent) -> list[tuple[int, int]]:
    """Sequence numbers and change tags, as characters of the text that was sent."""
    original, begin, end = sent.original, sent.first, sent.first + sent.length
    spans = (layer.span for layer in original.member.layers if layer.kind in _NOT_CODE)
    plain = [(original.mapped.char(span.start), original.mapped.char(span.end - 1) + 1) for span in spans if span.end]
    inside = [(max(s, begin) - begin, min(e, end) - begin) for s, e in plain if s < end and e > begin]
    return sorted((_forth(sent, s), _forth(sent, e)) for s, e in inside)


def _forth(sent: Sent, at: int) -> int:
    """Where character ``at`` of the unit stands in the masked text; within a masked value, where its token ends."""
    shift = 0
    for span in sent.masked.spans:
        if span.end <= at:
            shift += len(span.token) - (span.end - span.start)
        elif span.start < at:
            return span.start + shift + len(span.token)
        else:
            break
    return at + shift

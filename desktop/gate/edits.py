"""The analyst's own words in place of a stretch of what would leave: scanned again, and never less masked than before.

An edit is one more stand-in over the original, beside those that masking put there; so what is previewed, cleared and
sent is one text, and an answer's quotes lead back to the evidence.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop.detect import NearMiss
from desktop.domain.runs import MaskAction
from desktop.gate.masking import Masked, Masker, MaskSpan
from desktop.text.codecs import encode
from desktop.text.errors import CannotEncode

EDITED: Final = "edited"
"""Kind of a stretch that the analyst wrote anew."""
CHOSEN: Final = "chosen"
"""Kind of a value that the analyst had masked and that no detector named."""
_STRICTEST_FIRST: Final = tuple(MaskAction)


@dataclass(frozen=True, slots=True)
class Edit:
    """``words`` instead of characters ``start`` to ``end`` of a text, within one line of it."""

    start: int
    end: int
    words: str


def edited(plain: str, masked: Masked, edits: Iterable[Edit], masker: Masker, columns: str = "") -> Masked:
    """``masked`` (of ``plain``) with ``edits`` in their places, and masked again as a whole.

    A stand-in that an edit touches is replaced whole; of two edits that touch, the later counts. What must not leave is
    not edited away: such an edit is passed over. A value that was masked is masked in the words too, whatever stands
    around it. ``columns`` as for ``Masker.mask``: shorter words are filled up with blanks there.
    """
    wanted = _settled(plain, masked.spans, edits, columns)
    if not wanted:
        return masked
    apart = [span for span in masked.spans if not any(_touch(span, one) for one in wanted)]
    spans: Sequence[MaskSpan] = sorted((*apart, *wanted), key=_order)
    spans = compose(plain, spans, tuple(_known_again(plain, masked.spans, spans)))
    again = masker.mask_again(put_in(plain, spans), columns)
    spans = compose(plain, spans, again.spans)
    before = frozenset(masked.spans)
    new = [span for span in spans if span not in before]
    near = tuple(miss for miss in masked.near if not any(_touch(miss, span) for span in new))
    return Masked(put_in(plain, spans), spans, tuple(dict.fromkeys((*masked.blocked, *again.blocked))), near)


def put_in(plain: str, spans: Iterable[MaskSpan]) -> str:
    """``plain`` with each span's token in its place; ``spans`` ascend and lie apart."""
    out: list[str] = []
    at = 0
    for span in spans:
        out += (plain[at : span.start], span.token)
        at = span.end
    return "".join((*out, plain[at:]))


def places(spans: Iterable[MaskSpan]) -> Iterator[tuple[int, int]]:
    """Where each span's token stands in what ``put_in`` gives."""
    shift = 0
    for span in spans:
        start = span.start + shift
        yield start, start + len(span.token)
        shift += len(span.token) - (span.end - span.start)


def behind(spans: Sequence[MaskSpan], start: int, end: int) -> tuple[int, int]:
    """Characters of the original behind characters ``start`` to ``end`` of what ``put_in`` gives.

    What touches a token means the whole of what the token stands for.
    """
    first = last = 0
    low, high = None, None
    for span, (begin, finish) in zip(spans, places(spans), strict=True):
        longer = (finish - begin) - (span.end - span.start)
        if begin < end and start < finish:
            low = span.start if low is None and start >= begin else low
            high = span.end if end <= finish else high
        if finish <= start:
            first += longer
        if finish <= end:
            last += longer
    return start - first if low is None else low, end - last if high is None else high


def compose(plain: str, first: Sequence[MaskSpan], second: Sequence[MaskSpan]) -> tuple[MaskSpan, ...]:
    """Spans over ``plain`` that do at once what ``first``, and then ``second`` over what that gives, do."""
    between = put_in(plain, first)
    marks: list[_Mark] = [(*place, span, None) for span, place in zip(first, places(first), strict=True)]
    marks += [(span.start, span.end, None, span) for span in second]
    composed: list[MaskSpan] = []
    shift = 0
    for start, end, old, new in _groups(sorted(marks, key=lambda mark: mark[:2])):
        began = start - shift
        shift += sum(len(span.token) - (span.end - span.start) for span in old)
        token = put_in(between[start:end], [replace(s, start=s.start - start, end=s.end - start) for s in new])
        kind, action = _strictest((*old, *new))
        composed.append(MaskSpan(began, end - shift, kind, action, token))
    return tuple(composed)


_Mark = tuple[int, int, MaskSpan | None, MaskSpan | None]
_Group = tuple[int, int, list[MaskSpan], list[MaskSpan]]


def _groups(marks: Iterable[_Mark]) -> list[_Group]:
    """Marks that overlap, together: from where, to where, spans of the first and of the second."""
    groups: list[_Group] = []
    for start, end, old, new in marks:
        if groups and start < groups[-1][1]:
            begin, finish, olds, news = groups.pop()
            start, end = begin, max(finish, end)
        else:
            olds, news = [], []
        olds += [old] if old else []
        news += [new] if new else []
        groups.append((start, end, olds, news))
    return groups


def _strictest(spans: Sequence[MaskSpan]) -> tuple[str, MaskAction]:
    """What a stretch is called: what must not leave by that; else the analyst's edit; else the strictest."""
    first = min(spans, key=lambda span: _STRICTEST_FIRST.index(span.action))
    if first.action is not MaskAction.NOT_SENT:
        first = next((span for span in spans if span.kind == EDITED), first)
    return first.kind, first.action


def _settled(plain: str, spans: Sequence[MaskSpan], edits: Iterable[Edit], columns: str) -> list[MaskSpan]:
    settled: list[MaskSpan] = []
    for edit in edits:
        line_end = plain.find("\n", edit.start)
        end = edit.end if line_end < 0 else min(edit.end, line_end)
        one = MaskSpan(edit.start, end, EDITED, MaskAction.MASKED, "")
        touched = [span for span in spans if _touch(span, one)]
        if any(span.action is MaskAction.NOT_SENT for span in touched):
            continue
        start, end = min(s.start for s in (one, *touched)), max(s.end for s in (one, *touched))
        words = " ".join(edit.words.splitlines())
        if columns:
            words += " " * (_width(plain[start:end], columns) - _width(words, columns))
        one = MaskSpan(start, end, EDITED, MaskAction.MASKED, words)
        settled = [*(before for before in settled if not _touch(before, one)), one]
    return settled


def _known_again(plain: str, masked: Sequence[MaskSpan], spans: Sequence[MaskSpan]) -> Iterator[MaskSpan]:
    """Values that ``masked`` took away, where an edit among ``spans`` brings one back: ascending, apart."""
    text = put_in(plain, spans)
    values = {plain[span.start : span.end]: span for span in masked}
    found: list[MaskSpan] = []
    for span, (start, end) in zip(spans, places(spans), strict=True):
        if span.kind != EDITED:
            continue
        for value, known in values.items():
            reach = len(value) - 1
            at = text.find(value, max(0, start - reach), end + reach)
            while at >= 0:
                found.append(MaskSpan(at, at + len(value), known.kind, known.action, known.token))
                at = text.find(value, at + len(value), end + reach)
    last = 0
    for one in sorted(found, key=lambda span: (span.start, -span.end)):
        if one.start >= last:
            last = one.end
            yield one


def _touch(one: MaskSpan | NearMiss, other: MaskSpan) -> bool:
    return one.start < other.end and other.start < one.end


def _order(span: MaskSpan) -> tuple[int, int]:
    return span.start, span.end


def _width(text: str, encoding: str) -> int:
    """Bytes of ``text``; what the encoding lacks counts as its characters."""
    try:
        return len(encode(text, encoding))
    except CannotEncode:
        return len(text)

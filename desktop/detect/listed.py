"""Where words of a list stand in a text, in whatever width and case they are written there."""

from collections.abc import Iterable, Iterator

import ahocorasick_rs

from desktop.detect.folded import fold


def listed(text: str, words: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and word of every place of one of ``words`` in ``text``, ascending; of several the longest."""
    spelled = {key: word for word in words if (key := fold(word).data.lower().strip())}
    if not spelled:
        return
    keys = list(spelled)
    matcher = ahocorasick_rs.BytesAhoCorasick(keys, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    folded = fold(text)
    found = matcher.find_matches_as_indexes(folded.data.lower())
    spans = folded.spans([(start, end) for _, start, end in found])
    for (number, _, _), (start, end) in zip(found, spans, strict=True):
        yield start, end, spelled[keys[number]]

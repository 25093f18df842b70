"""Words around a candidate: on its line, on the lines above, at the head of its column."""

from collections.abc import Iterable
from typing import Final

from desktop.detect.detector import Candidate

_DELIMITERS: Final = ",\t;|"


def stands_in(text: str, words: Iterable[str]) -> bool:
    """Whether any of the lower-case ``words`` stands in ``text``."""
    low = text.lower()
    return any(word in low for word in words)


def is_called(candidate: Candidate, words: tuple[str, ...], lines: int = 2) -> bool:
    """Whether one of ``words`` stands on the candidate's line, ``lines`` above it, or at the head of its column."""
    if stands_in(candidate.line, words):
        return True
    above = candidate.above(lines)
    heading, _, nearby = above.partition("\n")
    return stands_in(nearby, words) or stands_in(column_head(candidate, heading), words)


def column_head(candidate: Candidate, heading: str) -> str:
    """What ``heading`` calls the candidate's column, where both lines are cut by the same delimiter; else empty."""
    for delimiter in _DELIMITERS:
        columns = heading.split(delimiter)
        if len(columns) > 1 and candidate.line.count(delimiter) == len(columns) - 1:
            return columns[candidate.before.count(delimiter)]
    return ""


def is_part_of_number(candidate: Candidate) -> bool:
    """Whether the digits go on, behind a hyphen, dot or letter that a word boundary does not see."""
    before, after = candidate.before[-2:], candidate.after[:2]
    goes_before = before[-1:] in ("-", "_", "&", "%") or before == "&#" or (before[-1:] == "." and before[:1].isdigit())
    return (goes_before and before != "") or (after[:1] in ("-", ".") and after[1:2].isdigit())

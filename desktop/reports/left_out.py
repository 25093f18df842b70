"""What a report does not claim, and why: dismissed findings with their reason; what a model claimed without a quote.

Of what no quote bears out only number, title and model are told: nothing else of it was checked.
"""

from collections.abc import Iterator

from desktop.domain.findings import Finding
from desktop.domain.standing import Standing
from desktop.reports.claims import note, second
from desktop.reports.item import Item
from desktop.reports.saying import Saying
from desktop.words import label

LEFT_OUT = (Standing.DISMISSED, Standing.UNANCHORED)


def why(item: Item, saying: Saying) -> str:
    """The ground in one word: the dismissing status, refuted, or that the quote was not found."""
    row = item.finding.row
    if item.standing is Standing.UNANCHORED:
        return label(item.standing, saying.lang)
    return label(row.status if row.status.is_dismissal else row.verification, saying.lang)


def by_whom(item: Item) -> str:
    """The person who dismissed it; empty where no person did anything."""
    row = item.finding.row
    if item.standing is Standing.UNANCHORED:
        return ""
    return row.decided_by if row.status.is_dismissal else row.verified_by


def reasons(item: Item, saying: Saying) -> str:
    """Everything that was said for leaving it out, a line each."""
    return "\n".join(_reasons(item, saying)) if item.standing is Standing.DISMISSED else ""


def _reasons(item: Item, saying: Saying) -> Iterator[str]:
    finding: Finding = item.finding
    if decision := finding.decision:
        yield from filter(None, (decision.reason,))
        if decision.duplicate_of is not None:
            yield saying("duplicate-of", id=str(decision.duplicate_of))
        if decision.how:
            yield f"{saying('how')}: {label(decision.how, saying.lang)}"
    if other := second(finding, saying):
        yield f"{saying('second')}: {other}"
    yield from (note(one, saying) for one in item.annotations)

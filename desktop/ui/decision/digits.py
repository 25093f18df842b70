"""Which digit decides what: printed on the bar, the same in both languages and on every keyboard (UX §3)."""

from typing import Final

from desktop.domain.levels import Status

DIGITS: Final = {
    1: Status.IN_REVIEW,
    2: Status.CONFIRMED,
    3: Status.FALSE_POSITIVE,
    4: Status.DUPLICATE,
    5: Status.NOT_AFFECTED,
    6: Status.RISK_ACCEPTED,
    7: Status.FIXED,
    8: Status.CLOSED,
}

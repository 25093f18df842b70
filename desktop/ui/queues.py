"""The queues of the sidebar: a word, an icon and a query each. Their order never changes (UX §2)."""

from dataclasses import dataclass
from typing import Final

from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.theme.icons import Icon

RECHECK_TAG: Final = "recheck"
"""What a decided finding is tagged with that should be looked at again."""


@dataclass(frozen=True, slots=True)
class Queue:
    """``tone`` names the colour of the icon where the queue calls for attention."""

    id: str
    words: str
    icon: Icon
    query: str
    tone: str = "text2"


UNDECIDED: Final = Queue("undecided", QT_TRANSLATE_NOOP("Queues", "To decide"), Icon.INBOX, "is:undecided")
LEADS: Final = Queue("leads", QT_TRANSLATE_NOOP("Queues", "AI leads"), Icon.MODEL, "is:lead", "model")
UNANCHORED: Final = Queue(
    "unanchored", QT_TRANSLATE_NOOP("Queues", "Quote not found"), Icon.UNLINK, "is:unanchored", "warn"
)
SECOND: Final = Queue("second", QT_TRANSLATE_NOOP("Queues", "Second person"), Icon.PEOPLE, "is:second")
OVERDUE: Final = Queue("overdue", QT_TRANSLATE_NOOP("Queues", "Overdue"), Icon.OVERDUE, "is:overdue", "blocked")
RECHECK: Final = Queue("recheck", QT_TRANSLATE_NOOP("Queues", "Re-check sample"), Icon.HISTORY, f"tag:{RECHECK_TAG}")
DECIDED: Final = Queue("decided", QT_TRANSLATE_NOOP("Queues", "Decided"), Icon.CHECK, "is:decided")
ALL: Final = Queue("all", QT_TRANSLATE_NOOP("Queues", "All"), Icon.LAYERS, "")

QUEUES: Final = (UNDECIDED, LEADS, UNANCHORED, SECOND, OVERDUE, RECHECK, DECIDED, ALL)

"""The queues of the sidebar: a word, an icon and a query each. Their order never changes (UX §2)."""

from dataclasses import dataclass
from typing import Final

from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.theme.icons import Icon

RECHECK_TAG: Final = "recheck"
"""What a decided finding is tagged with that should be looked at again."""


@dataclass(frozen=True, slots=True)
class Queue:
    """``kana`` is how its name is typed before conversion; ``tone`` the colour of an icon that calls for attention."""

    id: str
    words: str
    icon: Icon
    query: str
    kana: str
    tone: str = "text2"


UNDECIDED: Final = Queue(
    "undecided", QT_TRANSLATE_NOOP("Queues", "To decide"), Icon.INBOX, "is:undecided", "みはんだん"
)
LEADS: Final = Queue("leads", QT_TRANSLATE_NOOP("Queues", "AI leads"), Icon.MODEL, "is:lead", "AIのてがかり", "model")
UNANCHORED: Final = Queue(
    "unanchored",
    QT_TRANSLATE_NOOP("Queues", "Quote not found"),
    Icon.UNLINK,
    "is:unanchored",
    "いんようがあわない",
    "warn",
)
SECOND: Final = Queue("second", QT_TRANSLATE_NOOP("Queues", "Second person"), Icon.PEOPLE, "is:second", "さいかんまち")
OVERDUE: Final = Queue(
    "overdue", QT_TRANSLATE_NOOP("Queues", "Overdue"), Icon.OVERDUE, "is:overdue", "きげんちょうか", "blocked"
)
RECHECK: Final = Queue(
    "recheck", QT_TRANSLATE_NOOP("Queues", "Re-check sample"), Icon.HISTORY, f"tag:{RECHECK_TAG}", "みなおし"
)
DECIDED: Final = Queue("decided", QT_TRANSLATE_NOOP("Queues", "Decided"), Icon.CHECK, "is:decided", "はんだんずみ")
ALL: Final = Queue("all", QT_TRANSLATE_NOOP("Queues", "All"), Icon.LAYERS, "", "すべて")

QUEUES: Final = (UNDECIDED, LEADS, UNANCHORED, SECOND, OVERDUE, RECHECK, DECIDED, ALL)

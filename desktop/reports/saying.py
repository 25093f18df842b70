"""How a report speaks: one language, one style of date, one time zone."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from typing import Final

from desktop.words import Lang, say

_LESS_THAN_ONE: Final = 1
_MORE_THAN_MOST: Final = 99


class Saying:
    """The words of one report. Moments are told in the zone of ``made``, which the report names once."""

    def __init__(self, lang: Lang, made: datetime) -> None:
        self.lang = lang
        self.zone: tzinfo | None = made.tzinfo

    def __call__(self, code: str, **fields: object) -> str:
        return say(f"report.{code}", self.lang, fields)

    def day(self, day: date | None) -> str:
        """2026年11月23日, 23 Nov 2026; nothing for no day."""
        return self("day", day=day) if day is not None else ""

    def moment(self, when: datetime) -> str:
        """Day, hour and minute in the report's zone."""
        local = self.local(when)
        return f"{self.day(local.date())} {local:%H:%M}"

    def local(self, when: datetime) -> datetime:
        """``when`` in the report's zone."""
        return when.astimezone(self.zone)

    def zone_at(self, when: datetime) -> str:
        """The zone as its distance from UTC: ``UTC+09:00``."""
        offset = self.local(when).utcoffset() or timedelta()
        minutes = int(offset.total_seconds()) // 60
        hours, rest = divmod(abs(minutes), 60)
        return f"UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}" if minutes else "UTC"

    def separated(self, parts: Iterable[str]) -> str:
        """A list in one line."""
        return ("、" if self.lang is Lang.JA else ", ").join(parts)

    def share(self, part: int, whole: int) -> str:
        """``part`` of ``whole`` in percent. What is there is never 0 %, and what is missing never leaves 100 %."""
        return share(part, whole, self.lang)


def share(part: int, whole: int, lang: Lang) -> str:
    """``part`` of ``whole`` in percent; in words where rounding would deny a part, or that one is missing."""
    if not whole:
        return "–"
    percent = 100 * part / whole
    if 0 < percent < _LESS_THAN_ONE:
        return say("report.share.less", lang)
    if _MORE_THAN_MOST < percent < 100:
        return say("report.share.more", lang)
    return f"{percent:.0f}%"


def plain(text: str) -> str:
    """``text`` with control, bidi and private characters shown as ⟦hex⟧; line breaks and tabs stay."""
    return "".join(c if c.isprintable() or c in "\n\t" else f"⟦{ord(c):x}⟧" for c in text)

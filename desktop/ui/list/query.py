"""What the list is asked for, as a value, and the words of the case file's query language that say it."""

from dataclasses import dataclass, replace
from typing import Final

from desktop.ui.language import QT_TRANSLATE_NOOP

SORTS: Final = {
    "severity": QT_TRANSLATE_NOOP("Sorts", "by severity"),
    "due": QT_TRANSLATE_NOOP("Sorts", "by due date"),
    "path": QT_TRANSLATE_NOOP("Sorts", "by place"),
    "title": QT_TRANSLATE_NOOP("Sorts", "by title"),
    "hits": QT_TRANSLATE_NOOP("Sorts", "by hits"),
    "origin": QT_TRANSLATE_NOOP("Sorts", "by origin"),
    "verification": QT_TRANSLATE_NOOP("Sorts", "by verification"),
    "status": QT_TRANSLATE_NOOP("Sorts", "by status"),
}
GROUPS: Final = {
    "": QT_TRANSLATE_NOOP("Groups", "grouped: no"),
    "rule": QT_TRANSLATE_NOOP("Groups", "grouped: rule"),
    "file": QT_TRANSLATE_NOOP("Groups", "grouped: file"),
}


@dataclass(frozen=True, slots=True)
class ListQuery:
    """``queue`` is a queue's query, ``words`` what was typed, ``filters`` facets such as ``severity:high``."""

    queue: str = ""
    words: str = ""
    filters: tuple[str, ...] = ()
    sort: str = "severity"
    reverse: bool = False
    group: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether words or filters leave some of the queue out."""
        return bool(self.words or self.filters)

    @property
    def chosen(self) -> str:
        """Which findings, without their order: what an analyst keeps under a name."""
        return " ".join(part for part in (self.queue, self.words, *self.filters) if part)

    def text(self) -> str:
        """The query as the case file reads it."""
        group = f"group:{self.group}" if self.group else ""
        order = f"sort:{'-' if self.reverse else ''}{self.sort}"
        return " ".join(part for part in (self.chosen, order, group) if part)

    def sorted_by(self, sort: str) -> "ListQuery":
        """Another order; the same one again turns it round."""
        return replace(self, sort=sort, reverse=not self.reverse if sort == self.sort else False)

    def with_filter(self, facet: str) -> "ListQuery":
        """One facet more."""
        return self if facet in self.filters else replace(self, filters=(*self.filters, facet))

    def without_filter(self, facet: str) -> "ListQuery":
        """One facet less."""
        return replace(self, filters=tuple(one for one in self.filters if one != facet))

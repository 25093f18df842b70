"""A person looks at a plan on a terminal: a page at a time, and a group counts as looked at when they say so.

What nobody could see is not recorded as seen: without a terminal on both ends there is no looking.
"""

import math
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop.cli.console import Console
from desktop.cli.errors import TerminalNeeded
from desktop.cli.inert import inert
from desktop.cli.outgoing import group_lines, group_name
from desktop.cli.widths import folded
from desktop.gate.preview import Group, Looked, proves
from desktop.uses.sending import PlanPreview
from desktop.words import say

_USUAL: Final = (80, 24)
_LEFT_FREE: Final = 2
"""Lines of the screen that heading and question take."""
_YES: Final = frozenset({"y", "yes", "はい"})
_STOP: Final = frozenset({"q", "quit"})


@dataclass(slots=True)
class Looking:
    """Shows pages and asks; ``ask`` prints a question and returns the answer, ``clock`` counts seconds."""

    console: Console
    who: str
    ask: Callable[[str], str] = input
    clock: Callable[[], float] = time.monotonic
    size: tuple[int, int] = field(default_factory=lambda: shutil.get_terminal_size(_USUAL))
    """Columns and lines of the screen."""

    def through(self, shown: PlanPreview) -> tuple[Looked, ...] | None:
        """Go through every group of ``shown``; what was looked at, or None where the person stopped."""
        looked = []
        for number, group in enumerate(shown.asked.groups, 1):
            began = self.clock()
            heading = self._heading(shown, number, group)
            lines = list(group_lines(shown, group, self.console.lang))
            if group.name == "sample":
                lines.append(self._what_it_proves(shown))
            if not self._pages(heading, lines):
                return None
            if not self.agrees("cli.looked", lines=len(group.looks)):
                return None
            looked.append(Looked(group.name, self.who, round(self.clock() - began, 1), len(group.looks)))
        return tuple(looked)

    def agrees(self, code: str, **fields: object) -> bool:
        """Ask until the person says yes, or stops. Enter alone, which a held key repeats, is no answer."""
        question = say(code, self.console.lang, fields)
        while (answer := self._answer(question)) not in _STOP:
            if answer in _YES:
                return True
        return False

    def _heading(self, shown: PlanPreview, number: int, group: Group) -> str:
        lang, groups = self.console.lang, len(shown.asked.groups)
        name = group_name(group, lang)
        return say("cli.group", lang, {"number": number, "groups": groups, "name": name, "lines": len(group.looks)})

    def _what_it_proves(self, shown: PlanPreview) -> str:
        """How many units may leak although those drawn at random do not."""
        drawn = shown.asked.random
        return say("cli.sample-proves", self.console.lang, {"drawn": drawn, "percent": math.ceil(100 * proves(drawn))})

    def _pages(self, heading: str, lines: Sequence[str]) -> bool:
        """Show all ``lines``; False where the person stopped before the last page."""
        page: list[str] = []
        columns, height = self.size
        room, width = max(height - _LEFT_FREE, 1), max(columns - 2, 10)
        self.console.value({}, heading)
        for line in (row for whole in lines for part in inert(whole).split("\n") for row in folded(part, width)):
            if len(page) >= room:
                self.console.value({}, "\n".join(page))
                page = []
                if self._answer(say("cli.more", self.console.lang)) in _STOP:
                    return False
            page.append(line)
        self.console.value({}, "\n".join(page))
        return True

    def _answer(self, question: str) -> str:
        try:
            return self.ask(question).strip().lower()
        except EOFError:
            return "q"


def must_be_a_terminal(console: Console) -> None:
    """Raise TerminalNeeded unless a person can read what is printed and answer it."""
    if console.json_lines or not (sys.stdin.isatty() and console.out.isatty()):
        raise TerminalNeeded

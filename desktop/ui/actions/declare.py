"""What an action is: an id, words, keys, when it is possible, and what it runs. No widget in sight."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the bench comes with it, which the first window does without
    from desktop.ui.desk import Desk


class Menu(Enum):
    """In the order of the menu bar."""

    FILE = auto()
    EDIT = auto()
    VIEW = auto()
    FINDING = auto()
    EVIDENCE = auto()
    ANALYSE = auto()
    HELP = auto()


class Scope(Enum):
    """Where its keys count. A bare key never has the window's scope: it would steal Space from a focused button."""

    WINDOW = auto()
    TRIAGE = auto()
    """List, viewer and claim."""
    VIEWER = auto()
    STRIP = auto()
    """List, viewer and claim while a strip is open."""


@dataclass(frozen=True, slots=True)
class State:
    """What is the case at this moment."""

    case: bool = False
    editable: bool = False
    finding: bool = False
    evidence: bool = False
    strip: bool = False
    page: bool = False
    undo: bool = False
    redo: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """``text`` is the English source of the words (context Actions); ``possible`` says when it can be done.

    ``repeats``: whether holding the key down does it again; never for anything that decides.
    """

    id: str
    text: str
    menu: Menu
    run: "Callable[[Desk], object]"
    keys: tuple[str, ...] = ()
    kana: str = ""
    """How a Japanese would type its name in the palette before the input method turns it into kanji."""
    scope: Scope = Scope.WINDOW
    possible: Callable[[State], bool] = lambda state: state.case
    repeats: bool = False
    in_menu: bool = True
    rule_above: bool = False
    """Whether a line stands above it in its menu."""


def always(_state: State) -> bool:
    """Also without a case."""
    return True


def on_bench(state: State) -> bool:
    """A case is open and no page covers it."""
    return state.case and not state.page


def on_finding(state: State) -> bool:
    """A finding is at hand."""
    return on_bench(state) and state.finding


def edits_finding(state: State) -> bool:
    """A finding is at hand and may be changed."""
    return on_finding(state) and state.editable


def on_evidence(state: State) -> bool:
    """A file is on show."""
    return on_bench(state) and state.evidence


def edits_evidence(state: State) -> bool:
    """A file is on show and may be annotated."""
    return on_evidence(state) and state.editable


def edits_case(state: State) -> bool:
    """A case is open to edit."""
    return state.case and state.editable


def edits_bench(state: State) -> bool:
    """A case is open to edit and no page covers it."""
    return on_bench(state) and state.editable


def in_strip(state: State) -> bool:
    """A strip waits for an answer."""
    return state.strip

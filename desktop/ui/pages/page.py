"""What a page is to its host: a body, a heading with its steps, and a footing with one filled button."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Heading:
    """Shown over the page. ``steps`` are nouns, ``step`` the index of the present one; earlier ones are ticked."""

    title: str
    subtitle: str = ""
    steps: tuple[str, ...] = ()
    step: int = 0


@dataclass(frozen=True, slots=True)
class PageButton:
    """A button of the footing: what happens next, as a word; ``keys`` as printed, e.g. ``Ctrl Enter``."""

    text: str
    run: Callable[[], None]
    keys: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Footing:
    """Shown under the page. ``main`` is the one filled button; ``others`` stand left of it, outlined.

    ``note`` says in one bold line what will happen, ``detail`` what can be done about it; ``done`` of ``total`` draws
    a bar under ``progress`` words at the left.
    """

    note: str = ""
    detail: str = ""
    main: PageButton | None = None
    others: tuple[PageButton, ...] = ()
    progress: str = ""
    done: int = 0
    total: int = 0


class Page(QWidget):
    """Base of every page; the page itself is the body between heading and footing."""

    updated = Signal()
    """Heading or footing changed: the host asks for them again."""
    left = Signal()
    """The page is done: the host goes back to where it was."""
    page_wanted = Signal(str, object)
    """Another page is to take this one's place: its id and argument."""
    case_ready = Signal(object)
    """A ``Case`` that the page made or opened: the window takes it, and closes it one day."""
    settings_changed = Signal(object)
    """Settings that were just kept, by name: the window dresses itself anew."""

    def heading(self) -> Heading:
        """Title and steps; every page says its own."""
        raise NotImplementedError

    def footing(self) -> Footing | None:
        """The footing, or None for a page without one."""
        return None

    def escape(self) -> bool:
        """Esc or back was asked for; return True where the page used it itself (closed an editor, went one step
        back).
        """
        return False

    def closed(self) -> None:
        """The host has put the page away; stop what runs only for it. The widget is deleted afterwards."""

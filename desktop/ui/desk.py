"""What an action may reach: the bench of the open case and the few things that are the window's own."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the case file comes with them, which the first window does without
    from desktop.ui.bench import Bench
    from desktop.ui.session import Session


class Desk(Protocol):
    """The window as actions see it. ``bench`` and ``session`` are there while a case is open (see ``State``)."""

    @property
    def bench(self) -> "Bench": ...

    @property
    def session(self) -> "Session": ...

    def open_page(self, page: str, argument: object = None) -> None:
        """Show a page of ``pages.registry``."""

    def close_case(self) -> None:
        """Put the case away."""

    def search(self) -> None:
        """Put the keys into the search line: of this file in the viewer, of the case elsewhere."""

    def open_palette(self) -> None:
        """Show the command palette."""

    def show_keys(self) -> None:
        """Show the keys of this place."""

    def next_pane(self, by: int) -> None:
        """F6: the keys go to the next pane."""

    def back(self) -> None:
        """Esc: one step back from wherever one is."""

    def copy(self) -> None:
        """Copy what is selected, in plain text."""

    def verify(self) -> None:
        """Check the case against its journal."""

    def run_rules(self) -> None:
        """Run the built-in rules over the evidence."""

    def quit(self) -> None:
        """End the program."""
